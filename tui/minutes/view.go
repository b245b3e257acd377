package minutes

import (
	"slices"

	"thidua/data/papers"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// How wide things grow.
const (
	widest    = 110 // of the page
	sideWidth = 46  // of what is lacking beside it, where there is room for it
	labels    = 16  // of the fields' names
	below     = 4   // lines for what is typed, or what the cursor is on, in full
)

// View draws the sitting, what is known of it, its sections, and below them what is typed and where it will stand.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	if env.Projector && !s.Editing() {
		return screen.View{Parts: s.room(env, body)}
	}
	v, area, side := screen.View{}, body, kit.Rect{}
	if body.W >= widest && !env.Projector {
		area.W = min(area.W-sideWidth-2, widest)
		side = kit.Rect{X: body.X + area.W + 2, Y: body.Y, W: sideWidth, H: body.H}
	}
	p := kit.NewCanvas(area)
	p.Add(s.head(env, p.W))
	p.Blank()
	rest := p.Rest(below + 1)
	rest.H = min(rest.H, s.list.Len())
	s.list.Place(rest, 1)
	pg := page{s.sitting(env), env.Snap.Statements(s.sitting(env)), env.Snap.Lacks()}
	p.Add(s.list.Draw(env.Styles, func(c *kit.Canvas, r row, here bool) { c.Add(pg.row(env, r, here, c.W)) })...)
	p.Blank()
	if s.entry != nil {
		at := s.entry.prompt.Draw(p, env.Styles, env.Lang)
		v.Cursor = &at
		p.Text(env.Styles.Text, s.stands(env), below-1)
	} else {
		s.full(env, p)
	}
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	if side.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: side, Lines: kit.Fill(s.aside(env, side), side.W, side.H)})
	}
	return v
}

// name is what a sitting is called, with its number where there are several.
func name(env screen.Env, x scoring.Convened) lang.Text {
	n := x.Form.Name()
	if all := len(env.Snap.Sittings()); all > 1 {
		n = lang.Sayf("%s (phiên %d trên %d)", "%s (%d of %d)", n, x.Number, all)
	}
	return n
}

// head is which sitting it is, and how much its minutes lack.
func (s *Screen) head(env screen.Env, w int) string {
	st, x := env.Styles, s.sitting(env)
	row := kit.NewRow(w).Put(st.Title, view.Capital(name(env, x).In(env.Lang)))
	if t := env.Snap.Adopted(x); t != nil {
		row.Put(st.Good, env.Say(" · ✓ đã thông qua kết quả phiên trù bị", " · ✓ the preparatory results are adopted"))
	}
	lacking := 0
	for _, l := range env.Snap.Lacks() {
		if l.Sitting == x.Number {
			lacking++
		}
	}
	if lacking == 0 {
		return row.Put(st.Good, env.Say(" · ✓ đủ cho biên bản", " · ✓ all the minutes need")).String()
	}
	return row.Put(st.Warn, env.Say(" · biên bản còn thiếu %d mục", " · the minutes lack %d things", lacking)).String()
}

// page is what all lines of the page are drawn from.
type page struct {
	of    scoring.Convened
	said  []scoring.Statement
	lacks []scoring.Lack
}

// row is a line of the page.
func (pg page) row(env screen.Env, r row, here bool, w int) string {
	st, line := env.Styles, kit.NewRow(w)
	if here {
		line = kit.NewMarked(w, st.Cursor)
	}
	if r.field > 0 {
		f := fields()[r.field-1]
		line.Left(st.Dim, f.label.In(env.Lang), labels)
		switch value := shown(f, pg.of); {
		case value != "":
			line.Put(st.Text, value)
		case pg.lack(f):
			line.Put(st.Warn, env.Say("…… chưa có", "…… not given"))
		case f.usual != nil && f.usual(env) != "":
			line.Put(st.Text, env.Say("theo bộ tiêu chí: %s", "by the rulebook: %s", f.usual(env)))
		default:
			line.Put(st.Dim, "……")
		}
		return line.String()
	}
	i := slices.IndexFunc(pg.said, func(l scoring.Statement) bool { return l.Line == r.line })
	if i >= 0 {
		l := pg.said[i]
		line.Gap(2)
		if !l.Speaker.IsZero() {
			line.Put(st.Strong, l.Speaker.String()+": ")
		}
		return line.Put(st.Text, about(l)+l.Text).String()
	}
	return line.Put(st.Title, view.Capital(r.section.Name().In(env.Lang))).String()
}

// about is what a line says it is about.
func about(l scoring.Statement) string {
	out := ""
	for _, s := range []string{l.Unit, l.Criterion} {
		if s != "" {
			out += "[" + s + "] "
		}
	}
	return out
}

// shown is a field as it is shown: a person as papers name them.
func shown(f field, x scoring.Convened) string {
	switch f.lack {
	case scoring.LackChair:
		return x.Chair.String()
	case scoring.LackSecretary:
		return x.Secretary.String()
	}
	return f.value(x.Particulars)
}

// lack reports whether the minutes of the sitting lack a field.
func (pg page) lack(f field) bool {
	return f.asked && slices.ContainsFunc(pg.lacks, func(l scoring.Lack) bool {
		return l.Of == f.lack && l.Sitting == pg.of.Number
	})
}

// full is what the cursor is on, in full.
func (s *Screen) full(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	here, _ := s.list.Here()
	if s.confirm.Waits(doWithdraw) {
		p.Text(st.Alarm, env.Say(" Rút dòng này khỏi biên bản? ", " Take this line out of the minutes? "), 1)
	}
	if l, ok := s.statement(env, here); ok {
		said := about(l) + l.Text
		if !l.Speaker.IsZero() {
			said = l.Speaker.String() + ": " + said
		}
		p.Text(st.Text, said, below)
		return
	}
	if here.field > 0 {
		f := fields()[here.field-1]
		p.Text(st.Text, env.Say("Gõ: %s.", "Type: %s.", f.how), 1)
		switch {
		case shown(f, s.sitting(env)) != "":
			p.Text(st.Text, inPaper(f, s.sitting(env)), below-1)
		case f.usual != nil:
			p.Text(st.Text, f.paper+f.usual(env), below-1)
		}
	}
}

// stands says where in the minutes what is typed will stand, as it will be read there.
func (s *Screen) stands(env screen.Env) string {
	e := s.entry
	if e.at.field == 0 {
		said := e.prompt.Value()
		if e.speaker == nil {
			return env.Say("Trong biên bản, phần %s: «- %s: …»", "In the minutes, section %s: “- %s: …”",
				e.at.section.Name(), env.Person(said))
		}
		if !e.speaker.IsZero() {
			said = e.speaker.String() + ": " + said
		}
		return env.Say("Trong biên bản, phần %s: «- %s»", "In the minutes, section %s: “- %s”",
			e.at.section.Name(), said)
	}
	f, x := fields()[e.at.field-1], s.sitting(env)
	how := env.Say("Gõ %s.", "Type %s.", f.how)
	if e.prompt.Value() == "" {
		return how
	}
	a, wrong := f.take(typed{env, x, e.prompt.Value()})
	if !wrong.IsZero() {
		return wrong.In(env.Lang)
	}
	x.Facts, x.Particulars = a.Facts, a
	return env.Say("Trong biên bản: «%s»", "In the minutes: “%s”", inPaper(f, x))
}

// inPaper is a field as the minutes have it.
func inPaper(f field, x scoring.Convened) string {
	switch {
	case f.asked && f.lack == scoring.LackStart:
		return f.paper + papers.Moment(x.Start)
	case f.asked && f.lack == scoring.LackEnd:
		return f.paper + papers.Moment(x.End)
	}
	return f.paper + shown(f, x)
}
