package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Score agrees a unit's percent on a scored criterion; until then the self-scored one stands (rule 2).
type Score struct {
	Unit      string
	Criterion string
	Percent   Percent
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
	p, scored := u.Percent(Agreed, at)
	return [2]any{p, scored}
}

func (a Score) enter(s *State, d *Decision) error {
	return s.write(a.Unit, a.Criterion, a.Percent, func(u *Unit, leaf int) {
		u.scores = slices.Clone(u.scores)
		u.scores[leaf] = u.scores[leaf].put(d, a)
		u.change(d, true)
	})
}

func (a Score) leave(s *State, d *Decision) error {
	return s.write(a.Unit, a.Criterion, a.Percent, func(u *Unit, leaf int) {
		u.scores = slices.Clone(u.scores)
		u.scores[leaf] = u.scores[leaf].mark(d.Seq, false)
		u.change(d, false)
	})
}

// write changes what decisions say of one scored criterion of one unit, and keeps the sums in step.
func (s *State) write(unit, code string, p Percent, change func(u *Unit, leaf int)) error {
	i, u, err := s.unit(unit)
	if err != nil {
		return err
	}
	leaf, err := s.leaf(u, code)
	if err != nil {
		return err
	}
	if err := u.criterion(leaf).Takes(p); err != nil {
		return err
	}
	u = u.clone()
	u.count(leaf, -1)
	change(u, leaf)
	u.count(leaf, +1)
	s.set(i, u)
	return nil
}

// Takes says whether a criterion can be given a percent; the error is a *Refusal.
func (c *Criterion) Takes(p Percent) error {
	if p < NoPercent || p > FullPercent {
		return refuse(ErrNumber, lang.Sayf("%s %% nằm ngoài 0–100 %%", "%s %% is outside 0–100 %%", p),
			lang.Sayf("nhập phần trăm từ 0 đến 100", "enter a percentage from 0 to 100"))
	}
	if c.Scale == ScaleYesNo && p != NoPercent && p != FullPercent {
		return refuse(ErrKindOfScore,
			lang.Sayf("tiêu chí %s chỉ chấm đạt hoặc không đạt, không nhận %s %%",
				"criterion %s is yes or no and does not take %s %%", c.Code, p),
			lang.Sayf("nhập 100 (đạt) hoặc 0 (không đạt)", "enter 100 (yes) or 0 (no)"))
	}
	return nil
}

// Decided is the decision that gave a unit's scored criterion its percent at a stage, nil where the sheet's stands.
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
