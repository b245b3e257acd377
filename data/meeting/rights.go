package meeting

import (
	"errors"
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Role is what a person may do in a meeting.
type Role string

// The roles. The person at the host's own keyboard has no Who and may do everything.
const (
	Chair     Role = scoring.RoleChair     // decides everything, closes and reopens, draws lots, invites
	Secretary Role = scoring.RoleSecretary // records what the meeting decides
	Reviewer  Role = scoring.RoleReviewer  // of one unit: confirms its scores, votes for it, suggests
	Observer  Role = scoring.RoleObserver  // looks on
)

// Roles are all of them, from the one who may do most.
func Roles() []Role { return []Role{Chair, Secretary, Reviewer, Observer} }

// Name is the role in words.
func (r Role) Name() lang.Text {
	switch r {
	case Chair:
		return lang.Text{VI: "chủ tọa", EN: "chair"}
	case Secretary:
		return lang.Text{VI: "thư ký", EN: "secretary"}
	case Reviewer:
		return lang.Text{VI: "thành viên", EN: "reviewer"}
	case Observer:
		return lang.Text{VI: "dự khán", EN: "observer"}
	}
	return lang.Both(string(r))
}

// Who is the person who proposes something.
type Who struct {
	Name string
	Role Role
	Unit string // full name; of a reviewer the unit that the person speaks for
}

// ErrRights is a decision that is not this person's to make.
var ErrRights = errors.New("not this person's to decide")

// Decides reports whether the person may make decisions of a kind at all: screens offer only what can be done.
func (w *Who) Decides(k scoring.Kind) bool {
	if w == nil {
		return k != scoring.KindNew
	}
	switch w.Role {
	case Chair:
		return k != scoring.KindNew
	case Secretary:
		return !slices.Contains([]scoring.Kind{scoring.KindNew, scoring.KindClose, scoring.KindReopen, scoring.KindLots,
			scoring.KindInvite, scoring.KindRevoke}, k)
	case Reviewer:
		return k == scoring.KindConfirm
	}
	return false
}

// Leads reports whether others can follow the person: the host's own screen, and the chair.
func (w *Who) Leads() bool { return w == nil || w.Role == Chair }

// Votes reports whether the person casts the ballot of a unit.
func (w *Who) Votes() bool { return w != nil && w.Role == Reviewer && w.Unit != "" }

// Suggests reports whether the person may put decisions of a kind before those who may make them.
func (w *Who) Suggests(k scoring.Kind) bool {
	return w != nil && w.Role == Reviewer &&
		slices.Contains([]scoring.Kind{scoring.KindScore, scoring.KindBonus, scoring.KindPenalty, scoring.KindSanction,
			scoring.KindNote}, k)
}

// may refuses what the person may not decide.
func (w *Who) may(a scoring.Act) error {
	if !w.Decides(a.Kind()) {
		return w.refuse(a.Kind())
	}
	if w != nil && w.Role == Reviewer && scoring.Subject(a) != w.Unit {
		return &scoring.Refusal{Kind: ErrRights,
			What: lang.Sayf("%s chỉ xác nhận điểm của đơn vị mình",
				"%s can only confirm the scores of their own unit", lang.Both(w.Name)),
			Mend: lang.Sayf("đơn vị của người này là %s", "that unit is %s", lang.Both(w.Unit))}
	}
	return nil
}

// MayUndo refuses to take back, or bring back, what the person may not decide: to undo a revocation is to invite. What
// cannot be undone at all the rules refuse.
func (s *Snapshot) MayUndo(w *Who, seq int) error {
	of, ok := s.State.Decision(seq)
	if !ok || w == nil || of.Act.Kind() == scoring.KindNew {
		return nil
	}
	return w.may(s.changed(of))
}

func (w *Who) refuse(k scoring.Kind) error {
	role := lang.Sayer(lang.Text{VI: "người này", EN: "this person"})
	if w != nil {
		role = w.Role.Name()
	}
	mend := lang.Sayf("đề nghị chủ tọa ghi", "ask the chair to record it")
	if (&Who{Role: Secretary}).Decides(k) {
		mend = lang.Sayf("đề nghị chủ tọa hoặc thư ký ghi", "ask the chair or the secretary to record it")
	}
	return &scoring.Refusal{Kind: ErrRights,
		What: lang.Sayf("%s không ghi được quyết định loại %s",
			"the %s cannot make a decision of the kind %s", role, string(k)), Mend: mend}
}
