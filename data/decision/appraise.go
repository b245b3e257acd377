package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Appraise is the percent that the appraisal gives on a criterion of a unit.
func (registry) Appraise() kind {
	return about[scoring.Appraise]{
		Name: lang.Text{VI: "thẩm định", EN: "appraisal"},
		Keys: func(a *scoring.Appraise) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("criterion", (*text)(&a.Criterion)),
				need("percent", (*percent)(&a.Percent)),
				may("assessor", (*text)(&a.Assessor)),
			}
		},
		Say: func(a scoring.Appraise) lang.Text {
			what := lang.Sayf("thẩm định %s %s: %s %%", "appraisal of %s %s: %s %%", a.Unit, a.Criterion, a.Percent)
			return because(what, a.Assessor)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Appraise) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
