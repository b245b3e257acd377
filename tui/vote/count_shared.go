package vote

import (
	"slices"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// A vote that several hosts take is counted where its ballots are, in the moment in which it goes on record.

// countPoll counts the ballots of a question.
func countPoll(p *meeting.Poll) *meeting.Count {
	return &meeting.Count{Opened: p.Opened(), Act: func(s *scoring.State, p *meeting.Poll, _ *meeting.Box) (scoring.Act,
		error) {
		return p.Vote(s), nil
	}}
}

// countBox counts the ballots for a place in an order. It works on a copy of the question, which may be on screen
// meanwhile; what was in the box is the question's once that is on record.
func (q *question) countBox(env screen.Env) *meeting.Count {
	counted := question{vote: q.vote, tie: q.tie, box: q.box}
	q.tallied = &[]kit.Number{}
	out := q.tallied
	n := len(q.counts)
	return &meeting.Count{Opened: q.box.Opened(),
		Act: func(s *scoring.State, _ *meeting.Poll, b *meeting.Box) (scoring.Act,
			error) {
			sum, err := b.Count(s)
			if err != nil {
				return nil, err
			}
			counted.counts = make([]kit.Number, n)
			v := counted.sum(env, sum)
			*out = slices.Clone(counted.counts)
			return v, nil
		}}
}
