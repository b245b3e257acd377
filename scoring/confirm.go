package scoring

// Confirm says that the unit itself has seen its agreed scores and confirms them as they stand. A later change
// withdraws that, as it withdraws an acceptance.
type Confirm struct{ Unit string }

// Kind is KindConfirm.
func (Confirm) Kind() Kind { return KindConfirm }

func (a Confirm) enter(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	u = u.clone()
	u.confirms = u.confirms.put(d, accepted{asOf: u.changes})
	s.set(i, u)
	return nil
}

func (a Confirm) leave(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	u = u.clone()
	u.confirms = u.confirms.mark(d.Seq, false)
	s.set(i, u)
	return nil
}

// Confirmed reports whether the unit has confirmed its agreed scores as they now stand.
func (u *Unit) Confirmed() bool {
	c := u.confirms.top()
	return c != nil && sameWrites(c.value.asOf, u.changes)
}
