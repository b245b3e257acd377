package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Bonus is bonus points at a criterion or field of a unit.
func (registry) Bonus() kind {
	return about[scoring.Bonus]{
		Name: lang.Text{VI: "thưởng", EN: "bonus"},
		Keys: func(a *scoring.Bonus) []key { return grantKeys((*scoring.Penalty)(a)) },
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Bonus) lang.Text {
			what := lang.Sayf("%s %s: thưởng %s điểm", "%s %s: bonus of %s points", a.Unit, a.Place(),
				regranted(s, d, a.Points))
			if a.Points == 0 && replaced(s, d).Points == 0 {
				what = lang.Sayf("%s %s: bỏ điểm thưởng", "%s %s: bonus taken away", a.Unit, a.Place())
			}
			return instead(s, d, because(what, a.Reason))
		},
		Stood:  func(s *scoring.State, a scoring.Bonus, _, when int) lang.Text { return grantStood(s, a, when) },
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell: func(a scoring.Bonus) Cell {
			return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Target, No: a.No, Appraised: a.Appraised}
		},
	}
}
