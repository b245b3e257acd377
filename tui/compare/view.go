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
	percentWidth = 7
	agreedWidth  = 8
	pointsWidth  = 9
	farWidth     = 9
	shortestBar  = 20
	longestBar   = 61
)

// columns are the widths that depend on the terminal.
type columns struct {
	name, bar int
	evidence  int // 0: left out
}

func (s *Screen) columns(env screen.Env, w int) columns {
	c := columns{name: min(max(s.names, 8), 22), evidence: 9}
	rest := func() int {
		return w - 2 - c.name - percentWidth - agreedWidth - pointsWidth - 2 - c.evidence - farWidth
	}
	if env.Projector {
		c.evidence = 0
	}
	if rest() < shortestBar {
		c.evidence = 0
	}
	if c.bar = min(rest(), longestBar); c.bar < shortestBar/2 {
		c.bar = 0
	}
	return c
}

// View draws the criterion, a line for each unit, and the median.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	v := screen.View{}
	area := body
	if s.editor.Editing() {
		panel := kit.Rect{X: body.X, Y: body.Y + body.H - 7, W: min(body.W, 100), H: 7}
		if panel.Y < body.Y+headLines+1 {
			panel.Y, panel.H = body.Y+headLines+1, max(body.H-headLines-1, 0)
		}
		area.H = panel.Y - body.Y
		lines, cursor := s.editor.Sheet(env, panel)
		v.Parts = append(v.Parts, kit.Placed{Rect: panel, Lines: kit.Fill(lines, panel.W, panel.H)})
		v.Cursor = cursor
	}
	lines := s.head(env, area.W)
	const footLines = 2
	room := max(area.H-len(lines)-1-footLines, 1)
	each := 1
	if len(s.rows)*2 <= room { // air between the units, for the back row
		each = 2
	}
	s.list.Select(s.at.Unit)
	units := kit.Rect{X: area.X, Y: area.Y + len(lines) + 1, W: area.W, H: room}
	w := s.list.Place(units, each)
	c := s.columns(env, w)
	lines = append(lines, s.columnHeads(env, c, w)+kit.Blank(area.W-w))
	lines = append(lines, s.list.Draw(env.Styles, func(p *kit.Canvas, unit int, _ bool) {
		p.Add(s.row(env, c, s.rows[unit], p.W))
	})...)
	foot := s.foot(env, c, area.W)
	lines = append(lines, foot...)
	v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
	return v
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

func (s *Screen) columnHeads(env screen.Env, c columns, w int) string {
	st := env.Styles.Title
	row := kit.NewRow(w).Gap(2).Left(st, env.Say("đơn vị", "unit"), c.name).Right(st, env.Say("tự %", "self"),
		percentWidth).
		Right(st, env.Say("cụm %", "agreed"), agreedWidth).Right(st, env.Say("điểm", "points"), pointsWidth).Gap(2)
	if c.bar > 0 {
		row.Left(env.Styles.Dim, scale(c.bar), c.bar)
	}
	if c.evidence > 0 {
		row.Right(st, env.Say("m.chứng", "papers"), c.evidence)
	}
	return row.String()
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

// row is one unit.
func (s *Screen) row(env screen.Env, c columns, r row, w int) string {
	st, u := env.Styles, env.Snap.Units()[r.unit]
	line, pointer := kit.NewRow(w), "  "
	if r.unit == s.at.Unit {
		line, pointer = kit.NewMarked(w, st.Cursor), "› "
	}
	line.Put(st.Accent, pointer).Left(st.Text, u.Name(), c.name)
	if !r.applies {
		return line.Put(st.Dim, env.Say("   không áp dụng", "   does not apply")).String()
	}
	line.Right(st.Dim, view.Percent(env.Lang, r.self, r.scored), percentWidth)
	points, typing := s.editor.Inline(env, screen.Place{Unit: r.unit, Node: s.at.Node}, line, agreedWidth)
	if !typing {
		style := st.Text
		if r.agreed != r.self || r.scored != r.settled {
			style = st.Warn
		}
		line.Right(style, view.Percent(env.Lang, r.agreed, r.settled), agreedWidth)
		points = r.points
	}
	line.Right(st.Strong, view.Points(env.Lang, points), pointsWidth).Gap(2)
	if c.bar > 0 {
		s.bar(env, line, r, c.bar)
	}
	if c.evidence > 0 {
		asked := len(env.Snap.Rulebook().Criteria[s.at.Node].Evidence)
		text, style := fmt.Sprintf("%d/%d", r.handed, asked), st.Dim
		if asked > 0 && r.handed == 0 {
			style = st.Warn
		}
		if asked == 0 {
			text = ""
		}
		line.Right(style, text, c.evidence)
	}
	if r.far {
		line.Gap(1).Put(st.Warn, env.Say("lệch xa", "far off"))
	}
	return line.String()
}

// bar draws the agreed percent with the self-scored one on it.
func (s *Screen) bar(env screen.Env, line *kit.Row, r row, w int) {
	st := env.Styles
	cell := func(p scoring.Percent) int { return int(p) * (w - 1) / int(scoring.FullPercent) }
	full, mark := 0, -1
	if r.settled && r.agreed > 0 {
		full = cell(r.agreed) + 1
	}
	if r.scored && (r.self != r.agreed || !r.settled) {
		mark = cell(r.self)
	}
	bars := st.Accent
	if r.far {
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
func (s *Screen) foot(env screen.Env, c columns, w int) []string {
	st := env.Styles
	n := &env.Snap.Rulebook().Criteria[s.at.Node]
	row := kit.NewRow(w).Gap(2).Left(st.Title, env.Say("trung vị", "median"), c.name).Gap(percentWidth).
		Right(st.Strong, s.median.In(env.Lang), agreedWidth)
	row.Right(st.Text, view.Points(env.Lang, n.Max/scoring.Points(scoring.FullPercent)*scoring.Points(s.median)),
		pointsWidth).Gap(2)
	row.Put(st.Accent, "━").Put(st.Dim, env.Say(" cụm thống nhất  ", " agreed  ")).Put(st.Strong, "◇").Put(st.Dim,
		env.Say(" tự chấm", " self-scored"))
	return []string{kit.Blank(w), row.String()}
}
