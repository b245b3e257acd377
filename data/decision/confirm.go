package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Confirm is a unit's own word that its agreed scores are right.
func (registry) Confirm() kind {
	return about[scoring.Confirm]{
		Name: lang.Text{VI: "xác nhận", EN: "confirm"},
		Keys: func(a *scoring.Confirm) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
			}
		},
		Say: func(a scoring.Confirm) lang.Text {
			return lang.Sayf("%s xác nhận điểm thống nhất của mình", "%s confirms its agreed scores", a.Unit)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).ofOwnUnit(scoring.Reviewer),
		Cell:   none[scoring.Confirm],
	}
}
