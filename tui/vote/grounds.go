package vote

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// grounds is what a question at a criterion stands on, where there is room: how the unit is scored there, and its
// evidence.
func grounds(env screen.Env, p *kit.Canvas, at screen.Place) {
	const least = 6
	if at.Unit < 0 || at.Node < 0 || p.Room() < least {
		return
	}
	st, n, u := env.Styles, &env.Snap.Rulebook().Criteria[at.Node], env.Snap.Units()[at.Unit]
	if !u.Applies(at.Node) {
		return
	}
	p.Blank()
	p.Text(st.Text, env.Say("Đơn vị tự chấm %s điểm · cụm chấm %s · tối đa %s",
		"Self-scored %s points · agreed %s · at most %s", view.Points(env.Lang, u.Points(scoring.Self, at.Node)),
		view.Points(env.Lang, u.Points(scoring.Agreed, at.Node)), view.Points(env.Lang, n.Max)), 1)
	edit.Evidence(env, p, at)
}
