package review

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// projected is the screen as the room sees it: the one criterion that is being talked about, large, beside the ranking;
// nothing of what is still to be looked at, asked for or noted.
func (s *Screen) projected(env screen.Env, body kit.Rect) screen.View {
	v := screen.View{}
	card := body
	s.lines.Place(kit.Rect{}, 1) // what is not drawn cannot be clicked
	s.units.Place(kit.Rect{}, 1)
	s.places.Place(kit.Rect{}, 1)
	if r := s.layout(body).Ranking; r.H > 1 {
		card.W -= r.W + 4
		v.Parts = append(v.Parts, kit.Placed{Rect: r, Lines: kit.Fill(s.ranking(env, r), r.W, r.H)})
	}
	p := kit.NewCanvas(card)
	s.card(env, p)
	if s.editor.Editing() {
		area := kit.Rect{X: card.X, Y: card.Y + len(p.Lines) + 1, W: card.W, H: card.H - len(p.Lines) - 1}
		if area.H < 7 {
			area.Y, area.H = card.Y+card.H-7, 7
			p.Lines = p.Lines[:max(min(len(p.Lines), area.Y-card.Y), 0)]
		}
		lines, cursor := s.editor.Sheet(env, area)
		v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
		v.Cursor = cursor
		card.H = area.Y - card.Y
	}
	v.Parts = append(v.Parts, kit.Placed{Rect: card, Lines: kit.Fill(p.Lines, card.W, card.H)})
	return v
}

// card writes the criterion: of whom and what, its scores, where that puts the unit, and what was granted.
func (s *Screen) card(env screen.Env, p *kit.Canvas) {
	t := s.ranked(env).places
	s.heading(env, p, t)
	p.Blank()
	const roomForBig, roomForSmall = 30, 16
	size := kit.FigurePlain
	switch {
	case p.H >= roomForBig:
		size = kit.FigureBig
	case p.H >= roomForSmall:
		size = kit.FigureSmall
	}
	s.scores(env, p, size)
	p.Blank()
	size = max(size, kit.FigureSmall) - 1 // what is talked about goes before what it adds up to
	place := t.Place(s.at.Unit)
	ranked := []figure{{t.Head().In(env.Lang), t.Measured(place), env.Styles.Strong}}
	if t.By() == scoring.ByShare {
		total := view.Points(env.Lang, t.At(place).Total)
		ranked = append(ranked, figure{env.Say("tổng điểm", "total"), total, env.Styles.Text})
	}
	s.figures(env, p, size, ranked...)
	p.Blank()
	edit.Reasons(env, p, s.at)
	s.grants(env, p)
}

// heading names the unit with its place, and the criterion with its maximum.
func (s *Screen) heading(env screen.Env, p *kit.Canvas, t view.Places) {
	st, u := env.Styles, env.Snap.Units()[s.at.Unit]
	n := &env.Snap.Rulebook().Criteria[s.at.Node]
	row := t.At(t.Place(s.at.Unit))
	place := env.Say("hạng %d %s", "rank %d %s", row.Rank, view.Moved(view.PlacesWon(&env.Snap.State, row)))
	const roomForName, nameLines = 32, 8 // from so many lines on the unit's name is drawn as large as its figures
	name := []string{strings.ToUpper(u.Name())}
	if p.H >= roomForName {
		name = kit.Large(name[0], p.W-kit.Width(place)-1, nameLines)
	}
	for i, line := range name {
		first := kit.NewRow(p.W).Put(st.Accent, kit.Cut(line, p.W))
		if i == len(name)-1 {
			first.End(min(kit.Width(place), first.Space())).Put(st.Strong, place)
		}
		p.Add(first.String())
	}
	p.Blank()
	p.Text(st.Strong, n.Code+"  "+n.Title, 4)
	p.Text(st.Text, env.Say("tối đa %s điểm", "of %s points", u.Max(s.at.Node)), 1)
}

// scores writes the percents, where there are any, and the points.
func (s *Screen) scores(env screen.Env, p *kit.Canvas, size kit.FigureSize) {
	st, u := env.Styles, env.Snap.Units()[s.at.Unit]
	points := figure{env.Say("điểm", "points"), view.Points(env.Lang, u.Points(scoring.Agreed, s.at.Node)), st.Accent}
	if !env.Snap.Rulebook().Criteria[s.at.Node].Scored || !u.Applies(s.at.Node) {
		s.figures(env, p, size, points)
		return
	}
	rows := [][]figure{{points}}
	self, agreed := s.figureOf(env, u, scoring.Self), s.figureOf(env, u, scoring.Agreed)
	in := ""
	if env.Snap.Rulebook().Criteria[s.at.Node].Asks() == scoring.EntryPercent {
		in = " %"
	}
	marks := []figure{{env.Say("tự chấm", "self") + in, self, st.Text},
		{env.Say("cụm thống nhất", "agreed") + in, agreed, st.Strong}}
	if size < kit.FigureBig {
		rows = [][]figure{append(marks, points)}
	} else {
		rows = append([][]figure{marks}, rows...)
	}
	for _, row := range rows {
		s.figures(env, p, size, row...)
	}
}

// grants lists the unit's bonuses and penalties, wherever they stand.
func (s *Screen) grants(env screen.Env, p *kit.Canvas) {
	b, u := env.Snap.Rulebook(), env.Snap.Units()[s.at.Unit]
	for _, g := range u.Bonuses(scoring.Agreed) {
		p.Text(env.Styles.Good, env.Say("+ thưởng tại %s: %s", "+ bonus at %s: %s",
			b.Criteria[g.Target].Code, view.Signed(env.Lang, g.Points)), 1)
	}
	for _, g := range u.Penalties(scoring.Agreed) {
		p.Text(env.Styles.Bad, env.Say("− trừ tại %s: %s", "− penalty at %s: %s",
			b.Criteria[g.Target].Code, view.Signed(env.Lang, -g.Points)), 1)
	}
}

// figure is a number with what it is.
type figure struct {
	label, number string
	style         kit.Style
}

// figures writes numbers beside one another, each below its label; smaller if they do not fit.
func (s *Screen) figures(env screen.Env, p *kit.Canvas, size kit.FigureSize, all ...figure) {
	const between = 4
	for ; ; size-- {
		w := 0
		for _, f := range all {
			w += max(kit.Width(kit.Figures(f.number, size)[0]), kit.Width(f.label)) + between
		}
		if w-between <= p.W || size == kit.FigurePlain {
			break
		}
	}
	labels := kit.NewRow(p.W)
	rows := make([]*kit.Row, size.Height())
	for i := range rows {
		rows[i] = kit.NewRow(p.W)
	}
	for _, f := range all {
		drawn := kit.Figures(f.number, size)
		w := max(kit.Width(drawn[0]), kit.Width(f.label)) + between
		labels.Left(env.Styles.Dim, f.label, w)
		for i, line := range drawn {
			rows[i].Left(f.style, line, w)
		}
	}
	p.Add(labels.String())
	for _, r := range rows {
		p.Add(r.String())
	}
}

// figureOf is what the criterion is given as a figure: the number alone; what nobody scored is a dash.
func (s *Screen) figureOf(env screen.Env, u *scoring.Unit, st scoring.Stage) string {
	n := &env.Snap.Rulebook().Criteria[s.at.Node]
	m, scored := u.Mark(st, s.at.Node)
	if !scored {
		return "−"
	}
	switch m = n.Shown(m); m.Entry() {
	case scoring.EntryPoints:
		return m.Points().Short(env.Lang)
	case scoring.EntryCount:
		return m.String()
	}
	return view.Given(env.Lang, n, m)
}
