package scoring

import "slices"

// Difference is a criterion or field of a unit that is worth something else as appraised than as agreed, with the
// bonuses and penalties that the appraisal put there.
type Difference struct {
	Unit, Node        int
	Agreed, Appraised Points
	Decision          *Decision // by which the appraisal made it; the newest of several
	Outcome           Outcome   // how the group stands to it as it now is
	Reason            string    // the group's explanation
	Explained         *Decision // that carries it; nil while nobody has said anything
}

// By is how much the appraisal gives more; less than 0 where it gives less.
func (d Difference) By() Points { return d.Appraised - d.Agreed }

// Differences are all differences between what was agreed and what the appraisal gave, by criterion in the letter's
// order, then by unit in the rulebook's.
func (s *State) Differences() []Difference {
	var out []Difference
	for i, u := range s.units {
		out = append(out, u.differences(i)...)
	}
	slices.SortStableFunc(out, func(a, b Difference) int { return a.Node - b.Node })
	return out
}

// OpenDifferences are how many of them nobody has explained, and how many are still to be discussed.
func (s *State) OpenDifferences() (unexplained, discuss int) {
	for i, u := range s.units {
		for _, d := range u.differences(i) {
			switch d.Outcome {
			case Unexplained:
				unexplained++
			case ToDiscuss:
				discuss++
			}
		}
	}
	return unexplained, discuss
}

// Appraised reports whether anything of the appraisal has come: a score, a bonus or a penalty.
func (s *State) Appraised() bool {
	return slices.ContainsFunc(s.units, func(u *Unit) bool { return u.appraisals() })
}

// appraisals reports whether anything was ever given to the unit at the appraisal.
func (u *Unit) appraisals() bool {
	given := func(g grant) bool { return g.at.Appraised && g.cell.top() != nil }
	return slices.ContainsFunc(u.appraised, func(c *cell[Appraise]) bool { return c.top() != nil }) ||
		slices.ContainsFunc(u.bonuses, given) || slices.ContainsFunc(u.penalties, given)
}

// AppraisedAt is what the appraisal gave on a scored criterion, and the decision that says so; ok is false where it has
// said nothing and what was agreed stands.
func (u *Unit) AppraisedAt(at int) (a Appraise, d *Decision, ok bool) {
	n := &u.book.Criteria[at]
	if !n.Scored || u.appraised == nil {
		return a, nil, false
	}
	c := u.appraised[n.First].top()
	if c == nil {
		return a, nil, false
	}
	return c.value, c.dec, true
}

// differences are those of the unit, by node.
func (u *Unit) differences(unit int) (out []Difference) {
	if !u.appraisals() {
		return nil
	}
	for at := range u.book.Criteria {
		agreed, appraised := u.pair(at)
		if agreed == appraised {
			continue
		}
		d := Difference{Unit: unit, Node: at, Agreed: agreed, Appraised: appraised, Decision: u.appraisedBy(at)}
		if i, found := u.explainedAt(at); found {
			if c := u.explained[i].cell.top(); c != nil && c.value.agreed == agreed && c.value.appraised == appraised {
				d.Outcome, d.Reason, d.Explained = c.value.Outcome, c.value.Reason, c.dec
			}
		}
		out = append(out, d)
	}
	return out
}

// pair is what stands at a node itself as agreed and as appraised: a criterion's own points, and the bonuses and
// penalties at it.
func (u *Unit) pair(at int) (agreed, appraised Points) {
	n := &u.book.Criteria[at]
	own := func(st Stage) (p Points) {
		if n.Scored && u.applies(n.First) {
			p = n.Worth(u.mark(st, n.First))
		}
		return p + sumAt(u.bonuses, at, st) - sumAt(u.penalties, at, st)
	}
	return own(Agreed), own(Appraised)
}

// appraisedBy is the newest decision of the appraisal about a node; nil if there is none.
func (u *Unit) appraisedBy(at int) (newest *Decision) {
	take := func(d *Decision) {
		if newest == nil || d.Seq > newest.Seq {
			newest = d
		}
	}
	if _, d, ok := u.AppraisedAt(at); ok {
		take(d)
	}
	for _, g := range slices.Concat(u.bonuses, u.penalties) {
		if c := g.cell.top(); c != nil && g.at.Target == at && g.at.Appraised {
			take(c.dec)
		}
	}
	return newest
}

// WithoutDifference are the appraised standings as they would be without one difference: had the appraisal given there
// what was agreed.
func (s *State) WithoutDifference(d Difference) Table {
	next := *s
	u := s.units[d.Unit].clone()
	if n := &s.book.Criteria[d.Node]; n.Scored && u.appraised != nil {
		u.count(n.First, -1)
		u.appraised = slices.Clone(u.appraised)
		u.appraised[n.First] = nil
		u.count(n.First, +1)
	}
	here := func(g grant) bool { return g.at.Target == d.Node && g.at.Appraised }
	u.bonuses = slices.DeleteFunc(slices.Clone(u.bonuses), here)
	u.penalties = slices.DeleteFunc(slices.Clone(u.penalties), here)
	u.grants()
	next.units = slices.Clone(s.units)
	next.units[d.Unit] = u
	return next.Standings(Appraised)
}
