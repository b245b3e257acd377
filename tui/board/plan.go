package board

import (
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// plan is how the board is laid out for a terminal: the size of its figures, the lines a unit takes, the widths of the
// columns.
type plan struct {
	size   kit.FigureSize
	height int
	t      table.Table // the standings
	field  table.Table // the field that the board is sorted by, by unit; empty: none

	rank, move, name, total int
	words                   kit.Grid // what stands beside the figures
	beside                  int      // cells of the words, the parts of the total with them
	fields, lines           int      // cells of the bars by field and of the places so far; 0: there is no room
	strip                   int      // lines of the picture below the ranking; 0: none

	ranks   kit.RankLines
	banners bool // names are drawn as large as the figures
}

// What the columns need.
const (
	moveWidth  = 4
	gapWidth   = 10
	awardWidth = 16
	tieWidth   = 12 // more, for what settled a tie
	signWidth  = 3
	nameWidth  = 24
	totalWidth = 9
	partWidth  = 9
	classWidth = 22

	pictureGap     = 2
	mostFields     = 24
	narrowestLines = 14
	widestLines    = 60
)

// plan chooses the largest figures with which all units fit; details are left out before the total is. Where there are
// more units than lines, only those in sight are measured.
func (s *Screen) plan(env screen.Env, t scoring.Table, w, rows int) plan {
	first, last := 0, t.Len()
	if last > rows {
		first = max(t.Place(s.unit)-rows, 0)
		last = min(first+2*rows, last)
	}
	p := plan{t: view.Standings(&env.Snap.State, scoring.Agreed, env.Lang), move: moveWidth}
	if s.field >= 0 {
		p.field = view.Across(&env.Snap.State, s.field).Table(env.Lang)
	}
	p.name = min(max(kit.Widest(p.t, "unit", first, last), 8), nameWidth)
	widest, rank := "", ""
	for i := first; i < last; i++ {
		if n := p.number(t, i); kit.Width(n) > kit.Width(widest) {
			widest = n
		}
		if r := p.t.At(i, "rank").Text; len(r) > len(rank) {
			rank = r
		}
	}
	p.choose(widest, rank, t.Len(), w, rows)
	spare := func(each int) int { return rows - t.Len()*each }
	air := spare(p.height+1) >= fewestStrip ||
		spare(p.height+1) >= 0 && (env.Projector || spare(p.height) < fewestStrip)
	switch {
	case p.size == kit.FigureBig:
		p.letter(env, w)
	case air:
		p.height++ // air between the units
	}
	p.fit(w)
	if !env.Projector && s.form == nil {
		p.picture(env, s.charted(env), w, spare(p.height), s.field < 0)
	}
	return p
}

// choose takes the largest figures for so many units.
func (p *plan) choose(widest, rank string, units, w, rows int) {
	for _, size := range []kit.FigureSize{kit.FigureBig, kit.FigureSmall, kit.FigurePlain} {
		p.size = size
		p.total = max(kit.Width(kit.Figures(widest, size)[0]), totalWidth)
		p.rank = kit.Width(kit.Figures(rank, size)[0])
		p.height = size.Height()
		if size == kit.FigureBig {
			p.height++ // the small ones have half a line of air of their own
		}
		fits := p.rank+1+p.move+p.name+2+p.total+2+signWidth <= w && units*p.height <= rows
		if size == kit.FigurePlain || fits {
			break
		}
	}
}

// picture lays the pictures out: beside the words those that have a line for each unit, below them the others.
func (p *plan) picture(env screen.Env, c *charts, w, below int, ranked bool) {
	if below >= fewestStrip {
		p.strip = min(below, mostStrip)
	}
	left := w - (p.rank + 1 + p.move + p.name + 2 + p.total)
	need := gapWidth + 1 + signWidth + 1 + awardWidth
	if p.words.Has("class") {
		need += 2 + classWidth
	}
	if n := len(c.fields); n <= mostFields && left-need >= n+pictureGap {
		p.fields = n
		left -= n + pictureGap
	}
	if n := min(left-need-pictureGap, widestLines); ranked && len(c.orders) > 1 && n >= narrowestLines {
		p.lines = n
		left -= n + pictureGap
	}
	if p.fields+p.lines > 0 {
		p.wordsIn(left)
	}
}

// letter draws the names as large as the figures, if there is room for every one.
func (p *plan) letter(env screen.Env, w int) {
	widest := 0
	for _, u := range env.Snap.Units() {
		lines, ok := kit.Banner(u.Name(), 1)
		if !ok || len(lines) > p.height {
			return
		}
		widest = max(widest, kit.Width(lines[0]))
	}
	if p.rank+1+p.move+widest+2+p.total+2+signWidth <= w {
		p.name, p.banners = widest, true
	}
}

// fit lays out what stands beside the figures: the words of a tie go before what the total is made of, and both
// before the gap.
func (p *plan) fit(w int) {
	left := w - (p.rank + 1 + p.move + p.name + 2 + p.total)
	if few := 2 + signWidth - left; few > 0 { // a narrow terminal: the name gives way
		p.name = max(p.name-few, 6)
		left = 2 + signWidth
	}
	p.wordsIn(left)
}

// wordsIn lays out the words in so many cells.
func (p *plan) wordsIn(left int) {
	p.beside = left
	words := func(award int, more ...kit.Col) kit.Grid {
		return kit.NewGrid(p.t, left, append([]kit.Col{
			{ID: "gap", W: gapWidth}, {ID: "sign", Before: 2, W: signWidth - 1},
			{ID: "outcome", Before: 1, W: award, Fills: true, Most: awardWidth + 2*tieWidth},
			{ID: "class", Before: 2, W: classWidth}}, more...)...)
	}
	p.words = words(awardWidth+tieWidth, kit.Col{ID: "criteria_part", W: partWidth + 3},
		kit.Col{ID: "bonus_part", W: partWidth}, kit.Col{ID: "penalty_part", W: partWidth})
	if !p.words.Has("outcome") {
		p.words = words(awardWidth)
	}
}
