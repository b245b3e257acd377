package meeting

import (
	"maps"

	"thidua/data/record"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Poll is a vote while its ballots come in, from wherever: called out unit by unit and typed in, or each from a
// reviewer's own session. It is not on record until it ends and its Vote is proposed. While it is open it tells who has
// voted, not how. It may be used by any number of goroutines.
type Poll struct {
	slips
	vote   scoring.Vote              // the question, without its count
	named  map[string]scoring.Choice // how; nil where the vote is secret
	own    map[string]bool           // cast by the unit itself: nobody else's to change
	counts map[scoring.Choice]int
	papers map[scoring.Choice]int // of ballots on paper
}

// NewPoll opens a poll on a question among the units present. Where the rulebook says so the unit concerned has no
// ballot. If the vote was opened on record its ballots are of the units that could vote then.
func NewPoll(s *scoring.State, v scoring.Vote) *Poll {
	voters, _ := s.Voters(v) // a vote about a unit that is not there is refused when it is recorded
	p := &Poll{vote: v, own: map[string]bool{}, counts: map[scoring.Choice]int{}}
	p.issue(s, v.Subject, voters)
	if !v.Secret {
		p.named = map[string]scoring.Choice{}
	}
	return p
}

// Cast takes a unit's ballot from its own terminal: nobody can change it.
func (p *Poll) Cast(unit string, c scoring.Choice) error { return p.put(unit, c, true) }

// Call takes a unit's answer as it is called out. It can be taken back.
func (p *Poll) Call(unit string, c scoring.Choice) error { return p.put(unit, c, false) }

func (p *Poll) put(unit string, c scoring.Choice, own bool) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c != scoring.For && c != scoring.Against && c != scoring.Abstain {
		return refusedBallot(lang.Sayf("%q không phải là một lựa chọn", "%q is no choice", string(c)),
			lang.Sayf("chọn tán thành, không tán thành hoặc không biểu quyết", "choose for, against or abstain"))
	}
	if p.host != nil {
		return p.send(record.Slip{Unit: unit, Choice: string(c), Own: own})
	}
	if err := p.take(unit); err != nil {
		return err
	}
	p.counts[c]++
	if p.named != nil {
		p.named[unit], p.own[unit] = c, own
	}
	return nil
}

// Answer takes a unit's answer as it is called out; a new one takes the place of the one before.
func (p *Poll) Answer(unit string, c scoring.Choice) error {
	if !p.Shared() && p.Voted(unit) {
		if err := p.TakeBack(unit); err != nil {
			return err
		}
	}
	return p.Call(unit, c)
}

// TakeBack gives an answer that was called out back to its unit, for a slip of who typed it. What the unit cast itself
// stays, and a secret ballot cannot be found again.
func (p *Poll) TakeBack(unit string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, ok := p.named[unit]
	switch {
	case !ok || p.ended:
		return refusedBallot(lang.Sayf("không có phiếu công khai của %s để sửa",
			"there is no open ballot of %s to change", unit), lang.Text{})
	case p.own[unit]:
		return refusedBallot(lang.Sayf("phiếu này do %s tự bỏ từ máy của mình", "%s cast this ballot itself", unit),
			lang.Sayf("không ai sửa được phiếu của đơn vị khác", "a ballot is nobody else's to change"))
	}
	if p.host != nil {
		p.host.withdraw(unit)
		return nil
	}
	p.counts[c]--
	delete(p.named, unit)
	delete(p.voted, unit)
	return nil
}

// Question is what is voted on, without a count.
func (p *Poll) Question() scoring.Vote { return p.vote }

// Choice is how a unit voted in an open vote; ok is false where it has not, or the vote is secret.
func (p *Poll) Choice(unit string) (c scoring.Choice, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c, ok = p.named[unit]
	return c, ok
}

// SetPapers adds ballots on paper to a secret vote: never more than there are units without one in.
func (p *Poll) SetPapers(s *scoring.State, papers map[scoring.Choice]int) error {
	counts := map[string]int{}
	for c, n := range papers {
		counts[string(c)] = n
	}
	return p.setPapers(s, counts, 0, func() { p.papers = maps.Clone(papers) })
}

// Vote is the vote as counted so far. A ballot that is in stays when its unit leaves. Who has not voted when the poll
// has ended does not; in a secret one only who is marked so.
func (p *Poll) Vote(s *scoring.State) scoring.Vote {
	voters, _ := p.Among(s)
	p.mu.Lock()
	defer p.mu.Unlock()
	v := p.vote
	counts, named := maps.Clone(p.counts), maps.Clone(p.named)
	for unit, c := range p.named {
		if !p.counted(s, unit) {
			counts[c]--
			delete(named, unit)
		}
	}
	for c, n := range p.papers {
		counts[c] += n
	}
	v.For, v.Against, v.Abstain, v.Votes = counts[scoring.For], counts[scoring.Against], counts[scoring.Abstain], named
	v.Terminals = p.terminals()
	if p.ended {
		v.NotVoting = p.silent(voters, p.named == nil)
	}
	return v
}
