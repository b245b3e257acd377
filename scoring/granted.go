package scoring

import "thidua/scoring/lang"

// Grant is a bonus or penalty that stands.
type Grant struct {
	GrantAt
	Points   Points
	Reason   string
	Decision *Decision
}

// Said names the place: the criterion or field, the number where it is not the first, and that it is the appraisal's
// where it is.
func (p GrantAt) Said(b *Rulebook) lang.Text {
	return saidAt(b.Criteria[p.Target].Code, p.No, p.Appraised)
}

// Place names the place of a bonus or penalty as GrantAt.Said does.
func (a Bonus) Place() lang.Text { return saidAt(a.Target, a.No, a.Appraised) }

// Place names the place of a bonus or penalty as GrantAt.Said does.
func (a Penalty) Place() lang.Text { return saidAt(a.Target, a.No, a.Appraised) }

func saidAt(code string, no int, appraised bool) lang.Text {
	said := lang.Both(code)
	if no > 1 {
		said = lang.Sayf("%s lần %d", "%s no. %d", said, no)
	}
	if appraised {
		said = lang.Sayf("%s khi thẩm định", "%s at the appraisal", said)
	}
	return said
}

// Bonuses are the bonuses that count at a stage, by target in the letter's order, then by number.
func (u *Unit) Bonuses(st Stage) []Grant { return granted(u.bonuses, st) }

// Penalties are the penalties that count at a stage, by target in the letter's order, then by number.
func (u *Unit) Penalties(st Stage) []Grant { return granted(u.penalties, st) }

func granted(grants []grant, st Stage) []Grant {
	var out []Grant
	for _, g := range grants {
		if c := g.cell.top(); c != nil && c.value.points != 0 && g.counts(st) {
			out = append(out, Grant{GrantAt: g.at, Points: c.value.points, Reason: c.value.reason, Decision: c.dec})
		}
	}
	return out
}

// Replaced is what a bonus or penalty took the place of when it was decided. d carries it, or a vote that decided it;
// ok is false where nothing stood there.
func (s *State) Replaced(d *Decision) (was Replaced, ok bool) {
	a, bonus := grantOf(s.Changes(d))
	i, found := s.byName[a.Unit]
	if !found {
		return was, false
	}
	grants := s.units[i].penalties
	if bonus {
		grants = s.units[i].bonuses
	}
	for _, g := range grants {
		for c := g.cell; c != nil && c.dec.Seq >= d.Seq; c = c.prev {
			if c.dec.Seq == d.Seq {
				return c.value.was, c.value.was.Points != 0
			}
		}
	}
	return was, false
}

// Replaces is what a bonus or penalty would take the place of if it were decided now; ok is false where nothing stands
// there.
func (s *State) Replaces(act Act) (was Grant, ok bool) {
	a, bonus := grantOf(act)
	i, found := s.byName[a.Unit]
	if !found {
		return was, false
	}
	target, _ := s.book.Index(a.Target)
	grants := s.units[i].Penalties(Appraised)
	if bonus {
		grants = s.units[i].Bonuses(Appraised)
	}
	for _, g := range grants {
		if g.GrantAt == (GrantAt{target, a.No, a.Appraised}.fixed()) {
			return g, true
		}
	}
	return was, false
}

// grantOf is a bonus or penalty, and which of the two; the zero Penalty of any other act.
func grantOf(a Act) (p Penalty, bonus bool) {
	switch a := a.(type) {
	case Bonus:
		return Penalty(a), true
	case Penalty:
		return a, false
	}
	return Penalty{}, false
}

// NextNo is the first number under which the unit has no bonus, or penalty, at a target.
func (u *Unit) NextNo(bonus bool, target int, appraised bool) int {
	grants := u.penalties
	if bonus {
		grants = u.bonuses
	}
	no := 1
	for _, g := range grants { // in the order of their numbers
		if g.at == (GrantAt{target, no, appraised}) && g.points() != 0 {
			no++
		}
	}
	return no
}
