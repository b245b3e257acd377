package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Reject answers a request of a unit: the bonus is not granted.
func (registry) Reject() kind {
	return about[scoring.Reject]{
		Name: lang.Text{VI: "không duyệt", EN: "reject"},
		Keys: func(a *scoring.Reject) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("target", (*text)(&a.Target)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Reject) lang.Text {
			what := lang.Sayf("%s %s: không duyệt đề nghị thưởng",
				"%s %s: the request for a bonus is not granted", a.Unit, a.Target)
			return because(what, a.Reason)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Reject) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Target} },
	}
}
