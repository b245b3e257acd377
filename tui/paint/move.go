package paint

import "strconv"

// How the cursor goes from one cell to another. Where it stands, it is sure only while a picture is drawn: the first
// way of each names the cell, so that what others write on the terminal between two pictures puts nothing out of place.

// move goes to a cell with as few bytes as that takes.
func (p *Pen) move(y, x int) {
	if p.known && y == p.y && x == p.x {
		return
	}
	start := len(p.b)
	p.b = goTo(p.b, y, x)
	if p.known {
		named := len(p.b) - start
		p.b = across(down(p.b, p.y, y), p.x, x)
		if stepped := len(p.b) - start - named; stepped < named {
			copy(p.b[start:], p.b[start+named:])
			p.b = p.b[:start+stepped]
		} else {
			p.b = p.b[:start+named]
		}
	}
	p.y, p.x, p.known = y, x, true
}

// down goes to another line, in the same column.
func down(b []byte, from, to int) []byte {
	switch {
	case to > from:
		return steps(b, to-from, 'B')
	case to < from:
		return steps(b, from-to, 'A')
	}
	return b
}

// across goes to another column of the line.
func across(b []byte, from, to int) []byte {
	const letters = 3 // so many steps to the left take no more bytes by themselves
	switch {
	case to == 0 && from > 0:
		return append(b, '\r')
	case to < from && from-to <= letters:
		return append(b, "\b\b\b"[:from-to]...)
	case to < from && digits(to+1) < digits(from-to):
		return steps(b, to+1, 'G')
	case to < from:
		return steps(b, from-to, 'D')
	case to > from:
		return steps(b, to-from, 'C')
	}
	return b
}

// steps is a sequence that does something so many times.
func steps(b []byte, n int, what byte) []byte {
	b = append(b, "\x1b["...)
	if n > 1 {
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return append(b, what)
}

// lenRight is how many bytes it takes to go so many cells to the right.
func lenRight(n int) int {
	if n <= 1 {
		return len("\x1b[C") * n
	}
	return len("\x1b[C") + digits(n)
}

// digits is how many digits a number has.
func digits(n int) (count int) {
	for count = 1; n >= 10; n /= 10 {
		count++
	}
	return count
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
