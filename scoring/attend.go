package scoring

import "thidua/scoring/lang"

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
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if !a.Present && a.Person != "" && !u.has(a.Person) {
		return refuse(ErrPerson, lang.Sayf("%s không có mặt cho %s", "%s is not present for %s", a.Person, a.Unit),
			lang.Sayf("ghi tên người đang có mặt, hoặc bỏ person để cả đơn vị rời họp",
				"name somebody who is, or leave person out for the whole unit"))
	}
	return s.edit(a.Unit, func(u *Unit) {
		u.roll = u.roll.put(d, a)
		u.call()
	})
}

func (a Attend) leave(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) {
		u.roll = u.roll.mark(d.Seq, false)
		u.call()
	})
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
