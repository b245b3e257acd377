package review

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// detail is all about the criterion under the cursor: its full title, its evidence, what was decided and why.
func (s *Screen) detail(env screen.Env, area kit.Rect) []string {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[s.unit]
	n := &b.Criteria[s.node]
	p := paper{w: area.W, h: area.H}
	p.rule(st)
	p.text(st.Strong, n.Code+"  "+n.Title, 3)
	about := env.Say("tối đa %s", "of %s", n.Max)
	if n.Assessor != "" {
		about += " · " + n.Assessor
	}
	p.text(st.Dim, about, 1)
	if d := u.Decided(scoring.Agreed, s.node); d != nil {
		self, scored := u.Percent(scoring.Self, s.node)
		agreed, _ := u.Percent(scoring.Agreed, s.node)
		p.text(st.Warn, env.Say("≠ cụm sửa từ %s thành %s · quyết định %d", "≠ changed from %s to %s · decision %d", percent(env, self, scored), agreed, d.Seq), 1)
		if a, ok := d.Act.(scoring.Score); ok && a.Reason != "" {
			p.text(st.Text, env.Say("Lý do: %s", "Reason: %s", a.Reason), 2)
		}
	}
	for _, q := range u.Sheet().Requests {
		if q.Target == n.Code {
			p.text(st.Good, env.Say("+ đề nghị thưởng %s: %s", "+ asks for %s: %s", q.Points, q.Reason), 2)
		}
	}
	if n.Scored {
		s.evidence(env, &p, n, u)
	}
	return p.lines
}

// evidence sets what was handed in beside what the rulebook asks for.
func (s *Screen) evidence(env screen.Env, p *paper, n *scoring.Criterion, u *scoring.Unit) {
	st := env.Styles
	handed := u.Sheet().Evidence[n.Code]
	p.text(st.Title, env.Say("MINH CHỨNG", "EVIDENCE"), 1)
	for _, e := range handed {
		p.text(st.Good, "✓ "+e, 2)
	}
	if len(handed) == 0 {
		p.text(st.Warn, env.Say("? đơn vị chưa nộp minh chứng", "? nothing was handed in"), 1)
	}
	for _, e := range n.Evidence {
		p.text(st.Dim, "· "+e, 2)
	}
}

// editPanel is the field being typed in, with what would follow.
func (s *Screen) editPanel(env screen.Env, area kit.Rect) ([]string, *screen.Cursor) {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[s.unit]
	e, n := s.edit, &b.Criteria[s.node]
	p := paper{w: area.W, h: area.H}
	p.rule(st)
	p.text(st.Strong, e.Kind.Name().In(env.Lang)+" · "+u.Name()+" · "+n.Code+" "+n.Label(), 1)

	number, unit := "["+kit.Right(e.Number.In(env.Lang), 7)+"]", " %"
	if e.Kind != edit.Percent {
		unit = env.Say(" điểm", " points")
	}
	y := area.Y + len(p.lines)
	cursor := &screen.Cursor{X: area.X + kit.Width(number) - 1, Y: y}
	label := env.Say("lý do ", "reason ")
	row := kit.NewRow(area.W).Put(fieldStyle(st, !e.InText), number).Put(st.Text, unit).Gap(2)
	if row.Space() < kit.Width(label)+20 { // the reason needs a line of its own
		p.add(row.String())
		row = kit.NewRow(area.W)
		y++
	}
	x := area.X + area.W - row.Space() + kit.Width(label) + 1
	text, at := e.Reason.View(max(row.Space()-kit.Width(label)-2, 1))
	p.add(row.Put(st.Text, label).Put(fieldStyle(st, e.InText), "["+text+"]").String())
	if e.InText {
		cursor = &screen.Cursor{X: x + at, Y: y}
	}
	if e.Kind != edit.Percent {
		room := u.Room(e.Kind == edit.Bonus, s.node)
		p.text(st.Accent, env.Say("tối đa %s điểm (theo %s)", "at most %s points (%s)", room.Points, bound(b, room)), 1)
	}
	s.outcome(env, &p)
	return p.lines, cursor
}

func fieldStyle(st kit.Styles, active bool) kit.Style {
	if active {
		return st.Edit
	}
	return st.Dim
}

// bound names what sets the limit of a bonus or penalty.
func bound(b *scoring.Rulebook, r scoring.Room) lang.Text {
	if r.At < 0 {
		return lang.Sayf("tổng cho một đơn vị, %s", "the total for one unit, %s", r.Clause)
	}
	return lang.Sayf("mục %s, %s", "%s, %s", b.Criteria[r.At].Code, r.Clause)
}

// outcome says what would follow if the edit were recorded.
func (s *Screen) outcome(env screen.Env, p *paper) {
	st := env.Styles
	o, ok := s.edit.Preview(&env.Snap.State)
	switch {
	case s.edit.Sent:
		p.text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case !ok:
		p.text(st.Dim, env.Say("gõ số, Enter để ghi, Esc để bỏ", "type a number, Enter to record, Esc to leave"), 1)
	case o.Err != nil:
		p.text(st.Bad, "✗ "+alarm(o.Err).Note.In(env.Lang), 3)
	default:
		change := ""
		if o.Points != o.Before {
			change = " (" + signed(env, o.Points-o.Before) + ")"
		}
		award := ""
		if o.Award != scoring.AwardNone {
			award = " · " + env.Snap.Rulebook().AwardName(o.Award).In(env.Lang)
		}
		p.text(st.Strong, env.Say("→ %s điểm%s · tổng %s", "→ %s points%s · total %s", fixed(env, o.Points), change, fixed(env, o.Total)), 1)
		p.text(st.Accent, env.Say("→ hạng %d %s%s", "→ rank %d %s%s", o.Rank, movement(o.Rose), award), 1)
		if o.Above != "" {
			p.text(st.Dim, env.Say("còn thiếu %s điểm để vượt %s", "%s points short of passing %s", fixed(env, o.Gap), o.Above), 1)
		}
	}
}

// paper collects lines until the area is full.
type paper struct {
	lines []string
	w, h  int
}

func (p *paper) add(line string) {
	if len(p.lines) < p.h {
		p.lines = append(p.lines, line)
	}
}

// text adds a text in at most so many lines.
func (p *paper) text(st kit.Style, s string, lines int) {
	for _, l := range kit.Wrap(s, p.w, lines) {
		p.add(kit.NewRow(p.w).Put(st, l).String())
	}
}

// rule adds a thin line.
func (p *paper) rule(st kit.Styles) { p.add(st.Rule.Render(kit.Line("─", p.w))) }
