package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Sanction is what a serious violation does to the award of a unit.
func (registry) Sanction() kind {
	return about[scoring.Sanctioned]{
		Name: lang.Text{VI: "xử lý", EN: "sanction"},
		Keys: func(a *scoring.Sanctioned) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				need("sanction", (*text)(&a.Sanction)),
				may("reason", (*text)(&a.Reason)),
			}
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Sanctioned) lang.Text {
			what := lang.Sayf("%s: xử lý: %s", "%s: sanction: %s", a.Unit, moved(s, d, a.Sanction.Name()))
			return because(what, a.Reason)
		},
		Stood: func(s *scoring.State, a scoring.Sanctioned, _, when int) lang.Text {
			unit, ok := s.Index(a.Unit)
			if !ok {
				return lang.Text{}
			}
			return s.SanctionWas(unit, when).Name()
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Sanctioned) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit} },
	}
}
