package wall

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// election is one election. Of a round that is not recorded only how many ballots are in.
func election(env screen.Env, on meeting.OnWall, area kit.Rect) []kit.Placed {
	r, ok := env.Snap.Race(scoring.Office(on.Office))
	if !ok {
		return env.Blank(area)
	}
	return []kit.Placed{{Rect: area, Lines: ballot.Race(env, r, ballot.Round{In: on.Asked.In, Of: on.Asked.Of}, area)}}
}
