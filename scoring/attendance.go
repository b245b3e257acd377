package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Attendance is who was there for a unit in a sitting, and who was not, and why.
type Attendance struct {
	Unit    int       // index of State.Units
	Came    bool      // it was there at some time
	There   bool      // it was there at the end, or is now
	People  []Person  // who was there at some time, as they came
	Reason  string    // why the unit was away, or left
	Mandate string    // who speaks for it
	Excused []Excused // who was away
}

// Excused is somebody who is absent, and why.
type Excused struct {
	Person
	Reason string
}

// Attendance is the roll of a sitting, in the order of the units.
func (s *State) Attendance(x Convened) []Attendance {
	out := make([]Attendance, len(s.units))
	for i, u := range s.units {
		out[i] = u.attendance(x)
		out[i].Unit = i
	}
	return out
}

// attendance is what was said of the unit in a sitting.
func (u *Unit) attendance(x Convened) (out Attendance) {
	var here []Person
	u.roll.each(func(c *cell[Attend]) {
		a, named := c.value, c.value.named()
		if !x.Holds(c.dec.Seq) { // before the first that was begun nobody was called, or it would be the second
			return
		}
		out.There, here = a.moved(u.book, out.There, here)
		if a.Mandate != "" {
			out.Mandate = a.Mandate
		}
		if a.Present {
			out.Came, out.Reason = true, ""
			for _, p := range named {
				out.People = u.book.joined(out.People, p)
			}
		}
		if !a.Present && len(named) == 0 {
			out.Reason = a.Reason
		}
		out.Excused = slices.DeleteFunc(out.Excused, func(e Excused) bool { return u.book.person(named, e.Name) >= 0 })
		if a.Reason != "" {
			for _, p := range named {
				out.Excused = append(out.Excused, Excused{p, a.Reason})
			}
		}
	})
	return out
}

// Guest is somebody who speaks for no unit, in a sitting.
type Guest struct {
	Person
	Came   bool // was there at some time
	There  bool // was there at the end, or is now
	Reason string
}

// Guests are the guests of a sitting, in the order in which they were first named.
func (s *State) Guests(x Convened) (out []Guest) {
	s.sat.guests.each(func(c *cell[Attend]) {
		a := c.value
		if !x.Holds(c.dec.Seq) {
			return
		}
		i := slices.IndexFunc(out, func(g Guest) bool { return s.book.samePerson(g.Name, a.Guest.Name) })
		if i < 0 {
			i, out = len(out), append(out, Guest{Person: a.Guest})
		}
		g := &out[i]
		if a.Present && (a.Guest.Post != "" || a.Guest.From != "") {
			g.Person = a.Guest
		}
		g.Came, g.There, g.Reason = g.Came || a.Present, a.Present, a.Reason
	})
	return out
}

// enterGuest makes a guest come, go, or be excused.
func (a Attend) enterGuest(s *State, d *Decision) error {
	there := slices.ContainsFunc(s.Guests(s.Running()), func(g Guest) bool {
		return g.There && s.book.samePerson(g.Name, a.Guest.Name)
	})
	if d.Seq > s.Seq() && !a.Present && a.Reason == "" && !there {
		return refuse(ErrPerson, lang.Sayf("khách mời %s không có mặt", "the guest %s is not present", a.Guest.Name),
			lang.Sayf("ghi lý do vắng (reason), hoặc tên khách đang có mặt",
				"give the reason of the absence, or name a guest who is"))
	}
	s.sat.guests = s.sat.guests.put(d, a)
	return nil
}
