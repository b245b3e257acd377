package ssh

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"

	"thidua/tui/kit"
)

// frame is a shared picture: a line per row, each as wide as the terminal, and how it came from the one before.
type frame struct {
	n     uint64 // counted from 1
	lines []string
	step  []byte // what turns frame n-1 into this one; nil for the first
}

// Every picture is drawn in one go: terminals that know synchronized output show it at once, the others ignore the
// request.
const (
	paintBegin = "\x1b[?2026h"
	paintEnd   = "\x1b[?2026l"
	plain      = "\x1b[m"
)

// paintAll draws a whole picture, whatever stood there before.
func paintAll(lines []string, p colorprofile.Profile) []byte {
	size := len(paintBegin) + len(paintEnd)
	for _, line := range lines {
		size += len(line) + 8
	}
	b := make([]byte, 0, size)
	b = append(b, paintBegin+plain...)
	for y, line := range lines {
		b = goTo(b, y, 0)
		b = append(b, line...)
	}
	return inColours(append(b, paintEnd...), p)
}

// painter draws differences. It keeps what it works on from one to the next, since there are many; the zero value is
// ready. It is for one goroutine.
type painter struct{ was, is []cell }

// step draws what differs between two pictures of one size; nil where nothing does.
func (pt *painter) step(old, now []string, p colorprofile.Profile) []byte {
	var b []byte
	for y := range now {
		if old[y] == now[y] {
			continue
		}
		if b == nil {
			b = append(make([]byte, 0, 1024), paintBegin...)
		}
		b = pt.line(b, y, old[y], now[y])
	}
	if b == nil {
		return nil
	}
	return inColours(append(b, paintEnd...), p)
}

// cell is one cell of a line. Behind a wide character comes one without text.
type cell struct{ text, style string }

// mergeGap is how many equal cells between two changes are drawn again: going round them would take as many bytes.
const mergeGap = 10

// line draws the cells of a line that changed, in as many runs as they lie in.
func (pt *painter) line(b []byte, y int, old, now string) []byte {
	pt.was, pt.is = cells(pt.was[:0], old), cells(pt.is[:0], now)
	was, is := pt.was, pt.is
	if len(was) != len(is) { // not the same width: never of one screen, but then all of it
		return append(goTo(b, y, 0), now...)
	}
	for x := 0; x < len(is); x++ {
		if was[x] == is[x] {
			continue
		}
		end, equal := x+1, 0
		for i := end; i < len(is) && equal <= mergeGap; i++ {
			if was[i] == is[i] {
				equal++
				continue
			}
			end, equal = i+1, 0
		}
		b = drawRun(goTo(b, y, x), is[x:end])
		x = end
	}
	return b
}

// drawRun writes cells with as few changes of style as they need, and leaves the default style behind.
func drawRun(b []byte, run []cell) []byte {
	style := ""
	for _, c := range run {
		if c.style != style {
			if style != "" {
				b = append(b, plain...)
			}
			style = c.style
			b = append(b, style...)
		}
		b = append(b, c.text...)
	}
	if style != "" {
		b = append(b, plain...)
	}
	return b
}

// cells takes a line apart, and adds its cells to others. It begins and ends in the default style; other sequences than
// those of style there are none.
func cells(out []cell, line string) []cell {
	style := ""
	for len(line) > 0 {
		if line[0] == '\x1b' {
			n := sequence(line)
			style = restyle(style, line[:n])
			line = line[n:]
			continue
		}
		if n := letter(line); n > 0 {
			out = append(out, cell{line[:n], style})
			line = line[n:]
			continue
		}
		cluster, w := kit.FirstLetter(line)
		switch {
		case w > 0:
			out = append(out, cell{cluster, style})
		case len(out) > 0:
			out[len(out)-1].text += cluster
		}
		for ; w > 1; w-- {
			out = append(out, cell{"", style})
		}
		line = line[len(cluster):]
	}
	return out
}

// letter is the length of the character that a text begins with, where it certainly takes one cell and nothing is
// joined to it, as almost always; else 0.
func letter(s string) int {
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

// goTo places the cursor; row and column count from 0.
func goTo(b []byte, y, x int) []byte {
	b = append(b, "\x1b["...)
	b = strconv.AppendInt(b, int64(y+1), 10)
	b = append(b, ';')
	b = strconv.AppendInt(b, int64(x+1), 10)
	return append(b, 'H')
}

// inColours reduces colours to those that a terminal has. The screens use 256, so that for most there is nothing to do.
func inColours(b []byte, p colorprofile.Profile) []byte {
	if p >= colorprofile.TrueColor || p == colorprofile.ANSI256 && !bytes.Contains(b, []byte("8;2;")) {
		return b
	}
	var out bytes.Buffer
	w := colorprofile.Writer{Forward: &out, Profile: p}
	if _, err := w.Write(b); err != nil {
		return b
	}
	return out.Bytes()
}

// fit makes a picture have as many lines as the terminal.
func fit(lines []string, w, h int) []string {
	for len(lines) < h {
		lines = append(lines, strings.Repeat(" ", w))
	}
	return lines[:h]
}
