package review

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// detail is all about the criterion under the cursor: its full title, its evidence, what was decided and why.
func (s *Screen) detail(env screen.Env, area kit.Rect) []string {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[s.at.Unit]
	n := &b.Criteria[s.at.Node]
	p := kit.NewCanvas(area)
	p.Rule(st)
	p.Text(st.Strong, n.Code+"  "+n.Title, 3)
	about := env.Say("tối đa %s", "of %s", n.Max)
	if n.Assessor != "" {
		about += " · " + n.Assessor
	}
	p.Text(st.Dim, about, 1)
	s.decided(env, p, u)
	if n.Scored {
		s.evidence(env, p, n, u)
	}
	return p.Lines
}

// decided is what the meeting, or the unit, has said about the criterion.
func (s *Screen) decided(env screen.Env, p *kit.Canvas, u *scoring.Unit) {
	st, node := env.Styles, s.at.Node
	if d := u.Decided(scoring.Agreed, node); d != nil {
		self, _ := u.Mark(scoring.Self, node)
		agreed, _ := u.Mark(scoring.Agreed, node)
		n := &env.Snap.Rulebook().Criteria[node]
		p.Text(st.Warn,
			env.Say("≠ cụm sửa từ %s thành %s · quyết định %d",
				"≠ changed from %s to %s · decision %d", view.Given(env.Lang, n, self),
				view.Given(env.Lang, n, agreed), d.Seq), 1)
		if a, ok := d.Act.(scoring.Score); ok && a.Reason != "" {
			p.Text(st.Text, env.Say("Lý do: %s", "Reason: %s", a.Reason), 2)
		}
	}
	if q, ok := u.OpenRequest(node); ok {
		p.Text(st.Good,
			env.Say("+ đề nghị thưởng %s (phím %s để duyệt): %s", "+ asks for %s (%s grants it): %s",
				q.Points, edit.KeyGrant, q.Reason), 2)
	}
	if note := u.NoteAt(node); note != "" {
		p.Text(st.Accent, "✎ "+note, 3)
	}
}

// evidence sets what was handed in beside what the rulebook asks for.
func (s *Screen) evidence(env screen.Env, p *kit.Canvas, n *scoring.Criterion, u *scoring.Unit) {
	st := env.Styles
	handed := u.Sheet().Evidence[n.Code]
	p.Text(st.Title,
		env.Say("MINH CHỨNG đã nộp %d · cần %d", "EVIDENCE handed in %d · asked for %d", len(handed), len(n.Evidence)),
		1)
	for _, e := range handed {
		p.Text(st.Good, "✓ "+e, 2)
	}
	if len(handed) == 0 {
		p.Text(st.Warn, env.Say("? đơn vị chưa nộp minh chứng", "? nothing was handed in"), 1)
	}
	for _, e := range n.Evidence {
		p.Text(st.Dim, "· "+e, 2)
	}
}
