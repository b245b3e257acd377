package meeting

import (
	"maps"
	"slices"

	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Box is the ballot box of an election's round, or of a place in the order of units that are level, while ballots come
// in from the units' own sessions. It is always secret: it keeps who has voted apart from the sums, and says nothing of
// those before it is counted. It may be used by any number of goroutines.
type Box struct {
	slips
	office     scoring.Office // empty: it is about a place in an order
	subject    string
	round      int
	candidates []string
	votes      map[string]int // by candidate; blank ones under the empty name
	papers     scoring.Ballot // counted by hand beside them
}

// NewBox is a box for the next round of an election among the units present, or among those that could vote when it was
// opened on record.
func NewBox(s *scoring.State, r scoring.Race) *Box { return newBox(s, r, string(r.Office)) }

func newBox(s *scoring.State, r scoring.Race, what string) *Box {
	var voters []int
	for i, u := range s.Units() {
		if u.Present() {
			voters = append(voters, i)
		}
	}
	b := &Box{office: r.Office, round: len(r.Rounds) + 1, votes: map[string]int{}}
	b.issue(s, what, voters)
	for _, unit := range r.Candidates {
		b.candidates = append(b.candidates, s.Units()[unit].Name())
	}
	return b
}

// NewChoice is a box for the question which of some units comes next in an order.
func NewChoice(s *scoring.State, subject string, units []int) *Box {
	b := newBox(s, scoring.Race{Candidates: units}, subject)
	b.subject = subject
	return b
}

// newBoxAmong is the box of what was opened on record, for candidates that are known by name.
func newBoxAmong(s *scoring.State, o scoring.Open, candidates []string) *Box {
	r, ok := s.Race(scoring.Office(o.What))
	if !ok || !slices.Contains(s.Elections(), r.Office) {
		r = scoring.Race{}
	}
	r.Candidates = nil
	b := newBox(s, r, o.What)
	if b.candidates = candidates; r.Office == "" {
		b.subject = o.What
	}
	return b
}

// Subject is the question of a choice; empty in an election.
func (b *Box) Subject() string { return b.subject }

// Office and round are what is elected, and in which round, from 1.
func (b *Box) Office() (o scoring.Office, round int) { return b.office, b.round }

// Candidates are who can be voted for.
func (b *Box) Candidates() []string { return slices.Clone(b.candidates) }

// Cast takes a unit's ballot; an empty candidate is a blank one.
func (b *Box) Cast(unit, candidate string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if candidate != "" && !slices.Contains(b.candidates, candidate) {
		return refusedBallot(lang.Sayf("%s không ứng cử trong vòng này", "%s is no candidate in this round", candidate),
			lang.Sayf("chọn trong danh sách, hoặc bỏ phiếu trắng", "choose from the list, or cast a blank ballot"))
	}
	if b.host != nil {
		return b.send(record.Slip{Unit: unit, Choice: candidate, Own: true})
	}
	if err := b.take(unit); err != nil {
		return err
	}
	b.votes[candidate]++
	return nil
}

// SetPapers adds ballots on paper, counted by hand: never more than there are units without one in the box.
func (b *Box) SetPapers(s *scoring.State, papers scoring.Ballot) error {
	counts := map[string]int{"": papers.Blank}
	maps.Copy(counts, papers.Votes)
	return b.setPapers(s, counts, papers.Spoiled, func() { b.papers = papers })
}

// Count is what is in the box, with the papers beside it. A ballot that is in stays when its unit leaves; who does not
// vote is marked so. The box must have ended: until then nobody learns anything.
func (b *Box) Count(s *scoring.State) (scoring.Ballot, error) {
	voters, _ := b.Among(s)
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.ended {
		return scoring.Ballot{}, refusedBallot(lang.Sayf("hòm phiếu còn mở", "the box is still open"),
			lang.Sayf("đóng hòm phiếu trước khi kiểm", "close the box before it is counted"))
	}
	out := scoring.Ballot{Office: b.office, Round: b.round, Votes: maps.Clone(b.votes),
		Blank:   b.votes[""] + b.papers.Blank,
		Spoiled: b.papers.Spoiled, Terminals: b.terminals(), NotVoting: b.silent(voters, true)}
	delete(out.Votes, "")
	for name, n := range b.papers.Votes {
		if n > 0 {
			out.Votes[name] += n
		}
	}
	return out, nil
}
