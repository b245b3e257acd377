package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Propose is that a unit is proposed for an award: what a vote decides, and nothing else.
func (registry) Propose() kind {
	return about[scoring.Propose]{
		Name: lang.Text{VI: "suy tôn", EN: "propose"},
		Keys: func(a *scoring.Propose) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("award", (*text)(&a.Award)),
			}
		},
		SayOf: func(s *scoring.State, _ *scoring.Decision, a scoring.Propose) lang.Text {
			return lang.Sayf("suy tôn, đề nghị tặng %s cho %s",
				"the %s is proposed for %s", awardName(s, a.Award), a.Unit)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Propose],
	}
}
