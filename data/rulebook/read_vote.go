package rulebook

import (
	"thidua/data/tomldoc"
	"thidua/scoring"
)

// vote takes [vote], the rule of every vote, and [vote.KIND], what differs for votes that decide that.
func (r *reader) vote(t *tomldoc.Table) {
	s := section(t, "vote", "threshold")
	if s == nil {
		return
	}
	rule := voteRule(s, scoring.VoteRule{})
	for _, kind := range scoring.VoteKinds() {
		if x := s.Table(string(kind)); x != nil {
			r.book.VoteOn = append(r.book.VoteOn, scoring.VoteOn{Kind: kind, Rule: voteRule(x, rule)})
			x.Done()
		}
	}
	s.Done()
	r.book.Vote = rule
}

// voteRule takes the keys of a rule of votes; one that is not given is that of the rule it is made of.
func voteRule(t *tomldoc.Table, rule scoring.VoteRule) scoring.VoteRule {
	if x := base(t); t.Has("base") {
		rule.Base = x
	}
	if x := threshold(t, "threshold"); t.Has("threshold") {
		rule.Threshold = x
	}
	if x := threshold(t, "quorum"); t.Has("quorum") {
		rule.Quorum = x
	}
	if x := t.Bool("recusal"); t.Has("recusal") {
		rule.Recusal = x
	}
	if x := t.Bool("written"); t.Has("written") {
		rule.Written = x
	}
	if x := t.Filled("clause"); t.Has("clause") {
		rule.Clause = x
	}
	return rule
}
