package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Decline is a unit that gives way in an award, or in all of them: neutral words, for it is to nobody's blame.
func (registry) Decline() kind {
	return about[scoring.Decline]{
		Name: lang.Text{VI: "xin rút", EN: "decline"},
		Keys: func(a *scoring.Decline) []key {
			return []key{
				need("unit", (*unit)(&a.Unit)),
				may("award", (*text)(&a.Award)),
				need("reason", (*text)(&a.Reason)),
			}
		},
		SayOf: func(s *scoring.State, _ *scoring.Decision, a scoring.Decline) lang.Text {
			if a.Award == "" {
				return because(lang.Sayf("%s xin rút khỏi xét khen thưởng, nhường đơn vị khác",
					"%s gives way in all awards", a.Unit), a.Reason)
			}
			return because(lang.Sayf("%s xin rút, nhường %s cho đơn vị khác", "%s gives way in the %s", a.Unit,
				awardName(s, a.Award)), a.Reason)
		},
		Rights: decidedBy(scoring.Chair, scoring.Secretary).suggestedBy(scoring.Reviewer),
		Cell:   func(a scoring.Decline) Cell { return Cell{Kind: a.Kind(), Unit: a.Unit, At: a.Award} },
	}
}

// awardName is what an award is called in sentences; one that nobody knows has the id that files give it.
func awardName(s *scoring.State, id string) lang.Text {
	if s != nil && s.Rulebook() != nil {
		if id == scoring.AwardNone {
			return s.Rulebook().AwardName(id)
		}
		if a, ok := s.Rulebook().Award(id); ok {
			return a.Short
		}
	}
	return lang.Both(id)
}
