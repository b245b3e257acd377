package kit

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks a text into lines of at most w cells, at spaces where it can. It gives at most max lines; the last ends
// with «…» if there is more. A max of 0 is no bound.
func Wrap(s string, w, max int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	lines := broken(singled(s), w)
	if max > 0 && len(lines) > max {
		lines[max-1] = Cut(lines[max-1]+" "+lines[max], w-1) + "…"
		if strings.HasSuffix(lines[max-1], "……") {
			lines[max-1] = strings.TrimSuffix(lines[max-1], "…")
		}
		lines = lines[:max]
	}
	return lines
}

// broken breaks a text with single spaces between its words. Its lines are parts of the text itself: a picture wraps
// many texts, and each would otherwise be copied word by word.
func broken(s string, w int) (lines []string) {
	from, to := 0, 0 // the line begun
	for at := 0; at < len(s); {
		end := len(s)
		if i := strings.IndexByte(s[at:], ' '); i >= 0 {
			end = at + i
		}
		for Width(s[at:end]) > w { // longer than a line: broken anywhere
			if to > from {
				lines = append(lines, s[from:to])
			}
			head := ansi.Truncate(s[at:end], w, "")
			if head == "" {
				head, _ = FirstLetter(s[at:end])
			}
			lines = append(lines, head)
			at += len(head)
			from, to = at, at
		}
		if to > from && Width(s[from:to])+1+Width(s[at:end]) > w {
			lines = append(lines, s[from:to])
			from = at
		} else if to == from {
			from = at
		}
		to = end
		at = end + 1
	}
	if to > from {
		lines = append(lines, s[from:to])
	}
	return lines
}

// singled is a text with one space between its words and none around them.
func singled(s string) string {
	space := true // before the first word
	for _, r := range s {
		was := space
		if space = unicode.IsSpace(r); space && (was || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	if space {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}
