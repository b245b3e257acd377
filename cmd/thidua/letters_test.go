package main

import (
	"os"
	"testing"
)

// A letter whose bytes come one by one, however slowly, is one letter; what is no letter passes as it is.
func TestLettersComeWhole(t *testing.T) {
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r := typed(in)
	for _, step := range []struct{ sent, read string }{
		{"vi\xe1\xbb", "vi"}, {"\x87t", "ệt"}, {"\xf0", ""}, {"\x9f", ""}, {"\x91", ""}, {"\x8d", "👍"},
		{"\x1b[A", "\x1b[A"}, {"\xe1", ""}, {"a", "\xe1a"}, {"\x80\x80\x80\x80", "\x80\x80\x80\x80"}, {"đ", "đ"},
	} {
		if _, err := out.WriteString(step.sent); err != nil {
			t.Fatal(err)
		}
		p := make([]byte, 64)
		n, err := r.Read(p)
		if err != nil || string(p[:n]) != step.read {
			t.Errorf("after %q: %q, %v; want %q", step.sent, p[:n], err, step.read)
		}
	}
	out.Close()
	if n, err := r.Read(make([]byte, 8)); n != 0 || err == nil {
		t.Errorf("at the end: %d, %v", n, err)
	}
}
