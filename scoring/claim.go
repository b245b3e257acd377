package scoring

// claim is what a unit can get of each award at a stage: by sanction, minimum, class, what it declined, and how votes
// went. Two units with the same claim are the same to whoever deals out awards.
type claim struct {
	down bool  // one step less than it would get
	may  award // what it can get
	sure award // of these, what no vote is asked for any more
}

// award is a set of awards, by their index in the rulebook.
type award uint8

func (a award) has(i int) bool { return a&(1<<i) != 0 }
func (a *award) add(i int)     { *a |= 1 << i }

// marks are what a unit has beside its award.
type marks struct{ held, waits, open award }

// put notes what came of an award that is held beside others.
func (m *marks) put(i int, got int8) {
	switch {
	case got == undecided:
		m.open.add(i)
	case got <= pending:
		m.waits.add(i)
	case got >= 0:
		m.held.add(i)
	}
}

// claim is what the unit of a row can get.
func (d *dealer) claim(x row) claim {
	c := d.s.claim(int(x.unit), d.r.stage)
	for i, unit := range d.winners {
		if c.may.has(i) && unit != int(x.unit) {
			c.may &^= 1 << i
			c.sure &^= 1 << i
		}
	}
	return c
}

// claim is what a unit can get at a stage, whatever ballots say. Among self-scores no vote is asked for: nothing that
// the meeting decides counts there.
func (s *State) claim(unit int, st Stage) claim {
	u := s.units[unit]
	var c claim
	switch u.sanctioned(st) {
	case Excluded:
		return c
	case Downgraded:
		c.down = true
	}
	for i := range s.book.Awards {
		a := &s.book.Awards[i]
		if !a.Min.met(u, st) || !s.inClass(a, u, st) || st != Self && u.declined(i) {
			continue
		}
		if !a.Vote.Asked || st == Self {
			c.may.add(i)
			c.sure.add(i)
			continue
		}
		carried, taken := s.proposal(i, unit)
		if taken && !carried { // passed over: it keeps its turn for the next award
			continue
		}
		c.may.add(i)
		if carried {
			c.sure.add(i)
		}
	}
	return c
}

// inClass reports whether a unit reaches the class that an award asks for.
func (s *State) inClass(a *Award, u *Unit, st Stage) bool {
	if a.Class == "" {
		return true
	}
	at := u.class(st)
	return at >= 0 && at <= s.book.classes[a.Class]
}

// first reports whether a unit can get the first award at a stage, whoever else can: not excluded, barred, downgraded
// or declined.
func (s *State) first(unit int, st Stage) bool {
	u := s.units[unit]
	return u.sanctioned(st) == NoSanction && (st == Self || len(s.book.Awards) == 0 || !u.declined(0))
}

// sanctioned is how a unit stands for awards: a bar has the effect of exclusion, and so has a sheet that is missing.
func (u *Unit) sanctioned(st Stage) Sanction {
	if !u.HasSheet() || u.Barred(st) != nil {
		return Excluded
	}
	return u.Sanction(st)
}

// Barred is the first of the rulebook's bars that the unit meets at a stage, nil if none.
func (u *Unit) Barred(st Stage) *Bar {
	for i := range u.book.Bars {
		if bar := &u.book.Bars[i]; u.HasSheet() && u.scope.criteria > 0 &&
			bar.Share.part(int64(u.sums[st].zero), int64(u.scope.criteria)) >= 0 {
			return bar
		}
	}
	return nil
}
