package scoring

import (
	"math"
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Attend says that a unit is present from now on, or no longer (rule 7). With people it says who came or went: the unit
// is present while anyone is there for it. Without any it is about the unit as a whole. What it says holds in the
// sitting in which it falls. With a guest it says so of somebody who speaks for no unit.
type Attend struct {
	Unit    string
	Present bool
	Person  string   // optional: a name or office
	People  []Person // optional: names with posts
	Reason  string   // why a unit, or who is named, is absent
	Mandate string   // who speaks for it
	Guest   Person   // instead of a unit
}

// KindAttend is the kind of Attend.
const KindAttend Kind = "attend"

// Kind is KindAttend.
func (Attend) Kind() Kind { return KindAttend }

func (a Attend) unit() string { return a.Unit }

// named are all people that it names.
func (a Attend) named() []Person {
	if a.Person == "" {
		return a.People
	}
	return append([]Person{{Name: a.Person}}, a.People...)
}

func (a Attend) enter(s *State, d *Decision) error {
	if err := a.check(); err != nil {
		return err
	}
	if !a.Guest.IsZero() {
		return a.enterGuest(s, d)
	}
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if len(a.People) > 0 {
		if err := s.book.once(a.named()); err != nil {
			return err
		}
	}
	for _, p := range a.named() {
		if !a.Present && a.Reason == "" && s.book.person(u.people, p.Name) < 0 {
			return refuse(ErrPerson, lang.Sayf("%s không có mặt cho %s", "%s is not present for %s", p.Name, a.Unit),
				lang.Sayf("ghi tên người đang có mặt, ghi lý do vắng (reason), hoặc bỏ person để cả đơn vị rời họp",
					"name somebody who is, give the reason of an absence, or leave person out for the whole unit"))
		}
	}
	return a.change(s, d, func(c *cell[Attend]) *cell[Attend] { return c.put(d, a) })
}

// check refuses what does not go together.
func (a Attend) check() error {
	switch {
	case a.Present && a.Reason != "":
		return refuse(ErrPerson,
			lang.Sayf("có mặt thì không có lý do vắng", "who is present has no reason to be absent"),
			lang.Sayf("bỏ reason, hoặc ghi present = false", "leave out reason, or say present = false"))
	case a.Guest.IsZero():
		return nil
	case a.Unit != "" || a.Person != "" || len(a.People) > 0 || a.Mandate != "":
		return refuse(ErrPerson, lang.Sayf("khách mời không thay mặt đơn vị nào", "a guest speaks for no unit"),
			lang.Sayf("ghi guest riêng, không có unit, person, people, mandate",
				"record the guest by itself, without unit, person, people, mandate"))
	case strings.TrimSpace(a.Guest.Name) == "":
		return refuse(ErrPerson, lang.Sayf("khách mời không có tên", "the guest has no name"),
			lang.Sayf("ghi họ tên", "give the name"))
	}
	return nil
}

func (a Attend) leave(s *State, d *Decision) error {
	if !a.Guest.IsZero() {
		s.sat.guests = s.sat.guests.mark(d.Seq, false)
		return nil
	}
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
	u.present, u.people = u.called(s.begunBefore(math.MaxInt), math.MaxInt)
	s.set(i, u)
	if d.Seq > s.Seq() {
		return nil
	}
	return s.keepsRolls(i)
}

// presentBefore reports whether a unit was present just before a decision, by what counts now.
func (s *State) presentBefore(u *Unit, seq int) bool {
	present, _ := u.called(s.begunBefore(seq), seq)
	return present
}

// called works out whether the unit was present before a decision, and who for it, from all that was said of it after
// another one: the beginning of the sitting.
func (u *Unit) called(after, before int) (present bool, people []Person) {
	u.roll.each(func(c *cell[Attend]) {
		if a := c.value; c.dec.Seq > after && c.dec.Seq < before {
			present, people = a.moved(u.book, present, people)
		}
	})
	return present, people
}

// moved is who is there after those whom it names have come or gone. Who is excused was not there to leave.
func (a Attend) moved(b *Rulebook, present bool, people []Person) (bool, []Person) {
	named := a.named()
	switch {
	case a.Present:
		for _, p := range named {
			people = b.joined(people, p)
		}
		return true, people
	case len(named) == 0:
		return false, nil
	}
	before := len(people)
	people = slices.DeleteFunc(slices.Clone(people), func(p Person) bool { return b.person(named, p.Name) >= 0 })
	if a.Reason != "" && len(people) == before {
		return present, people
	}
	return len(people) > 0, people
}
