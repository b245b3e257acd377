package review

import "thidua/tui/kit"

// layout is where the parts of the review screen stand.
type layout struct {
	Units   kit.Rect // who is there, and how far along
	Head    kit.Rect // the unit under review
	Tree    kit.Rect // criteria
	Detail  kit.Rect // the criterion under the cursor
	Ranking kit.Rect // live standings
	Compact bool     // Units and Ranking are one line each
}

// Widths of the review screen's columns. The side columns fold away before the tree loses anything.
const (
	unitsWidth   = 22
	rankingRest  = 21 // of the ranking, beside the names; a share of the maximum and its sign take more
	shareRest    = 24
	shortestName = 10
	longestName  = 14
	treeWidth    = 58 // the least at which titles can be read
	gap          = 2
	detailWidth  = 50
	detailHeight = 9
)

// arrange divides a body for the review screen; names is how many cells the longest name of a unit takes, rest how many
// the ranking takes beside it.
func arrange(b kit.Rect, names, rest int) layout {
	r, middle := sides(b, names, rest)
	head := 2
	if b.H < 8 {
		head = 1
	}
	r.Head = kit.Rect{X: middle.X, Y: middle.Y, W: middle.W, H: min(head, middle.H)}
	if !r.Compact { // it stands above the titles, as they do behind the cell of the pointer
		r.Head.X, r.Head.W = r.Head.X+1, r.Head.W-1
	}
	middle.Y, middle.H = middle.Y+r.Head.H, middle.H-r.Head.H
	r.Tree, r.Detail = inside(middle)
	return r
}

// sides places the units and the ranking, beside the middle or as a line above and below it, and gives what is left.
func sides(b kit.Rect, names, rest int) (r layout, middle kit.Rect) {
	left, right := b.X, b.X+b.W
	rankingWidth := rest + min(max(names, shortestName), longestName)
	if b.W >= 150 {
		rankingWidth += min(max(names-longestName, 0), 8)
	}
	if b.W >= unitsWidth+1+treeWidth+gap+rankingWidth {
		r.Units = kit.Rect{X: left, Y: b.Y, W: unitsWidth, H: b.H}
		left += unitsWidth + 1 // the tree begins with the cell of the pointer
	}
	if b.W >= treeWidth+gap+rankingWidth {
		r.Ranking = kit.Rect{X: right - rankingWidth, Y: b.Y, W: rankingWidth, H: b.H}
		right -= rankingWidth + gap
	}
	top, bottom := b.Y, b.Y+b.H
	r.Compact = !r.Units.Shown()
	if r.Compact && b.H >= 12 {
		r.Units = kit.Rect{X: left, Y: top, W: right - left, H: 1}
		top++
	}
	if !r.Ranking.Shown() && b.H >= 12 {
		bottom--
		r.Ranking = kit.Rect{X: left, Y: bottom, W: right - left, H: 1}
	}
	return r, kit.Rect{X: left, Y: top, W: right - left, H: bottom - top}
}

// inside divides what is below the head: the detail beside the tree where there is room, else under it.
func inside(b kit.Rect) (tree, detail kit.Rect) {
	tree = b
	switch {
	case b.W >= treeWidth+20+gap+detailWidth:
		tree.W -= detailWidth + gap
		detail = kit.Rect{X: b.X + b.W - detailWidth, Y: b.Y, W: detailWidth, H: b.H}
	case b.H >= 8+4:
		d := min(detailHeight, b.H/3)
		tree.H -= d
		detail = kit.Rect{X: b.X, Y: b.Y + tree.H, W: b.W, H: d}
	}
	return tree, detail
}
