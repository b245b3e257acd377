package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Explain says why the appraisal gives something else than was agreed, and how the group stands to it.
func (registry) Explain() kind {
	return about[scoring.Explain]{
		Name: lang.Text{VI: "giải trình", EN: "explain"},
		Keys: func(a *scoring.Explain) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("criterion", (*text)(&a.Criterion)),
				need("outcome", (*text)(&a.Outcome)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Explain) lang.Text {
			what := lang.Sayf("%s %s: chênh lệch thẩm định: %s", "%s %s: the appraisal's difference: %s",
				a.Unit, a.Criterion, a.Outcome.Name())
			return because(what, a.Reason)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Explain) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
