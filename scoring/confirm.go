package scoring

// Confirm says that the unit itself has seen its agreed scores and confirms them as they stand. A later change
// withdraws that, as it withdraws an acceptance.
type Confirm struct{ Unit string }

// KindConfirm is the kind of Confirm.
const KindConfirm Kind = "confirm"

// Kind is KindConfirm.
func (Confirm) Kind() Kind { return KindConfirm }

func (a Confirm) unit() string { return a.Unit }

func (a Confirm) enter(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if err := u.needsSheet(); err != nil {
		return err
	}
	return s.edit(a.Unit, func(u *Unit) { u.confirms = u.confirms.put(d, u.asItStands(d)) })
}

func (a Confirm) leave(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) { u.confirms = u.confirms.mark(d.Seq, false) })
}

// Confirmed reports whether the unit has confirmed its agreed scores as they now stand.
func (u *Unit) Confirmed() bool { return u.still(u.confirms.top()) }
