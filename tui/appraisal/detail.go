package appraisal

import (
	"strings"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// did is what one difference does, worked out when the cursor comes to it.
type did struct {
	of   *meeting.Snapshot
	lang lang.Lang
	at   screen.Place
	said []string
}

// foot is the difference under the cursor in full, with what is being typed; or the form that is open.
func (s *Screen) foot(env screen.Env, body kit.Rect) (lines []string, cursor *screen.Cursor) {
	if s.form != nil {
		h := min(s.form.Height(), body.H-3)
		lines, cursor = s.form.Draw(env, kit.Rect{X: body.X, Y: body.Y + body.H - h, W: body.W, H: h})
		return kit.Fill(lines, body.W, h), cursor
	}
	const least = 7
	c := kit.NewCanvas(kit.Rect{X: body.X, W: body.W, H: max(body.H/3, least)})
	c.Rule(env.Styles)
	s.detail(env, c)
	h := min(max(len(c.Lines), least), max(body.H-4, 1))
	lines = kit.Fill(c.Lines, body.W, h)
	if s.explain == nil {
		return lines, nil
	}
	row := kit.NewRow(body.W)
	x := s.explain.reason.Put(row, env.Styles, env.Lang, true, 0)
	lines[h-1] = row.String()
	return lines, &screen.Cursor{X: body.X + x, Y: body.Y + body.H - 1}
}

// detail says what there is to say about the cursor.
func (s *Screen) detail(env screen.Env, c *kit.Canvas) {
	st, at := env.Styles, s.place()
	if at.Node < 0 {
		s.decided(env, c)
		return
	}
	name := env.Snap.Units()[at.Unit].Name()
	d, ok := s.here()
	if !ok {
		n := &env.Snap.Rulebook().Criteria[at.Node]
		c.Text(st.Strong, name+" · "+n.Code+" "+n.Title, 2)
		c.Text(st.Text,
			env.Say("Ở đây điểm thẩm định bằng điểm thống nhất.", "Here the appraisal gives what was agreed."),
			1)
		s.decided(env, c)
		return
	}
	n := &env.Snap.Rulebook().Criteria[d.Node]
	c.Text(st.Strong, name+" · "+n.Code+" "+n.Title, 2)
	c.Text(st.Text, env.In(s.amounts(env, d)), 2)
	if remark := view.Remark(&env.Snap.State, d); remark != "" {
		c.Text(st.Text, env.Say("đơn vị đánh giá ghi: %s", "the department says: %s", remark), 2)
	}
	c.Text(st.Of(view.OutcomeClass(d.Outcome)), env.In(stands(d)), 2)
	for _, line := range s.does(env, d) {
		c.Text(st.Accent, line, 2)
	}
	s.decided(env, c)
}

// amounts says what was agreed and what the appraisal gave, each with its stage, and who gave it.
func (s *Screen) amounts(env screen.Env, d scoring.Difference) lang.Text {
	b, u := env.Snap.Rulebook(), env.Snap.Units()[d.Unit]
	n := &b.Criteria[d.Node]
	marked := func(st scoring.Stage, p scoring.Points) lang.Text {
		if m, ok := u.Mark(st, d.Node); ok && n.Worth(m) == p {
			return lang.Sayf("%s: %s điểm (%s)", "%s: %s points (%s)", b.StageName(st), p, n.Said(m))
		}
		return lang.Sayf("%s: %s điểm", "%s: %s points", b.StageName(st), p)
	}
	said := lang.Sayf("%s → %s · chênh lệch %s", "%s → %s · difference %s", marked(scoring.Agreed, d.Agreed),
		marked(scoring.Appraised, d.Appraised), lang.Both(view.Signed(env.Lang, d.By())))
	a, _, _ := u.AppraisedAt(d.Node)
	if a.Assessor != "" {
		said = lang.Sayf("%s · %s", "%s · %s", said, lang.Both(a.Assessor))
	}
	if a.Source != "" {
		said = lang.Sayf("%s · tệp %s", "%s · file %s", said, lang.Both(a.Source))
	}
	return said
}

// stands says how the group stands to a difference.
func stands(d scoring.Difference) lang.Text {
	if d.Explained == nil {
		return d.Outcome.Name()
	}
	return lang.Sayf("%s: %s (quyết định %d)", "%s: %s (decision %d)", d.Outcome.Name(), lang.Both(d.Reason),
		d.Explained.Seq)
}

// does says whose rank and award would be others without the difference.
func (s *Screen) does(env screen.Env, d scoring.Difference) []string {
	at := screen.Place{Unit: d.Unit, Node: d.Node}
	if s.did.of == env.Snap && s.did.lang == env.Lang && s.did.at == at {
		return s.did.said
	}
	without, b := env.Snap.WithoutDifference(d), env.Snap.Rulebook()
	var parts []string
	for i := range s.known.appraised.Len() {
		is := s.known.appraised.At(i)
		was := without.At(without.Place(is.Unit))
		a, z := view.Awards(b, was, env.Lang), view.Awards(b, is, env.Lang)
		if was.Rank == is.Rank && was.Tie == is.Tie && a == z {
			continue
		}
		said := env.Say("%s hạng %s → %s", "%s rank %s → %s", env.Snap.Units()[is.Unit].Name(),
			lang.Both(view.Rank(was)), lang.Both(view.Rank(is)))
		if a != z {
			said += env.Say(", %s → %s", ", %s → %s", lang.Both(orNone(env, a)), lang.Both(orNone(env, z)))
		}
		parts = append(parts, said)
	}
	said := env.Say("Chênh lệch này không đổi hạng hay khen thưởng nào theo điểm thẩm định.",
		"The difference changes no rank and no award by the appraised scores.")
	if len(parts) > 0 {
		said = env.Say("Vì chênh lệch này, theo điểm thẩm định: %s", "Because of it, by the appraised scores: %s",
			strings.Join(parts, " · "))
	}
	s.did = did{env.Snap, env.Lang, at, []string{said}}
	return s.did.said
}

func orNone(env screen.Env, said string) string {
	if said == "" {
		return env.Say("không", "none")
	}
	return said
}

// decided says what was decided in the end about the unit's award, beside what was proposed.
func (s *Screen) decided(env screen.Env, c *kit.Canvas) {
	if said := decided(env, s.known.agreed, s.unit); said != "" {
		c.Text(env.Styles.Good, said, 2)
	}
}

// decided is a unit's award as proposed and as decided in the end; empty before anything was decided.
func decided(env screen.Env, agreed scoring.Table, unit int) string {
	a, _, ok := env.Snap.Units()[unit].Awarded()
	if !ok {
		return ""
	}
	proposed := view.Awards(env.Snap.Rulebook(), agreed.At(agreed.Place(unit)), env.Lang)
	return env.Say("chính thức: %s theo %s; cụm đề nghị: %s", "final: %s by %s; proposed: %s",
		lang.Both(view.Decided(&env.Snap.State, unit, env.Lang).Text), a.Document, lang.Both(orNone(env, proposed)))
}
