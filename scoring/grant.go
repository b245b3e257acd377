package scoring

import (
	"cmp"
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Bonus puts bonus points at a criterion or field of a unit; they replace what stood there under that number, 0 takes
// them away (rule 3).
type Bonus struct {
	Unit      string
	Target    string
	Points    Points
	Reason    string
	No        int  // which of several at the target; 0 and 1 are both the first
	Appraised bool // the Ministry's own (III.2.2.b): it counts at the appraised stage only
}

// Penalty puts penalty points, positive, at a criterion or field of a unit; they replace what stood there under that
// number, 0 takes them away (rule 3).
type Penalty struct {
	Unit      string
	Target    string
	Points    Points
	Reason    string
	No        int  // which of several at the target; 0 and 1 are both the first
	Appraised bool // the Ministry's own (III.2.2.b): it counts at the appraised stage only
}

// KindBonus is the kind of Bonus.
const KindBonus Kind = "bonus"

// Kind is KindBonus.
func (Bonus) Kind() Kind { return KindBonus }

func (a Bonus) unit() string { return a.Unit }
func (a Bonus) node() string { return a.Target }
func (Bonus) votable() error { return nil }
func (a Bonus) late() bool   { return a.Appraised }

// KindPenalty is the kind of Penalty.
const KindPenalty Kind = "penalty"

// Kind is KindPenalty.
func (Penalty) Kind() Kind { return KindPenalty }

func (a Penalty) unit() string { return a.Unit }
func (a Penalty) node() string { return a.Target }
func (Penalty) votable() error { return nil }
func (a Penalty) late() bool   { return a.Appraised }

func (a Bonus) value(u *Unit, at int) any {
	return u.standing(true, GrantAt{at, a.No, a.Appraised}.fixed())
}
func (a Penalty) value(u *Unit, at int) any {
	return u.standing(false, GrantAt{at, a.No, a.Appraised}.fixed())
}

func (a Bonus) enter(s *State, d *Decision) error   { return s.grant(true, Penalty(a), d, true) }
func (a Bonus) leave(s *State, d *Decision) error   { return s.grant(true, Penalty(a), d, false) }
func (a Penalty) enter(s *State, d *Decision) error { return s.grant(false, a, d, true) }
func (a Penalty) leave(s *State, d *Decision) error { return s.grant(false, a, d, false) }

// maxGrants is the most bonuses, or penalties, that one target can have.
const maxGrants = 99

// GrantAt is where a bonus or penalty of a unit stands.
type GrantAt struct {
	Target    int  // index of Rulebook.Criteria
	No        int  // 1, 2, 3 … of several at the target; 0 is 1
	Appraised bool // at the appraised stage only
}

// fixed is the place with its number written out.
func (p GrantAt) fixed() GrantAt { p.No = max(p.No, 1); return p }

// compare puts places in order: by target, the agreed ones first, by number.
func (p GrantAt) compare(q GrantAt) int {
	stage := func(appraised bool) int {
		if appraised {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(p.Target, q.Target), cmp.Compare(stage(p.Appraised), stage(q.Appraised)),
		cmp.Compare(p.No, q.No))
}

// grant is the bonuses, or penalties, that stand or stood at one place.
type grant struct {
	at   GrantAt
	cell *cell[amount]
}

// amount is what a bonus or penalty decision puts at its place.
type amount struct {
	points Points
	reason string
	was    Replaced
}

// Replaced is what a bonus or penalty took the place of when it was decided; zero where nothing stood there.
type Replaced struct {
	Points Points
	Reason string
}

// grant makes a bonus or penalty count, or no longer, and keeps the limits either way: to take away a decision that
// lowered a bonus raises it again.
func (s *State) grant(bonus bool, a Penalty, d *Decision, counts bool) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	target, err := s.node(u, a.Target)
	if err != nil {
		return err
	}
	if err := a.check(); err != nil {
		return err
	}
	at := GrantAt{target, a.No, a.Appraised}.fixed()
	u = u.clone()
	grants := &u.penalties
	if bonus {
		grants = &u.bonuses
	}
	*grants = put(*grants, at, amount{points: a.Points, reason: a.Reason}, d, counts)
	if err := u.withinLimit(bonus, at); err != nil {
		return err
	}
	u.grants()
	if !a.Appraised {
		u.change(d, counts)
	}
	s.set(i, u)
	return nil
}

// check holds what rule 3 asks of any bonus or penalty.
func (a Penalty) check() error {
	if a.Points < 0 || a.Points > MaxPoints || a.Points%(Point/100) != 0 {
		return refuse(ErrNumber,
			lang.Sayf("%s không phải là số điểm hợp lệ", "%s is not a possible number of points", a.Points),
			lang.Sayf("nhập số không âm, tối đa hai chữ số thập phân",
				"enter a number from 0 on, with at most two decimals"))
	}
	if a.No < 0 || a.No > maxGrants {
		return refuse(ErrNumber,
			lang.Sayf("%d không phải là số thứ tự của điểm thưởng hay điểm trừ",
				"%d is no number of a bonus or penalty", a.No),
			lang.Sayf("đánh số từ 1 đến %d", "number them from 1 to %d", maxGrants))
	}
	if strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason,
			lang.Sayf("điểm thưởng hay điểm trừ phải có lý do", "a bonus or penalty needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	return nil
}

// put writes a grant, keeping the places in order.
func put(grants []grant, at GrantAt, a amount, d *Decision, counts bool) []grant {
	grants = slices.Clone(grants)
	i, found := slices.BinarySearchFunc(grants, at, func(g grant, at GrantAt) int { return g.at.compare(at) })
	if !found {
		grants = slices.Insert(grants, i, grant{at: at})
	}
	g := &grants[i]
	if !counts {
		g.cell = g.cell.mark(d.Seq, false)
		return grants
	}
	if c := g.cell.top(); c != nil { // kept by a decision that counts again: put leaves what it wrote
		a.was = Replaced{c.value.points, c.value.reason}
	}
	g.cell = g.cell.put(d, a)
	return grants
}

// points is what stands at the place now.
func (g grant) points() Points {
	if c := g.cell.top(); c != nil {
		return c.value.points
	}
	return 0
}

// counts reports whether the grant counts at a stage.
func (g grant) counts(st Stage) bool { return st == Appraised || st == Agreed && !g.at.Appraised }

// grants adds up the unit's bonuses and penalties anew.
func (u *Unit) grants() {
	for st := range stages {
		u.sums[st].bonus, u.sums[st].penalty = 0, 0
		for _, g := range u.bonuses {
			if g.counts(st) {
				u.sums[st].bonus += g.points()
			}
		}
		for _, g := range u.penalties {
			if g.counts(st) {
				u.sums[st].penalty += g.points()
			}
		}
	}
}

// sumAt is what stands at one target, all numbers together.
func sumAt(grants []grant, target int, st Stage) (sum Points) {
	for _, g := range grants {
		if g.at.Target == target && g.counts(st) {
			sum += g.points()
		}
	}
	return sum
}
