package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Score is the percent agreed on a criterion of a unit.
func (registry) Score() kind {
	return about[scoring.Score]{
		Name: lang.Text{VI: "phần trăm", EN: "percent"},
		Keys: func(a *scoring.Score) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("criterion", (*text)(&a.Criterion)),
				need("percent", (*percent)(&a.Percent)),
				may("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Score) lang.Text {
			return because(lang.Sayf("%s %s: %s %%", "%s %s: %s %%", a.Unit, a.Criterion, a.Percent), a.Reason)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Score) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
