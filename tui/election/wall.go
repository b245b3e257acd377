package election

import (
	"thidua/data/meeting"
	"thidua/tui/screen"
)

// OnWall is what of the screen is for the wall: the election under way, or the last of those that are over, with how
// many ballots are in the box.
func (s *Screen) OnWall(env screen.Env) meeting.OnWall {
	on := meeting.OnWall{Kind: meeting.WallElection, Unit: -1, Node: -1}
	r, open := race(env)
	if all := env.Snap.Elections(); !open && len(all) > 0 {
		r, _ = env.Snap.Race(all[len(all)-1])
	}
	on.Office = string(r.Office)
	if b := boxOpen(env, r); b != nil && open {
		on.Asked.In, on.Asked.Of = b.Progress()
		on.Asked.Secret = true
	}
	return on
}
