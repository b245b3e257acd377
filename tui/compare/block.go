package compare

import (
	"strings"

	"thidua/data/table"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// form is how a unit is drawn for the room, from the one that needs most room to the one that needs least.
type form uint8

const (
	inRow  form = iota // its name, what was agreed and its points large, and the bar
	beside             // its name, what was agreed large, and the points as text above the bar
	below              // the same below the name
	bare               // what was agreed large, below the name with the points: no bar
)

// block is where the units stand for the room: one below the other in columns beside one another, with what was agreed
// as large as there is room for. A draft that is typed does not move them.
type block struct {
	form          form
	size          kit.FigureSize
	columns, rows int
	w, height     int // of a unit: cells and lines
	air           int // lines below each
	name          int // cells of what stands side by side
	agreed        int
	points        int
	bar           int
	decimals      int // that the percents have at most
	t             table.Table
}

// Of the units for the room: how many at most, in how many columns; how many cells stand between parts and between
// columns; the shortest bars of the forms; and how many lines are left below them for what is typed, or said.
const (
	mostBlocks   = 60
	mostColumns  = 4
	blockGap     = 3
	besideGap    = 2
	shortBar     = 12
	shortestStub = 7
	leastBelow   = 5
)

// block lays the units out in so many cells and lines; ok is false where there is no room for large figures.
func (s *Screen) block(env screen.Env, w, room int) (b block, ok bool) {
	n := len(s.all.Units)
	if !env.Projector || n == 0 || n > mostBlocks {
		return b, false
	}
	rest := leastBelow
	if s.editor.Editing() {
		const spared = 1 // lines of the panel that may be missing, with the title that it has here
		rest = max(rest, s.editor.Height(env)-spared)
	}
	big, small := s.blockOf(env, kit.FigureBig, true), s.blockOf(env, kit.FigureSmall, true)
	narrow := s.blockOf(env, kit.FigureSmall, false) // its decimals do not stand under one another
	for _, c := range []struct {
		b     block
		forms []form
	}{{big, []form{inRow, beside, below}}, {small, []form{inRow, beside, below}},
		{small, []form{bare}}, {narrow, []form{bare}}} {
		for k := 1; k <= min(mostColumns, n); k++ {
			for _, f := range c.forms {
				if b, ok := c.b.laid(f, k, n, w, room-rest); ok {
					return b, true
				}
			}
		}
	}
	return b, false
}

// blockOf measures the units' names and figures in a size, with the decimals of the percents aligned or not.
func (s *Screen) blockOf(env screen.Env, size kit.FigureSize, aligned bool) block {
	b := block{size: size, t: s.all.Table(env.Lang), agreed: kit.Width(kit.Figures("100", size)[0])}
	b.name = kit.Width(b.t.HeadText(b.t.Index("unit")))
	if aligned {
		b.decimals = kit.Decimals(b.t, "agreed", 0, b.t.Len)
	}
	for unit, u := range env.Snap.Units() {
		b.name = max(b.name, kit.Width(u.Name()))
		b.agreed = max(b.agreed, kit.Width(b.drawn("agreed", unit)[0]))
		b.points = max(b.points, kit.Width(b.drawn("points", unit)[0]))
	}
	return b
}

// laid is the block in a form and a number of columns; ok is false where it is too wide or too high.
func (b block) laid(f form, columns, n, w, room int) (block, bool) {
	b.form, b.columns, b.rows = f, columns, (n+columns-1)/columns
	b.w = (w - (columns-1)*besideGap) / columns
	b.height = b.size.Height()
	least := 0
	switch f {
	case inRow:
		least, b.points, room = shortestBar, max(b.points, pointsWidth), room-1 // with a line of heads
		b.bar = b.w - pointer - b.name - b.agreed - b.points - 3*blockGap - farWidth
	case beside:
		least, b.bar = shortBar, b.w-pointer-b.name-b.agreed-2*besideGap
	case below:
		least, b.bar = shortestStub, b.w-pointer-b.agreed-besideGap
		b.height++
	case bare:
		b.bar = b.w - pointer - b.agreed
		b.height++
	}
	if b.bar < least || f == inRow && columns > 1 || f != beside && pointer+b.name > b.w || b.rows*b.height > room {
		return b, false
	}
	const forWords = 2 // lines more that are left below where there is air between the units
	if b.size == kit.FigureBig || b.rows*(b.height+1)+forWords <= room {
		b.air = 1
	}
	b.bar = min(b.bar, longestBar)
	return b, b.rows*(b.height+b.air) <= room
}

// drawn is a number of a unit, large; what is no number stands as text in the middle. Percents leave room for the
// decimals that others have.
func (b block) drawn(id string, unit int) []string {
	text := strings.TrimSpace(b.t.At(unit, id).Text)
	if strings.Trim(text, "0123456789.,%− ") == "" {
		figures := kit.Figures(text, b.size)
		if id == "agreed" && text != "" {
			room := kit.Width(kit.Figures(decimals(b.decimals), b.size)[0])
			room -= kit.Width(kit.Figures(decimals(kit.Decimals(b.t, id, unit, unit+1)), b.size)[0])
			for y := range figures {
				figures[y] += kit.Blank(room)
			}
		}
		return figures
	}
	out := make([]string, b.size.Height())
	for y := range out {
		out[y] = kit.Blank(kit.Width(text))
	}
	out[len(out)/2] = text
	return out
}

// decimals is a number with so many decimals.
func decimals(n int) string {
	if n == 0 {
		return "0"
	}
	return "0," + strings.Repeat("0", n)
}

// head is the line of the heads, where the parts stand below one another.
func (b block) head(env screen.Env, w int) string {
	st := env.Styles.Title
	head := func(id string) string { return b.t.HeadText(b.t.Index(id)) }
	row := kit.NewRow(w).Gap(pointer).Left(st, head("unit"), b.name).Gap(blockGap).
		Right(st, head("agreed"), b.agreed).Gap(blockGap).Right(st, head("points"), b.points).Gap(blockGap)
	return row.Left(env.Styles.Text, scale(b.bar), b.bar).String()
}
