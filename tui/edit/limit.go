package edit

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/screen"
)

// Limit says the most that a bonus may come to at a criterion or field of a unit, what sets that, and how much of it is
// used up elsewhere.
func Limit(env screen.Env, at screen.Place) string {
	room := env.Snap.Units()[at.Unit].Room(true, scoring.GrantAt{Target: at.Node, No: 1})
	points := func(p scoring.Points) string { return view.Points(env.Lang, p) }
	if room.Used == 0 {
		return env.Say("Thưởng tối đa %s điểm (theo %s)", "A bonus of at most %s points (%s)", points(room.Points),
			bound(env.Snap.Rulebook(), room))
	}
	return env.Say("Thưởng tối đa %s điểm (theo %s: %s, nơi khác đã dùng %s)",
		"A bonus of at most %s points (%s: %s, of which %s is used elsewhere)", points(room.Points),
		bound(env.Snap.Rulebook(), room), points(room.Bound), points(room.Used))
}
