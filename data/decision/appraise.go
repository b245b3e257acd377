package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Appraise is what the appraisal gives on a criterion of a unit: a percent, points, a level or a count.
func (registry) Appraise() kind {
	return about[scoring.Appraise]{
		Name: lang.Text{VI: "thẩm định", EN: "appraisal"},
		Keys: func(a *scoring.Appraise) []key {
			keys := []key{need("unit", (*unit)(&a.Unit)), need("criterion", (*text)(&a.Criterion))}
			return append(append(keys, mark(&a.Criterion, &a.Mark)...), may("assessor", (*text)(&a.Assessor)))
		},
		SayOf: func(s *scoring.State, _ *scoring.Decision, a scoring.Appraise) lang.Text {
			what := lang.Sayf("thẩm định %s %s: %s", "appraisal of %s %s: %s", a.Unit, a.Criterion,
				Marked(s, a.Criterion, a.Mark))
			return because(what, a.Assessor)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Appraise) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
