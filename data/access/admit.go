package access

import (
	"slices"

	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Invite takes a person in whose invitation the record would take as it stands, and marks it as waiting to be recorded.
// An older invitation of that name that does not count any more on the record gives way.
func (l *List) Invite(s *scoring.State, p Person) (Person, error) {
	p.State = Waiting
	p, err := p.normalized()
	if err == nil {
		err = p.oneName()
	}
	if err != nil {
		return Person{}, err
	}
	l.dropOutdated(s, p)
	if err := l.ownLogin(s, p); err != nil {
		return Person{}, err
	}
	if was, taken := l.byName(p.Name); !taken || was.State == Recorded {
		if _, err := scoring.Apply(*s, scoring.Decision{Act: p.Act()}); err != nil {
			return Person{}, err
		}
	}
	return l.Add(p)
}

// dropOutdated drops those of a new person's name or key whose invitation does not stand on the record any more.
func (l *List) dropOutdated(s *scoring.State, to Person) {
	l.People = slices.DeleteFunc(slices.Clone(l.People), func(p Person) bool {
		on, stands := s.Invitation(p.Name)
		stands = stands && names.Same(on.Person, p.Name)
		return !stands && p.State != Waiting && (p.Login() == to.Login() || p.Key != "" && p.Key == to.Key)
	})
}

// oneName refuses a name that reads as one person's decision at the suggestion of another.
func (p Person) oneName() error {
	if !meeting.NamesTwo(p.Name) {
		return nil
	}
	return refuse(ErrPerson,
		lang.Sayf("tên %q đọc như quyết định theo đề nghị của người khác",
			"the name %q reads as a decision at somebody's suggestion", p.Name),
		lang.Sayf("chỉ ghi tên của một người", "give the name of one person only"))
}

// ownLogin refuses to invite a person who would sign in by the name of another, in the list or on the record.
func (l *List) ownLogin(s *scoring.State, p Person) error {
	for _, g := range l.Guests(s) {
		if g.State != Revoked && g.Login() == p.Login() && !names.Same(g.Name, p.Name) {
			return sameLogin(p, g.Person)
		}
	}
	return nil
}

func sameLogin(p, was Person) error {
	return refuse(ErrTaken,
		lang.Sayf("%s và %s sẽ có cùng tên đăng nhập: %s", "%s and %s would sign in by the same name: %s",
			lang.Both(p.Name), lang.Both(was.Name), lang.Both(p.Login())),
		lang.Sayf("thêm vào tên cho khác, như chức vụ hoặc đơn vị",
			"add to the name to tell them apart, such as an office or a unit"))
}

// Revoke takes back the invitation of a person, also one that only the record has, as of a meeting that was copied
// without its list. It is marked as waiting to be recorded where the record has it.
func (l *List) Revoke(s *scoring.State, name string) (Person, error) {
	on, recorded := s.Invitation(name)
	p, here := l.Find(name)
	if recorded && here && !names.Same(on.Person, p.Name) { // two people: by the name in full, or the login of the list
		recorded = names.Same(on.Person, name)
		here = !recorded
	}
	if !here {
		p = Person{}
	}
	if recorded && (!here || p.State == Waiting) { // the latter where a program died between recording and noting it
		l.drop(p.ID)
		return l.Add(Person{Name: on.Person, Role: scoring.Role(on.Role), Unit: on.Unit, State: Revoked,
			Since: on.Decision.At})
	}
	return l.Remove(name)
}

// Admitted gives the person of an id who may be in the meeting as it stands: with a key or passcode in the list that is
// not revoked, and invited on the record in the same role, for the same unit, by the same key. An invitation that still
// waits to be recorded counts where the record would take it. Ask it at every sign-in, and again whenever the meeting
// or the list changes.
func (l *List) Admitted(s *scoring.State, id string) (Person, bool) {
	i := slices.IndexFunc(l.People, func(p Person) bool { return id != "" && p.ID == id })
	if i < 0 || l.People[i].State == Revoked {
		return Person{}, false
	}
	p := l.People[i]
	if !invited(s, p) && (p.State != Waiting || !acceptable(s, p)) {
		return Person{}, false
	}
	return p, true
}

// invited reports whether the record has the person's invitation.
func invited(s *scoring.State, p Person) bool {
	on, ok := s.Invitation(p.Name)
	act := p.Act()
	act.Person = on.Person
	return ok && names.Same(on.Person, p.Name) && on.Invite == act
}

// acceptable reports whether the record would take the person's invitation.
func acceptable(s *scoring.State, p Person) bool {
	_, err := scoring.Apply(*s, scoring.Decision{Act: p.Act()})
	return err == nil
}

// Status is how an invitation stands.
type Status string

// How an invitation may stand.
const (
	In       Status = "invited" // may come in
	NotYet   Status = "waiting" // may come in; to be recorded by the program that has the meeting open
	Out      Status = "revoked" // may not come in any more; likewise to be recorded
	NoSecret Status = "no-key"  // on record, but with no key or passcode here, or another: cannot come in
	Undone   Status = "undone"  // the invitation was undone on the record: cannot come in
)

// Name is the status in words.
func (s Status) Name() lang.Text {
	switch s {
	case In:
		return lang.Text{VI: "được vào", EN: "may come in"}
	case NotYet:
		return lang.Text{VI: "được vào, chưa ghi vào nhật ký", EN: "may come in, not recorded yet"}
	case Out:
		return lang.Text{VI: "đã hủy, chưa ghi vào nhật ký", EN: "revoked, not recorded yet"}
	case NoSecret:
		return lang.Text{VI: "ở máy này không có khóa hay mã, cần mời lại",
			EN: "no key or passcode here, to be invited anew"}
	case Undone:
		return lang.Text{VI: "lời mời đã bị hoàn tác", EN: "the invitation was undone"}
	}
	return lang.Both(string(s))
}

// Guest is a person as record and list have them together.
type Guest struct {
	Person
	By     string // fingerprint of the key, scoring.ByPasscode, or empty where it is forgotten
	Status Status
}

// Guests is everybody whom the record or the list knows as invited: first those on record, in its order.
func (l *List) Guests(s *scoring.State) []Guest {
	var out []Guest
	listed := map[string]bool{}
	for _, on := range s.Invited() {
		g := Guest{Person: Person{Name: on.Person, Role: scoring.Role(on.Role), Unit: on.Unit, Since: on.Decision.At},
			By: on.Key, Status: NoSecret}
		if p, ok := l.byName(on.Person); ok {
			listed[p.ID] = true
			g = Guest{Person: p, By: on.Key, Status: l.status(s, p)}
		}
		out = append(out, g)
	}
	for _, p := range l.People {
		if !listed[p.ID] {
			g := Guest{Person: p, Status: l.status(s, p)}
			if p.State != Revoked {
				g.By = p.Act().Key
			}
			out = append(out, g)
		}
	}
	return out
}

func (l *List) status(s *scoring.State, p Person) Status {
	_, in := l.Admitted(s, p.ID)
	on, recorded := s.Invitation(p.Name)
	recorded = recorded && names.Same(on.Person, p.Name)
	switch {
	case p.State == Revoked:
		return Out
	case in && p.State == Waiting:
		return NotYet
	case in:
		return In
	case recorded:
		return NoSecret
	case p.State == Waiting:
		return NotYet
	}
	return Undone
}
