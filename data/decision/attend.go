package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Attend is a unit, one of its people or a guest that has come or gone, or is excused.
func (registry) Attend() kind {
	return about[scoring.Attend]{
		Name: lang.Text{VI: "điểm danh", EN: "roll"},
		Keys: func(a *scoring.Attend) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)).unless("guest"),
				need("present", (*answer)(&a.Present)),
				may("person", (*text)(&a.Person)),
				may("people", (*people)(&a.People)),
				may("reason", (*text)(&a.Reason)),
				may("mandate", (*text)(&a.Mandate)),
				may("guest", whose{&a.Guest, "body"}),
			}
		},
		Say:    attended,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Attend],
	}
}

// attended says who has come or gone, or is absent and why.
func attended(a scoring.Attend) lang.Text {
	who := lang.Both(a.Unit)
	for _, more := range []string{a.Person, saidOf(a.People)} {
		who = because(who, more)
	}
	if !a.Guest.IsZero() {
		who = lang.Sayf("khách mời %s", "the guest %s", a.Guest)
	}
	said := lang.Sayf("%s rời họp", "%s has left", who)
	switch {
	case a.Present:
		said = lang.Sayf("%s có mặt", "%s is present", who)
	case a.Reason != "":
		said = lang.Sayf("%s vắng: %s", "%s is absent: %s", who, a.Reason)
	}
	if a.Mandate != "" {
		said = lang.Sayf("%s; ủy quyền: %s", "%s; mandate: %s", said, a.Mandate)
	}
	return said
}
