package review

import (
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// detail is all about the criterion under the cursor: its full title, its evidence, what was decided and why.
func (s *Screen) detail(env screen.Env, area kit.Rect) []string {
	return s.kept.detail.Lines(detailOf{lookOf(env), area, s.at}, func() []string { return s.drawDetail(env, area) })
}

func (s *Screen) drawDetail(env screen.Env, area kit.Rect) []string {
	st, b := env.Styles, env.Snap.Rulebook()
	n := &b.Criteria[s.at.Node]
	p := kit.NewCanvas(area)
	p.Rule(st)
	p.Text(st.Strong, n.Code+"  "+n.Title, 0)
	about := env.Say("tối đa %s", "of %s", n.Max)
	if n.Assessor != "" {
		about += " · " + n.Assessor
	}
	edit.About(env, p, s.at, about)
	return p.Lines
}
