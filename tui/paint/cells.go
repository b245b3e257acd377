package paint

import (
	"strings"
	"unicode/utf8"

	"thidua/tui/kit"
)

// cell is one cell of a line. Behind a wide character comes one without text.
type cell struct{ text, style string }

// blank reports whether a cell is empty in the default style.
func (c cell) blank() bool { return c.style == "" && c.text == " " }

// certain reports whether every terminal moves on by one cell where this one is drawn. About clusters and wide
// characters they disagree.
func (c cell) certain() bool { return c.text != "" && letter(c.text) == len(c.text) }

// cells takes a line apart into exactly w cells, and adds them to others. It begins and ends in the default style;
// other sequences than those of style there are none.
func cells(out []cell, line string, w int) []cell {
	var r reader
	return filled(r.read(out, line, len(out)+w, w), len(out)+w)
}

// bothCells does so for two lines at once, of which the beginning that they have in common is read only once.
func (r *reader) bothCells(was, is []cell, old, line string, w int) (a, b []cell) {
	r.style, r.ofBlank = "", ""
	same := 0 // up to a sequence: there no letter goes on
	for i := 0; i < len(old) && i < len(line) && old[i] == line[i]; i++ {
		if old[i] == '\x1b' {
			same = i
		}
	}
	start := len(is)
	was = r.read(was, old[:same], w, w)
	is = append(is, was...)
	after := *r
	was = filled(r.read(was, old[same:], w, w), w)
	*r = after
	return was, filled(r.read(is, line[same:], start+w, w), start+w)
}

// reader is in a style of a line.
type reader struct{ style, ofBlank string }

// filled adds blank cells up to an end.
func filled(out []cell, end int) []cell {
	for len(out) < end {
		out = append(out, cell{" ", ""})
	}
	return out
}

// read adds the cells of a part of a line of w cells to those before, up to an end.
func (r *reader) read(out []cell, line string, end, w int) []cell {
	style, ofBlank := r.style, r.ofBlank
	for len(line) > 0 {
		if line[0] == '\x1b' {
			n := sequence(line)
			style = restyle(style, line[:n])
			ofBlank = blankStyle(style)
			line = line[n:]
			continue
		}
		if n := letter(line); n > 0 {
			if len(out) >= end {
				break
			}
			c := cell{line[:n], style}
			if line[0] == ' ' {
				c.style = ofBlank
			}
			out, line = append(out, c), line[n:]
			continue
		}
		cluster, n := kit.FirstLetter(line)
		switch {
		case n > 0 && len(out)+n > end:
			line = ""
			continue
		case n > 0:
			out = append(out, cell{cluster, style})
		case len(out) > end-w:
			join(out[end-w:], cluster)
		}
		for ; n > 1; n-- {
			out = append(out, cell{"", style})
		}
		line = line[len(cluster):]
	}
	r.style, r.ofBlank = style, ofBlank
	return out
}

// join adds what takes no cell to the last character.
func join(line []cell, mark string) {
	for i := len(line) - 1; i >= 0; i-- {
		if line[i].text != "" {
			line[i].text += mark
			return
		}
	}
}

// letter is the length of the character that a text begins with, where it certainly takes one cell and nothing is
// joined to it, as almost always; else 0.
func letter(s string) int {
	if len(s) > 1 && s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return 1
	}
	n := oneCell(s)
	if n > 0 && (n == len(s) || s[n] < utf8.RuneSelf || oneCell(s[n:]) > 0) {
		return n
	}
	return 0
}

func oneCell(s string) int {
	if s[0] < utf8.RuneSelf {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s); kit.OneCell(r) {
		return n
	}
	return 0
}

// sequence is the length of the control sequence that a text begins with.
func sequence(s string) int {
	if len(s) < 2 || s[1] != '[' {
		return 1
	}
	for i := 2; i < len(s); i++ {
		if s[i] >= 0x40 && s[i] <= 0x7e {
			return i + 1
		}
	}
	return len(s)
}

// restyle is the style in force after a sequence: what was switched on since the last reset.
func restyle(style, seq string) string {
	switch {
	case !strings.HasSuffix(seq, "m"):
		return style
	case seq == plain || seq == "\x1b[0m":
		return ""
	case style == "" || strings.HasPrefix(seq, "\x1b[0;") || strings.HasPrefix(seq, "\x1b[;"):
		return seq
	}
	return style + seq
}
