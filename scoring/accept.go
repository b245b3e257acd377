package scoring

// Accept agrees a unit's sheet as it now stands. A later change to its scores, bonuses or penalties, an undo included,
// withdraws that; to undo the change brings it back.
type Accept struct{ Unit string }

// Kind is KindAccept.
func (Accept) Kind() Kind { return KindAccept }

func (a Accept) enter(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) { u.accepts = u.accepts.put(d, accepted{asOf: u.changes}) })
}

func (a Accept) leave(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) { u.accepts = u.accepts.mark(d.Seq, false) })
}

// AcceptedCount is how many units are accepted as they stand.
func (s *State) AcceptedCount() int {
	n := 0
	for _, u := range s.units {
		if u.Accepted() {
			n++
		}
	}
	return n
}
