package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Reject answers a request of a unit: the bonus that it asks for at a target is not granted.
type Reject struct {
	Unit   string
	Target string
	Reason string
}

// KindReject is the kind of Reject.
const KindReject Kind = "reject"

// Kind is KindReject.
func (Reject) Kind() Kind { return KindReject }

func (a Reject) unit() string { return a.Unit }
func (a Reject) node() string { return a.Target }
func (Reject) votable() error { return nil }

// rejected is what was said of the requests at one target.
type rejected struct {
	target int // index of Rulebook.Criteria
	cell   *cell[Reject]
}

func (a Reject) enter(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	at, err := s.node(u, a.Target)
	if err != nil {
		return err
	}
	if strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason, lang.Sayf("không duyệt một đề nghị phải có lý do",
			"to reject a request needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	waits := slices.ContainsFunc(u.OpenRequests(), func(q Request) bool { return q.Target == a.Target })
	if d.Seq > s.Seq() && !waits {
		return refuse(ErrRequest,
			lang.Sayf("%s không có đề nghị nào chờ trả lời tại %s", "%s has no request at %s that waits for an answer",
				a.Unit, a.Target),
			lang.Sayf("xem các đề nghị của bản tự chấm", "see the requests of its sheet"))
	}
	return s.edit(a.Unit, func(u *Unit) {
		u.rejects = slices.Clone(u.rejects)
		i, found := u.rejectsAt(at)
		if !found {
			u.rejects = slices.Insert(u.rejects, i, rejected{target: at})
		}
		u.rejects[i].cell = u.rejects[i].cell.put(d, a)
	})
}

func (a Reject) leave(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	at, err := s.node(u, a.Target)
	if err != nil {
		return err
	}
	return s.edit(a.Unit, func(u *Unit) {
		u.rejects = slices.Clone(u.rejects)
		if i, found := u.rejectsAt(at); found {
			u.rejects[i].cell = u.rejects[i].cell.mark(d.Seq, false)
		}
	})
}

// rejectsAt finds what was said of the requests at a target, or where it would stand.
func (u *Unit) rejectsAt(at int) (int, bool) {
	return slices.BinarySearchFunc(u.rejects, at, func(r rejected, at int) int { return r.target - at })
}

// Rejected is the decision not to grant what the unit asks for at a target (an index of Rulebook.Criteria), and its
// reason; ok is false where none counts.
func (u *Unit) Rejected(at int) (d *Decision, reason string, ok bool) {
	i, found := u.rejectsAt(at)
	if !found {
		return nil, "", false
	}
	c := u.rejects[i].cell.top()
	if c == nil {
		return nil, "", false
	}
	return c.dec, c.value.Reason, true
}

// OpenRequests are the unit's requests that nobody has answered, in the sheet's order: at their target no bonus stands,
// and none was refused. A bonus of 0 is no answer.
func (u *Unit) OpenRequests() []Request {
	var out []Request
	for _, q := range u.sheet.Requests {
		if at, ok := u.book.Index(q.Target); ok && u.unanswered(at) {
			out = append(out, q)
		}
	}
	return out
}

// OpenRequest is the first of the unit's open requests at a criterion or field, an index of Rulebook.Criteria.
func (u *Unit) OpenRequest(at int) (q Request, ok bool) {
	for _, q := range u.sheet.Requests {
		if q.Target == u.book.Criteria[at].Code && u.unanswered(at) {
			return q, true
		}
	}
	return q, false
}

func (u *Unit) unanswered(at int) bool {
	_, _, rejected := u.Rejected(at)
	return !rejected && sumAt(u.bonuses, at, Agreed) == 0
}

// Grantable reports whether a bonus can be given as it is asked for: it is possible at all, and within its limits.
func (u *Unit) Grantable(q Request) bool {
	at, ok := u.book.Index(q.Target)
	return ok && u.Applies(at) && Penalty{Points: q.Points, Reason: q.Reason}.check() == nil &&
		q.Points <= u.Room(true, GrantAt{Target: at}).Points
}
