package record

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// ballots writes what the record has of the ballots of a vote or round.
func ballots(env screen.Env, p *kit.Canvas, act scoring.Act) {
	for _, said := range view.WhoVoted(&env.Snap.State, act) {
		p.Text(env.Styles.Text, env.In(said), 0)
	}
}
