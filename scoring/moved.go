package scoring

// moved is a move to another rulebook that counts, and the meeting as it stood before.
type moved struct {
	dec    *Decision
	before *State
}

// Moved is a move to a corrected rulebook that counts: what stood before, and what changed by it.
type Moved struct {
	Decision *Decision
	From, To *Rulebook
	Before   *State // the meeting as it stood then, under the rulebook of before
	Gone     []int  // criteria and fields that fell away, as indexes of From.Criteria
	New      []int  // those that are new, as indexes of To.Criteria
	Changed  []int  // scored criteria whose maximum is another, as indexes of To.Criteria
}

// Moves are the moves to other rulebooks that count, oldest first.
func (s *State) Moves() []Moved {
	var out []Moved
	for i, m := range s.moves {
		to := s.book
		if i+1 < len(s.moves) {
			to = s.moves[i+1].before.book
		}
		x := Moved{Decision: m.dec, From: m.before.book, To: to, Before: m.before}
		for at := range x.From.Criteria {
			if _, ok := to.Index(x.From.Criteria[at].Code); !ok {
				x.Gone = append(x.Gone, at)
			}
		}
		for at := range to.Criteria {
			n := &to.Criteria[at]
			was, ok := x.From.Index(n.Code)
			switch {
			case !ok:
				x.New = append(x.New, at)
			case n.Scored && x.From.Criteria[was].Max != n.Max:
				x.Changed = append(x.Changed, at)
			}
		}
		out = append(out, x)
	}
	return out
}
