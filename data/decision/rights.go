package decision

import (
	"slices"

	"thidua/scoring"
)

// Rights say who may do what with a kind of decision. What they do not say nobody may: the zero Rights are nobody's.
type Rights struct {
	decide  []scoring.Role
	own     []scoring.Role
	suggest []scoring.Role
	said    bool
}

// RightsOf are the rights to a kind of decision.
func RightsOf(id scoring.Kind) Rights {
	if k, ok := kinds()[id]; ok {
		return k.rights()
	}
	return Rights{}
}

// Decides reports whether a role may record such decisions.
func (r Rights) Decides(role scoring.Role) bool {
	return slices.Contains(r.decide, role) || r.OnlyOwn(role)
}

// OnlyOwn reports whether a role may record such decisions, but only about the person's own unit.
func (r Rights) OnlyOwn(role scoring.Role) bool { return slices.Contains(r.own, role) }

// Suggests reports whether a role may put such decisions before those who may record them.
func (r Rights) Suggests(role scoring.Role) bool { return slices.Contains(r.suggest, role) }

// decidedBy are the rights to a kind that these roles may record, about any unit. What the chair may, whoever sits at
// the host's own keyboard may as well.
func decidedBy(roles ...scoring.Role) Rights { return Rights{decide: roles, said: true} }

// ofOwnUnit lets these roles record the kind too, about the person's own unit.
func (r Rights) ofOwnUnit(roles ...scoring.Role) Rights { r.own = roles; return r }

// suggestedBy lets these roles put the kind before those who may record it.
func (r Rights) suggestedBy(roles ...scoring.Role) Rights { r.suggest = roles; return r }

// nobodys are the rights to a kind that no person records: a command writes it.
func nobodys() Rights { return Rights{said: true} }
