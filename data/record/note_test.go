package record

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func someHash(n byte) string { return Chain("", []byte{n}) }

func TestNoteRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := note{rapid.IntRange(1, 1<<62).Draw(t, "seq"), someHash(rapid.Byte().Draw(t, "hash"))}
		b := n.encode()
		if got, ok := parseNote(b); !ok || got != n {
			t.Fatalf("%+v came back as %+v, %t", n, got, ok)
		}
		b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= rapid.Byte().Filter(func(b byte) bool { return b != 0 }).Draw(t,
			"bits")
		if got, ok := parseNote(b); ok {
			t.Fatalf("changed to %q it still reads as %+v", b, got)
		}
	})
}

// TestSidecarTornNote tears the second of two notes at every byte: the one before still counts.
func TestSidecarTornNote(t *testing.T) {
	t.Parallel()
	old, older := note{7, someHash(7)}, note{6, someHash(6)}
	torn := note{8, someHash(8)}.encode()
	for n := range torn {
		b := make([]byte, sidecarSize)
		copy(b[noteAt:], older.encode())
		copy(b[noteAt:], torn[:n])
		copy(b[noteAt+noteSize:], old.encode())
		whole := bytes.Equal(b[noteAt:noteAt+noteSize], torn) // only blanks were missing
		if got := parseSidecar(b).note; got != old && !whole {
			t.Errorf("torn at %d: %+v, want %+v", n, got, old)
		}
	}
}

func TestSidecarKeepsBothNotes(t *testing.T) {
	t.Parallel()
	path := t.TempDir() + "/x"
	h := Holder{Who: strings.Repeat("Đ", 500), Host: strings.Repeat("\\\"", 500), PID: 1 << 30,
		Since: time.Unix(1<<36, 1).UTC()}
	s, err := takeLock(t.Context(), path, h)
	if err != nil {
		t.Fatal(err)
	}
	s.keep = true
	for seq := 1; seq < 5; seq++ {
		if err := s.note(head{seq, someHash(byte(seq))}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.release(); err != nil {
		t.Fatal(err)
	}
	if s, err = takeLock(t.Context(), path, h); err != nil { // a new holder writes over the old one, not over the notes
		t.Fatal(err)
	}
	got := readSidecar(path)
	if got.note != (note{4, someHash(4)}) || got.holder.PID != h.PID || !got.holder.Since.Equal(h.Since) ||
		got.holder.Who != h.Who[:200] {
		t.Errorf("%+v", got)
	}
	if err := s.noteNone(); err != nil {
		t.Fatal(err)
	}
	if got := readSidecar(path); got.note.seq != 0 {
		t.Errorf("%+v after noteNone", got)
	}
	if err := s.release(); err != nil {
		t.Fatal(err)
	}
	if got := readSidecar(path); got.there {
		t.Error("the lock file was not removed")
	}
}

func FuzzSidecar(f *testing.F) {
	full := make([]byte, sidecarSize)
	copy(full[1:], Holder{Who: "An", Host: "m", PID: 1}.encode())
	copy(full[noteAt:], note{3, someHash(3)}.encode())
	copy(full[noteAt+noteSize:], note{4, someHash(4)}.encode())
	f.Add(full)
	f.Add(full[:noteAt+noteSize])
	f.Add([]byte(" {\"who\":\"\\u001b[2J\"}"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		w := parseSidecar(b)
		if n := w.note; n.seq != 0 && !bytes.Contains(b, n.encode()) {
			t.Errorf("%+v was not written there", n)
		}
		for _, s := range []string{w.holder.Who, w.holder.Host} {
			if len(s) > maxName || clean(s, maxName) != s {
				t.Errorf("unclean: %q", s)
			}
		}
		if len(w.holder.encode()) > noteAt-holderAt-1 {
			t.Errorf("too long: %d bytes", len(w.holder.encode()))
		}
	})
}

func FuzzNote(f *testing.F) {
	f.Add(note{1, someHash(1)}.encode())
	f.Add(bytes.Repeat([]byte{' '}, noteSize))
	f.Fuzz(func(t *testing.T, b []byte) {
		if n, ok := parseNote(b); ok && !bytes.Equal(n.encode(), b) {
			t.Errorf("%q reads as %+v, which is written %q", b, n, n.encode())
		}
	})
}
