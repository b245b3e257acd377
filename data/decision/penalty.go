package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Penalty is penalty points at a criterion or field of a unit.
func (registry) Penalty() kind {
	return about[scoring.Penalty]{
		Name: lang.Text{VI: "trừ", EN: "penalty"},
		Keys: func(a *scoring.Penalty) []key { return grantKeys(a) },
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Penalty) lang.Text {
			what := lang.Sayf("%s %s: trừ %s điểm", "%s %s: penalty of %s points", a.Unit, a.Place(),
				regranted(s, d, a.Points))
			if a.Points == 0 && replaced(s, d).Points == 0 {
				what = lang.Sayf("%s %s: bỏ điểm trừ", "%s %s: penalty taken away", a.Unit, a.Place())
			}
			return instead(s, d, because(what, a.Reason))
		},
		Stood:  func(s *scoring.State, a scoring.Penalty, _, when int) lang.Text { return grantStood(s, a, when) },
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell: func(a scoring.Penalty) Cell {
			return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Target, No: a.No, Appraised: a.Appraised}
		},
	}
}
