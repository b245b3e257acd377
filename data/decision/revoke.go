package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Revoke takes an invitation back.
func (registry) Revoke() kind {
	return about[scoring.Revoke]{
		Name: lang.Text{VI: "hủy mời", EN: "revoke"},
		Keys: func(a *scoring.Revoke) []key {
			return []key{
				need("person", (*text)(&a.Person)),
			}
		},
		Say: func(a scoring.Revoke) lang.Text {
			return lang.Sayf("hủy lời mời của %s", "the invitation of %s is revoked", a.Person)
		},
		Stays:  true,
		Rights: decidedBy(scoring.Chair),
		Cell:   none[scoring.Revoke],
	}
}
