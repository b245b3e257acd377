package paint

import (
	"bytes"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"thidua/tui/kit"
)

// Terminal is what is known of a terminal, and changes how a picture is put into bytes.
type Terminal struct {
	Profile colorprofile.Profile
	Synced  bool // it is known to show what comes between begin and end at once
}

// Every picture is drawn in one go: terminals that know synchronized output show it at once, the others ignore the
// request.
const (
	begin = ansi.SetModeSynchronizedOutput
	end   = ansi.ResetModeSynchronizedOutput
)

// Pen puts pictures into bytes. It keeps what it works on from one to the next; the zero value is ready. It is for one
// goroutine.
type Pen struct {
	was, is []cell

	// Where the terminal stands while a picture is drawn.
	b     []byte
	y, x  int
	known bool // y and x are sure
	style string
}

// Whole draws a picture, whatever stood there before. With wipe it clears the terminal first, which shows where that
// is larger than the picture, or not known.
func (p *Pen) Whole(now *Picture, t Terminal, wipe bool) []byte {
	size := len(begin) + len(end) + 16
	for _, line := range now.Lines {
		size += len(line) + 8
	}
	p.start(size)
	p.b = append(p.b, plain...)
	if wipe {
		p.b = append(p.b, ansi.EraseEntireScreen...)
	}
	for y := range now.H {
		p.is = cells(p.is[:0], now.line(y), now.W)
		p.run(y, 0, p.is, now.W)
	}
	return p.finish(nil, now, t)
}

// Step draws what differs between two pictures of one size; nil where nothing does.
func (p *Pen) Step(old, now *Picture, t Terminal) []byte {
	p.b = nil
	for y := range now.H {
		if was, is := old.line(y), now.line(y); was != is {
			p.line(y, was, is, now.W)
		}
	}
	if p.b == nil && old.Colours == now.Colours && same(old.Cursor, now.Cursor) {
		return nil
	}
	return p.finish(old, now, t)
}

func same(a, b *kit.Cursor) bool { return a == b || a != nil && b != nil && *a == *b }

// start begins a picture.
func (p *Pen) start(size int) {
	p.b = append(make([]byte, 0, size), begin...)
	p.known = false
}

// finish leaves the default style, and puts colours and cursor where they belong. A nil old is not known.
func (p *Pen) finish(old, now *Picture, t Terminal) []byte {
	drawn := p.b != nil
	if !drawn {
		p.b = make([]byte, 0, 64)
	}
	p.b, p.style = turn(p.b, p.style, ""), ""
	b := inColours(p.b, t.Profile)
	p.b = nil
	switch {
	case old == nil:
		b = append(b, now.from(Colours{Text: "?", Background: "?"})...)
	default:
		b = append(b, now.from(old.Colours)...)
	}
	shown := old != nil && old.Cursor != nil
	switch {
	case now.Cursor == nil && (shown || old == nil):
		b = append(b, ansi.ResetModeTextCursorEnable...)
	case now.Cursor != nil && (drawn || !same(old.Cursor, now.Cursor)):
		b = goTo(b, now.Cursor.Y, now.Cursor.X)
	}
	hides := drawn && shown && now.Cursor != nil && !t.Synced // it would be seen to jump about
	if now.Cursor != nil && (!shown || hides) {
		b = append(b, ansi.SetModeTextCursorEnable...)
	}
	if !drawn {
		return b
	}
	if hides {
		b = append([]byte(ansi.ResetModeTextCursorEnable), b...)
	}
	return append(b, end...)
}

// line draws the cells of a line that changed, in as many runs as they lie in.
func (p *Pen) line(y int, was, is string, w int) {
	p.was, p.is = cells(p.was[:0], was, w), cells(p.is[:0], is, w)
	for x := 0; x < w; x++ {
		if p.was[x] == p.is[x] {
			continue
		}
		if p.b == nil {
			p.start(1024)
		}
		x = p.run(y, x, p.is, p.changed(x)) - 1
	}
}

// changed is the column behind a run of changes that begins at x. Equal cells between two changes are drawn again where
// going round them would take as many bytes.
func (p *Pen) changed(x int) (end int) {
	const around = 5 // bytes of a step to the right
	end = x + 1
	for i, cost := end, 0; i < len(p.is) && cost <= around; i++ {
		if p.was[i] != p.is[i] {
			end, cost = i+1, 0
			continue
		}
		cost += len(p.is[i].text)
		if p.is[i].style != p.is[i-1].style {
			cost += len(p.is[i].style) + len(plain)
		}
	}
	return end
}

// run draws the cells of a line from one column to before another, and gives the column behind what was drawn.
func (p *Pen) run(y, from int, line []cell, to int) int {
	last := len(line) // behind the last cell that is not blank
	for last > from && line[last-1].blank() {
		last--
	}
	clear := last < to && to-max(last, from) > len(ansi.EraseLineRight)
	if clear {
		to = max(last, from)
	}
	p.move(y, from)
	for x := from; x < to; x++ {
		c := line[x]
		if c.text == "" {
			continue // the second half of the one before
		}
		if !c.blank() || blankStyle(p.style) != "" { // else it looks the same in the style that there is
			p.b = turn(p.b, p.style, c.style)
			p.style = c.style
		}
		p.b = append(p.b, c.text...)
		p.x++
		for x+1 < len(line) && line[x+1].text == "" {
			x++
			p.x++
		}
		if !c.certain() {
			p.known = false
			if x+1 < to {
				p.move(y, x+1)
			}
		}
	}
	if p.x >= len(line) {
		p.known = false // on the last cell, or behind it
	}
	if clear {
		p.move(y, to)
		p.b = append(turn(p.b, p.style, ""), ansi.EraseLineRight...)
		p.style = ""
		return len(line)
	}
	return max(to, p.x)
}

// move goes to a cell.
func (p *Pen) move(y, x int) {
	switch {
	case p.known && y == p.y && x == p.x:
	case p.known && y == p.y && x > p.x:
		p.b = append(p.b, "\x1b["...)
		if x-p.x > 1 {
			p.b = strconv.AppendInt(p.b, int64(x-p.x), 10)
		}
		p.b = append(p.b, 'C')
	default:
		p.b = goTo(p.b, y, x)
	}
	p.y, p.x, p.known = y, x, true
}

// goTo places the cursor; row and column count from 0.
func goTo(b []byte, y, x int) []byte {
	b = append(b, "\x1b["...)
	if y > 0 || x > 0 {
		b = strconv.AppendInt(b, int64(y+1), 10)
	}
	if x > 0 {
		b = append(b, ';')
		b = strconv.AppendInt(b, int64(x+1), 10)
	}
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
