package board

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the board: as large as the terminal allows for all units at once.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	t := env.Snap.Standings(scoring.Agreed)
	foot := s.foot(env, body.W)
	rows := body.H - 1 - len(foot)
	p := s.plan(env, t, body.W, rows)
	area := kit.Rect{X: body.X, Y: body.Y + 1, W: body.W, H: rows}
	w := s.list.Place(area, p.height)
	if w < body.W { // the marks take some cells
		p = s.plan(env, t, w, rows)
		s.list.Place(area, p.height)
	}
	lines := []string{s.head(env, p, w) + kit.Blank(body.W-w)}
	lines = append(lines, s.list.Draw(env.Styles, func(c *kit.Canvas, unit int, _ bool) {
		c.Add(s.block(env, p, t, unit, c.W)...)
	})...)
	lines = append(kit.Fill(lines, body.W, body.H-len(foot)), foot...)
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}}
}

// plan is how the board is laid out for a terminal: the size of its figures, the lines a unit takes, the widths of the
// columns.
type plan struct {
	size     kit.FigureSize
	height   int
	places   view.Places
	decimals int // of the points of a field

	rank, move, name, total, gap, award int
	criteria, bonus, penalty            int

	banners bool // names are drawn as large as the figures
}

// What the columns need.
const (
	moveWidth  = 4
	gapWidth   = 10
	awardWidth = 16
	signWidth  = 3
	nameWidth  = 24
	totalWidth = 9
)

// plan chooses the largest figures with which all units fit; details are left out before the total is. Where there are
// more units than lines, only those in sight are measured.
func (s *Screen) plan(env screen.Env, t scoring.Table, w, rows int) plan {
	first, last := 0, t.Len()
	if last > rows {
		first = max(t.Place(s.unit)-rows, 0)
		last = min(first+2*rows, last)
	}
	longest, widest, rank := 0, "", ""
	for i := first; i < last; i++ {
		x := t.At(i)
		longest = max(longest, kit.Width(env.Snap.Units()[x.Unit].Name()))
	}
	p := plan{places: view.PlacesOf(t, env.Lang), name: min(max(longest, 8), nameWidth), move: moveWidth,
		gap: gapWidth, award: awardWidth}
	p.decimals = s.fieldDecimals(env)
	for i := first; i < last; i++ {
		if n := s.number(env, p, t.At(i)); kit.Width(n) > kit.Width(widest) {
			widest = n
		}
		if r := p.places.Rank(i); len(r) > len(rank) {
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

// fit drops columns that have no room, and gives what is left to the award's words.
func (p *plan) fit(w int) {
	left := w - (p.rank + 1 + p.move + p.name + 2 + p.total + 2)
	take := func(width *int, want int) {
		if left < want {
			*width = 0
			return
		}
		*width = want
		left -= want
	}
	if left < signWidth { // a narrow terminal: the name gives way
		p.name = max(p.name-(signWidth-left), 6)
		left = signWidth
	}
	left -= signWidth
	take(&p.gap, gapWidth)
	take(&p.award, awardWidth)
	if p.award > 0 { // the words of a tie go before what the total is made of
		more := min(left, 12)
		p.award += more
		left -= more
	}
	take(&p.criteria, 12)
	take(&p.bonus, 9)
	take(&p.penalty, 9)
	if p.award > 0 {
		p.award += min(left, 12)
	}
}

// number is what the board shows of a unit: what it is ranked by, or what one field gives it.
func (s *Screen) number(env screen.Env, p plan, x scoring.Standing) string {
	if s.field >= 0 {
		return env.Snap.Units()[x.Unit].Points(scoring.Agreed, s.field).Fixed(env.Lang, p.decimals)
	}
	return p.places.Measured(p.places.Place(x.Unit))
}

// fieldDecimals is how many decimals it takes to tell apart what the field that the board is sorted by gives the units.
func (s *Screen) fieldDecimals(env screen.Env) int {
	if s.field < 0 {
		return 0
	}
	points := make([]scoring.Points, len(env.Snap.Units()))
	for i, u := range env.Snap.Units() {
		points[i] = u.Points(scoring.Agreed, s.field)
	}
	return scoring.Decimals(points...)
}

// head is the heads of the columns.
func (s *Screen) head(env screen.Env, p plan, w int) string {
	st := env.Styles.Title
	number := p.places.Head().In(env.Lang)
	if s.field >= 0 {
		n := &env.Snap.Rulebook().Criteria[s.field]
		number = n.Code + " " + n.Label()
	}
	rank := max(p.rank, 4)
	row := kit.NewRow(w).Right(st, env.Say("hạng", "rank"), rank).Gap(1+p.move-(rank-p.rank)).Left(st,
		env.Say("đơn vị", "unit"), p.name).Gap(2)
	row.Right(st, number, p.total).Right(st, env.Say("cách", "gap"), p.gap).Gap(2)
	if p.award > 0 {
		row.Left(st, env.Say("đề nghị khen thưởng", "proposed award"), p.award+signWidth)
	} else {
		row.Gap(signWidth)
	}
	row.Right(st, env.Say("tiêu chí", "criteria"), p.criteria).Right(st, env.Say("thưởng", "bonus"), p.bonus).Right(st,
		env.Say("trừ", "penalty"), p.penalty)
	return row.String()
}

// block is one unit: as many lines as the plan gives it, its words beside the middle of its figures.
func (s *Screen) block(env screen.Env, p plan, t scoring.Table, unit, w int) []string {
	st, x := env.Styles, t.At(t.Place(unit))
	u := env.Snap.Units()[unit]
	rank, total := kit.Figures(view.Rank(x), p.size), kit.Figures(s.number(env, p, x), p.size)
	_, _, awarded := award(env, p.places, x)
	middle := len(total) / 2
	if p.banners {
		return s.lettered(env, p, t, x, w)
	}
	var lines []string
	for y := range p.height {
		row := kit.NewRow(w)
		if unit == s.unit && y < len(total) && !env.Projector {
			row = kit.NewMarked(w, st.Cursor)
		}
		switch {
		case y >= len(total):
		case y == middle:
			row.Right(st.Accent, rank[y], p.rank).Gap(1).Left(st.Warn, view.Moved(view.PlacesWon(&env.Snap.State, x)),
				p.move).
				Left(st.Strong, strings.ToUpper(u.Name()), p.name).Gap(2).Right(awarded, total[y], p.total)
			s.words(env, p, row, t, x)
		default:
			row.Right(st.Accent, rank[y], p.rank).Gap(1 + p.move)
			just := ""
			if y == middle+1 {
				just = s.justWords(env, unit)
			}
			row.Left(st.Dim, just, p.name).Gap(2).Right(awarded, total[y], p.total)
			if y == middle+1 && p.gap > 0 && s.field < 0 {
				row.Right(st.Rule, s.gapBar(t, x), p.gap)
			}
		}
		lines = append(lines, row.String())
	}
	return lines
}

// lettered is one unit with its name in large letters, on one base line with its figures.
func (s *Screen) lettered(env screen.Env, p plan, t scoring.Table, x scoring.Standing, w int) []string {
	st := env.Styles
	rank, total := kit.Figures(view.Rank(x), p.size), kit.Figures(s.number(env, p, x), p.size)
	name, _ := kit.Banner(env.Snap.Units()[x.Unit].Name(), 1)
	_, _, awarded := award(env, p.places, x)
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
		if i := y - (len(total) + 1 - len(name)); i >= 0 && i < len(name) {
			letters = name[i]
		}
		moved := ""
		if y == len(total)/2 {
			moved = view.Moved(view.PlacesWon(&env.Snap.State, x))
		}
		row.Right(st.Accent, figure(rank), p.rank).Gap(1).Left(st.Warn, moved, p.move).Left(st.Strong, letters,
			p.name).Gap(2).Right(awarded, figure(total), p.total)
		switch y {
		case len(total) / 2:
			s.words(env, p, row, t, x)
		case len(total)/2 + 1:
			row.Right(st.Rule, s.gapBar(t, x), p.gap)
		}
		lines = append(lines, row.String())
	}
	return lines
}

// words are a unit's gap, award and what its total is made of.
func (s *Screen) words(env screen.Env, p plan, row *kit.Row, t scoring.Table, x scoring.Standing) {
	st := env.Styles
	if p.gap > 0 {
		text := ""
		if s.field < 0 {
			text = p.places.Distance(t.Place(x.Unit))
		}
		row.Right(st.Dim, text, p.gap)
	}
	sign, name, style := award(env, p.places, x)
	row.Gap(2).Left(style, sign, signWidth-1).Gap(1)
	if p.award > 0 {
		row.Left(style, name, p.award)
	}
	if p.criteria > 0 {
		row.Right(st.Dim, x.Criteria.Fixed(env.Lang, 2), p.criteria)
	}
	if p.bonus > 0 {
		row.Right(st.Good, grant(env, x.Bonus, "+"), p.bonus)
	}
	if p.penalty > 0 {
		row.Right(st.Bad, grant(env, x.Penalty, "−"), p.penalty)
	}
}

// gapBar is the gap to the unit above as a thin bar: as long as the gap is beside the largest in the ranking.
func (s *Screen) gapBar(t scoring.Table, x scoring.Standing) string {
	i := t.Place(x.Unit)
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
