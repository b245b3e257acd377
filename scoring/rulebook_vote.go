package scoring

// VoteRule says when a vote is carried (rule 7).
type VoteRule struct {
	Base      VoteBase
	Threshold Threshold
	Quorum    Threshold // of the members, who must be present; zero where the rulebook asks for none
	Recusal   bool      // the units concerned do not vote and leave the base
	Written   bool      // absent members may vote in writing
	Clause    string
}

// VoteOn is the rule for votes that decide one kind of thing, whole: what the rulebook does not say of it is that of
// every vote.
type VoteOn struct {
	Kind Kind
	Rule VoteRule
}

// VoteKinds are the kinds of decision that a rulebook may have a rule of votes for, in the order of their names: all
// that a vote may decide.
func VoteKinds() []Kind {
	return []Kind{KindAccept, KindBonus, KindLeave, KindOrder, KindPenalty, KindPropose, KindQuota, KindReject,
		KindSanction,
		KindScore}
}

// VoteRule is the rule of votes on what an act decides; of votes on nothing in particular, for nil.
func (b *Rulebook) VoteRule(act Act) VoteRule {
	if act == nil {
		return b.Vote
	}
	if p, ok := act.(Propose); ok { // an award may have a rule of its own
		for i := range b.Awards {
			if b.Awards[i].ID == p.Award && b.Awards[i].Vote.Asked {
				return b.Awards[i].Vote.Rule
			}
		}
	}
	for _, o := range b.VoteOn {
		if o.Kind == act.Kind() {
			return o.Rule
		}
	}
	return b.Vote
}
