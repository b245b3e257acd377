package scoring

import (
	"slices"
)

// Score agrees what a unit is given on a scored criterion; until then what it gave itself stands (rule 2).
type Score struct {
	Unit      string
	Criterion string
	Mark      Mark
	Reason    string // optional
}

// KindScore is the kind of Score.
const KindScore Kind = "score"

// Kind is KindScore.
func (Score) Kind() Kind { return KindScore }

func (a Score) unit() string { return a.Unit }
func (a Score) node() string { return a.Criterion }
func (Score) votable() error { return nil }

func (Score) value(u *Unit, at int) any {
	m, _ := u.Mark(Agreed, at)
	return m
}

func (a Score) enter(s *State, d *Decision) error {
	return s.write(a.Unit, a.Criterion, a.Mark, func(u *Unit, leaf int) {
		u.scores = slices.Clone(u.scores)
		u.scores[leaf] = u.scores[leaf].put(d, a)
		u.change(d, true)
	})
}

func (a Score) leave(s *State, d *Decision) error {
	return s.write(a.Unit, a.Criterion, a.Mark, func(u *Unit, leaf int) {
		u.scores = slices.Clone(u.scores)
		u.scores[leaf] = u.scores[leaf].mark(d.Seq, false)
		u.change(d, false)
	})
}

// write changes what decisions say of one scored criterion of one unit, and keeps the sums in step.
func (s *State) write(unit, code string, m Mark, change func(u *Unit, leaf int)) error {
	i, u, err := s.unit(unit)
	if err != nil {
		return err
	}
	leaf, err := s.leaf(u, code)
	if err != nil {
		return err
	}
	if err := u.criterion(leaf).Takes(m); err != nil {
		return err
	}
	u = u.clone()
	u.count(leaf, -1)
	change(u, leaf)
	u.count(leaf, +1)
	s.set(i, u)
	return nil
}

// Decided is the decision that gave a unit's scored criterion its mark at a stage, nil where the sheet's stands.
func (u *Unit) Decided(st Stage, at int) *Decision {
	n := &u.book.Criteria[at]
	if !n.Scored || st == Self {
		return nil
	}
	if st == Appraised && u.appraised != nil {
		if c := u.appraised[n.First].top(); c != nil {
			return c.dec
		}
	}
	if c := u.scores[n.First].top(); c != nil {
		return c.dec
	}
	return nil
}
