package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Void ends a vote or round without a count.
func (registry) Void() kind {
	return about[scoring.Void]{
		Name: lang.Text{VI: "hủy phiếu", EN: "void"},
		Keys: func(a *scoring.Void) []key {
			return []key{
				need("opened", (*seq)(&a.Opened)),
				may("in", (*votes)(&a.In)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		SayOf:  voided,
		Stays:  true,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Void],
	}
}

// voided says what ended, and that nothing was counted.
func voided(s *scoring.State, _ *scoring.Decision, a scoring.Void) lang.Text {
	what := lang.Sayf("số %d", "decision %d", a.Opened)
	if d, ok := s.Decision(a.Opened); ok {
		if open, ok := d.Act.(scoring.Open); ok {
			what = Matter(s, open)
		}
	}
	said := lang.Sayf("hủy bỏ phiếu %s, không kiểm", "vote void, not counted: %s", what)
	if a.In > 0 { // where it was lost nobody knows
		said = lang.Sayf("%s, đã nhận %d phiếu", "%s, %d in", said, a.In)
	}
	return because(said, a.Reason)
}
