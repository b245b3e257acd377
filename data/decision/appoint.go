package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Appoint is an office that is filled without a ballot: by agreement, or by the body above.
func (registry) Appoint() kind {
	return about[scoring.Appoint]{
		Name: lang.Text{VI: "cử", EN: "appointment"},
		Keys: func(a *scoring.Appoint) []key {
			return []key{
				need("office", (*text)(&a.Office)),
				need("unit", (*unit)(&a.Unit)),
				need("how", (*text)(&a.How)),
				may("reason", (*text)(&a.Reason)),
			}
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Appoint) lang.Text {
			office := s.Rulebook().OfficeName(a.Office)
			said := lang.Sayf("nhất trí cử %s làm %s", "agreed: %s is to be %s", a.Unit, office)
			if a.How == scoring.ByUpper {
				said = lang.Sayf("cấp trên phân công %s làm %s", "%s is assigned by the body above to be %s", a.Unit,
					office)
			}
			return succeeds(s, d, a.Office, because(said, a.Reason))
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Appoint],
	}
}
