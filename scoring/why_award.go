package scoring

// whyAward says of one award how many may be proposed and what stands between it and a unit: its class or minimum, what
// the unit declined, how the vote went, whose turn it is.
func (s *State) whyAward(e *Explanation, st Stage, unit, award int) {
	a := &s.book.Awards[award]
	e.note("%s: %d cho cụm %d đơn vị.", "%s: %d in a cluster of %d units.", a.Name, s.book.Number(award, len(s.units)),
		len(s.units))
	e.cite(s.book, a.Clause)
	if d, q := s.Limited(award); d != nil && st != Self {
		e.note("Cụm đề nghị %d (quyết định số %d): %s",
			"The cluster proposes %d (decision %d): %s", q.Number, d.Seq, q.Reason)
	}
	for _, bind := range s.bindsAward(st, unit, award) {
		e.note("%s.", "%s.", bind)
	}
	if st == Self {
		return
	}
	s.whyVoted(e, award, unit)
}

// whyVoted says how the vote or the ballot on an award bears on a unit.
func (s *State) whyVoted(e *Explanation, award, unit int) {
	a := &s.book.Awards[award]
	if d, carried := s.Proposed(award, unit); d != nil && carried {
		e.note("%s: biểu quyết đã thông qua (quyết định số %d).",
			"%s: the vote was carried (decision %d).", a.Short, d.Seq)
	}
	for _, x := range s.Nominated(Agreed, award) {
		if x != unit {
			continue
		}
		if a.Ballot.Nominees > 0 {
			e.note("%s: chờ bỏ phiếu.", "%s: waits for its ballot.", a.Short)
			e.Opened = ByElecting
		} else {
			e.note("%s: chờ biểu quyết.", "%s: waits for its vote.", a.Short)
			e.Opened = ByVoting
		}
	}
}
