package ceremony

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// room is what is left before closing, for the back row: how much, each unit with whether its sheet is accepted, and
// what else stands in the way. Neither the keys that lead there nor what the awards would be is the room's.
func (s *Screen) room(env screen.Env, p *kit.Canvas) {
	const most = 4 // things beside the sheets
	st, blockers := env.Styles, env.Snap.Blockers()
	title, style := env.Say("CÒN %s", "%s LEFT", lang.Count(len(blockers), "VIỆC", "THING", "THINGS")), st.Strong
	below := env.Say("trước khi chốt · %d trên %d bản chấm đã thống nhất", "before closing · %d of %d sheets accepted",
		env.Snap.AcceptedCount(), env.Snap.Sheets())
	if len(blockers) == 0 {
		title, style = env.Say("ĐỦ ĐIỀU KIỆN CHỐT", "READY TO BE CLOSED"), st.Good
	}
	var others []string
	for _, b := range blockers {
		if b.Kind != scoring.NotAccepted {
			others = append(others, b.What.In(env.Lang))
		}
	}
	if n := len(others) - most; n > 0 {
		others = append(others[:most], env.Say("và %s khác", "and %s",
			lang.Count(n, "việc", "other thing", "other things")))
	}
	units := env.Snap.Units()
	foot := 0
	if len(others) > 0 {
		foot = len(others) + 1
	}
	names := make([]kit.RosterName, len(units))
	for i, u := range units {
		names[i] = kit.RosterName{Sign: "·", Name: u.Name(), Mark: st.Warn, As: st.Text}
		if u.Accepted() {
			names[i] = kit.RosterName{Sign: "✓", Name: u.Name(), Mark: st.Good, As: st.Strong, Done: true}
		}
	}
	const under = 2 // how many are accepted, and a blank line
	for _, line := range kit.RosterHead(title, names, p.W, p.H, under+foot) {
		p.Centred(style, line)
	}
	p.Centred(st.Strong, below)
	p.Blank()
	p.Roster(names, p.Room()-foot)
	if foot > 0 {
		p.Blank()
	}
	for _, said := range others {
		p.Centred(st.Warn, strings.TrimSpace("✗ "+said))
	}
}
