package tui

import (
	"context"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// The next step of the meeting stands on every screen of who runs it, in both languages, from the roll to the ceremony.
func TestNextStep(t *testing.T) {
	sample, err := loadSample()
	if err != nil {
		t.Fatal(err)
	}
	m, err := sample.Meeting(clock)
	if err != nil {
		t.Fatal(err)
	}
	s := beginWith(t, m, 120, 40)
	for _, key := range []string{"f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f2"} {
		s.press(key).shows("Tiếp theo: rà soát ", "(F2)")
	}
	for _, unit := range s.live.Units() {
		s.decideAct(scoring.Attend{Unit: unit.Name()})
	}
	s.shows("Tiếp theo: điểm danh, mới 0/9 đơn vị có mặt (F9)")
	s = begin(t, 120, 40, speaking(lang.EN)).press("do:accept")
	s.shows("Next: elect the ", "(F6)")
	s.press("do:elect", "f3", "f2").hides("Next: elect")
	s.shows("Next: ")
	s.press("do:close", "f3", "f2").shows("Next: announce the results (F7)")
	s = begin(t, 120, 40).press("do:accept", "do:tie")
	if next := nextStep(s.live); !strings.Contains(next.what.VI, "rà soát") && next.on != "vote" {
		t.Errorf("with a tie it is %+v", next)
	}
}

// decideAct records a decision beside the session.
func (s *session) decideAct(a scoring.Act) {
	s.t.Helper()
	snap, err := s.meeting.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{a}})
	if err != nil {
		s.t.Fatal(err)
	}
	s.send(snapshotMsg{snap})
	s.note = note{}
}

// The room never sees it, nor who only looks on, nor anybody while a ceremony goes on.
func TestNextStepIsNotForTheRoom(t *testing.T) {
	s := begin(t, 120, 40)
	for _, key := range []string{"f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f2"} {
		s.press(key, "ctrl+p").hides("Tiếp theo: rà soát")
		s.press("ctrl+p").shows("Tiếp theo: rà soát")
	}
	h, _ := newHall(t, "accept", "elect", "close")
	h.come(observer(), true).hides("Tiếp theo: công bố")
	c := begin(t, 120, 40).press("do:accept", "do:elect", "do:close", "f7", "enter", "pgdown")
	for range 20 {
		c.hides("Tiếp theo: công bố")
		c.press("pgdown")
	}
}

// Who listens hears the next step when it changes, and not again when something that lay in front has gone.
func TestNextStepIsHeard(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, m, func(o *Options) { o.Now = unhurried() })
	l.press("f1", "esc", "down", "ctrl+k", "esc", "pgdown", "pgdown", "=", "=")
	l.heard("Tiếp theo: rà soát Hải Dương", "Tiếp theo: rà soát Hưng Yên")
	if n := strings.Count(l.out.String(), "Tiếp theo: rà soát Hải Dương"); n != 1 {
		t.Errorf("said %d times though nothing had changed:\n%s", n, l.out.String())
	}
}
