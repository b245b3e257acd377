package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// electorate is who may vote on a question: the units present, less those concerned where the rulebook recuses them.
type electorate struct {
	voters  []int // as indexes of State.Units, ascending
	written int   // of these, absent ones that vote in writing
	recused int   // present, and out of the vote
	away    int   // absent, and out of the vote: they leave a base of all members (second edition)
}

// electorate works out who may vote on what a vote asks: where it ends one that is open, those who could then.
func (s *State) electorate(a Vote) (electorate, error) {
	if o := s.opening; o != nil && o.Decision.Seq == a.Opened {
		return s.entitled(o, a.Voted), nil
	}
	out, err := s.concerned(a)
	if err != nil {
		return electorate{}, err
	}
	var e electorate
	recusal := s.book.VoteRule(a.Act).Recusal
	for i, u := range s.units {
		switch recused := recusal && slices.Contains(out, i); {
		case u.present && recused:
			e.recused++
		case u.present:
			e.voters = append(e.voters, i)
		case recused && s.book.second():
			e.away++
		case slices.Contains(a.Written, u.name):
			e.voters = append(e.voters, i)
			e.written++
		}
	}
	return e, nil
}

// concerned are the units that a vote is about: the one named and the one of the act; in a vote on an order, the units
// that are level. The first edition knows only the one named, or else the one of the act.
func (s *State) concerned(a Vote) ([]int, error) {
	names := []string{Subject(a)}
	if s.book.second() {
		names = []string{a.Unit}
		if a.Act != nil {
			names = append(names, Subject(a.Act))
		}
		if o, ok := a.Act.(Order); ok {
			names = append(names, o.Units...)
		}
	}
	var out []int
	for _, name := range names {
		if name == "" {
			continue
		}
		i, _, err := s.unit(name)
		if err != nil {
			return nil, err
		}
		out = append(out, i)
	}
	return out, nil
}

// Voters are the units that may vote on a question now, as indexes of State.Units.
func (s *State) Voters(a Vote) ([]int, error) {
	e, err := s.electorate(a)
	return e.voters, err
}

// abstained checks the units that are said not to vote: each may vote, and is named once.
func (s *State) abstained(names []string, voters []int, kind error) error {
	for i, name := range names {
		unit, _, err := s.unit(name)
		if err != nil {
			return err
		}
		if !slices.Contains(voters, unit) {
			return refuse(kind, lang.Sayf("%s không có phiếu nên không ghi là không bỏ phiếu",
				"%s has no ballot that it could leave unused", name),
				lang.Sayf("bỏ đơn vị này khỏi not_voting", "leave this unit out of not_voting"))
		}
		if slices.Contains(names[:i], name) {
			return refuse(kind, lang.Sayf("%s có hai lần trong not_voting", "%s is in not_voting twice", name),
				lang.Sayf("ghi một lần", "name it once"))
		}
	}
	return nil
}

// Outstanding is how many ballots a count is short of: those of units that may vote, less those that are said not to.
// It is 0 for a complete count, and for what is no count.
func (s *State) Outstanding(a Act) int {
	switch a := a.(type) {
	case Vote:
		if e, err := s.electorate(a); err == nil && !a.Unanimous {
			return max(len(e.voters)-len(a.NotVoting)-a.For-a.Against-a.Abstain, 0)
		}
	case Ballot:
		return max(len(s.electors(a))-len(a.NotVoting)-a.returned(), 0)
	}
	return 0
}

// electors are who may vote in a round: the units present, or those entitled in the one that is open.
func (s *State) electors(a Ballot) (voters []int) {
	if o := s.opening; o != nil && o.Decision.Seq == a.Opened {
		return s.entitled(o, a.Voted).voters
	}
	return outcome{roll: s.roll()}.mayVote()
}
