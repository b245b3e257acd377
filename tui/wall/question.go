package wall

import (
	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// question is what is voted on, in full.
func question(env screen.Env, a meeting.Asked, area kit.Rect) []kit.Placed {
	q := ballot.Question{Text: a.Question, Secret: a.Secret, In: a.In, Of: a.Of}
	if v, known := asked(a); known {
		q.Vote = &v
	}
	return []kit.Placed{{Rect: area, Lines: q.Draw(env, area)}}
}

// asked is the vote of a question, without counts; ok is false where there is none, or it cannot be read.
func asked(a meeting.Asked) (v scoring.Vote, ok bool) {
	if a.Vote == "" {
		return v, false
	}
	d, err := decision.Decode([]byte(a.Vote))
	if err != nil {
		return v, false
	}
	v, ok = d.Act.(scoring.Vote)
	return v, ok
}
