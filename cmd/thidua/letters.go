package main

import (
	"io"
	"os"
	"runtime"
	"unicode/utf8"
)

// wholeLetters reads what is typed and holds back a letter of which only the first bytes have come, until the rest has:
// the library gives up on it after a moment, which a slow connection takes longer than.
type wholeLetters struct {
	*os.File
	half []byte
}

// typed is a terminal's input read in whole letters. A console of Windows gives keys and no bytes.
func typed(in io.Reader) io.Reader {
	if f, ok := in.(*os.File); ok && runtime.GOOS != "windows" {
		return &wholeLetters{File: f}
	}
	return in
}

// Read gives what has come, which may be nothing.
func (r *wholeLetters) Read(p []byte) (int, error) {
	n := copy(p, r.half)
	r.half = r.half[n:]
	m, err := r.File.Read(p[n:])
	n += m
	if err == nil {
		whole := n - halfLetter(p[:n])
		r.half = append(r.half, p[whole:n]...)
		n = whole
	}
	return n, err
}

// halfLetter is how many bytes at the end of a text are the beginning of a letter.
func halfLetter(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if end := text[len(text)-n:]; utf8.RuneStart(end[0]) {
			if utf8.FullRune(end) {
				return 0
			}
			return n
		}
	}
	return 0
}
