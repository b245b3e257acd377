package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Close ends the meeting.
func (registry) Close() kind {
	return about[scoring.Close]{
		Name: lang.Text{VI: "chốt", EN: "close"},
		Keys: func(a *scoring.Close) []key {
			return []key{
				may("reason", (*text)(&a.Reason)),
			}
		},
		Say: func(a scoring.Close) lang.Text {
			return because(lang.Text{VI: "chốt cuộc họp", EN: "the meeting is closed"}, a.Reason)
		},
		Stays:  true,
		Rights: decidedBy(scoring.Chair),
		Cell:   none[scoring.Close],
	}
}
