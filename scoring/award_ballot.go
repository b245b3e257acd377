package scoring

import "slices"

// nominees are who may be elected to an award: the first units of the ranking that can get it and have no better one,
// and all level with the last of them.
func (s *State) nominees(r *ranking, award int) (units []int) {
	rule := s.book.Awards[award].Ballot
	better := s.better(r, award)
	last := int32(0)
	for _, x := range r.rows {
		if len(units) >= rule.Nominees && x.rank != last {
			break
		}
		if c := s.claim(int(x.unit), r.stage); c.may.has(award) && !c.down && !better[x.unit] {
			units = append(units, int(x.unit))
			last = x.rank
		}
	}
	return units
}

// better are the units that have a better award already, or wait for it: they are not elected to this one. One that is
// held beside others has nothing better.
func (s *State) better(r *ranking, award int) map[int32]bool {
	var chain left
	out := map[int32]bool{}
	if s.book.Awards[award].Beside {
		return out
	}
	for i := range award {
		switch a := &s.book.Awards[i]; {
		case a.Beside:
		case a.Ballot.Nominees == 0:
			chain[i] = int16(s.Proposable(i))
		default:
			if unit, ok := s.electedTo(i); ok {
				out[int32(unit)] = true
			}
		}
	}
	probe := *r
	probe.rows = slices.Clone(r.rows)
	d := dealer{s: s, r: &probe}
	d.deal(chain, func(x *row, got int8) {
		if got >= 0 || got <= pending {
			out[x.unit] = true
		}
	})
	return out
}

// winners are, by award, who was elected to it and is still among its nominees. No ballot counts among self-scores.
func (s *State) winners(r *ranking) map[int]int {
	var out map[int]int
	if r.stage == Self {
		return nil
	}
	for i := range s.book.Awards {
		if s.book.Awards[i].Ballot.Nominees == 0 {
			continue
		}
		if unit, ok := s.electedTo(i); ok && slices.Contains(s.nominees(r, i), unit) {
			if out == nil {
				out = map[int]int{}
			}
			out[i] = unit
		}
	}
	return out
}

// contest is an award that waits for its ballot, and who may be elected to it.
type contest struct {
	award    int
	nominees []int
}

// openBallots are the awards that wait for their ballot.
func (s *State) openBallots(r *ranking) (open []contest) {
	if r.stage == Self {
		return nil
	}
	done := s.winners(r)
	for i := range s.book.Awards {
		if s.book.Awards[i].Ballot.Nominees == 0 || s.Proposable(i) == 0 {
			continue
		}
		if _, ok := done[i]; !ok {
			if n := s.nominees(r, i); len(n) > 0 {
				open = append(open, contest{i, n})
			}
		}
	}
	return open
}

// dealOpen deals out the awards for every way in which the open ballots can end. What a unit gets in all of them it
// has; who may be elected waits, and so does whose award hangs on that.
func (r *ranking) dealOpen(s *State, open []contest) {
	gets := make([]outcomes, len(r.rows))
	beside := make([]marks, len(r.rows))
	first := true
	try(open, s.winners(r), func(winners map[int]int) {
		for i := range min(r.awarded, len(r.rows)) {
			r.rows[i].award, r.rows[i].beside = noAward, marks{}
		}
		r.deal(s, winners)
		for i, x := range r.rows {
			if x.award == undecided {
				gets[i] |= 1 << 31
			} else {
				gets[i].add(x.award)
			}
			if !first && x.beside != beside[i] { // in one way so, in another not
				x.beside.waits |= (x.beside.held | beside[i].held) &^ (x.beside.held & beside[i].held)
				x.beside.held &= beside[i].held
				x.beside.waits |= beside[i].waits
				x.beside.open |= beside[i].open
			}
			beside[i] = x.beside
		}
		first = false
	})
	for i := range r.rows {
		x := &r.rows[i]
		x.award, x.beside = gets[i].only(), beside[i]
		if x.award == undecided && gets[i]&(1<<31) == 0 {
			x.award = pending - int8(open[0].award)
			for _, c := range open {
				if slices.Contains(c.nominees, int(x.unit)) {
					x.award = pending - int8(c.award)
					break
				}
			}
		}
	}
}

// try calls f with every way in which open ballots can end.
func try(open []contest, settled map[int]int, f func(winners map[int]int)) {
	winners := map[int]int{}
	for award, unit := range settled {
		winners[award] = unit
	}
	var next func(i int)
	next = func(i int) {
		if i == len(open) {
			f(winners)
			return
		}
		for _, unit := range open[i].nominees {
			winners[open[i].award] = unit
			next(i + 1)
		}
	}
	next(0)
}

// electedTo is who was elected to an award.
func (s *State) electedTo(award int) (unit int, ok bool) {
	if award < len(s.contests) && s.contests[award].Elected >= 0 && len(s.contests[award].Rounds) > 0 {
		return s.contests[award].Elected, true
	}
	return 0, false
}

// contest is the award with an id that is elected to, by its index; -1 if there is none.
func (b *Rulebook) contest(o Office) int {
	return slices.IndexFunc(b.Awards, func(a Award) bool { return a.Ballot.Nominees > 0 && a.ID == string(o) })
}

// contest is the election to an award, which stands behind all offices.
func (s *State) contest(award int) (r Race, at int) {
	at = len(s.book.Election.Offices) + award
	if award < len(s.contests) {
		r = s.contests[award]
	}
	if len(r.Rounds) == 0 { // who may stand is not settled before the first round
		r = Race{Office: Office(s.book.Awards[award].ID), Elected: -1, Candidates: s.mayStand(at)}
	}
	return r, at
}

// putContest stores the election to an award, and deals the awards out anew.
func (s *State) putContest(award int, r Race) {
	s.contests = slices.Clone(s.contests)
	for len(s.contests) <= award {
		s.contests = append(s.contests, Race{Elected: -1})
	}
	s.contests[award] = r
	s.redeal()
}

// Elections are all that is elected to in this meeting, in order: the offices, then the awards that go by ballot.
func (s *State) Elections() []Office {
	out := slices.Clone(s.book.Election.Offices)
	for _, a := range s.book.Awards {
		if a.Ballot.Nominees > 0 {
			out = append(out, Office(a.ID))
		}
	}
	return out
}
