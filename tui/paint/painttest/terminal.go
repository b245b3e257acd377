// Package painttest is a small terminal for tests: what thidua and the libraries that it was drawn with use of one. It
// knows how a shell's window is, and tells what is different from that.
package painttest

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Cell is one cell. The right half of a wide letter has no text.
type Cell struct {
	Text  string
	Style uv.Style
}

// Terminal is a terminal of W by H cells. What it has is guarded by Mu, and every change is told by closing Changed.
type Terminal struct {
	Mu      sync.Mutex
	W, H    int
	Cells   []Cell // of the screen that is shown, row by row
	X, Y    int    // the cursor
	All     []byte // everything that was written
	Bells   int
	Title   string
	Copied  string        // what is in the clipboard
	Strange []string      // what was not understood
	Changed chan struct{} // closed at each change
	Left    []Cell        // what the other screen showed when it was left last

	// OnTitle is called with each title, before anything else is obeyed. The caller of Write holds Mu.
	OnTitle func(title string)

	shell   []Cell // the shell's screen, while another one is shown
	shellX  int    // with its cursor
	shellY  int
	style   uv.Style
	top     int             // the lines that scroll: from the first
	bottom  int             // to before this one
	modes   map[string]bool // those that were switched on or off, by number
	keys    int             // keyboard protocols that were put on top of the shell's
	cursor  string          // the shape
	colours map[string]bool // what was coloured anew: text, background, cursor
	rest    string
	answer  func(string) // sends what the program asks for
}

// New makes a terminal whose answers go to a function; nil: it answers nothing.
func New(w, h int, answer func(string)) *Terminal {
	if answer == nil {
		answer = func(string) {}
	}
	return &Terminal{W: w, H: h, bottom: h, Cells: blank(w*h, uv.Style{}), modes: map[string]bool{},
		colours: map[string]bool{}, answer: answer, Changed: make(chan struct{})}
}

func blank(n int, st uv.Style) []Cell {
	cells := make([]Cell, n)
	for i := range cells {
		cells[i] = Cell{" ", uv.Style{Bg: st.Bg}}
	}
	return cells
}

// Resize makes it another size, with nothing on it.
func (e *Terminal) Resize(w, h int) {
	e.Mu.Lock()
	defer e.Mu.Unlock()
	e.W, e.H, e.top, e.bottom, e.X, e.Y, e.Cells = w, h, 0, h, 0, 0, blank(w*h, uv.Style{})
	e.shell, e.shellX, e.shellY = blank(w*h, uv.Style{}), 0, 0
}

// Write shows what a program writes.
func (e *Terminal) Write(p []byte) (int, error) {
	e.Mu.Lock()
	defer e.Mu.Unlock()
	e.All = append(e.All, p...)
	e.rest += string(p)
	for e.rest != "" {
		n := e.one(e.rest)
		if n == 0 {
			break // the rest of it is still to come
		}
		e.rest = e.rest[n:]
	}
	close(e.Changed)
	e.Changed = make(chan struct{})
	return len(p), nil
}

// Whole reports whether all that was written was understood, and ended in the default style.
func (e *Terminal) Whole() bool { return e.rest == "" && len(e.Strange) == 0 && e.style.IsZero() }

// one obeys the sequence, or shows the letter, that a text begins with, and gives its length; 0: it is not whole.
func (e *Terminal) one(s string) int {
	switch s[0] {
	case '\r':
		e.X = 0
	case '\n':
		e.down()
	case '\b':
		e.X = max(min(e.X, e.W-1)-1, 0)
	case '\t':
		e.X = min(e.X/8*8+8, e.W-1)
	case '\a':
		e.Bells++
	case '\x1b':
		return e.escape(s)
	default:
		return e.letter(s)
	}
	return 1
}

func (e *Terminal) letter(s string) int {
	if !utf8.FullRuneInString(s) {
		return 0
	}
	cluster, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if w == 0 && e.X > 0 { // a mark that comes by itself
		e.Cells[e.Y*e.W+e.X-1].Text += cluster
		return len(cluster)
	}
	if e.X+w > e.W {
		if on, said := e.modes["7"]; said && !on {
			e.X = e.W - w
		} else {
			e.X = 0
			e.down()
		}
	}
	e.part(e.X)
	e.part(e.X + w)
	for i := range w {
		e.Cells[e.Y*e.W+e.X+i] = Cell{"", e.style}
	}
	e.Cells[e.Y*e.W+e.X].Text = cluster
	e.X += w
	return len(cluster)
}

// part makes blanks of a wide letter whose right half begins at a column.
func (e *Terminal) part(x int) {
	if x <= 0 || x >= e.W || e.Cells[e.Y*e.W+x].Text != "" {
		return
	}
	e.Cells[e.Y*e.W+x].Text, e.Cells[e.Y*e.W+x-1].Text = " ", " "
}

// down goes to the next line; from the last of those that scroll they move up.
func (e *Terminal) down() {
	e.X = min(e.X, e.W-1)
	if e.Y != e.bottom-1 {
		e.Y = min(e.Y+1, e.H-1)
		return
	}
	e.scroll(e.top, 1)
}

// scroll moves the lines from one on to the last of those that scroll up, or down by fewer than none.
func (e *Terminal) scroll(from, by int) {
	area := e.Cells[from*e.W : e.bottom*e.W]
	n := min(max(by, -by)*e.W, len(area))
	if by > 0 {
		copy(area, area[n:])
		copy(area[len(area)-n:], blank(n, e.style))
		return
	}
	copy(area[n:], area[:len(area)-n])
	copy(area, blank(n, e.style))
}

// Text is the screen, without blanks at the ends of lines.
func (e *Terminal) Text() string {
	var b strings.Builder
	for y := range e.H {
		var line strings.Builder
		for _, c := range e.Cells[y*e.W : (y+1)*e.W] {
			line.WriteString(c.Text)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// Cursor reports whether the cursor is shown.
func (e *Terminal) Cursor() bool {
	on, said := e.modes["25"]
	return on || !said
}

// Altered tells what is different from a shell's window: modes, keyboard, cursor, colours.
func (e *Terminal) Altered() (out []string) {
	for mode, on := range e.modes {
		if usual := mode == "25" || mode == "7"; on != usual { // the cursor is seen, and lines wrap
			out = append(out, fmt.Sprintf("mode %s: %t", mode, on))
		}
	}
	if e.keys != 0 {
		out = append(out, fmt.Sprintf("%d keyboard protocols are left", e.keys))
	}
	if e.cursor != "" && e.cursor != "0" {
		out = append(out, "the cursor has shape "+e.cursor)
	}
	for colour := range e.colours {
		out = append(out, "colour "+colour)
	}
	if !e.style.IsZero() {
		out = append(out, "letters have a style")
	}
	if e.Title != "" {
		out = append(out, "the window is called "+e.Title)
	}
	return out
}
