package scoring

// Provisional is how a vote stands while ballots are still missing.
type Provisional struct {
	Ruling      // as counted, once every ballot is; before that, the verdict if Settled
	Outstanding int
	Settled     bool // whatever the missing ballots say, the verdict is the same
}

// Provisional says how a vote stands with what has been counted so far. While ballots are missing there is a verdict
// only where they cannot change it any more. The error is that of Try with the missing ballots counted one way or the
// other: a *Refusal.
func (s *State) Provisional(a Vote) (Provisional, error) {
	out := Provisional{Outstanding: s.Outstanding(a), Settled: true}
	if out.Outstanding == 0 {
		r, err := s.Try(a)
		out.Ruling = r
		return out, err
	}
	a.Votes = nil // names cannot add up before all are in
	for i, missing := range []Choice{For, Against, Abstain} {
		whole := a
		switch missing {
		case For:
			whole.For += out.Outstanding
		case Against:
			whole.Against += out.Outstanding
		case Abstain:
			whole.Abstain += out.Outstanding
		}
		r, err := s.Try(whole)
		if err != nil {
			return Provisional{}, err
		}
		if i == 0 {
			out.Ruling = r
		}
		out.Settled = out.Settled && (r.Verdict == Carried) == (out.Verdict == Carried)
	}
	return out, nil
}
