package compare

import (
	"fmt"
	"slices"
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// headLines is how many lines stand above the units: the criterion and the heads of the columns.
const headLines = 4

// Widths of the columns beside the bar.
const (
	percentWidth  = 7
	agreedWidth   = 8
	pointsWidth   = 9
	evidenceWidth = 11
	farWidth      = 9
	shortestBar   = 20
	longestBar    = 85
)

// From how many cells on the chosen unit stands beside the bars, in how many, and how many lines a unit takes at most.
const (
	sideFrom  = 170
	sideWidth = 56
	tallest   = 3
)

// grids are the columns on either side of the bar, and how long the bar is: 0 where there is no room for one.
type grids struct {
	left, right kit.Grid
	name, bar   int
}

// pointer is how many cells the sign of the cursor takes.
const pointer = 2

func (s *Screen) grids(env screen.Env, w int) grids {
	g := grids{name: min(max(s.names, 8), 22)}
	left := g.name + percentWidth + agreedWidth + pointsWidth
	evidence := evidenceWidth
	rest := func() int { return w - pointer - left - 2 - evidence - farWidth }
	if env.Projector || rest() < shortestBar {
		evidence = 0
	}
	if g.bar = min(rest(), longestBar); g.bar < shortestBar/2 {
		g.bar = 0
	}
	t := s.all.Table(env.Lang)
	point := max(kit.Decimals(t, "self", 0, t.Len), kit.Decimals(t, "agreed", 0, t.Len))
	if t.Len > mostPointed {
		point = 0
	}
	g.left = kit.NewGrid(t, left, kit.Col{ID: "unit", W: g.name}, kit.Col{ID: "self", W: percentWidth, Point: point},
		kit.Col{ID: "agreed", W: agreedWidth, Point: point}, kit.Col{ID: "points", W: pointsWidth})
	g.right = kit.NewGrid(t, evidence+farWidth, kit.Col{ID: "evidence", W: evidence, Short: true},
		kit.Col{ID: "far", Before: 1, W: farWidth - 1})
	return g
}

// View draws the criterion, a line for each unit, and the median; below or beside them the chosen unit's evidence, and
// of a field a heat map of its like.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	if v, ok := s.room(env, body); ok {
		return v
	}
	s.cells = s.cells[:0]
	v := screen.View{}
	area, side := body, kit.Rect{}
	if body.W >= sideFrom && !env.Projector {
		area.W = body.W - sideWidth - 2
		side = kit.Rect{X: body.X + area.W + 2, Y: body.Y, W: sideWidth, H: body.H}
	}
	inPlace := s.Keeps(env, body)
	if s.editor.Editing() && !inPlace {
		panel := foot(body, min(area.W, 100))
		area.H = panel.Y - body.Y
		lines, cursor := s.panel(env, panel)
		v.Parts = append(v.Parts, kit.Placed{Rect: panel, Lines: lines})
		v.Cursor = cursor
	}
	lines := s.units(env, area, side.Shown(), inPlace)
	below := kit.Rect{X: area.X, Y: area.Y + len(lines), W: area.W, H: area.H - len(lines)}
	if below.H > 2 && !env.Projector && (inPlace || !s.editor.Editing()) {
		lines = append(lines, s.below(env, below, !side.Shown())...)
	}
	if inPlace {
		line := s.following(env, area.W)
		lines = append(kit.Fill(lines, area.W, area.H-len(line)), line...)
		v.Cursor = &screen.Cursor{X: area.X + s.editor.Cell(), Y: s.list.Y()}
	}
	v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
	if side.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: side, Lines: kit.Fill(s.about(env, side), side.W, side.H)})
	}
	return v
}

// inPlaceFrom is from how many cells on a number that is typed needs no panel, and draftWidth how many the ranking that
// would follow takes then: the places above and below.
const (
	inPlaceFrom = 100
	draftWidth  = 80
)

// Keeps reports whether a number is typed, and drawn in its own cell alone.
func (s *Screen) Keeps(env screen.Env, body kit.Rect) bool {
	const lines = headLines + 4
	return s.editor.InPlace() && !env.Projector && body.W >= inPlaceFrom && body.H >= lines
}

// KeptKeys are the keys that the footer goes on naming meanwhile.
func (s *Screen) KeptKeys(env screen.Env) []kit.Binding {
	return s.keys(env, s.editor.KeptKeys(env, s.at))
}

// foot is where what is typed stands in a panel.
func foot(body kit.Rect, w int) kit.Rect {
	const tall = 8
	panel := kit.Rect{X: body.X, Y: body.Y + body.H - tall, W: w, H: tall}
	if panel.Y < body.Y+headLines+1 {
		panel.Y, panel.H = body.Y+headLines+1, max(body.H-headLines-1, 0)
	}
	return panel
}

// following is what would follow from a number that is typed in its own cell, and the ranking around the unit.
func (s *Screen) following(env screen.Env, w int) []string {
	lines := s.editor.Line(env, w)
	if draft, ok := s.editor.DraftLine(env, min(w, draftWidth)); ok {
		lines = append(lines, draft+kit.Blank(w-draftWidth))
	}
	return lines
}

// units is the criterion, and a line for each unit with its bar: with air between them where there is more room than
// what else is said about the criterion takes.
func (s *Screen) units(env screen.Env, area kit.Rect, beside, inPlace bool) []string {
	lines := s.head(env, area.W)
	const footLines = 1
	room := max(area.H-len(lines)-1-footLines, 1)
	n, rest := len(s.all.Units), s.needed(env)
	if beside && env.Snap.Rulebook().Criteria[s.at.Node].Scored || env.Projector ||
		s.editor.Editing() && !inPlace {
		rest = 0
	}
	each := 1
	for each < tallest && n*(each+1)+rest <= room {
		each++
	}
	s.list.Select(s.at.Unit)
	w := s.list.Place(kit.Rect{X: area.X, Y: area.Y + len(lines) + 1, W: area.W, H: min(room, n*each)}, each)
	g := s.grids(env, w)
	lines = append(lines, g.head(env, w)+kit.Blank(area.W-w))
	lines = append(lines, s.list.Draw(env.Styles, func(p *kit.Canvas, unit int, _ bool) {
		p.Add(s.row(env, g, s.all.Units[unit], p.W))
		if each > 1 {
			p.Add(s.again(env, g, s.all.Units[unit], p.W, each < tallest))
		}
	})...)
	return append(lines, s.foot(env, g, area.W))
}

// panel is what is being typed, and as its last line the ranking that would follow.
func (s *Screen) panel(env screen.Env, area kit.Rect) ([]string, *screen.Cursor) {
	draft, ok := s.editor.DraftLine(env, area.W)
	if !ok || area.H < 2 {
		lines, cursor := s.editor.Sheet(env, area)
		return kit.Fill(lines, area.W, area.H), cursor
	}
	area.H--
	lines, cursor := s.editor.Sheet(env, area)
	return append(kit.Fill(lines, area.W, area.H), draft), cursor
}

// head is the criterion: its title, maximum and assessor.
func (s *Screen) head(env screen.Env, w int) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	n := &b.Criteria[s.at.Node]
	s.titled = w
	title := kit.Wrap(n.Code+"  "+n.Title, w, 2)
	if env.Projector && len(kit.Wrap(n.Code+"  "+n.Title, w, 0)) > len(title) { // the room sees nothing that is cut
		title = kit.Wrap(n.Code+"  "+n.Label(), w, 2)
	}
	for len(title) < 2 {
		title = append(title, "")
	}
	about := env.Say("tối đa %s", "of %s", n.Max)
	if n.Assessor != "" {
		about += " · " + n.Assessor
	}
	if n.Scored {
		about += fmt.Sprintf(" · %d/%d", n.First+1, len(b.Leaves()))
	}
	return []string{
		kit.NewRow(w).Put(st.Strong, title[0]).String(),
		kit.NewRow(w).Put(st.Strong, title[1]).String(),
		kit.NewRow(w).Put(st.Text, about).String(),
	}
}

// head is the line of the heads.
func (g grids) head(env screen.Env, w int) string {
	st := env.Styles
	row := g.left.HeadIn(kit.NewRow(w).Gap(pointer), st).Gap(2)
	if g.bar > 0 {
		row.Left(st.Text, scale(g.bar), g.bar)
	}
	return g.right.HeadIn(row, st).String()
}

// scale is the numbers above the bars.
func scale(w int) string {
	cells := []rune(strings.Repeat(" ", w))
	for _, p := range []int{0, 25, 50, 75, 100} {
		text := fmt.Sprint(p)
		at := min((w-1)*p/100, w-len(text))
		for i, r := range text {
			cells[at+i] = r
		}
	}
	return string(cells)
}

// row is one unit. What is being typed stands in the place of the agreed percent, and what it would be worth in that of
// the points.
func (s *Screen) row(env screen.Env, g grids, r view.Compared, w int) string {
	st := env.Styles
	line, sign := kit.NewRow(w), "  "
	if r.Unit == s.at.Unit {
		line, sign = kit.NewMarked(w, st.Cursor), "› "
	}
	line.Put(st.Accent, sign)
	if !r.Applies {
		return line.Left(st.Text, env.Snap.Units()[r.Unit].Name(), g.name).
			Put(st.Text, "   "+view.Off(env.Snap.Units()[r.Unit]).In(env.Lang)).String()
	}
	place, typed := screen.Place{Unit: r.Unit, Node: s.at.Node}, ""
	g.left.RowIn(line, st, r.Unit, func(id string, row *kit.Row, w int) bool {
		switch id {
		case "agreed":
			points, typing := s.editor.Inline(env, place, row, w)
			if typing {
				typed = view.Points(env.Lang, points)
			}
			return typing
		case "points":
			if typed != "" {
				row.Right(st.Strong, typed, w)
			}
			return typed != ""
		}
		return false
	})
	line.Gap(2)
	if g.bar > 0 {
		s.bar(env, line, r, g.bar)
	}
	return g.right.RowIn(line, st, r.Unit, nil).String()
}

// again is the bar of a unit once more, so that it is two lines thick, or one and a half.
func (s *Screen) again(env screen.Env, g grids, r view.Compared, w int, half bool) string {
	line := kit.NewRow(w).Gap(pointer + g.left.Width() + 2)
	switch {
	case g.bar == 0 || !r.Applies:
	case half:
		if r.Settled && env.Styles.Signs.Half != "" {
			full := int(r.Agreed) * g.bar / int(scoring.FullPercent)
			line.Put(barStyle(env.Styles, r), kit.Line(env.Styles.Signs.Half, full))
		}
	default:
		s.bar(env, line, r, g.bar)
	}
	return line.String()
}

// barStyle is that of a unit's bar: one that is far from the others stands out.
func barStyle(st kit.Styles, r view.Compared) kit.Style {
	if r.Far {
		return st.Warn
	}
	return st.Accent
}

// bar draws the agreed percent, with the self-scored one and the median on it.
func (s *Screen) bar(env screen.Env, line *kit.Row, r view.Compared, w int) {
	s.barOf(env, line, r, s.all.Median, w)
}

// barOf draws it with another median.
func (s *Screen) barOf(env screen.Env, line *kit.Row, r view.Compared, median scoring.Percent, w int) {
	st := env.Styles
	cell := func(p scoring.Percent) int { return min(int(p)*w/int(scoring.FullPercent), w-1) }
	drawn := ""
	if r.Settled {
		drawn = st.Signs.Bar(int64(r.Agreed), int64(scoring.FullPercent), w)
	}
	bars := barStyle(st, r)
	marks := []kit.Mark{{At: cell(median), Sign: st.Signs.Median, Style: st.Strong}}
	if r.Scored && (r.Self != r.Agreed || !r.Settled) {
		marks = append(marks, kit.Mark{At: cell(r.Self), Sign: st.Signs.Self, Style: st.Strong})
	}
	cells, at := kit.Letters(drawn), 0
	put := func(to int) {
		if full := min(to, len(cells)); at < full {
			line.Put(bars, strings.Join(cells[at:full], ""))
			at = full
		}
		line.Put(st.Rule, kit.Line(st.Signs.Axis, to-at))
		at = to
	}
	slices.SortStableFunc(marks, func(a, b kit.Mark) int { return a.At - b.At })
	for i, m := range marks {
		if i+1 < len(marks) && marks[i+1].At == m.At { // the unit's own mark goes before the median
			continue
		}
		put(m.At)
		line.Put(m.Style, m.Sign)
		at++
	}
	put(w)
}

// foot is the median and the legend.
func (s *Screen) foot(env screen.Env, g grids, w int) string {
	st := env.Styles
	row := kit.NewRow(w).Gap(2).Left(st.Title, env.Say("trung vị", "median"), g.name).Gap(percentWidth).
		Right(st.Strong, s.all.Median.In(env.Lang), agreedWidth)
	row.Right(st.Text, view.Points(env.Lang, s.medianPoints(env)), pointsWidth).Gap(2)
	return s.legend(env, row).String()
}

// medianPoints is what the median is worth.
func (s *Screen) medianPoints(env screen.Env) scoring.Points {
	n := &env.Snap.Rulebook().Criteria[s.at.Node]
	return n.Max / scoring.Points(scoring.FullPercent) * scoring.Points(s.all.Median)
}

// legend says what the signs of the bars are.
func (s *Screen) legend(env screen.Env, row *kit.Row) *kit.Row {
	const narrow = 40 // cells in which it is cut
	st := env.Styles
	if row.Space() < narrow {
		return row
	}
	row.Put(st.Accent, st.Signs.Bar(1, 1, 1)).Put(st.Text, env.Say(" cụm thống nhất  ", " agreed  "))
	row.Put(st.Strong, st.Signs.Self).Put(st.Text, env.Say(" tự chấm  ", " self-scored  "))
	return row.Put(st.Strong, st.Signs.Median).Put(st.Text, env.Say(" trung vị", " median"))
}
