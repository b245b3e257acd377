// Package kit is what the screens share: widths of text, styles of a theme, rows and panels, the division of the
// terminal, key tables, and fields being typed in. It knows nothing of meetings.
package kit

import "strings"

// Rect is a part of the screen, in cells. One without width or height is not shown.
type Rect struct{ X, Y, W, H int }

// Cursor is the cell in which the terminal's cursor belongs: there input methods show what they compose.
type Cursor struct{ X, Y int }

// Shown reports whether the rectangle has any room.
func (r Rect) Shown() bool { return r.W > 0 && r.H > 0 }

// Has reports whether a cell lies in it.
func (r Rect) Has(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// Frame is what every screen has around its content.
type Frame struct {
	Header, Top, Body, Bottom, Footer Rect
}

// The smallest terminal the program draws in. Below that it says so instead.
const (
	MinWidth  = 40
	MinHeight = 10
)

// Around divides a terminal into header, a rule, the body, a rule and footer.
func Around(w, h int) Frame {
	footer := 1
	if w < 100 && h >= 30 {
		footer = 2
	}
	return Frame{
		Header: Rect{0, 0, w, 1},
		Top:    Rect{0, 1, w, 1},
		Body:   Rect{0, 2, w, max(h-3-footer, 0)},
		Bottom: Rect{0, h - footer - 1, w, 1},
		Footer: Rect{0, h - footer, w, footer},
	}
}

// Placed is a part of the screen with its lines, each exactly as wide as the rectangle.
type Placed struct {
	Rect
	Lines []string
}

// Compose puts parts that do not overlap together into w by h cells.
func Compose(w, h int, parts ...Placed) string {
	var b strings.Builder
	b.Grow(w * h * 3)
	for y := range h {
		x := 0
		for x < w {
			next := w
			drawn := false
			for i := range parts {
				p := &parts[i]
				if y < p.Y || y >= p.Y+p.H || p.W == 0 || y-p.Y >= len(p.Lines) {
					continue
				}
				if p.X == x {
					b.WriteString(p.Lines[y-p.Y])
					x += p.W
					drawn = true
					break
				}
				if p.X > x {
					next = min(next, p.X)
				}
			}
			if !drawn {
				b.WriteString(spaces(next - x))
				x = next
			}
		}
		if y < h-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
