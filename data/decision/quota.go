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
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Quota) lang.Text {
			return because(lang.Sayf("đề nghị không quá %s %s", "at most %s proposed for the %s",
				moved(s, d, lang.Sayf("%d", "%d", a.Number)), awardName(s, a.Award)), a.Reason)
		},
		Stood: func(s *scoring.State, a scoring.Quota, _, when int) lang.Text {
			for i, x := range s.Rulebook().Awards {
				if x.ID == a.Award {
					return lang.Sayf("%d", "%d", s.NumberWas(i, when))
				}
			}
			return lang.Text{}
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   func(a scoring.Quota) Cell { return Cell{Kind: a.Kind(), At: a.Award} },
	}
}
