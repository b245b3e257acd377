package vote

import (
	"time"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/screen"
)

// OnWall is what of the screen is for the wall: the question that is voted on, with how many ballots are in and never
// what is in them or typed, or the past vote under the cursor; ok is false where there is neither.
func (s *Screen) OnWall(env screen.Env) (on meeting.OnWall, ok bool) {
	on = meeting.OnWall{Kind: meeting.WallVote, Unit: -1, Node: -1}
	switch p, b := s.asked(env), s.choice(env); {
	case s.q != nil && s.q.on < 0: // a question that is still being typed is nobody's yet
		return on, false
	case s.q != nil:
		on.Asked = s.q.onWall(env)
	case p != nil:
		q := question{vote: p.Question(), poll: p}
		on.Asked = q.onWall(env)
	case b != nil:
		on.Asked = meeting.Asked{Question: asksPlace(env, b), Secret: true}
		on.Asked.In, on.Asked.Of = b.Progress()
	default:
		l, found := s.here(env)
		if !found || l.vote == nil {
			return on, false
		}
		on.Kind, on.Seq = meeting.WallVerdict, l.vote.Decision.Seq
	}
	return on, true
}

// onWall is the question as the wall shows it.
func (q *question) onWall(env screen.Env) meeting.Asked {
	a := meeting.Asked{Question: q.asks(env), Secret: q.secret()}
	if b := q.casting(); b != nil {
		voters, in := b.Among(&env.Snap.State)
		a.In, a.Of = in+b.Paper(), len(voters)
	}
	if q.tie != nil {
		return a
	}
	v := scoring.Vote{Subject: q.subject(env), Act: q.vote.Act, Unit: q.vote.Unit, Secret: q.vote.Secret}
	if body, err := decision.Encode(scoring.Decision{Seq: 1, At: time.Unix(0, 0).UTC(), Act: v}); err == nil {
		a.Vote = string(body)
	}
	return a
}
