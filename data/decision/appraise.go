package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Appraise is what the appraisal gives on a criterion of a unit: a percent, points, a level or a count. Where it came
// in a file, the record has the file's name and digest as evidence.
func (registry) Appraise() kind {
	return about[scoring.Appraise]{
		Name: lang.Text{VI: "thẩm định", EN: "appraisal"},
		Keys: func(a *scoring.Appraise) []key {
			keys := []key{need("unit", (*unit)(&a.Unit)), need("criterion", (*text)(&a.Criterion))}
			return append(append(keys, mark(&a.Criterion, &a.Mark)...),
				may("assessor", (*text)(&a.Assessor)),
				may("reason", (*text)(&a.Reason)),
				may("source", (*text)(&a.Source)),
				may("digest", (*text)(&a.Digest)))
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Appraise) lang.Text {
			what := lang.Sayf("thẩm định %s %s: %s", "appraisal of %s %s: %s", a.Unit, a.Criterion,
				moved(s, d, Marked(s, a.Criterion, a.Mark)))
			switch {
			case a.Assessor == "":
				return because(what, a.Reason)
			case a.Reason == "":
				return because(what, a.Assessor)
			}
			return lang.Sayf("%s (%s: %s)", "%s (%s: %s)", what, a.Assessor, a.Reason)
		},
		Stood: func(s *scoring.State, a scoring.Appraise, _, when int) lang.Text {
			return markStood(s, scoring.Appraised, a.Unit, a.Criterion, when)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Appraise) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Criterion} },
	}
}
