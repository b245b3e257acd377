package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Order is the order of units that are level.
func (registry) Order() kind {
	return about[scoring.Order]{
		Name: lang.Text{VI: "thứ tự", EN: "order"},
		Keys: func(a *scoring.Order) []key {
			return []key{
				need("units", (*units)(&a.Units)),
				may("how", (*text)(&a.How)),
				may("reason", (*text)(&a.Reason)),
			}
		},
		SayOf: func(s *scoring.State, d *scoring.Decision, a scoring.Order) lang.Text {
			by := lang.Text{VI: "biểu quyết", EN: "vote"}
			switch a.How {
			case scoring.OrderByRuling:
				by = lang.Text{VI: "chủ tọa quyết định", EN: "the chair's ruling"}
			case scoring.OrderByLots:
				by = lang.Text{VI: "bốc thăm", EN: "lots"}
			}
			return because(lang.Sayf("thứ tự do %s: %s", "order by %s: %s", by,
				moved(s, d, ordered(a.Units))), a.Reason)
		},
		Stood: func(s *scoring.State, a scoring.Order, _, when int) lang.Text {
			return ordered(s.OrderWas(a.Units, when))
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Order],
	}
}
