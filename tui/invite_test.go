package tui

import (
	"context"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// Somebody is invited while the meeting goes on: an undo of the last thing done is not about that, the record shows it,
// and only who may invite can undo it there.
func TestInvitationBesideTheMeeting(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range []scoring.Role{scoring.Chair, scoring.Secretary} {
		s := beginWith(t, m, 120, 40, func(o *Options) { o.Who = &meeting.Who{Name: "x", Role: role} })
		s.press("5", "enter")
		score := s.live.Seq()
		snap, err := m.Propose(context.Background(),
			meeting.Proposal{By: "Chủ tọa",
				Acts: []scoring.Act{scoring.Invite{Person: "Dự khán " + string(role), Role: "observer",
					Key: scoring.ByPasscode}}})
		if err != nil {
			t.Fatal(err)
		}
		s.send(snapshotMsg{snap})
		s.press("ctrl+z")
		if undo, ok := s.live.Last().Act.(scoring.Undo); !ok || undo.Seq != score {
			t.Errorf("the %s undoes %+v, not the score %d", role, s.live.Last().Act, score)
		}
		s.press("f8", "up")
		if p := s.picture(); !strings.Contains(p, "mời Dự khán "+string(role)) {
			t.Errorf("the record does not show the invitation:\n%s", p)
		}
		s.press("delete", "enter")
		if _, on := s.live.Invitation("Dự khán " + string(role)); on == (role == scoring.Chair) {
			t.Errorf("after the %s has tried to undo it, the invitation stands: %v", role, on)
		}
	}
}
