package roll

import (
	"strings"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// room is the roll for the back row: how many are there, whether they are enough, and each unit with its sign.
func room(env screen.Env, area kit.Rect) []kit.Placed {
	st, p, units := env.Styles, kit.NewCanvas(area), env.Snap.Units()
	need, met := env.Snap.Quorum()
	style, said := st.Good, env.Say("✓ ĐỦ SỐ ĐƠN VỊ · cần ít nhất %d", "✓ QUORUM · at least %d needed", need)
	if !met {
		style = st.Warn
		said = env.Say("THIẾU %d ĐƠN VỊ · cần ít nhất %d",
			"%d UNITS SHORT · at least %d needed", need-env.Snap.Present(),
			need)
	}
	names := make([]kit.RosterName, len(units))
	for i, a := range env.Snap.Attendance(env.Snap.Running()) {
		names[i] = roster(env, units[i], a)
	}
	const below = 2 // the quorum, and a blank line
	head := kit.RosterHead(env.Say("%d TRÊN %d CÓ MẶT", "%d OF %d PRESENT", env.Snap.Present(), len(units)), names,
		p.W, p.H, below)
	for _, line := range head {
		p.Centred(st.Strong, line)
	}
	title := said
	if x := env.Snap.Running(); x.Decision != nil {
		title = strings.ToUpper(x.Form.Name().In(env.Lang)) + " · " + said
	}
	p.Centred(style, title)
	p.Blank()
	p.Roster(names, p.Room())
	return []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
}

// roster is a unit as the room sees it on the roll.
func roster(env screen.Env, u *scoring.Unit, a scoring.Attendance) kit.RosterName {
	sign, style, _ := standing(env, u, a)
	as := env.Styles.Text
	if u.Present() {
		as = env.Styles.Strong
	}
	return kit.RosterName{Sign: sign, Name: u.Name(), Mark: style, As: as, Done: u.Present()}
}
