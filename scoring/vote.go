package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Vote is a question that the units decided by majority, with the count; what it comes to is worked out, never typed
// (rule 7). A vote may carry what it is about: if it is carried, that is decided with it, in one decision.
type Vote struct {
	Subject               string
	For, Against, Abstain int
	Unit                  string            // the unit concerned, if any: where the rulebook says so, it does not vote
	Act                   Act               // optional: what a carried vote decides
	Secret                bool              // the votes were secret
	Votes                 map[string]Choice // optional, where they were open: who voted how
}

// Choice is how a unit voted.
type Choice string

// The choices.
const (
	For     Choice = "for"
	Against Choice = "against"
	Abstain Choice = "abstain"
)

// Kind is KindVote.
func (Vote) Kind() Kind { return KindVote }

// Tallied is a vote that was taken, with what it came to.
type Tallied struct {
	Decision *Decision
	Vote     Vote
	Ruling   Ruling
}

func (a Vote) enter(s *State, d *Decision) error {
	ruling, err := a.rule(s, d.Seq)
	if err != nil {
		return err
	}
	if a.Act != nil && ruling.Verdict == Carried {
		if err := a.Act.enter(s, d); err != nil {
			return err
		}
	}
	s.votes = slices.Clone(s.votes)
	at, _ := slices.BinarySearchFunc(s.votes, d.Seq, func(t Tallied, seq int) int { return t.Decision.Seq - seq })
	s.votes = slices.Insert(s.votes, at, Tallied{d, a, ruling})
	s.remember(d.Seq, outcome{present: ruling.Present, ruling: ruling})
	return nil
}

func (a Vote) leave(s *State, d *Decision) error {
	at := slices.IndexFunc(s.votes, func(t Tallied) bool { return t.Decision.Seq == d.Seq })
	if at >= 0 && a.Act != nil && s.votes[at].Ruling.Verdict == Carried {
		if err := a.Act.leave(s, d); err != nil {
			return err
		}
	}
	s.votes = slices.DeleteFunc(slices.Clone(s.votes), func(t Tallied) bool { return t.Decision.Seq == d.Seq })
	return nil
}

// rule checks the count and gives the verdict; a vote that counts again keeps the verdict it had, whoever has left
// since.
func (a Vote) rule(s *State, seq int) (Ruling, error) {
	if o, ok := s.outcomes[seq]; ok {
		return o.ruling, nil
	}
	if a.Subject == "" {
		return Ruling{},
			refuse(ErrVote, lang.Sayf("biểu quyết phải có nội dung", "a vote needs a subject"),
				lang.Sayf("ghi nội dung", "say what it is about"))
	}
	switch a.Act.(type) {
	case nil, Score, Bonus, Penalty, Sanctioned, Order, Accept:
	default:
		return Ruling{},
			refuse(ErrVote, lang.Sayf("không biểu quyết về %q được", "%q cannot be voted on", string(a.Act.Kind())),
				lang.Sayf("ghi quyết định đó riêng", "record that decision by itself"))
	}
	c := Count{For: a.For, Against: a.Against, Abstain: a.Abstain, Present: s.Present(), Members: len(s.units)}
	concerned := Subject(a)
	if concerned != "" {
		_, u, err := s.unit(concerned)
		if err != nil {
			return Ruling{}, err
		}
		if s.book.Vote.Recusal && u.present {
			c.Recused = 1
		}
	}
	if err := a.named(s); err != nil {
		return Ruling{}, err
	}
	if err := c.check(); err != nil {
		return Ruling{}, err
	}
	return s.book.Vote.Rule(c), nil
}

// named checks that the votes of named units add up to the count.
func (a Vote) named(s *State) error {
	if len(a.Votes) == 0 {
		return nil
	}
	count := map[Choice]int{}
	for unit, choice := range a.Votes {
		_, u, err := s.unit(unit)
		if err != nil {
			return err
		}
		if !u.present || s.book.Vote.Recusal && unit == Subject(a) {
			return refuse(ErrVote,
				lang.Sayf("%s không có phiếu trong biểu quyết này", "%s has no ballot in this vote", unit),
				lang.Sayf("chỉ đơn vị có mặt và không liên quan được biểu quyết",
					"only units that are present and not concerned may vote"))
		}
		count[choice]++
	}
	if count[For] != a.For || count[Against] != a.Against || count[Abstain] != a.Abstain {
		return refuse(ErrVote,
			lang.Sayf("phiếu của từng đơn vị không cộng đúng số phiếu", "the units' votes do not add up to the count"),
			lang.Sayf("đếm lại", "count again"))
	}
	return nil
}

// Votes are the votes taken that count, oldest first.
func (s *State) Votes() []Tallied { return s.votes }

// Try gives the verdict that a vote would have now, without taking it.
func (s *State) Try(a Vote) (Ruling, error) { return a.rule(s, s.Seq()+1) }
