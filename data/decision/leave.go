package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Leave leaves a criterion of a unit without a score.
func (registry) Leave() kind {
	return about[scoring.Leave]{
		Name: lang.Text{VI: "không chấm", EN: "leave"},
		Keys: func(a *scoring.Leave) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("criterion", (*text)(&a.Criterion)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Leave) lang.Text {
			what := lang.Sayf("%s %s: để lại không chấm", "%s %s: left without a score", a.Unit, a.Criterion)
			return because(what, a.Reason)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Leave) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
