package record

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func someHash(n byte) string { return Chain("", []byte{n}) }

func TestAckRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := ack{rapid.IntRange(1, 1<<62).Draw(t, "seq"), someHash(rapid.Byte().Draw(t, "hash"))}
		b := n.encode()
		if got, ok := parseAck(b); !ok || got != n {
			t.Fatalf("%+v came back as %+v, %t", n, got, ok)
		}
		b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= rapid.Byte().Filter(func(b byte) bool { return b != 0 }).Draw(t,
			"bits")
		if got, ok := parseAck(b); ok {
			t.Fatalf("changed to %q it still reads as %+v", b, got)
		}
	})
}

// TestLockFileTornAck tears the second of two acks at every byte: the one before still counts.
func TestLockFileTornAck(t *testing.T) {
	t.Parallel()
	old, older := ack{7, someHash(7)}, ack{6, someHash(6)}
	torn := ack{8, someHash(8)}.encode()
	for n := range torn {
		b := make([]byte, lockFileSize)
		copy(b[ackAt:], older.encode())
		copy(b[ackAt:], torn[:n])
		copy(b[ackAt+ackSize:], old.encode())
		whole := bytes.Equal(b[ackAt:ackAt+ackSize], torn) // only blanks were missing
		if got := parseLockFile(b).ack; got != old && !whole {
			t.Errorf("torn at %d: %+v, want %+v", n, got, old)
		}
	}
}

func TestLockFileKeepsBothAcks(t *testing.T) {
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
		if err := s.writeAck(tip{seq, someHash(byte(seq))}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.release(); err != nil {
		t.Fatal(err)
	}
	if s, err = takeLock(t.Context(), path, h); err != nil { // a new holder writes over the old one, not over the acks
		t.Fatal(err)
	}
	got := readLockFile(path)
	if got.ack != (ack{4, someHash(4)}) || got.holder.PID != h.PID || !got.holder.Since.Equal(h.Since) ||
		got.holder.Who != h.Who[:200] {
		t.Errorf("%+v", got)
	}
	if err := s.clearAck(); err != nil {
		t.Fatal(err)
	}
	if got := readLockFile(path); got.ack.seq != 0 {
		t.Errorf("%+v after clearAck", got)
	}
	if err := s.release(); err != nil {
		t.Fatal(err)
	}
	if got := readLockFile(path); got.exists {
		t.Error("the lock file was not removed")
	}
}

func FuzzLockFile(f *testing.F) {
	full := make([]byte, lockFileSize)
	copy(full[1:], Holder{Who: "An", Host: "m", PID: 1}.encode())
	copy(full[ackAt:], ack{3, someHash(3)}.encode())
	copy(full[ackAt+ackSize:], ack{4, someHash(4)}.encode())
	f.Add(full)
	f.Add(full[:ackAt+ackSize])
	f.Add([]byte(" {\"who\":\"\\u001b[2J\"}"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		w := parseLockFile(b)
		if n := w.ack; n.seq != 0 && !bytes.Contains(b, n.encode()) {
			t.Errorf("%+v was not written there", n)
		}
		for _, s := range []string{w.holder.Who, w.holder.Host} {
			if len(s) > maxName || cleanName(s) != s {
				t.Errorf("unclean: %q", s)
			}
		}
		if len(w.holder.encode()) > ackAt-holderAt-1 {
			t.Errorf("too long: %d bytes", len(w.holder.encode()))
		}
	})
}

func FuzzAck(f *testing.F) {
	f.Add(ack{1, someHash(1)}.encode())
	f.Add(bytes.Repeat([]byte{' '}, ackSize))
	f.Fuzz(func(t *testing.T, b []byte) {
		if n, ok := parseAck(b); ok && !bytes.Equal(n.encode(), b) {
			t.Errorf("%q reads as %+v, which is written %q", b, n, n.encode())
		}
	})
}
