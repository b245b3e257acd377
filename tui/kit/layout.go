// Package kit is what the screens share: widths of text, styles of a theme, rows and panels, the division of the
// terminal, key tables, and fields being typed in. It knows nothing of meetings.
package kit

import "strings"

// Rect is a part of the screen, in cells. One without width or height is not shown.
type Rect struct{ X, Y, W, H int }

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

// Review is where the parts of the review screen stand.
type Review struct {
	Units   Rect // who is there, and how far along
	Head    Rect // the unit under review
	Tree    Rect // criteria
	Detail  Rect // the criterion under the cursor
	Ranking Rect // live standings
	Compact bool // Units and Ranking are one line each
}

// Widths of the review screen's columns. The side columns fold away before the tree loses anything.
const (
	unitsWidth   = 21
	rankingRest  = 23 // of the ranking, beside the names
	shortestName = 10
	longestName  = 14
	treeWidth    = 58 // the least at which titles can be read
	gap          = 2
	detailWidth  = 50
	detailHeight = 9
)

// ArrangeReview divides a body for the review screen; names is how many cells the longest name of a unit takes.
func ArrangeReview(b Rect, names int) Review {
	var r Review
	left, right := b.X, b.X+b.W
	rankingWidth := rankingRest + min(max(names, shortestName), longestName)
	if b.W >= 150 {
		rankingWidth += min(max(names-longestName, 0), 8)
	}
	if b.W >= unitsWidth+gap+treeWidth+gap+rankingWidth {
		r.Units = Rect{left, b.Y, unitsWidth, b.H}
		left += unitsWidth + gap
	}
	if b.W >= treeWidth+gap+rankingWidth {
		r.Ranking = Rect{right - rankingWidth, b.Y, rankingWidth, b.H}
		right -= rankingWidth + gap
	}
	top, bottom := b.Y, b.Y+b.H
	r.Compact = !r.Units.Shown()
	if r.Compact && b.H >= 12 {
		r.Units = Rect{left, top, right - left, 1}
		top++
	}
	if !r.Ranking.Shown() && b.H >= 12 {
		bottom--
		r.Ranking = Rect{left, bottom, right - left, 1}
	}
	head := 2
	if b.H < 8 {
		head = 1
	}
	r.Head = Rect{left, top, right - left, min(head, bottom-top)}
	top += r.Head.H
	switch w := right - left; {
	case w >= treeWidth+20+gap+detailWidth: // room beside the tree
		r.Detail = Rect{right - detailWidth, top, detailWidth, bottom - top}
		r.Tree = Rect{left, top, w - detailWidth - gap, bottom - top}
	case bottom-top >= 8+4:
		d := min(detailHeight, (bottom-top)/3)
		r.Detail = Rect{left, bottom - d, w, d}
		r.Tree = Rect{left, top, w, bottom - top - d}
	default:
		r.Tree = Rect{left, top, w, bottom - top}
	}
	return r
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

// Inset is the middle of a rectangle, at most so wide.
func Inset(r Rect, widest int) Rect {
	if r.W <= widest {
		return r
	}
	return Rect{r.X + (r.W-widest)/2, r.Y, widest, r.H}
}
