package meeting

import (
	"slices"
	"sync"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Box is the ballot box of an election's round, or of a place in the order of units that are level, while ballots come
// in from the units' own sessions. It is always secret: it keeps who has voted apart from the sums, and says nothing of
// those before it is opened. It may be used by any number of goroutines.
type Box struct {
	mu         sync.Mutex
	office     scoring.Office // empty: it is about a place in an order
	subject    string
	round      int
	candidates []string
	voters     []string // in the order of the cluster
	voted      map[string]bool
	votes      map[string]int // by candidate; blank ones under the empty name
	ended      bool
}

// NewBox is a box for the next round of an election among the units present.
func NewBox(s *scoring.State, r scoring.Race) *Box {
	b := &Box{office: r.Office, round: len(r.Rounds) + 1, voted: map[string]bool{}, votes: map[string]int{}}
	for _, unit := range r.Candidates {
		b.candidates = append(b.candidates, s.Units()[unit].Name())
	}
	for _, u := range s.Units() {
		if u.Present() {
			b.voters = append(b.voters, u.Name())
		}
	}
	return b
}

// NewChoice is a box for the question which of some units comes next in an order, among the units present.
func NewChoice(s *scoring.State, subject string, units []int) *Box {
	b := NewBox(s, scoring.Race{Candidates: units})
	b.subject = subject
	return b
}

// Subject is the question of a choice; empty in an election.
func (b *Box) Subject() string { return b.subject }

// Office and round are what is elected, and in which round, from 1.
func (b *Box) Office() (o scoring.Office, round int) { return b.office, b.round }

// Candidates are who can be voted for.
func (b *Box) Candidates() []string { return slices.Clone(b.candidates) }

// Voters are the units that have a ballot, in the order of the cluster.
func (b *Box) Voters() []string { return slices.Clone(b.voters) }

// Cast takes a unit's ballot; an empty candidate is a blank one. A second one of the same unit, one of a unit that has
// none, and any after the end are refused.
func (b *Box) Cast(unit, candidate string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case b.ended:
		return refusedBallot(lang.Sayf("hòm phiếu đã đóng", "the box is closed"), lang.Text{})
	case !slices.Contains(b.voters, unit):
		return refusedBallot(lang.Sayf("%s không có phiếu trong vòng này", "%s has no ballot in this round", unit),
			lang.Sayf("chỉ đơn vị có mặt khi mở hòm phiếu được bầu", "only units present when the box was opened vote"))
	case b.voted[unit]:
		return refusedBallot(lang.Sayf("%s đã bỏ phiếu rồi", "%s has voted already", unit),
			lang.Sayf("mỗi đơn vị một phiếu", "each unit has one ballot"))
	case candidate != "" && !slices.Contains(b.candidates, candidate):
		return refusedBallot(lang.Sayf("%s không ứng cử trong vòng này", "%s is no candidate in this round", candidate),
			lang.Sayf("chọn trong danh sách, hoặc bỏ phiếu trắng", "choose from the list, or cast a blank ballot"))
	}
	b.voted[unit] = true
	b.votes[candidate]++
	return nil
}

// Progress is how many of how many ballots are in; nothing of what they say.
func (b *Box) Progress() (in, of int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.voted), len(b.voters)
}

// Has reports whether a unit has a ballot in the round, and whether it is in.
func (b *Box) Has(unit string) (ballot, voted bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Contains(b.voters, unit), b.voted[unit]
}

// Open ends the round and gives what is in the box. A unit that has voted and left since cannot take its ballot along:
// the round has to be taken again then.
func (b *Box) Open(s *scoring.State) (scoring.Ballot, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, u := range s.Units() {
		if !u.Present() && b.voted[u.Name()] {
			return scoring.Ballot{},
				refusedBallot(lang.Sayf("%s đã bỏ phiếu kín rồi rời họp", "%s voted in secret and has left", u.Name()),
					lang.Sayf("bỏ hòm phiếu này và bầu lại vòng này", "discard this box and take the round again"))
		}
	}
	b.ended = true
	out := scoring.Ballot{Office: b.office, Round: b.round, Votes: map[string]int{}, Blank: b.votes[""]}
	for name, n := range b.votes {
		if name != "" {
			out.Votes[name] = n
		}
	}
	for _, u := range s.Units() { // who has not voted by now does not, nor who came too late for a ballot
		if u.Present() && !b.voted[u.Name()] {
			out.NotVoting = append(out.NotVoting, u.Name())
		}
	}
	return out, nil
}
