package decision

import (
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Open begins a vote, or a round of an election, whose ballots come from terminals.
func (registry) Open() kind {
	return about[scoring.Open]{
		Name: lang.Text{VI: "mở phiếu", EN: "opening"},
		Keys: func(a *scoring.Open) []key {
			return []key{
				need("what", (*text)(&a.What)),
				may("act", carried{&a.Act}),
				may("secret", (*flag)(&a.Secret)),
				may("terminals", (*flag)(&a.Terminals)),
			}
		},
		SayOf:  opened,
		Stays:  true,
		Rights: decidedBy(scoring.Chair, scoring.Secretary),
		Cell:   none[scoring.Open],
	}
}

// opened says what is voted on, and how.
func opened(s *scoring.State, _ *scoring.Decision, a scoring.Open) lang.Text {
	how := lang.Text{VI: "công khai", EN: "open"}
	if a.Secret {
		how = lang.Text{VI: "phiếu kín", EN: "secret"}
	}
	return lang.Sayf("mở bỏ phiếu (%[2]s): %[1]s", "vote opened (%[2]s): %[1]s", Matter(s, a), how)
}

// Matter says what an open vote or round is about.
func Matter(s *scoring.State, a scoring.Open) lang.Text {
	if _, order := a.Act.(scoring.Order); a.Act != nil && !order {
		return Sentence(s, &scoring.Decision{Act: a.Act})
	}
	if s.Adopts(scoring.Vote{Subject: a.What}) {
		return scoring.AdoptQuestion()
	}
	for _, o := range s.Elections() {
		if string(o) == a.What {
			return lang.Sayf("bầu %s", "election of the %s", s.Rulebook().OfficeName(o))
		}
	}
	return lang.Sayf("«%s»", "«%s»", a.What)
}
