package scoring

import "thidua/scoring/lang"

// Accept agrees a unit's sheet as it now stands. A later change to its scores, bonuses or penalties, an undo included,
// withdraws that; to undo the change brings it back.
type Accept struct{ Unit string }

// Kind is KindAccept.
func (Accept) Kind() Kind { return KindAccept }

func (a Accept) enter(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	u = u.clone()
	u.accepts = u.accepts.put(d, accepted{asOf: u.changes})
	s.set(i, u)
	return nil
}

func (a Accept) leave(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	u = u.clone()
	u.accepts = u.accepts.mark(d.Seq, false)
	s.set(i, u)
	return nil
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

// Attend says that a unit is present from now on, or no longer (rule 7). With a person it says who came or went: the
// unit is present while anyone is there for it. Without one it is about the unit as a whole.
type Attend struct {
	Unit    string
	Present bool
	Person  string // optional
}

// Kind is KindAttend.
func (Attend) Kind() Kind { return KindAttend }

func (a Attend) enter(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if !a.Present && a.Person != "" && !u.has(a.Person) {
		return refuse(ErrPerson, lang.Sayf("%s không có mặt cho %s", "%s is not present for %s", a.Person, a.Unit),
			lang.Sayf("ghi tên người đang có mặt, hoặc bỏ person để cả đơn vị rời họp",
				"name somebody who is, or leave person out for the whole unit"))
	}
	u = u.clone()
	u.roll = u.roll.put(d, a)
	u.call()
	s.set(i, u)
	return nil
}

func (a Attend) leave(s *State, d *Decision) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	u = u.clone()
	u.roll = u.roll.mark(d.Seq, false)
	u.call()
	s.set(i, u)
	return nil
}

func (u *Unit) has(person string) bool {
	for _, p := range u.people {
		if p == person {
			return true
		}
	}
	return false
}

// call works out who is present from all that was said of it.
func (u *Unit) call() {
	u.present, u.people = false, nil
	u.roll.each(func(c *cell[Attend]) {
		a := c.value
		switch {
		case a.Present:
			u.present = true
			if a.Person != "" && !u.has(a.Person) {
				u.people = append(u.people, a.Person)
			}
		case a.Person == "":
			u.present, u.people = false, nil
		default:
			kept := u.people[:0]
			for _, p := range u.people {
				if p != a.Person {
					kept = append(kept, p)
				}
			}
			u.people = kept
			u.present = len(kept) > 0
		}
	})
}
