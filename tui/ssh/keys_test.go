package ssh

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"
)

// described is events as text, for comparing.
func described(events []tea.Msg) (out []string) {
	for _, e := range events {
		switch e := e.(type) {
		case nil:
		case tea.KeyPressMsg:
			out = append(out, "key "+e.String())
		case tea.PasteMsg:
			out = append(out, "paste "+e.Content)
		default:
			out = append(out, fmt.Sprintf("%T %v", e, e))
		}
	}
	return out
}

// However a network cuts what is typed into pieces, it is the same.
func TestKeyboardInPieces(t *testing.T) {
	stream := "a\x1b[6~ệĐ\x1b[<0;10;5M\x1b[200~Sở Giáo dục và Đào " +
		"tạo\r\ntỉnh\x1b[201~\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x06\x7fẩ\x1bOR漢\x1b[?2026;2$y7"
	var whole keyboard
	want := described(whole.feed([]byte(stream), false))
	for _, has := range []string{"key ệ", "key pgdown", "paste Sở Giáo dục và Đào tạo\r\ntỉnh", "key ctrl+f",
		"key backspace", "key f3", "key 漢", "key 7"} {
		if !strings.Contains(strings.Join(want, "\n"), has) {
			t.Errorf("%q is not among %q", has, want)
		}
	}
	for size := 1; size < len(stream); size++ {
		var k keyboard
		var got []tea.Msg
		for at := 0; at < len(stream); at += size {
			got = append(got, k.feed([]byte(stream[at:min(at+size, len(stream))]), false)...)
		}
		if d := cmp.Diff(want, described(got)); d != "" || k.waiting() {
			t.Fatalf("in pieces of %d:\n%s", size, d)
		}
	}
	var k keyboard
	if got := k.feed([]byte("\x1b"), false); len(got) > 0 || !k.waiting() {
		t.Errorf("ESC is taken for a key at once: %q", got)
	}
	if got := described(k.feed(nil, true)); !cmp.Equal(got, []string{"key esc"}) || k.waiting() {
		t.Errorf("ESC alone is %q", got)
	}
}

// However slow a network is, a letter that comes in pieces is that letter, and a pasted text one text.
func TestKeyboardSlow(t *testing.T) {
	for stream, want := range map[string][]string{
		"QạZ":                        {"key Q", "key ạ", "key Z"},
		"việt":                       {"key v", "key i", "key ệ", "key t"},
		"漢😀":                         {"key 漢", "key 😀"},
		"\x1b[200~ế\r\nTừ\x1b[201~x": {"paste ế\r\nTừ", "key x"},
	} {
		for size := 1; size < len(stream); size++ {
			var k keyboard
			var got []tea.Msg
			// a key that begins like that is known in one piece
			start := strings.LastIndex(stream[:min(6, len(stream))], "~") + 1
			got = append(got, k.feed([]byte(stream[:start]), false)...)
			for at := start; at < len(stream); at += size {
				got = append(got, k.feed([]byte(stream[at:min(at+size, len(stream))]), false)...)
				got = append(got, k.feed(nil, true)...)
			}
			if d := cmp.Diff(want, described(got)); d != "" || k.waiting() {
				t.Errorf("%q in pieces of %d:\n%s", stream, size, d)
			}
		}
	}
	var k keyboard
	if got := described(append(k.feed([]byte("\xe1"), false), k.feed([]byte("a"), false)...)); !cmp.Equal(got,
		[]string{"key a"}) {
		t.Errorf("half a letter and another: %q", got)
	}
}

// Of a pasted text that is longer than anybody needs the beginning is taken, letter for letter, and the end is missed
// aloud.
func TestLongPaste(t *testing.T) {
	for _, letter := range []string{"a", "ế", "漢", "é", "👩‍🏫"} {
		text := strings.Repeat(letter, longestText/len(letter)+100) + "a"
		var k keyboard
		var got []tea.Msg
		for b := []byte("\x1b[200~" + text + "\x1b[201~x"); len(b) > 0; b = b[min(len(b), 256):] {
			got = append(got, k.feed(b[:min(len(b), 256)], false)...)
		}
		if len(got) != 3 || got[1] != tea.Msg(overlongMsg{}) {
			t.Fatalf("%q: %d events", letter, len(got))
		}
		pasted := got[0].(tea.PasteMsg).Content
		if n := len(pasted); n > longestText || n < longestText-40 || !strings.HasPrefix(text, pasted) ||
			!utf8.ValidString(pasted) {
			t.Errorf("%q: %d bytes are taken", letter, n)
		}
	}
}

// Nothing that is sent makes the keyboard fail, or keep more than a little.
func FuzzKeyboard(f *testing.F) {
	f.Add([]byte("\x1b[6~\x1b[200~abc"), 3)
	f.Add([]byte("\x1b]11;rgb:ff/ff/ff\a\x1b[<0;1;1M\x1bP1$r\x1b\\"), 1)
	f.Add([]byte("\xff\xfe\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20m"), 5)
	f.Fuzz(func(t *testing.T, b []byte, size int) {
		size = min(max(size, 1), 5000)
		var k keyboard
		for at := 0; at < len(b); at += size {
			k.feed(b[at:min(at+size, len(b))], false)
			if len(k.rest) >= longestRest+size {
				t.Fatalf("%d bytes are kept", len(k.rest))
			}
		}
		k.feed(nil, true)
		if k.waiting() || len(k.rest) >= longestRest {
			t.Fatalf("%q is left", k.rest)
		}
	})
}
