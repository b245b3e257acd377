package view

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// WhoVoted is what the record has of the ballots of a vote or round: in an open one who voted how, in a secret one
// only who has voted, in no order that would say when.
func WhoVoted(s *scoring.State, act scoring.Act) (out []lang.Text) {
	list := func(what lang.Text, names []string) {
		if len(names) > 0 {
			out = append(out, lang.Sayf("%s (%d): %s", "%s (%d): %s", what, len(names),
				lang.Both(strings.Join(names, ", "))))
		}
	}
	secret := func(t scoring.Terminals, silent []string) {
		list(lang.Text{VI: "đã bỏ phiếu ở máy", EN: "voted at a terminal"}, t.Voted)
		if t.Paper > 0 {
			out = append(out, lang.Sayf("phiếu giấy: %d", "on paper: %d", t.Paper))
		}
		list(lang.Text{VI: "không bỏ phiếu", EN: "did not vote"}, silent)
	}
	switch a := act.(type) {
	case scoring.Vote:
		chose := func(c scoring.Choice) (names []string) {
			for _, u := range s.Units() {
				if a.Votes[u.Name()] == c {
					names = append(names, u.Name())
				}
			}
			return names
		}
		if len(a.Votes) == 0 {
			secret(a.Terminals, a.NotVoting)
			return out
		}
		list(lang.Text{VI: "tán thành", EN: "for"}, chose(scoring.For))
		list(lang.Text{VI: "không tán thành", EN: "against"}, chose(scoring.Against))
		list(lang.Text{VI: "không biểu quyết", EN: "abstaining"}, chose(scoring.Abstain))
		list(lang.Text{VI: "không bỏ phiếu", EN: "did not vote"}, a.NotVoting)
	case scoring.Ballot:
		secret(a.Terminals, a.NotVoting)
	}
	return out
}
