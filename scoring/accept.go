package scoring

import "slices"

// Accept agrees a unit's sheet as it now stands. A later change to its scores, bonuses or penalties, an undo included,
// withdraws that; to undo the change brings it back. A decision that leaves the value as it was is no change; in the
// first edition it was one.
type Accept struct{ Unit string }

// KindAccept is the kind of Accept.
const KindAccept Kind = "accept"

// Kind is KindAccept.
func (Accept) Kind() Kind { return KindAccept }

func (a Accept) unit() string { return a.Unit }
func (Accept) votable() error { return nil }

func (a Accept) enter(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if err := u.needsSheet(); err != nil {
		return err
	}
	return s.edit(a.Unit, func(u *Unit) { u.accepts = u.accepts.put(d, u.asItStands(d)) })
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

// accepted remembers what a unit's sheet looked like when it was accepted or confirmed.
type accepted struct {
	asOf *cell[struct{}] // which changes counted
	unit *Unit           // what it was
	seq  int             // the decision that did
}

// asItStands is what a decision that accepts or confirms the unit's sheet remembers of it.
func (u *Unit) asItStands(d *Decision) accepted { return accepted{u.changes, u, d.Seq} }

// still reports whether the unit's sheet stands as it did.
func (u *Unit) still(c *cell[accepted]) bool {
	switch {
	case c == nil:
		return false
	case sameWrites(c.value.asOf, u.changes):
		return true
	}
	return u.book.second() && u.book == c.value.unit.book && u.sameValues(c.value)
}

// sameValues reports whether, of the decisions that count, those before an acceptance give what was accepted and those
// after it leave it so.
func (u *Unit) sameValues(a accepted) bool {
	for leaf, now := range u.scores {
		was := a.unit
		want := was.mark(Agreed, leaf)
		if now != was.scores[leaf] &&
			!leaves(now, a.seq, u.self[leaf] == want, func(s Score) bool { return s.Mark == want }) {
			return false
		}
	}
	return sameGrants(u.bonuses, a.unit.bonuses, a.seq) && sameGrants(u.penalties, a.unit.penalties, a.seq)
}

// sameGrants compares the bonuses, or penalties, of a unit as sameValues does.
func sameGrants(now, was []grant, seq int) bool {
	for _, g := range now { // a place, once written to, stays in the list
		var old grant
		if g.at.Appraised {
			continue
		}
		if i := slices.IndexFunc(was, func(w grant) bool { return w.at == g.at }); i >= 0 {
			old = was[i]
		}
		want := old.points()
		same := func(a amount) bool { return a.points == want }
		if g.cell != old.cell && !leaves(g.cell, seq, want == 0, same) {
			return false
		}
	}
	return true
}

// leaves reports whether a value stood before a decision, and every later write that counts leaves it. empty says
// whether it stands where nothing was written.
func leaves[T any](c *cell[T], seq int, empty bool, same func(T) bool) bool {
	for c = c.top(); c != nil; c = c.prev.top() {
		if !same(c.value) {
			return false
		}
		if c.dec.Seq < seq {
			return true
		}
	}
	return empty
}
