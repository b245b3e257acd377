package meeting

import (
	"errors"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Who is the person who proposes something.
type Who struct {
	Name string
	Role scoring.Role
	Unit string // full name; of a reviewer the unit that the person speaks for
}

// ErrRights is a decision that is not this person's to make.
var ErrRights = errors.New("not this person's to decide")

// Decides reports whether the person may make decisions of a kind at all: screens offer only what can be done. Who
// sits at the host's own keyboard may what the chair may.
func (w *Who) Decides(k scoring.Kind) bool { return decision.RightsOf(k).Decides(w.role()) }

// role is the person's role; the host's own keyboard has the chair's.
func (w *Who) role() scoring.Role {
	if w == nil {
		return scoring.Chair
	}
	return w.Role
}

// Leads reports whether others can follow the person: the host's own screen, and the chair.
func (w *Who) Leads() bool { return w.role() == scoring.Chair }

// Votes reports whether the person casts the ballot of a unit.
func (w *Who) Votes() bool { return w != nil && w.Role == scoring.Reviewer && w.Unit != "" }

// Suggests reports whether the person may put decisions of a kind before those who may make them.
func (w *Who) Suggests(k scoring.Kind) bool { return w != nil && decision.RightsOf(k).Suggests(w.Role) }

// may refuses what the person may not decide.
func (w *Who) may(a scoring.Act) error {
	if !w.Decides(a.Kind()) {
		return w.refuse(a.Kind())
	}
	if decision.RightsOf(a.Kind()).OnlyOwn(w.role()) && scoring.Subject(a) != w.Unit {
		return &scoring.Refusal{Kind: ErrRights,
			What: lang.Sayf("%s chỉ ghi được quyết định loại này cho đơn vị mình",
				"%s can make such a decision only for their own unit", lang.Both(w.Name)),
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
	return w.may(s.Changes(of))
}

func (w *Who) refuse(k scoring.Kind) error {
	role := lang.Sayer(lang.Text{VI: "người này", EN: "this person"})
	if w != nil {
		role = w.Role.Name()
	}
	mend := lang.Sayf("đề nghị chủ tọa ghi", "ask the chair to record it")
	if decision.RightsOf(k).Decides(scoring.Secretary) {
		mend = lang.Sayf("đề nghị chủ tọa hoặc thư ký ghi", "ask the chair or the secretary to record it")
	}
	return &scoring.Refusal{Kind: ErrRights,
		What: lang.Sayf("%s không ghi được quyết định loại %s",
			"the %s cannot make a decision of the kind %s", role, string(k)), Mend: mend}
}
