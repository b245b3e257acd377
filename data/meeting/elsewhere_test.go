package meeting_test

import (
	"errors"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// TestVoteOfAnotherHost: a vote ends void at the host that opened it, at another one, or after a restart, only when its
// author has confirmed that the host has stopped.
func TestVoteOfAnotherHost(t *testing.T) {
	all, name := hosts(t, 2)
	a, b := all[0], all[1]
	propose(t, a, scoring.Attend{Unit: "Nam Định", Present: true})
	void := func(opened int, sure bool) meeting.Proposal {
		return meeting.Proposal{By: "Chủ tọa", Abandoned: sure,
			Acts: []scoring.Act{scoring.Void{Opened: opened, Reason: "z"}}}
	}
	open := func(m *meeting.Meeting) int {
		return propose(t, m, scoring.Open{What: "x", Terminals: true}).Seq()
	}
	refuses := func(m *meeting.Meeting, opened int) {
		t.Helper()
		seq := m.Snapshot().Seq()
		if _, err := m.Propose(t.Context(), void(opened, false)); !errors.Is(err, scoring.ErrVote) {
			t.Errorf("the vote of another host was ended: %v", err)
		}
		if s := m.Snapshot(); s.Opening() == nil || s.Seq() < seq || !s.Elsewhere {
			t.Error("it is not shown as open elsewhere")
		}
	}
	opened := open(a)
	until(t, b, func(s *meeting.Snapshot) bool { return s.Opening() != nil })
	refuses(b, opened)
	if a.Snapshot().Elsewhere {
		t.Error("the host that opened it takes it for another's")
	}
	if _, err := a.Propose(t.Context(), void(opened, false)); err != nil {
		t.Error(err)
	}
	until(t, b, func(s *meeting.Snapshot) bool { return s.Opening() == nil && !s.Elsewhere })
	opened = open(b)
	until(t, a, func(s *meeting.Snapshot) bool { return s.Opening() != nil && s.Elsewhere })
	if _, err := a.Propose(t.Context(), void(opened, true)); err != nil {
		t.Error(err)
	}
	opened = open(a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := meeting.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	refuses(again, opened)
	s, err := again.Propose(t.Context(), void(opened, true))
	if err != nil || s.Elsewhere {
		t.Errorf("who confirms cannot end it: %v", err)
	}
}
