package scoring

import (
	"cmp"
	"maps"
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
	NotVoting             []string          // units that may vote and did not: they stay in the base
	Written               []string          // absent units that voted in writing, where the rulebook lets them
	Unanimous             bool              // all who may vote and did are for it; the counts follow from that
	Issued, Returned      int               // ballots, where they came from terminals
	Terminals
}

// Choice is how a unit voted.
type Choice string

// The choices.
const (
	For     Choice = "for"
	Against Choice = "against"
	Abstain Choice = "abstain"
)

// KindVote is the kind of Vote.
const KindVote Kind = "vote"

// Kind is KindVote.
func (Vote) Kind() Kind { return KindVote }

// unit is the unit concerned: the one that is named, or that of the act.
func (a Vote) unit() string {
	if a.Unit == "" && a.Act != nil {
		return Subject(a.Act)
	}
	return a.Unit
}

func (a Vote) node() string {
	if a.Act == nil {
		return ""
	}
	return Target(a.Act)
}

func (a Vote) changes(*State) Act { return a.Act }

// Tallied is a vote that was taken, with what it came to.
type Tallied struct {
	Decision *Decision
	Vote     Vote
	Ruling   Ruling
	adopts   bool
}

// complete fills in what a unanimous vote leaves out, and how many ballots there were at terminals.
func (a Vote) complete(s *State) Act {
	a.Terminals = a.sorted()
	if e, err := s.electorate(a); err == nil && a.Opened > 0 {
		a.Issued = cmp.Or(a.Issued, len(e.voters))
		a.Returned = cmp.Or(a.Returned, a.For+a.Against+a.Abstain)
	}
	if a.Unanimous && a.For == 0 && a.Against == 0 && a.Abstain == 0 {
		if e, err := s.electorate(a); err == nil {
			a.For = max(len(e.voters)-len(a.NotVoting), 0)
		}
	}
	return a
}

func (a Vote) enter(s *State, d *Decision) error {
	ruling, err := a.rule(s, d.Seq)
	if err != nil {
		return err
	}
	if err := s.sameRoll(d.Seq, a.Opened); err != nil {
		return err
	}
	if probe := *s; a.Act != nil && s.book.second() && d.Seq > s.Seq() { // what could not be done is not put to a vote
		if err := a.Act.enter(&probe, d); err != nil {
			return err
		}
	}
	if err := a.settle(s, d, ruling.Verdict); err != nil {
		return err
	}
	s.votes = s.votes.with(d.Seq, &Tallied{d, a, ruling, s.Adopts(a)})
	s.remember(d.Seq, outcome{roll: s.roll(), ruling: ruling})
	s.endedBy(d, a.Terminals)
	return nil
}

// losable is an act that also means something if the vote on it is not carried.
type losable interface {
	lost(s *State, d *Decision) error
}

// settle makes what the vote was about part of the meeting, if it was carried; if it was not, some acts have a word of
// it too. A vote without a quorum, or in which nobody took a side, decides neither way.
func (a Vote) settle(s *State, d *Decision, v Verdict) error {
	if a.Act == nil {
		return nil
	}
	if v == Carried {
		return a.Act.enter(s, d)
	}
	if act, ok := a.Act.(losable); ok && v.lost() {
		return act.lost(s, d)
	}
	return nil
}

// lost reports whether the units have decided against it.
func (v Verdict) lost() bool { return v == NotCarried || v == Tied }

func (a Vote) leave(s *State, d *Decision) error {
	if t := s.votes.at(d.Seq); t != nil && a.Act != nil {
		_, losable := a.Act.(losable)
		if v := t.Ruling.Verdict; v == Carried || losable && v.lost() {
			if err := a.Act.leave(s, d); err != nil {
				return err
			}
		}
	}
	s.votes = s.votes.with(d.Seq, nil)
	return nil
}

// rule checks the count and gives the verdict; a vote that counts again keeps the verdict it had, whoever has left
// since.
func (a Vote) rule(s *State, seq int) (Ruling, error) {
	if o, ok := s.outcome(seq); ok {
		return o.ruling, nil
	}
	if a.Subject == "" {
		return Ruling{},
			refuse(ErrVote, lang.Sayf("biểu quyết phải có nội dung", "a vote needs a subject"),
				lang.Sayf("ghi nội dung", "say what it is about"))
	}
	if err := a.decidable(); err != nil {
		return Ruling{}, err
	}
	if err := a.adopts(s); err != nil {
		return Ruling{}, err
	}
	e, err := s.electorate(a)
	if err != nil {
		return Ruling{}, err
	}
	if err := a.inWriting(s, e); err != nil {
		return Ruling{}, err
	}
	if err := a.named(s, e); err != nil {
		return Ruling{}, err
	}
	if err := s.abstained(a.NotVoting, e.voters, ErrVote); err != nil {
		return Ruling{}, err
	}
	if err := a.fromTerminals(s); err != nil {
		return Ruling{}, err
	}
	c := Count{For: a.For, Against: a.Against, Abstain: a.Abstain, Members: len(s.units),
		Present: len(e.voters) - e.written + e.recused, Written: e.written,
		NotVoting: len(a.NotVoting), Recused: e.recused, Away: e.away}
	if err := c.check(s.book.second()); err != nil {
		return Ruling{}, err
	}
	if all := c.Entitled() - c.NotVoting; a.Unanimous && (a.For != all || a.Against+a.Abstain > 0) {
		return Ruling{}, refuse(ErrVote,
			lang.Sayf("nhất trí là %d phiếu tán thành, không phải %d",
				"unanimous stands for %d votes for, not %d", all, a.For),
			lang.Sayf("bỏ số phiếu, hoặc bỏ unanimous", "leave out the counts, or leave out unanimous"))
	}
	r := s.book.VoteRule(a.Act).Rule(c)
	r.Sum = s.book.Said(r.Sum)
	return r, nil
}

// decidable refuses what no vote can decide.
func (a Vote) decidable() error {
	if a.Act == nil {
		return nil
	}
	if act, ok := a.Act.(votable); ok {
		return act.votable()
	}
	return refuse(ErrVote, lang.Sayf("không biểu quyết về %q được", "%q cannot be voted on", string(a.Act.Kind())),
		lang.Sayf("ghi quyết định đó riêng", "record that decision by itself"))
}

// named checks that the votes of named units add up to the count.
func (a Vote) named(s *State, e electorate) error {
	if len(a.Votes) == 0 {
		return nil
	}
	count := map[Choice]int{}
	for _, unit := range slices.Sorted(maps.Keys(a.Votes)) { // of several faults the first by name is said
		i, _, err := s.unit(unit)
		if err != nil {
			return err
		}
		if !slices.Contains(e.voters, i) || slices.Contains(a.NotVoting, unit) {
			return refuse(ErrVote,
				lang.Sayf("%s không có phiếu trong biểu quyết này", "%s has no ballot in this vote", unit),
				lang.Sayf("chỉ đơn vị có mặt và không liên quan được biểu quyết",
					"only units that are present and not concerned may vote"))
		}
		choice := a.Votes[unit]
		if choice != For && choice != Against && choice != Abstain {
			return refuse(ErrVote, lang.Sayf("không có cách biểu quyết %q", "nobody can vote %q", string(choice)),
				lang.Sayf("dùng for, against hoặc abstain", "use for, against or abstain"))
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

// Votes are the votes taken that count, oldest first. Nobody may write to them.
func (s *State) Votes() []*Tallied { return slices.Collect(s.votes.all) }

// Tallied is the vote that a decision is, with what it came to; nil where the decision is none, or does not count.
func (s *State) Tallied(seq int) *Tallied { return s.votes.at(seq) }

// Try gives the verdict that a vote would have now, without taking it.
func (s *State) Try(a Vote) (Ruling, error) { return a.rule(s, s.Seq()+1) }
