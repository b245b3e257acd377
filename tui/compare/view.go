package compare

import (
	"fmt"
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
	evidenceWidth = 9
	farWidth      = 9
	shortestBar   = 20
	longestBar    = 61
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
	g.left = kit.NewGrid(t, left, kit.Col{ID: "unit", W: g.name}, kit.Col{ID: "self", W: percentWidth},
		kit.Col{ID: "agreed", W: agreedWidth}, kit.Col{ID: "points", W: pointsWidth})
	g.right = kit.NewGrid(t, evidence+farWidth, kit.Col{ID: "evidence", W: evidence, Short: true},
		kit.Col{ID: "far", Before: 1, W: farWidth - 1})
	return g
}

// View draws the criterion, a line for each unit, and the median.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	v := screen.View{}
	area := body
	if s.editor.Editing() {
		const tall = 8
		panel := kit.Rect{X: body.X, Y: body.Y + body.H - tall, W: min(body.W, 100), H: tall}
		if panel.Y < body.Y+headLines+1 {
			panel.Y, panel.H = body.Y+headLines+1, max(body.H-headLines-1, 0)
		}
		area.H = panel.Y - body.Y
		lines, cursor := s.panel(env, panel)
		v.Parts = append(v.Parts, kit.Placed{Rect: panel, Lines: lines})
		v.Cursor = cursor
	}
	lines := s.head(env, area.W)
	const footLines = 2
	room := max(area.H-len(lines)-1-footLines, 1)
	each := 1
	if len(s.all.Units)*2 <= room { // air between the units, for the back row
		each = 2
	}
	s.list.Select(s.at.Unit)
	units := kit.Rect{X: area.X, Y: area.Y + len(lines) + 1, W: area.W, H: room}
	w := s.list.Place(units, each)
	g := s.grids(env, w)
	lines = append(lines, g.head(env, w)+kit.Blank(area.W-w))
	lines = append(lines, s.list.Draw(env.Styles, func(p *kit.Canvas, unit int, _ bool) {
		p.Add(s.row(env, g, s.all.Units[unit], p.W))
	})...)
	foot := s.foot(env, g, area.W)
	lines = append(lines, foot...)
	v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
	return v
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
	title := kit.Wrap(n.Code+"  "+n.Title, w, 2)
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
		kit.NewRow(w).Put(st.Dim, about).String(),
	}
}

// head is the line of the heads.
func (g grids) head(env screen.Env, w int) string {
	st := env.Styles
	row := g.left.HeadIn(kit.NewRow(w).Gap(pointer), st).Gap(2)
	if g.bar > 0 {
		row.Left(st.Dim, scale(g.bar), g.bar)
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
			Put(st.Dim, "   "+view.Off(env.Snap.Units()[r.Unit]).In(env.Lang)).String()
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

// bar draws the agreed percent with the self-scored one on it.
func (s *Screen) bar(env screen.Env, line *kit.Row, r view.Compared, w int) {
	st := env.Styles
	cell := func(p scoring.Percent) int { return int(p) * (w - 1) / int(scoring.FullPercent) }
	full, mark := 0, -1
	if r.Settled && r.Agreed > 0 {
		full = cell(r.Agreed) + 1
	}
	if r.Scored && (r.Self != r.Agreed || !r.Settled) {
		mark = cell(r.Self)
	}
	bars := st.Accent
	if r.Far {
		bars = st.Warn
	}
	for x := 0; x < w; {
		end, style, sign := w, st.Rule, "─"
		if x < full {
			end, style, sign = full, bars, "━"
		}
		switch {
		case x == mark:
			end, style, sign = x+1, st.Strong, "◇"
		case mark > x:
			end = min(end, mark)
		}
		line.Put(style, kit.Line(sign, end-x))
		x = end
	}
}

// foot is the median and the legend.
func (s *Screen) foot(env screen.Env, g grids, w int) []string {
	st := env.Styles
	n := &env.Snap.Rulebook().Criteria[s.at.Node]
	row := kit.NewRow(w).Gap(2).Left(st.Title, env.Say("trung vị", "median"), g.name).Gap(percentWidth).
		Right(st.Strong, s.all.Median.In(env.Lang), agreedWidth)
	row.Right(st.Text, view.Points(env.Lang, n.Max/scoring.Points(scoring.FullPercent)*scoring.Points(s.all.Median)),
		pointsWidth).Gap(2)
	row.Put(st.Accent, "━").Put(st.Dim, env.Say(" cụm thống nhất  ", " agreed  ")).Put(st.Strong, "◇").Put(st.Dim,
		env.Say(" tự chấm", " self-scored"))
	return []string{kit.Blank(w), row.String()}
}
