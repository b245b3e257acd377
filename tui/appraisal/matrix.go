package appraisal

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The widths of the matrix.
const (
	codeWidth  = 8
	leastCell  = 8
	mostCell   = 12
	leastTitle = 14
	niceTitle  = 22
	mostTitle  = 40
	sums       = 4 // rows below the criteria
)

// View draws the differences by criterion and unit, their sums, and below them the chosen one.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	s.Show(env)
	foot, cursor := s.foot(env, body)
	c := kit.NewCanvas(kit.Rect{X: body.X, Y: body.Y, W: body.W, H: body.H - len(foot)})
	s.head(env, c)
	if len(s.known.all) == 0 {
		s.empty(env, c)
	} else {
		s.matrix(env, c)
		s.effect(env, c)
	}
	lines := append(kit.Fill(c.Lines, body.W, c.H), foot...)
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}, Cursor: cursor}
}

// head says how many differences there are, and how many are open.
func (s *Screen) head(env screen.Env, c *kit.Canvas) {
	st, row := env.Styles, kit.NewRow(c.W)
	row.Put(st.Title, env.Say("điểm thẩm định − điểm thống nhất", "appraised − agreed")).Gap(3).
		Put(st.Text, lang.Count(len(s.known.all), "chênh lệch", "difference", "differences").In(env.Lang))
	if s.known.open > 0 {
		row.Put(st.Warn, env.Say(" · %d chưa giải trình", " · %d not explained", s.known.open))
	}
	if s.known.discuss > 0 {
		row.Put(st.Warn, env.Say(" · %d cần trao đổi", " · %d to be discussed", s.known.discuss))
	}
	if len(s.known.all) > 0 && s.known.open+s.known.discuss == 0 {
		row.Put(st.Good, env.Say(" · đã khép lại", " · closed"))
	}
	c.Add(row.String())
}

// empty says why there is no matrix, and what to do.
func (s *Screen) empty(env screen.Env, c *kit.Canvas) {
	c.Blank()
	c.Text(env.Styles.Text, view.Capital(env.In(nothing(env)))+".", 2)
	if env.Snap.Appraised() {
		return
	}
	c.Text(env.Styles.Text,
		env.Say("Khi các đơn vị thuộc cấp trên gửi điểm, nhận vào bằng lệnh: thidua appraise CUỘC-HỌP "+
			"TỆP... (sau khi chốt vẫn nhận được; không đụng đến điểm đã thống nhất).",
			"When the departments have sent their scores, take them in by the command: thidua appraise MEETING "+
				"FILE... (also "+
				"after closing; what was agreed stays as it is)."), 4)
}

// plan is which units are in sight, and how wide titles and cells are.
type plan struct{ first, units, title, cell int }

func (s *Screen) plan(env screen.Env, w int) plan {
	n := len(env.Snap.Units())
	p := plan{cell: max(min((w-codeWidth-niceTitle)/n, mostCell), leastCell)}
	p.units = min(n, max((w-codeWidth)/p.cell, 1))
	if left := w - codeWidth - p.units*p.cell; left >= leastTitle {
		p.title = min(left, mostTitle)
	}
	s.from = max(min(s.from, s.unit, n-p.units), s.unit-p.units+1, 0)
	p.first = s.from
	return p
}

// matrix draws heads, criteria in sight and sums.
func (s *Screen) matrix(env screen.Env, c *kit.Canvas) {
	st := env.Styles
	area := c.Rest(sums + 1)
	area.Y, area.H = area.Y+1, min(max(area.H-1, 1), s.list.Len())
	w := s.list.Place(area, 1)
	p := s.plan(env, w)
	head := kit.NewRow(c.W).Left(st.Title, env.Say("mã", "code"), codeWidth).
		Left(st.Title, env.Say("tiêu chí", "criterion"), p.title)
	for i := p.first; i < p.first+p.units; i++ {
		style := st.Title
		if i == s.unit {
			style = st.Here
		}
		head.Gap(1).Right(style, env.Snap.Units()[i].Name(), p.cell-1)
	}
	c.Add(head.String())
	c.Add(s.list.Draw(st, func(c *kit.Canvas, node int, here bool) {
		n, row := &env.Snap.Rulebook().Criteria[node], kit.NewRow(c.W)
		style := st.Text
		if here {
			style = st.Accent
		}
		row.Left(style, n.Code, codeWidth).Left(style, n.Label(), p.title)
		for i := p.first; i < p.first+p.units; i++ {
			s.cell(env, row, p.cell, screen.Place{Unit: i, Node: node}, here && i == s.unit)
		}
		c.Add(row.String())
	})...)
	s.sums(env, c, p)
}

// cell draws one difference with its sign.
func (s *Screen) cell(env screen.Env, row *kit.Row, w int, at screen.Place, here bool) {
	st, d, text := env.Styles, scoring.Difference{}, ""
	style := st.Text
	if x, ok := s.known.by[at]; ok {
		d, text = x, view.Signed(env.Lang, x.By())+sign(x.Outcome)
		style = st.Of(view.OutcomeClass(d.Outcome))
	}
	if here {
		style = st.Cursor
		if text == "" {
			text = "·"
		}
	}
	row.Right(style, text, w)
}

// sign is how an outcome is marked behind a number.
func sign(o scoring.Outcome) string {
	switch o {
	case scoring.Accepted:
		return "✓"
	case scoring.ToDiscuss:
		return "?"
	}
	return "!"
}

// sums are the rows below the criteria: all differences of a unit, and its rank and award before and after.
func (s *Screen) sums(env screen.Env, c *kit.Canvas, p plan) {
	st := env.Styles
	c.Rule(st)
	rows := []struct {
		name, short string

		of func(unit int) (string, kit.Style)
	}{
		{env.Say("tổng chênh lệch", "all differences"), env.Say("tổng", "all"), func(unit int) (string, kit.Style) {
			u := env.Snap.Units()[unit]
			return view.Signed(env.Lang, u.Total(scoring.Appraised)-u.Total(scoring.Agreed)), st.Strong
		}},
		{env.Say("hạng: thống nhất → thẩm định", "rank: agreed → appraised"), env.Say("hạng", "rank"),
			func(unit int) (string, kit.Style) {
				return s.moved(st, unit)
			}},
		{env.Say("đề nghị → theo thẩm định", "proposed → appraised"), env.Say("đề nghị", "award"),
			func(unit int) (string, kit.Style) {
				return s.awards(env, unit)
			}},
	}
	for _, r := range rows {
		name := r.name
		if p.title == 0 {
			name = r.short
		}
		row := kit.NewRow(c.W).Left(st.Title, name, codeWidth+p.title)
		for i := p.first; i < p.first+p.units; i++ {
			text, style := r.of(i)
			row.Right(style, text, p.cell)
		}
		c.Add(row.String())
	}
}

// effect is what the appraisal does to each unit, in the room that is left; nothing where not all units find room.
func (s *Screen) effect(env screen.Env, c *kit.Canvas) {
	t := view.AppraisalEffect(&env.Snap.State, env.Lang)
	if c.Room() < t.Len+2 {
		return
	}
	const wide = 180 // there the heads are written out
	points, award := 11, 14
	if c.W >= wide {
		points, award = 22, 23
	}
	c.Blank()
	col := func(id string, w int) kit.Col { return kit.Col{ID: id, Before: 2, W: w, Short: c.W < wide} }
	g := kit.NewGrid(t, c.W, kit.Col{ID: "unit", W: 16}, col("agreed", points), col("appraised", points),
		col("agreed_rank", points), col("appraised_rank", points), col("proposed", award),
		col("appraised_award", award),
		col("decided", award))
	c.Add(g.Head(env.Styles))
	for y := range t.Len {
		c.Add(g.RowIn(kit.NewRow(c.W), env.Styles, y, nil).String())
	}
}

// moved is a unit's rank as agreed and as appraised.
func (s *Screen) moved(st kit.Styles, unit int) (string, kit.Style) {
	was, is := s.known.agreed.At(s.known.agreed.Place(unit)), s.known.appraised.At(s.known.appraised.Place(unit))
	if was.Rank == is.Rank && was.Tie == is.Tie {
		return view.Rank(was), st.Text
	}
	return view.Rank(was) + "→" + view.Rank(is), st.Warn
}

// awards is the sign of a unit's award as proposed and as the appraised scores would give it.
func (s *Screen) awards(env screen.Env, unit int) (string, kit.Style) {
	b, st := env.Snap.Rulebook(), env.Styles
	was := view.Sign(b, s.known.agreed.At(s.known.agreed.Place(unit)))
	is := view.Sign(b, s.known.appraised.At(s.known.appraised.Place(unit)))
	blank := func(s string) string {
		if s == " " {
			return "–"
		}
		return s
	}
	if was.Text == is.Text {
		return blank(was.Text), st.Of(was.Class)
	}
	return blank(was.Text) + "→" + blank(is.Text), st.Warn
}
