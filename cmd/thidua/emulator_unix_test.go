//go:build unix

package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// emulator is a small terminal: what the program uses of one. It knows how a shell's window is and tells what is
// different from that.
type emulator struct {
	mu      sync.Mutex
	w, h    int
	cells   []string // of the screen that is shown, row by row; the right half of a wide letter is empty
	shell   []string // of the shell's screen, while another one is shown
	x, y    int
	top     int             // the lines that scroll: from the first
	bottom  int             // to before this one
	modes   map[string]bool // those that were switched on or off, by number
	keys    int             // keyboard protocols that were put on top of the shell's
	cursor  string          // the shape
	colours map[string]bool // what was coloured anew: text, background, cursor
	all     []byte          // everything that was written
	rest    string
	strange []string      // what was not understood
	answer  func(string)  // sends what the program asks for
	changed chan struct{} // closed at each change
}

func newEmulator(w, h int, answer func(string)) *emulator {
	return &emulator{w: w, h: h, bottom: h, cells: blank(w * h), modes: map[string]bool{}, colours: map[string]bool{},
		answer: answer, changed: make(chan struct{})}
}

func blank(n int) []string {
	return strings.Split(strings.Repeat(" ", n), "")
}

func (e *emulator) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.all = append(e.all, p...)
	e.rest += string(p)
	for e.rest != "" {
		n := e.one(e.rest)
		if n == 0 {
			break // the rest of it is still to come
		}
		e.rest = e.rest[n:]
	}
	close(e.changed)
	e.changed = make(chan struct{})
	return len(p), nil
}

// one obeys the sequence, or shows the letter, that a text begins with, and gives its length; 0: it is not whole.
func (e *emulator) one(s string) int {
	switch s[0] {
	case '\r':
		e.x = 0
	case '\n':
		e.down()
	case '\b':
		e.x = max(e.x-1, 0)
	case '\t':
		e.x = min(e.x/8*8+8, e.w-1)
	case '\a':
	case '\x1b':
		return e.escape(s)
	default:
		return e.letter(s)
	}
	return 1
}

func (e *emulator) letter(s string) int {
	if !utf8.FullRuneInString(s) {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s)
	if rest := s[n:]; rest != "" && !utf8.FullRuneInString(rest) { // it may be a mark of this one
		return 0
	}
	cluster, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if w == 0 && e.x > 0 { // a mark that comes by itself
		e.cells[e.y*e.w+e.x-1] += cluster
		return len(cluster)
	}
	if e.x+w > e.w {
		e.x = 0
		e.down()
	}
	for i := range w {
		e.cells[e.y*e.w+e.x+i] = ""
	}
	e.cells[e.y*e.w+e.x] = cluster
	e.x += w
	return len(cluster)
}

// down goes to the next line; from the last of those that scroll they move up.
func (e *emulator) down() {
	if e.y != e.bottom-1 {
		e.y = min(e.y+1, e.h-1)
		return
	}
	e.scroll(e.top, 1)
}

// scroll moves the lines from one on to the last of those that scroll up, or down by fewer than none.
func (e *emulator) scroll(from, by int) {
	area := e.cells[from*e.w : e.bottom*e.w]
	n := min(max(by, -by)*e.w, len(area))
	if by > 0 {
		copy(area, area[n:])
		copy(area[len(area)-n:], blank(n))
		return
	}
	copy(area[n:], area[:len(area)-n])
	copy(area, blank(n))
}

// A sequence that begins with CSI, and one for the terminal as such.
var (
	csi = regexp.MustCompile(`^\x1b\[([<=>?]?)([0-9;:]*)([ !$]?)([@-~])`)
	osc = regexp.MustCompile(`^\x1b\]([0-9]+)(;[^\x07\x1b]*)?(?:\x07|\x1b\\)`)
)

func (e *emulator) escape(s string) int {
	if m := csi.FindStringSubmatch(s); m != nil {
		e.control(m[0], m[1]+m[3]+m[4], m[2])
		return len(m[0])
	}
	if m := osc.FindStringSubmatch(s); m != nil {
		e.command(m[1], m[2])
		return len(m[0])
	}
	switch {
	case len(s) < 2 || s[1] == '[' || s[1] == ']':
		return 0
	case s[1] == 'M' && e.y == e.top: // one line up
		e.scroll(e.top, -1)
	case s[1] == 'M':
		e.y = max(e.y-1, 0)
	default:
		e.strange = append(e.strange, s[:2])
	}
	return 2
}

// command is for the terminal as such: titles, and colours with the question what they are.
func (e *emulator) command(number, text string) {
	switch {
	case number == "0" || number == "2":
	case text == ";?":
		e.answer("\x1b]" + number + ";rgb:1010/1010/1010\x07")
	case number == "10" || number == "11" || number == "12":
		e.colours[number] = true
	case number == "110" || number == "111" || number == "112":
		delete(e.colours, number[1:])
	default:
		e.strange = append(e.strange, "OSC "+number+text)
	}
}

// control obeys a sequence; what is its kind without the numbers.
func (e *emulator) control(whole, what, numbers string) {
	n, _ := strconv.Atoi(numbers)
	switch what {
	case "m": // colours of letters
	case "?h", "?l":
		for _, mode := range strings.Split(numbers, ";") {
			e.mode(mode, what == "?h")
		}
	case "?$p":
		e.answer("\x1b[?" + numbers + ";2$y") // known, and off
	case ">u":
		e.keys++
	case "<u":
		e.keys -= max(n, 1)
	case "=u", "?u", "?W", ">m": // how keys are to be sent, which of that is known, tabs: as they are
	case " q":
		e.cursor = numbers
	default:
		if !e.edit(what, numbers, n) {
			e.strange = append(e.strange, whole)
		}
	}
}

// mode switches something on or off.
func (e *emulator) mode(mode string, on bool) {
	if mode == "1049" && on != e.modes[mode] { // the other screen
		if on {
			e.shell, e.cells = e.cells, blank(e.w*e.h)
		} else {
			e.cells = e.shell
		}
	}
	e.modes[mode] = on
}

// edit moves the cursor and changes letters; false: it does not know how.
func (e *emulator) edit(what, numbers string, n int) bool {
	by := max(n, 1)
	at := e.y*e.w + min(e.x, e.w-1)
	switch what {
	case "H":
		y, x := 1, 1
		_, _ = fmt.Sscanf(numbers, "%d;%d", &y, &x)
		e.y, e.x = min(y, e.h)-1, min(x, e.w)-1
	case "A":
		e.y = max(e.y-by, 0)
	case "B":
		e.y = min(e.y+by, e.h-1)
	case "C":
		e.x = min(e.x+by, e.w-1)
	case "D":
		e.x = max(min(e.x, e.w-1)-by, 0)
	case "Z": // back to the tab stop before
		for range by {
			e.x = max((min(e.x, e.w-1)-1)/8*8, 0)
		}
	case "I": // on to the next one
		for range by {
			e.x = min((e.x/8+1)*8, e.w-1)
		}
	case "G":
		e.x = min(by, e.w) - 1
	case "d":
		e.y = min(by, e.h) - 1
	case "J":
		e.clear([]int{at, 0, 0}[n], []int{len(e.cells), at + 1, len(e.cells)}[n])
	case "K":
		e.clear([]int{at, e.y * e.w, e.y * e.w}[n], []int{(e.y + 1) * e.w, at + 1, (e.y + 1) * e.w}[n])
	case "X":
		e.clear(at, min(at+by, (e.y+1)*e.w))
	case "P": // letters go, those after them move up
		end := (e.y + 1) * e.w
		copy(e.cells[at:end], e.cells[min(at+by, end):end])
		e.clear(max(end-by, at), end)
	case "@": // room for letters, those after them move on
		end := (e.y + 1) * e.w
		copy(e.cells[min(at+by, end):end], e.cells[at:end])
		e.clear(at, min(at+by, end))
	case "b":
		last := e.cells[at-1]
		for range n {
			e.letter(last)
		}
	case "L":
		e.scroll(e.y, -by)
	case "M":
		e.scroll(e.y, by)
	case "T":
		e.scroll(e.top, -by)
	case "S":
		e.scroll(e.top, by)
	case "r":
		e.top, e.bottom = 1, e.h
		_, _ = fmt.Sscanf(numbers, "%d;%d", &e.top, &e.bottom)
		e.top, e.x, e.y = e.top-1, 0, 0
	default:
		return false
	}
	return true
}

func (e *emulator) clear(from, to int) {
	for i := from; i < to; i++ {
		e.cells[i] = " "
	}
}

// text is the screen.
func (e *emulator) text() string {
	var b strings.Builder
	for y := range e.h {
		b.WriteString(strings.TrimRight(strings.Join(e.cells[y*e.w:(y+1)*e.w], ""), " ") + "\n")
	}
	return b.String()
}

// altered tells what is different from a shell's window: modes, keyboard, cursor, colours.
func (e *emulator) altered() (out []string) {
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
	return out
}
