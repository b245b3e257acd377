package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Accept agrees the sheet of a unit as it stands.
func (registry) Accept() kind {
	return about[scoring.Accept]{
		Name: lang.Text{VI: "thống nhất", EN: "accept"},
		Keys: func(a *scoring.Accept) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
			}
		},
		Say: func(a scoring.Accept) lang.Text {
			return lang.Sayf("thống nhất bản chấm của %s", "the sheet of %s is accepted", a.Unit)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Accept],
	}
}
