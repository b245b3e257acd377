package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Attend is a unit, or one of its people, that has come or gone.
func (registry) Attend() kind {
	return about[scoring.Attend]{
		Name: lang.Text{VI: "điểm danh", EN: "roll"},
		Keys: func(a *scoring.Attend) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("present", (*answer)(&a.Present)),
				may("person", (*text)(&a.Person)),
			}
		},
		Say: func(a scoring.Attend) lang.Text {
			who := because(lang.Both(a.Unit), a.Person)
			if a.Present {
				return lang.Sayf("%s có mặt", "%s is present", who)
			}
			return lang.Sayf("%s rời họp", "%s has left", who)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Attend],
	}
}
