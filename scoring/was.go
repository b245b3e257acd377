package scoring

import "slices"

// What stood where after an earlier decision, as the record counted then: whatever was undone or brought back since
// changes nothing of it.

// countedAt reports whether a decision counted after another one: no undo up to that one took it out that itself
// counted then.
func (s *State) countedAt(seq, when int) bool {
	if seq > when {
		return false
	}
	for u := s.undos; u != nil && u.seq > seq; u = u.prev {
		if u.of == seq && u.seq <= when && s.countedAt(u.seq, when) {
			return false
		}
	}
	return true
}

// was is the write that stood in a cell after a decision, nil if there was none.
func was[T any](s *State, c *cell[T], when int) *cell[T] {
	for ; c != nil; c = c.prev {
		if s.countedAt(c.dec.Seq, when) {
			return c
		}
	}
	return nil
}

// MarkWas is what a scored criterion (an index of Rulebook.Criteria) of a unit was given after a decision, at a stage;
// ok is false where nobody had scored it.
func (s *State) MarkWas(st Stage, unit, at, when int) (m Mark, ok bool) {
	u, n := s.units[unit], &s.book.Criteria[at]
	if !n.Scored || !u.applies(n.First) {
		return m, false
	}
	m = u.self[n.First]
	if c := was(s, u.scores[n.First], when); c != nil && st != Self {
		m = c.value.Mark
	}
	if st == Appraised && u.appraised != nil {
		if c := was(s, u.appraised[n.First], when); c != nil {
			m = c.value.Mark
		}
	}
	return m, m.Given()
}

// GrantWas is what stood after a decision where a bonus, or else a penalty, stands; ok is false where nothing did.
func (s *State) GrantWas(act Act, when int) (g Replaced, ok bool) {
	a, bonus := grantOf(act)
	i, known := s.byName[a.Unit]
	target, found := s.book.Index(a.Target)
	if !known || !found {
		return g, false
	}
	grants := s.units[i].penalties
	if bonus {
		grants = s.units[i].bonuses
	}
	for _, x := range grants {
		if x.at != (GrantAt{target, a.No, a.Appraised}.fixed()) {
			continue
		}
		if c := was(s, x.cell, when); c != nil && c.value.points != 0 {
			return Replaced{c.value.points, c.value.reason}, true
		}
	}
	return g, false
}

// SanctionWas is the sanction that was on a unit after a decision.
func (s *State) SanctionWas(unit, when int) Sanction {
	if c := was(s, s.units[unit].sanction, when); c != nil {
		return c.value.Sanction
	}
	return NoSanction
}

// NumberWas is how many of an award, by its index in the rulebook, the meeting might propose after a decision.
func (s *State) NumberWas(award, when int) int {
	n := s.book.Number(award, len(s.units))
	if award < len(s.quotas) {
		if c := was(s, s.quotas[award], when); c != nil {
			n = min(n, c.value.Number)
		}
	}
	return n
}

// OrderWas is the order in which some units were put after a decision, nil where in none.
func (s *State) OrderWas(units []string, when int) (names []string) {
	_, set, err := Order{Units: units}.resolve(s)
	if err != nil {
		return nil
	}
	for _, o := range s.orders {
		if !slices.Equal(o.set, set) {
			continue
		}
		if c := was(s, o.cell, when); c != nil {
			for _, i := range c.value {
				names = append(names, s.units[i].name)
			}
		}
	}
	return names
}

// AwardedWas is what had been decided in the end about a unit's award after a decision; ok is false before anything
// was.
func (s *State) AwardedWas(unit, when int) (a Decide, ok bool) {
	if c := was(s, s.units[unit].decided, when); c != nil {
		return c.value, true
	}
	return Decide{}, false
}

// NoteWas is the remark that stood at a criterion or field of a unit after a decision; empty where none did.
func (s *State) NoteWas(unit, at, when int) string {
	for _, n := range s.units[unit].notes {
		if n.target == at {
			if c := was(s, n.cell, when); c != nil {
				return c.value.Text
			}
		}
	}
	return ""
}

// KnownWas is what was known after a decision of the sitting that particulars, put on record by another, are about.
func (s *State) KnownWas(a Particulars, seq, when int) (known Particulars) {
	for _, x := range s.Sittings() {
		if !x.about(a, seq) {
			continue
		}
		if x.Decision != nil {
			if began, ok := x.Decision.Act.(Convene); ok {
				known.Facts = began.Facts
			}
		}
		var all []*cell[Particulars]
		for c := s.sat.known; c != nil; c = c.prev {
			if s.countedAt(c.dec.Seq, when) && x.about(c.value, c.dec.Seq) {
				all = append(all, c)
			}
		}
		for _, c := range slices.Backward(all) {
			known = known.over(c.value)
		}
	}
	return known
}

// FilledBy is the unit that a decision brought into an office, or to an award that is elected: the round, the lots or
// the appointment by which it has it; ok is false of any other decision.
func (s *State) FilledBy(o Office, seq int) (unit int, ok bool) {
	r, _ := s.Race(o)
	if r.Elected < 0 {
		return 0, false
	}
	last := r.appointed
	if n := len(r.Rounds); last == nil && n > 0 {
		last = r.Rounds[n-1].Decision
	}
	if last == nil || r.lots != nil {
		last = r.lots
	}
	return r.Elected, last != nil && last.Seq == seq
}
