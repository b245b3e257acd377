package board

import (
	"strings"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the board: as large as the terminal allows for all units at once.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	t := env.Snap.Standings(scoring.Agreed)
	foot := s.foot(env, body.W)
	var cursor *screen.Cursor
	if s.form != nil {
		h := min(s.form.Height(), body.H-3)
		foot, cursor = s.form.Draw(env, kit.Rect{X: body.X, Y: body.Y + body.H - h, W: body.W, H: h})
		foot = kit.Fill(foot, body.W, h)
	}
	top := 1
	if large := t.Len() * kit.FigureSmall.Height(); env.Projector && s.form == nil && body.H-top-len(foot) < large &&
		body.H >= large { // for the room large figures go before what stands around them
		foot = nil
		top = min(body.H-large, top)
	}
	rows := body.H - top - len(foot)
	p := s.plan(env, t, body.W, rows)
	area := kit.Rect{X: body.X, Y: body.Y + top, W: body.W, H: rows}
	w := s.list.Place(area, p.height)
	if w < body.W { // the marks take some cells
		p = s.plan(env, t, w, rows)
		s.list.Place(area, p.height)
	}
	lines := []string{s.head(env, p, w) + kit.Blank(body.W-w)}[:top]
	lines = append(lines, s.list.Draw(env.Styles, func(c *kit.Canvas, unit int, _ bool) {
		c.Add(s.block(env, p, t, unit, c.W)...)
	})...)
	lines = append(kit.Fill(lines, body.W, body.H-len(foot)), foot...)
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}, Cursor: cursor}
}

// plan is how the board is laid out for a terminal: the size of its figures, the lines a unit takes, the widths of the
// columns.
type plan struct {
	size   kit.FigureSize
	height int
	t      table.Table // the standings
	field  table.Table // the field that the board is sorted by, by unit; empty: none

	rank, move, name, total int
	words                   kit.Grid // what stands beside the figures

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
	for _, size := range []kit.FigureSize{kit.FigureBig, kit.FigureSmall, kit.FigurePlain} {
		p.size = size
		p.total = max(kit.Width(kit.Figures(widest, size)[0]), totalWidth)
		p.rank = kit.Width(kit.Figures(rank, size)[0])
		p.height = size.Height()
		fits := p.rank+1+p.move+p.name+2+p.total+2+signWidth <= w && t.Len()*p.height <= rows
		if size == kit.FigurePlain || fits {
			break
		}
	}
	if t.Len()*(p.height+1) <= rows {
		p.height++ // air between the units
	}
	if env.Projector && p.size == kit.FigureBig && p.height > p.size.Height() {
		p.letter(env, w)
	}
	p.fit(w)
	return p
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

// number is what the board shows of a place: what it is ranked by, or what one field gives the unit.
func (p *plan) number(t scoring.Table, i int) string {
	if p.field.Len > 0 {
		return p.field.At(t.At(i).Unit, "points").Text
	}
	return p.t.At(i, "measure").Text
}

// head is the heads of the columns.
func (s *Screen) head(env screen.Env, p plan, w int) string {
	st := env.Styles.Title
	head := func(id string) string { return p.t.HeadText(p.t.Index(id)) }
	number := head("measure")
	if s.field >= 0 {
		n := &env.Snap.Rulebook().Criteria[s.field]
		number = n.Code + " " + n.Label()
	}
	rank := max(p.rank, 4)
	row := kit.NewRow(w).Right(st, head("rank"), rank).Gap(1+p.move-(rank-p.rank)).
		Left(st, head("unit"), p.name).Gap(2).Right(st, number, p.total)
	return p.words.HeadIn(row, env.Styles).String()
}

// block is one unit: as many lines as the plan gives it, its words beside the middle of its figures.
func (s *Screen) block(env screen.Env, p plan, t scoring.Table, unit, w int) []string {
	if p.banners {
		return s.lettered(env, p, t, unit, w)
	}
	st, i := env.Styles, t.Place(unit)
	rank, total := kit.Figures(p.t.At(i, "rank").Text, p.size), kit.Figures(p.number(t, i), p.size)
	moved, awarded := p.t.At(i, "moved"), st.Of(p.t.At(i, "sign").Class)
	middle := len(total) / 2
	var lines []string
	for y := range p.height {
		row := kit.NewRow(w)
		if unit == s.unit && y < len(total) && !env.Projector {
			row = kit.NewMarked(w, st.Cursor)
		}
		switch {
		case y >= len(total):
		case y == middle:
			row.Right(st.Accent, rank[y], p.rank).Gap(1).Left(st.Of(moved.Class), moved.Text, p.move)
			row.Left(st.Strong, strings.ToUpper(p.t.At(i, "unit").Text), p.name).Gap(2)
			s.words(env, p, row.Right(awarded, total[y], p.total), i)
		default:
			row.Right(st.Accent, rank[y], p.rank).Gap(1 + p.move)
			just := ""
			if y == middle+1 {
				just = s.justWords(env, unit)
			}
			row.Left(st.Dim, just, p.name).Gap(2).Right(awarded, total[y], p.total)
			if y == middle+1 && s.field < 0 {
				row.Right(st.Rule, gapBar(t, i), p.words.W("gap"))
			}
		}
		lines = append(lines, row.String())
	}
	return lines
}

// lettered is one unit with its name in large letters, on one base line with its figures.
func (s *Screen) lettered(env screen.Env, p plan, t scoring.Table, unit, w int) []string {
	st, i := env.Styles, t.Place(unit)
	rank, total := kit.Figures(p.t.At(i, "rank").Text, p.size), kit.Figures(p.number(t, i), p.size)
	name, _ := kit.Banner(p.t.At(i, "unit").Text, 1)
	awarded := st.Of(p.t.At(i, "sign").Class)
	var lines []string
	for y := range p.height {
		row := kit.NewRow(w)
		figure := func(of []string) string {
			if y < len(of) {
				return of[y]
			}
			return ""
		}
		letters := ""
		if line := y - (len(total) + 1 - len(name)); line >= 0 && line < len(name) {
			letters = name[line]
		}
		moved := ""
		if y == len(total)/2 {
			moved = p.t.At(i, "moved").Text
		}
		row.Right(st.Accent, figure(rank), p.rank).Gap(1).Left(st.Warn, moved, p.move).Left(st.Strong, letters,
			p.name).Gap(2).Right(awarded, figure(total), p.total)
		switch y {
		case len(total) / 2:
			s.words(env, p, row, i)
		case len(total)/2 + 1:
			row.Right(st.Rule, gapBar(t, i), p.words.W("gap"))
		}
		lines = append(lines, row.String())
	}
	return lines
}

// words are a unit's gap, award and what its total is made of; sorted by a field there is no gap.
func (s *Screen) words(env screen.Env, p plan, row *kit.Row, i int) {
	p.words.RowIn(row, env.Styles, i, func(id string, row *kit.Row, w int) bool {
		if id != "gap" || s.field < 0 {
			return false
		}
		row.Gap(w)
		return true
	})
}

// gapBar is the gap to the unit above as a thin bar: as long as the gap is beside the largest in the ranking.
func gapBar(t scoring.Table, i int) string {
	if i == 0 {
		return ""
	}
	return kit.Line("▔", t.Measure(i-1).Minus(t.Measure(i)).Steps(t.Measure(0).Minus(t.Measure(t.Len()-1)), gapWidth-1))
}

// justWords says how a unit has moved by the last decision.
func (s *Screen) justWords(env screen.Env, unit int) string {
	switch n := s.justMoved(unit); {
	case n > 0:
		return env.Say("↑%d vừa rồi", "↑%d just now", n)
	case n < 0:
		return env.Say("↓%d vừa rồi", "↓%d just now", -n)
	}
	return ""
}
