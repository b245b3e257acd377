// Package clean is the border for text from files and people: what comes in is NFC and holds nothing that a terminal
// would obey instead of showing (ESC and other control characters, bidi controls). Text is cleaned once, here;
// everything behind the border may be drawn as it is.
package clean

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Forbidden reports whether a character must never reach a terminal, a record or a paper.
func Forbidden(r rune) bool {
	switch {
	case r < 0x20 || r >= 0x7f && r < 0xa0: // C0, DEL, C1
		return true
	case r < 0xad: // most of what there is to read
		return false
	case r == 0x00ad, r == joiner, r == 0x061c, r == 0xfeff: // soft hyphen, grapheme joiner, Arabic letter mark, BOM
		return true
	// zero width, separators, bidi
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfff0 && r <= 0xffff && r != 0xfffc && r != 0xfffd, r >= 0xe0000 && r <= 0xe0fff: // interlinear, tags
		return true
	}
	return r >= 0xd800 && r <= 0xf8ff || r >= 0xf0000 // surrogates, private use
}

// Find gives the first thing in s that is forbidden, described for people: "U+001B". ok is false where s is clean.
func Find(s string) (what string, ok bool) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return fmt.Sprintf("byte 0x%02X", s[i]), true
			}
		}
		if Forbidden(r) {
			return fmt.Sprintf("U+%04X", r), true
		}
	}
	return "", false
}

// Is reports whether there is nothing forbidden in a text: whether Find finds nothing.
func Is(text []byte) bool {
	for at := 0; at < len(text); {
		if c := text[at]; c >= ' ' && c < 0x7f {
			at++
			continue
		}
		r, n := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && n <= 1 || Forbidden(r) {
			return false
		}
		at += n
	}
	return true
}

// Line makes one clean line of what somebody typed or pasted: forbidden characters are dropped, line ends and tabs
// become spaces, the rest is composed. It does not trim: while a field is being edited a space at the end is wanted.
// The joiners of a picture made of several (a family) go too: terminals disagree about how wide such a picture is, and
// the pictures one by one are as wide everywhere.
func Line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == 0x2028 || r == 0x2029:
			return ' '
		case Forbidden(r):
			return -1
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n"))
	return Compose(s)
}

const (
	// mostMarks is how many marks a letter may carry; what is beyond is dropped. Vietnamese needs two.
	mostMarks = 10
	joiner    = 0x034f // what normalization puts between thirty marks and the next
)

// Compose is a text as it is kept: in NFC, with Đ written as Đ. Texts that went through a Western code page have
// another letter in its place, which looks the same and is not found: Ð (eth), Ɖ (African D).
func Compose(s string) string {
	if composed(s) {
		return s
	}
	marks := 0
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		switch {
		case marks > mostMarks, r == joiner:
			return -1
		case r == 'Ð' || r == 'Ɖ':
			return 'Đ'
		case r == 'ð' || r == 'ɖ':
			return 'đ'
		}
		return r
	}, norm.NFD.String(s)))
}

// composed reports whether a text is as Compose leaves it, without a mark that stands by itself: nearly all are.
func composed(s string) bool {
	const firstMark = 0x300
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
		case r == 'Ð', r == 'Ɖ', r == 'ð', r == 'ɖ', r >= firstMark && unicode.Is(unicode.M, r):
			return false
		}
	}
	return norm.NFC.IsNormalString(s)
}

// Show makes text of unknown origin safe for a message: what is forbidden appears as an escape, \x1b, and very long
// text is cut in the middle.
func Show(s string) string {
	const longest = 120
	out := []rune(Escape(s))
	if len(out) > longest {
		return string(out[:longest/2]) + "…" + string(out[len(out)-longest/2:])
	}
	return string(out)
}

// Escape is Show for what must stand there whole: the name of a file.
func Escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && s[i] != 0xef:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case Forbidden(r) && r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case Forbidden(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
