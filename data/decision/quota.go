package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Quota is that the meeting proposes fewer of an award than the rulebook lets.
func (registry) Quota() kind {
	return about[scoring.Quota]{
		Name: lang.Text{VI: "số lượng đề nghị", EN: "quota"},
		Keys: func(a *scoring.Quota) []key {
			return []key{
				need("award", (*text)(&a.Award)),
				need("number", (*whole)(&a.Number)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		SayOf: func(s *scoring.State, _ *scoring.Decision, a scoring.Quota) lang.Text {
			return because(lang.Sayf("đề nghị không quá %d %s", "at most %d proposed for the %s", a.Number,
				awardName(s, a.Award)), a.Reason)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Quota) Cell { return Cell{Kind: a.Kind(), At: a.Award} },
	}
}
