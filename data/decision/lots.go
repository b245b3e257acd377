package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Lots is the chair's draw between units that are level in an election.
func (registry) Lots() kind {
	return about[scoring.Lots]{
		Name: lang.Text{VI: "bốc thăm", EN: "lots"},
		Keys: func(a *scoring.Lots) []key {
			return []key{
				need("office", (*text)(&a.Office)),
				need("winner", (*unit)(&a.Winner)),
				need("reason", (*text)(&a.Reason)),
				may("seed", (*text)(&a.Seed)),
			}
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Lots) lang.Text {
			return succeeds(s, d, a.Office,
				because(lang.Sayf("bốc thăm %s: %s", "lots for %s: %s", s.Rulebook().OfficeName(a.Office), a.Winner),
					a.Reason))
		},
		Rights: decidedBy(scoring.Chair),
		Cell:   none[scoring.Lots],
	}
}
