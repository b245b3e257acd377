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

// oneGo is how many bytes arrive at once on any line: they fit into one packet of a network with what SSH adds, and
// into what a terminal reads in one go. Nobody sees the half of such a picture, and nothing need be asked for it.
const oneGo = 1024

// Pen puts pictures into bytes. It keeps what it works on from one to the next; the zero value is ready. It is for one
// goroutine.
type Pen struct {
	was, is []cell
	runs    []run  // what of is differs
	try     []byte // a turn whose length is wanted

	// Where the terminal stands while a picture is drawn.
	b     []byte
	y, x  int
	known bool // y and x are sure
	style string
	mono  bool // colours are taken out of styles afterwards
}

// Whole draws a picture, whatever stood there before. With wipe it clears the terminal first, which shows where that
// is larger than the picture, or not known.
func (p *Pen) Whole(now *Picture, t Terminal, wipe bool) []byte {
	size := len(begin) + len(end) + 16
	for _, line := range now.Lines {
		size += len(line) + 8
	}
	p.start(size, t)
	p.b = append(p.b, plain...)
	if wipe {
		p.b = append(p.b, ansi.EraseEntireScreen...)
	}
	for y := range now.H {
		p.is = cells(p.is[:0], now.line(y), now.W)
		p.draw(run{y: y, to: now.W}, p.is)
	}
	return p.finish(nil, now, t)
}

// Step draws what differs between two pictures of one size; nil where nothing does.
func (p *Pen) Step(old, now *Picture, t Terminal) []byte {
	p.b, p.is, p.runs = nil, p.is[:0], p.runs[:0]
	for y := range now.H {
		if was, is := old.line(y), now.line(y); was != is {
			var r reader
			p.was, p.is = r.bothCells(p.was[:0], p.is, was, is, now.W)
			p.compare(y, len(p.is)-now.W)
		}
	}
	if len(p.runs) > 0 {
		p.start(oneGo, t)
		p.drawRuns(now.W)
	}
	if p.b == nil && old.Colours == now.Colours && same(old.Cursor, now.Cursor) {
		return nil
	}
	return p.finish(old, now, t)
}

func same(a, b *kit.Cursor) bool { return a == b || a != nil && b != nil && *a == *b }

// start begins a picture.
func (p *Pen) start(size int, t Terminal) {
	p.mono = t.Profile < colorprofile.ANSI
	p.b = append(make([]byte, 0, size), begin...)
	p.known = false
}

// finish leaves the default style, and puts colours and cursor where they belong. A nil old is not known.
func (p *Pen) finish(old, now *Picture, t Terminal) []byte {
	drawn := p.b != nil
	if !drawn {
		p.b, p.known = make([]byte, 0, 64), false
	}
	p.turn("")
	switch {
	case old == nil:
		p.b = append(p.b, now.from(Colours{Text: "?", Background: "?"})...)
	default:
		p.b = append(p.b, now.from(old.Colours)...)
	}
	shown := old != nil && old.Cursor != nil
	switch {
	case now.Cursor == nil && (shown || old == nil):
		p.b = append(p.b, ansi.ResetModeTextCursorEnable...)
	case now.Cursor != nil && (drawn || !same(old.Cursor, now.Cursor)):
		p.move(now.Cursor.Y, now.Cursor.X)
	}
	b := inColours(p.b, t.Profile)
	p.b = nil
	atOnce := !drawn || len(b) <= oneGo
	hides := !atOnce && shown && now.Cursor != nil && !t.Synced // it would be seen to jump about
	if now.Cursor != nil && (!shown || hides) {
		b = append(b, ansi.SetModeTextCursorEnable...)
	}
	if hides {
		b = append([]byte(ansi.ResetModeTextCursorEnable), b...)
	}
	switch {
	case !drawn:
		return b
	case atOnce:
		return b[len(begin):]
	}
	return append(b, end...)
}

// turn goes on in a style.
func (p *Pen) turn(style string) {
	if p.mono {
		p.b = turnWhole(p.b, p.style, style)
	} else {
		p.b = turn(p.b, p.style, style)
	}
	p.style = style
}

// turning is how many bytes it takes to go from one style to another.
func (p *Pen) turning(from, to string) int {
	if from == to {
		return 0
	}
	p.try = turn(p.try[:0], from, to)
	return len(p.try)
}

// draw draws a run of the cells of a line.
func (p *Pen) draw(r run, line []cell) {
	to := r.to
	last := r.last(line)
	clear := r.clears(line)
	if clear {
		to = last
	}
	p.move(r.y, r.from)
	for x := r.from; x < to; x++ {
		c := line[x]
		if c.text == "" {
			continue // the second half of the one before
		}
		if n := blanks(line[x:to]); n > 0 && p.erase(r.y, x, n, x+n == to) {
			x += n - 1
			continue
		}
		if !c.blank() || blankStyle(p.style) != "" { // else it looks the same in the style that there is
			p.turn(c.style)
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
				p.move(r.y, x+1)
			}
		}
	}
	if p.x >= len(line) {
		p.known = false // on the last cell, or behind it
	}
	if clear {
		p.move(r.y, to)
		p.unseen()
		p.b = append(p.b, ansi.EraseLineRight...)
	}
}

// blanks is how many blank cells a part of a line begins with.
func blanks(line []cell) (n int) {
	for n < len(line) && line[n].blank() {
		n++
	}
	return n
}

// erase makes so many cells blank without going over them, where that takes fewer bytes; after the last of a run nobody
// goes on behind them.
func (p *Pen) erase(y, x, n int, last bool) bool {
	cost := len("\x1b[X") + digits(n)
	if !last {
		cost += lenRight(n)
	}
	if cost >= n {
		return false
	}
	p.move(y, x)
	p.unseen()
	p.b = append(p.b, "\x1b["...)
	p.b = append(strconv.AppendInt(p.b, int64(n), 10), 'X')
	if !last {
		p.move(y, x+n)
	}
	return true
}

// unseen leaves a style that erased cells would be seen to have.
func (p *Pen) unseen() {
	if blankStyle(p.style) != "" {
		p.turn("")
	}
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
