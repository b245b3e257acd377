package compare

import (
	"strings"

	"thidua/data/view"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// room is the screen as the room sees it: the criterion, the units with large figures, and below them the median and
// what the chosen unit was given and why. While something is typed the figures stay those on record: what is typed
// stands below them, and says that it is a draft. ok is false where there is no room for large figures.
func (s *Screen) room(env screen.Env, body kit.Rect) (v screen.View, ok bool) {
	lines := s.head(env, body.W)
	b, ok := s.block(env, body.W, body.H-len(lines))
	if !ok {
		return v, false
	}
	s.list.Place(kit.Rect{}, 1) // the units are no list here
	if b.form == inRow {
		lines = append(lines, b.head(env, body.W))
	}
	lines = append(lines, s.blocks(env, b, kit.Rect{X: body.X, Y: body.Y + len(lines), W: body.W})...)
	rest := kit.Rect{X: body.X, Y: body.Y + len(lines), W: body.W, H: body.H - len(lines)}
	if s.editor.Editing() {
		lines = append(lines, s.draft(env, rest, &v)...)
	} else {
		lines = append(lines, s.said(env, b, rest)...)
	}
	v.Parts = append(v.Parts, kit.Placed{Rect: body, Lines: kit.Fill(lines, body.W, body.H)})
	return v, true
}

// draft is what is being typed, with what would follow.
func (s *Screen) draft(env screen.Env, area kit.Rect, v *screen.View) []string {
	p := kit.NewCanvas(area)
	const forRule, forRanking = 8, 9 // lines from which there is room for them
	if area.H >= forRule {
		p.Rule(env.Styles)
	}
	p.Text(env.Styles.Warn, env.Say("BẢN NHÁP · %s", "DRAFT · %s", s.editor.Title(env)), 1)
	panel := p.Rest(0)
	ranking, ranked := s.editor.DraftLine(env, area.W)
	if ranked = ranked && area.H >= forRanking; ranked {
		panel.H--
	}
	lines, cursor := s.editor.Panel(env, panel)
	v.Cursor = cursor
	p.Add(lines...)
	if ranked {
		p.Add(kit.Fill(nil, area.W, p.Room()-1)...)
		p.Add(ranking)
	}
	return p.Lines
}

// said is what stands below the units: the median, and the chosen unit at the criterion; of a field all units in the
// fields of its level.
func (s *Screen) said(env screen.Env, b block, area kit.Rect) []string {
	st, p := env.Styles, kit.NewCanvas(area)
	p.Add(s.median(env, b, area.W))
	n, u, r := &env.Snap.Rulebook().Criteria[s.at.Node], env.Snap.Units()[s.at.Unit], s.all.Units[s.at.Unit]
	if !n.Scored {
		if lines := s.heatMap(env, area.W); len(lines)+1 <= p.Room() {
			p.Blank()
			p.Add(lines...)
		}
		return p.Lines
	}
	if !r.Applies {
		return p.Lines
	}
	if p.Room() > leastBelow {
		p.Blank()
	}
	p.Text(st.Strong, env.Say("%s: tự chấm %s, cụm thống nhất %s, %s điểm",
		"%s: self-scored %s, agreed %s, %s points", u.Name(), given(n, r.Self, r.SelfMark), given(n, r.Agreed, r.Mark),
		view.Points(env.Lang, r.Points)), 1)
	edit.Reasons(env, p, s.at)
	return p.Lines
}

// median is the median, and what the signs of the bars are, on one line.
func (s *Screen) median(env screen.Env, b block, w int) string {
	st := env.Styles
	row := kit.NewRow(w).Gap(pointer).Put(st.Text, env.Say("trung vị ", "median ")).
		Put(st.Strong, s.all.Median.In(env.Lang)).
		Put(st.Text, env.Say(" · %s điểm", " · %s points", view.Points(env.Lang, s.medianPoints(env)))).Gap(blockGap)
	if b.form == bare {
		return row.String()
	}
	return s.legend(env, row).String()
}

// blocks draws the units from a place on, and keeps where each stands for the mouse.
func (s *Screen) blocks(env screen.Env, b block, at kit.Rect) (lines []string) {
	s.cells = s.cells[:0]
	drawn := make([][]string, len(s.all.Units))
	for i, r := range s.all.Units {
		drawn[i] = s.large(env, b, r)
		s.cells = append(s.cells, kit.Rect{X: at.X + i/b.rows*(b.w+besideGap), Y: at.Y + i%b.rows*(b.height+b.air),
			W: b.w, H: b.height + b.air})
	}
	for y := range b.rows {
		for line := range b.height {
			text, used := "", 0
			for i := y; i < len(drawn); i += b.rows {
				text += kit.Blank(i/b.rows*(b.w+besideGap)-used) + drawn[i][line]
				used = i/b.rows*(b.w+besideGap) + b.w
			}
			lines = append(lines, text+kit.Blank(at.W-used))
		}
		lines = append(lines, kit.Fill(nil, at.W, b.air)...)
	}
	return lines
}

// large is one unit: its name beside its figures or above them, and a bar as thick as they are.
func (s *Screen) large(env screen.Env, b block, r view.Compared) (lines []string) {
	st := env.Styles
	name, sign := st.Strong, ""
	if r.Unit == s.at.Unit {
		name, sign = st.Accent, "› "
	}
	points := b.t.At(r.Unit, "points").Text
	if b.form == below || b.form == bare {
		row := kit.NewRow(b.w).Left(st.Accent, sign, pointer).Put(name,
			strings.ToUpper(env.Snap.Units()[r.Unit].Name()))
		if b.form == bare && r.Applies && row.Space() > kit.Width(points) {
			row.End(kit.Width(points)).Put(st.Strong, points)
		}
		if far := view.FarWord().In(env.Lang); b.form == below && r.Far && row.Space() > kit.Width(far) {
			row.End(kit.Width(far)).Put(st.Warn, far)
		}
		lines = append(lines, row.String())
		sign = ""
	}
	for y := range b.size.Height() {
		lines = append(lines, s.figures(env, b, r, y, sign, name))
	}
	return lines
}

// figures is a line of a unit's figures, with the name and the sign of the cursor where they stand beside them.
func (s *Screen) figures(env screen.Env, b block, r view.Compared, y int, sign string, name kit.Style) string {
	st, u, middle := env.Styles, env.Snap.Units()[r.Unit], b.size.Height()/2
	row := kit.NewRow(b.w)
	if y != middle {
		sign = ""
	}
	row.Left(st.Accent, sign, pointer)
	gap := besideGap
	if b.form == inRow || b.form == beside {
		named := ""
		if y == middle {
			named = strings.ToUpper(u.Name())
		}
		if b.form == inRow {
			gap = blockGap
		}
		row.Left(name, named, b.name).Gap(gap)
	}
	if !r.Applies {
		if y == middle {
			row.Put(st.Text, kit.Cut(view.Off(u).In(env.Lang), row.Space()))
		}
		return row.String()
	}
	agreed := b.drawn("agreed", r.Unit)
	row.Right(st.Of(b.t.At(r.Unit, "agreed").Class), agreed[y], b.agreed).Gap(gap)
	switch {
	case b.form == bare:
	case b.form == inRow:
		row.Right(st.Strong, b.drawn("points", r.Unit)[y], b.points).Gap(gap)
		if y == 0 && b.size == kit.FigureSmall {
			row.Gap(b.bar) // air between the bars
		} else {
			s.bar(env, row, r, b.bar)
		}
		if y == middle && r.Far {
			row.Right(st.Warn, view.FarWord().In(env.Lang), min(farWidth, row.Space()))
		}
	case y == 0:
		s.pointsAbove(env, b, r, row)
	default:
		s.bar(env, row, r, b.bar)
	}
	return row.String()
}

// pointsAbove writes a unit's points above its bar, and that it is far from the others.
func (s *Screen) pointsAbove(env screen.Env, b block, r view.Compared, row *kit.Row) {
	points := b.t.At(r.Unit, "points").Text
	if said := env.Say("%s điểm", "%s points", points); kit.Width(said) <= b.bar {
		points = said
	}
	row.Put(env.Styles.Strong, points)
	if far := "  " + view.FarWord().In(env.Lang); b.form == beside && r.Far && kit.Width(points+far) <= b.bar {
		row.Put(env.Styles.Warn, far)
	}
}
