package meeting

import (
	"maps"
	"slices"
	"sync"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Poll is a vote while its ballots come in, from wherever: called out unit by unit and typed in, or each from a
// reviewer's own session. It is not on record until it ends and its Vote is proposed. While it is open it tells who has
// voted, not how. It may be used by any number of goroutines.
type Poll struct {
	mu     sync.Mutex
	vote   scoring.Vote // the question, without its count
	voters []string     // who may vote, in the order of the cluster
	voted  map[string]bool
	named  map[string]scoring.Choice // how; nil where the vote is secret
	counts map[scoring.Choice]int
	ended  bool
}

// NewPoll opens a poll on a question among the units present. Where the rulebook says so the unit concerned has no
// ballot.
func NewPoll(s *scoring.State, v scoring.Vote) *Poll {
	p := &Poll{vote: v, voted: map[string]bool{}, counts: map[scoring.Choice]int{}}
	if !v.Secret {
		p.named = map[string]scoring.Choice{}
	}
	voters, _ := s.Voters(v) // a vote about a unit that is not there is refused when it is recorded
	for _, i := range voters {
		p.voters = append(p.voters, s.Units()[i].Name())
	}
	return p
}

// Cast takes a unit's ballot. A second one of the same unit, one of a unit that has no ballot, and any after the end
// are refused.
func (p *Poll) Cast(unit string, c scoring.Choice) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.ended:
		return refusedBallot(lang.Sayf("biểu quyết đã kết thúc", "the vote has ended"),
			lang.Sayf("đề nghị biểu quyết lại", "ask for another vote"))
	case !slices.Contains(p.voters, unit):
		return refusedBallot(lang.Sayf("%s không có phiếu trong biểu quyết này", "%s has no ballot in this vote", unit),
			lang.Sayf("chỉ đơn vị có mặt và không liên quan được biểu quyết",
				"only units that are present and not concerned may vote"))
	case p.voted[unit]:
		return refusedBallot(lang.Sayf("%s đã bỏ phiếu rồi", "%s has voted already", unit),
			lang.Sayf("mỗi đơn vị một phiếu", "each unit has one ballot"))
	case c != scoring.For && c != scoring.Against && c != scoring.Abstain:
		return refusedBallot(lang.Sayf("%q không phải là một lựa chọn", "%q is no choice", string(c)),
			lang.Sayf("chọn tán thành, không tán thành hoặc không biểu quyết", "choose for, against or abstain"))
	}
	p.voted[unit] = true
	p.counts[c]++
	if p.named != nil {
		p.named[unit] = c
	}
	return nil
}

// TakeBack gives an open ballot back to its unit, for a slip of who called it out. A secret one cannot be found again.
func (p *Poll) TakeBack(unit string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, ok := p.named[unit]
	if !ok || p.ended {
		return refusedBallot(lang.Sayf("không có phiếu công khai của %s để sửa",
			"there is no open ballot of %s to change", unit), lang.Text{})
	}
	p.counts[c]--
	delete(p.named, unit)
	delete(p.voted, unit)
	return nil
}

// Progress is how many of how many ballots are in; nothing of what they say.
func (p *Poll) Progress() (in, of int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.voted), len(p.voters)
}

// Among is who has a ballot and is present now, in the order of the cluster, and how many of them have voted.
func (p *Poll) Among(s *scoring.State) (voters []string, in int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, u := range s.Units() {
		if u.Present() && slices.Contains(p.voters, u.Name()) {
			voters = append(voters, u.Name())
			if p.voted[u.Name()] {
				in++
			}
		}
	}
	return voters, in
}

// Voters are the units that have a ballot, in the order of the cluster.
func (p *Poll) Voters() []string { return slices.Clone(p.voters) }

// Question is what is voted on, without a count.
func (p *Poll) Question() scoring.Vote { return p.vote }

// Has reports whether a unit has a ballot.
func (p *Poll) Has(unit string) bool { return slices.Contains(p.voters, unit) }

// Voted reports whether a unit's ballot is in.
func (p *Poll) Voted(unit string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.voted[unit]
}

// Choice is how a unit voted in an open vote; ok is false where it has not, or the vote is secret.
func (p *Poll) Choice(unit string) (c scoring.Choice, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, ok = p.named[unit]
	return c, ok
}

// Vote is the vote as counted so far, among the units that are present now. The open ballot of a unit that has left
// does not count; where a secret one would have to be found for that, the vote has to be taken again.
func (p *Poll) Vote(s *scoring.State) (scoring.Vote, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	v := p.vote
	counts, named := maps.Clone(p.counts), maps.Clone(p.named)
	for _, u := range s.Units() {
		name := u.Name()
		if u.Present() || !p.voted[name] {
			continue
		}
		if p.named == nil {
			return v,
				refusedBallot(lang.Sayf("%s đã bỏ phiếu kín rồi rời họp", "%s voted in secret and has left", name),
					lang.Sayf("biểu quyết lại", "take the vote again"))
		}
		counts[named[name]]--
		delete(named, name)
	}
	v.For, v.Against, v.Abstain, v.Votes = counts[scoring.For], counts[scoring.Against], counts[scoring.Abstain], named
	if p.ended {
		v.NotVoting = p.silent(s)
	}
	return v, nil
}

// silent are the units that may vote and have not: when the poll has ended, they do not.
func (p *Poll) silent(s *scoring.State) (names []string) {
	voters, _ := s.Voters(p.vote)
	for _, i := range voters {
		if name := s.Units()[i].Name(); !p.voted[name] {
			names = append(names, name)
		}
	}
	return names
}

// End closes the poll before its vote is counted and proposed: from then on no ballot is taken, and nobody else can end
// it.
func (p *Poll) End() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		return refusedBallot(lang.Sayf("biểu quyết đã kết thúc", "the vote has ended"),
			lang.Sayf("xem kết quả trong nhật ký", "see the record for its result"))
	}
	p.ended = true
	return nil
}

// Reopen takes ballots again after a proposal that came to nothing.
func (p *Poll) Reopen() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = false
}

func refusedBallot(what, mend lang.Text) error {
	return &scoring.Refusal{Kind: scoring.ErrVote, What: what, Mend: mend}
}
