package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Invite lets a person come in from another machine. The key is its fingerprint, never a secret.
func (registry) Invite() kind {
	return about[scoring.Invite]{
		Name: lang.Text{VI: "mời", EN: "invite"},
		Keys: func(a *scoring.Invite) []key {
			return []key{
				need("person", (*text)(&a.Person)),
				need("role", (*text)(&a.Role)),
				may("unit", (*unit)(&a.Unit)),
				need("key", (*text)(&a.Key)),
			}
		},
		Say:    invited,
		Stays:  true,
		Rights: decidedBy(scoring.Chair),
		Cell:   none[scoring.Invite],
	}
}

// invited says who was invited, as what, and by what they are known.
func invited(a scoring.Invite) lang.Text {
	as, by := a.Role.Name(), lang.Sayf("khóa %s", "key %s", a.Key)
	if a.Unit != "" {
		as = lang.Sayf("%s, %s", "%s, %s", as, a.Unit)
	}
	if a.Key == scoring.ByPasscode {
		by = lang.Text{VI: "mã vào họp", EN: "passcode"}
	}
	return lang.Sayf("mời %s (%s), vào bằng %s", "%s (%s) is invited, by %s", a.Person, as, by)
}
