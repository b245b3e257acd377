package painttest

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// A sequence that begins with CSI, one for the terminal as such, and one that chooses letters.
var (
	csi = regexp.MustCompile(`^\x1b\[([<=>?]?)([0-9;:]*)([ !$]?)([@-~])`)
	osc = regexp.MustCompile(`^\x1b\]([0-9]+)(;[^\x07\x1b]*)?(?:\x07|\x1b\\)`)
)

func (e *Terminal) escape(s string) int {
	if m := csi.FindStringSubmatch(s); m != nil {
		e.control(m[0], m[1]+m[3]+m[4], m[2])
		return len(m[0])
	}
	if m := osc.FindStringSubmatch(s); m != nil {
		e.command(m[1], m[2])
		return len(m[0])
	}
	switch {
	case len(s) < 2 || s[1] == '[' || s[1] == ']' || s[1] == '(' && len(s) < 3:
		return 0
	case s[1] == 'M' && e.Y == e.top: // one line up
		e.scroll(e.top, -1)
	case s[1] == 'M':
		e.Y = max(e.Y-1, 0)
	case s[1] == '(': // which letters there are
		return 3
	case s[1] == '7' || s[1] == '8': // the cursor is kept, and put back
	default:
		e.Strange = append(e.Strange, s[:2])
	}
	return 2
}

// command is for the terminal as such: titles, what is copied, and colours with the question what they are.
func (e *Terminal) command(number, text string) {
	switch {
	case number == "0" || number == "2":
		e.Title = strings.TrimPrefix(text, ";")
		if e.OnTitle != nil {
			e.OnTitle(e.Title)
		}
	case number == "52":
		b, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(text, ";c;"))
		if e.Copied = string(b); err != nil {
			e.Strange = append(e.Strange, "OSC "+number+text)
		}
	case text == ";?":
		e.answer("\x1b]" + number + ";rgb:1010/1010/1010\x07")
	case number == "10" || number == "11" || number == "12":
		e.colours[number] = true
	case number == "110" || number == "111" || number == "112":
		delete(e.colours, number[1:])
	default:
		e.Strange = append(e.Strange, "OSC "+number+text)
	}
}

// control obeys a sequence; what is its kind without the numbers.
func (e *Terminal) control(whole, what, numbers string) {
	n, _ := strconv.Atoi(numbers)
	switch what {
	case "m": // colours of letters
		uv.ReadStyle(params(numbers), &e.style)
	case "?h", "?l":
		for mode := range strings.SplitSeq(numbers, ";") {
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
			e.Strange = append(e.Strange, whole)
		}
	}
}

// params are the numbers of a style.
func params(numbers string) (out ansi.Params) {
	if numbers == "" {
		return nil
	}
	for number := range strings.SplitSeq(numbers, ";") {
		n, _ := strconv.Atoi(number)
		out = append(out, ansi.Param(n))
	}
	return out
}

// mode switches something on or off.
func (e *Terminal) mode(mode string, on bool) {
	if mode == "1049" && on != e.modes[mode] { // the other screen
		if on {
			e.shell, e.shellX, e.shellY = e.Cells, e.X, e.Y
			e.Cells = blank(e.W*e.H, uv.Style{})
		} else {
			e.Left, e.Cells, e.X, e.Y = e.Cells, e.shell, e.shellX, e.shellY
		}
	}
	e.modes[mode] = on
}

// edit moves the cursor and changes letters; false: it does not know how.
func (e *Terminal) edit(what, numbers string, n int) bool {
	by, line := max(n, 1), e.Y*e.W
	at, end := line+min(e.X, e.W-1), line+e.W
	switch what {
	case "J":
		e.clear([]int{at, 0, 0}[n], []int{len(e.Cells), at + 1, len(e.Cells)}[n])
	case "K":
		e.clear([]int{at, line, line}[n], []int{end, at + 1, end}[n])
	case "X":
		e.clear(at, min(at+by, end))
	case "P": // letters go, those after them move up
		copy(e.Cells[at:end], e.Cells[min(at+by, end):end])
		e.clear(max(end-by, at), end)
	case "@": // room for letters, those after them move on
		copy(e.Cells[min(at+by, end):end], e.Cells[at:end])
		e.clear(at, min(at+by, end))
	case "b":
		last := e.Cells[line+max(min(e.X, e.W)-1, 0)].Text
		for range n {
			e.letter(last)
		}
	case "L":
		e.scroll(e.Y, -by)
	case "M":
		e.scroll(e.Y, by)
	case "T":
		e.scroll(e.top, -by)
	case "S":
		e.scroll(e.top, by)
	case "r":
		e.top, e.bottom = 1, e.H
		_, _ = fmt.Sscanf(numbers, "%d;%d", &e.top, &e.bottom)
		e.top, e.X, e.Y = e.top-1, 0, 0
	default:
		return e.travel(what, numbers, by)
	}
	return true
}

// travel moves the cursor; false: it does not know how.
func (e *Terminal) travel(what, numbers string, by int) bool {
	x := min(e.X, e.W-1)
	if what != "Z" && what != "I" {
		e.X = x // no line begins any more with the next letter
	}
	switch what {
	case "H":
		y, x := 1, 1
		_, _ = fmt.Sscanf(numbers, "%d;%d", &y, &x)
		e.Y, e.X = min(y, e.H)-1, min(x, e.W)-1
	case "A":
		e.Y = max(e.Y-by, 0)
	case "B":
		e.Y = min(e.Y+by, e.H-1)
	case "C":
		e.X = min(e.X+by, e.W-1)
	case "D":
		e.X = max(x-by, 0)
	case "Z": // back to the tab stop before
		for range by {
			e.X = max((min(e.X, e.W-1)-1)/8*8, 0)
		}
	case "I": // on to the next one
		for range by {
			e.X = min((e.X/8+1)*8, e.W-1)
		}
	case "G":
		e.X = min(by, e.W) - 1
	case "d":
		e.Y = min(by, e.H) - 1
	default:
		return false
	}
	return true
}

func (e *Terminal) clear(from, to int) {
	copy(e.Cells[from:to], blank(to-from, e.style))
}
