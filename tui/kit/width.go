package kit

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells of a terminal a text takes. It is not its length: «Thừa Thiên - Huế» has 16 cells in any
// composition.
func Width(s string) int {
	if n, ok := simple(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// simple counts the cells of a text in which every character is one cell by itself, as almost all are here: composed
// Vietnamese, punctuation, the signs that frames and bars are drawn with. All else is left to the library, which knows
// about clusters.
func simple(s string) (n int, ok bool) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < 0x20 || c == 0x7f {
				return 0, false
			}
			i++
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !OneCell(r) {
			return 0, false
		}
		i += size
		n++
	}
	return n, true
}

// OneCell reports whether a character is known to take one cell and to join with no other such character.
func OneCell(r rune) bool {
	switch {
	case r < 0xa1 || r == 0xa9 || r == 0xad || r == 0xae:
		return false
	case r <= 0x2ff, r >= 0x1e00 && r <= 0x1eff: // Latin letters, those of Vietnamese among them
		return true
	case r == '–' || r == '—' || r == '…' || r == '“' || r == '”' || r == '’' || r == '‘' || r == '−' || r == '›':
		return true
	}
	// arrows, frames, blocks, marks
	return r >= 0x2190 && r <= 0x21ff || r >= 0x2500 && r <= 0x25fc || r == '✓' || r == '✗' || r == '✉'
}

// Cut shortens a text to at most w cells; what is cut off shows as «…».
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if len(s) <= w { // a text never has more cells than bytes
		return s
	}
	s, _ = fit(s, w)
	return s
}

// fit is a text cut to at most w cells, and how many it takes then.
func fit(s string, w int) (string, int) {
	if w <= 0 {
		return "", 0
	}
	n, plain := simple(s)
	switch {
	case plain && n <= w:
		return s, n
	case plain:
		end := 0
		for range w - 1 {
			_, size := utf8.DecodeRuneInString(s[end:])
			end += size
		}
		s = strings.TrimRight(s[:end], " ") + "…"
		n, _ = simple(s)
		return s, n
	}
	if n = ansi.StringWidth(s); n <= w {
		return s, n
	}
	s = strings.TrimRight(ansi.Truncate(s, w-1, ""), " ") + "…"
	return s, ansi.StringWidth(s)
}

// Left puts a text at the left of w cells, cut or filled.
func Left(s string, w int) string {
	s, n := fit(s, w)
	return s + spaces(w-n)
}

// Right puts a text at the right of w cells, cut or filled.
func Right(s string, w int) string {
	s, n := fit(s, w)
	return spaces(w-n) + s
}

// Letters are the letters of a text as people count them: marks stay with their letter, in any composition.
func Letters(s string) []string {
	var out []string
	for s != "" {
		letter, _ := FirstLetter(s)
		out = append(out, letter)
		s = s[len(letter):]
	}
	return out
}

// FirstLetter is the letter that a text begins with, as people count them, and how many cells it takes. It is empty
// only where the text is.
func FirstLetter(s string) (letter string, cells int) {
	if s == "" {
		return "", 0
	}
	return ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
}

const blanks = "                                                                                                     " +
	"                                                                                                   "

func spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Fingerprint is the beginning of a record's fingerprint, in groups that can be read aloud and compared.
func Fingerprint(hash string) string {
	if len(hash) < 12 {
		return hash
	}
	return hash[:4] + " " + hash[4:8] + " " + hash[8:12]
}
