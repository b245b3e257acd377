package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Score is what is agreed on a criterion of a unit: a percent, points, a level or a count.
func (registry) Score() kind {
	return about[scoring.Score]{
		Name: lang.Text{VI: "chấm điểm", EN: "score"},
		Keys: func(a *scoring.Score) []key {
			keys := []key{need("unit", (*unit)(&a.Unit)), need("criterion", (*text)(&a.Criterion))}
			return append(append(keys, mark(&a.Criterion, &a.Mark)...), may("reason", (*text)(&a.Reason)))
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Score) lang.Text {
			return because(lang.Sayf("%s %s: %s", "%s %s: %s", a.Unit, a.Criterion,
				moved(s, d, Marked(s, a.Criterion, a.Mark))), a.Reason)
		},
		Stood: func(s *scoring.State, a scoring.Score, _, when int) lang.Text {
			return markStood(s, scoring.Agreed, a.Unit, a.Criterion, when)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Score) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
