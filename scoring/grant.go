package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Bonus puts bonus points at a criterion or field of a unit; they replace what stood there, 0 takes them away (rule 3).
type Bonus struct {
	Unit   string
	Target string
	Points Points
	Reason string
}

// Penalty puts penalty points, positive, at a criterion or field of a unit; they replace what stood there, 0 takes them
// away (rule 3).
type Penalty struct {
	Unit   string
	Target string
	Points Points
	Reason string
}

// KindBonus is the kind of Bonus.
const KindBonus Kind = "bonus"

// Kind is KindBonus.
func (Bonus) Kind() Kind { return KindBonus }

func (a Bonus) unit() string { return a.Unit }
func (a Bonus) node() string { return a.Target }
func (Bonus) votable() error { return nil }

// KindPenalty is the kind of Penalty.
const KindPenalty Kind = "penalty"

// Kind is KindPenalty.
func (Penalty) Kind() Kind { return KindPenalty }

func (a Penalty) unit() string { return a.Unit }
func (a Penalty) node() string { return a.Target }
func (Penalty) votable() error { return nil }

func (Bonus) value(u *Unit, at int) any   { return pointsAt(u.bonuses, at) }
func (Penalty) value(u *Unit, at int) any { return pointsAt(u.penalties, at) }

func (a Bonus) enter(s *State, d *Decision) error {
	return s.grant(true, a.Unit, a.Target, amount{a.Points, a.Reason}, d, true)
}

func (a Bonus) leave(s *State, d *Decision) error {
	return s.grant(true, a.Unit, a.Target, amount{a.Points, a.Reason}, d, false)
}

func (a Penalty) enter(s *State, d *Decision) error {
	return s.grant(false, a.Unit, a.Target, amount{a.Points, a.Reason}, d, true)
}

func (a Penalty) leave(s *State, d *Decision) error {
	return s.grant(false, a.Unit, a.Target, amount{a.Points, a.Reason}, d, false)
}

// grant makes a bonus or penalty count, or no longer, and keeps the limits either way: to take away a decision that
// lowered a bonus raises it again.
func (s *State) grant(bonus bool, unit, target string, a amount, d *Decision, counts bool) error {
	i, u, err := s.unit(unit)
	if err != nil {
		return err
	}
	at, err := s.node(u, target)
	if err != nil {
		return err
	}
	if err := a.check(); err != nil {
		return err
	}
	u = u.clone()
	grants := &u.penalties
	if bonus {
		grants = &u.bonuses
	}
	*grants = put(*grants, at, a, d, counts)
	if err := u.withinLimit(bonus, at); err != nil {
		return err
	}
	sum := Points(0)
	for _, g := range *grants {
		sum += g.points()
	}
	if bonus {
		u.bonus = sum
	} else {
		u.penalty = sum
	}
	u.change(d, counts)
	s.set(i, u)
	return nil
}

// check holds what rule 3 asks of any bonus or penalty.
func (a amount) check() error {
	if a.points < 0 || a.points > MaxPoints || a.points%(Point/100) != 0 {
		return refuse(ErrNumber,
			lang.Sayf("%s không phải là số điểm hợp lệ", "%s is not a possible number of points", a.points),
			lang.Sayf("nhập số không âm, tối đa hai chữ số thập phân",
				"enter a number from 0 on, with at most two decimals"))
	}
	if strings.TrimSpace(a.reason) == "" {
		return refuse(ErrNoReason,
			lang.Sayf("điểm thưởng hay điểm trừ phải có lý do", "a bonus or penalty needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	return nil
}

// put writes a grant, keeping the targets in order.
func put(grants []grant, at int, a amount, d *Decision, counts bool) []grant {
	grants = slices.Clone(grants)
	i, found := slices.BinarySearchFunc(grants, at, func(g grant, at int) int { return g.target - at })
	if !found {
		grants = slices.Insert(grants, i, grant{target: at})
	}
	if counts {
		grants[i].cell = grants[i].cell.put(d, a)
	} else {
		grants[i].cell = grants[i].cell.mark(d.Seq, false)
	}
	return grants
}

// points is what stands at the target now.
func (g grant) points() Points {
	if c := g.cell.top(); c != nil {
		return c.value.points
	}
	return 0
}

// Grant is a bonus or penalty that stands.
type Grant struct {
	Target   int // index of Rulebook.Criteria
	Points   Points
	Reason   string
	Decision *Decision
}

// Bonuses are the bonuses that stand, by target in the letter's order.
func (u *Unit) Bonuses() []Grant { return granted(u.bonuses) }

// Penalties are the penalties that stand, by target in the letter's order.
func (u *Unit) Penalties() []Grant { return granted(u.penalties) }

// pointsAt are the points that stand at a target.
func pointsAt(grants []grant, at int) Points {
	for _, g := range granted(grants) {
		if g.Target == at {
			return g.Points
		}
	}
	return 0
}

func granted(grants []grant) []Grant {
	var out []Grant
	for _, g := range grants {
		if c := g.cell.top(); c != nil && c.value.points != 0 {
			out = append(out, Grant{Target: g.target, Points: c.value.points, Reason: c.value.reason, Decision: c.dec})
		}
	}
	return out
}
