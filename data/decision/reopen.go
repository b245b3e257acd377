package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Reopen lets a closed meeting go on.
func (registry) Reopen() kind {
	return about[scoring.Reopen]{
		Name: lang.Text{VI: "mở lại", EN: "reopen"},
		Keys: func(a *scoring.Reopen) []key {
			return []key{
				need("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Reopen) lang.Text {
			return because(lang.Text{VI: "mở lại cuộc họp", EN: "the meeting is reopened"}, a.Reason)
		},
		Stays:  true,
		Rights: decidedBy(scoring.Chair),
		Cell:   none[scoring.Reopen],
	}
}
