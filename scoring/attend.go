package scoring

import (
	"math"
	"slices"

	"thidua/scoring/lang"
)

// Attend says that a unit is present from now on, or no longer (rule 7). With a person it says who came or went: the
// unit is present while anyone is there for it. Without one it is about the unit as a whole.
type Attend struct {
	Unit    string
	Present bool
	Person  string // optional
}

// KindAttend is the kind of Attend.
const KindAttend Kind = "attend"

// Kind is KindAttend.
func (Attend) Kind() Kind { return KindAttend }

func (a Attend) unit() string { return a.Unit }

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
	return a.change(s, d, func(c *cell[Attend]) *cell[Attend] { return c.put(d, a) })
}

func (a Attend) leave(s *State, d *Decision) error {
	return a.change(s, d, func(c *cell[Attend]) *cell[Attend] { return c.mark(d.Seq, false) })
}

// change changes what was said of the unit's presence. What is newest changes no roll of the past; an undo may.
func (a Attend) change(s *State, d *Decision, change func(*cell[Attend]) *cell[Attend]) error {
	i, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	u = u.clone()
	u.roll = change(u.roll)
	u.present, u.people = u.called(math.MaxInt)
	s.set(i, u)
	if d.Seq > s.Seq() {
		return nil
	}
	return s.keepsRolls(i)
}

// has reports whether a person is present for the unit.
func (u *Unit) has(person string) bool {
	return slices.ContainsFunc(u.people, func(p string) bool { return u.book.samePerson(p, person) })
}

// presentBefore reports whether the unit was present just before a decision, by what counts now.
func (u *Unit) presentBefore(seq int) bool {
	present, _ := u.called(seq)
	return present
}

// called works out whether the unit was present before a decision, and who for it, from all that was said of it.
func (u *Unit) called(before int) (present bool, people []string) {
	u.roll.each(func(c *cell[Attend]) {
		a := c.value
		if c.dec.Seq >= before {
			return
		}
		same := func(p string) bool { return u.book.samePerson(p, a.Person) }
		switch {
		case a.Present:
			present = true
			if a.Person != "" && !slices.ContainsFunc(people, same) {
				people = append(people, a.Person)
			}
		case a.Person == "":
			present, people = false, nil
		default:
			people = slices.DeleteFunc(people, same)
			present = len(people) > 0
		}
	})
	return present, people
}
