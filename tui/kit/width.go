package kit

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Width is how many cells of a terminal a text takes. It is not its length: «Thừa Thiên - Huế» has 16 cells in any
// composition.
func Width(s string) int {
	if ascii(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

func ascii(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= utf8.RuneSelf || c == 0x7f {
			return false
		}
	}
	return true
}

// Cut shortens a text to at most w cells; what is cut off shows as «…».
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if len(s) <= w || Width(s) <= w { // a text never has more cells than bytes
		return s
	}
	return strings.TrimRight(ansi.Truncate(s, w-1, ""), " ") + "…"
}

// Left puts a text at the left of w cells, cut or filled.
func Left(s string, w int) string {
	s = Cut(s, w)
	return s + spaces(w-Width(s))
}

// Right puts a text at the right of w cells, cut or filled.
func Right(s string, w int) string {
	s = Cut(s, w)
	return spaces(w-Width(s)) + s
}

// Letters are the letters of a text as people count them: marks stay with their letter, in any composition.
func Letters(s string) []string {
	var out []string
	for g := uniseg.NewGraphemes(s); g.Next(); {
		out = append(out, g.Str())
	}
	return out
}

const blanks = "                                                                                                                                                                                                        "

func spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Wrap breaks a text into lines of at most w cells, at spaces where it can. It gives at most max lines; the last ends with
// «…» if there is more. A max of 0 is no bound.
func Wrap(s string, w, max int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	var lines []string
	line := ""
	flush := func() { lines = append(lines, line); line = "" }
	for _, word := range strings.Fields(s) {
		for Width(word) > w { // longer than a line: broken anywhere
			if line != "" {
				flush()
			}
			head := ansi.Truncate(word, w, "")
			if head == "" {
				_, head, _, _ = firstCluster(word)
			}
			lines = append(lines, head)
			word = word[len(head):]
		}
		switch {
		case line == "":
			line = word
		case Width(line)+1+Width(word) <= w:
			line += " " + word
		default:
			flush()
			line = word
		}
	}
	if line != "" {
		flush()
	}
	if max > 0 && len(lines) > max {
		lines[max-1] = Cut(lines[max-1]+" "+lines[max], w-1) + "…"
		if strings.HasSuffix(lines[max-1], "……") {
			lines[max-1] = strings.TrimSuffix(lines[max-1], "…")
		}
		lines = lines[:max]
	}
	return lines
}

func firstCluster(s string) (rest, cluster string, width, state int) {
	cluster, rest, width, state = uniseg.FirstGraphemeClusterInString(s, -1)
	return rest, cluster, width, state
}

// Fingerprint is the beginning of a record's fingerprint, in groups that can be read aloud and compared.
func Fingerprint(hash string) string {
	if len(hash) < 12 {
		return hash
	}
	return hash[:4] + " " + hash[4:8] + " " + hash[8:12]
}
