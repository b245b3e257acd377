package tui

import (
	"fmt"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// offices are the halls of one meeting that is kept in a database, each at a host of its own, with its host's screen.
func offices(t *testing.T, server *postgrestest.Server, stage demo.Stage, n int) (halls []*hall, screens []*session) {
	t.Helper()
	sample, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	m, err := sample.At(stage, clock)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	name := fmt.Sprintf("%s?sslmode=disable&meeting=x", server.NewDatabase(t))
	if _, err := m.SaveCopy(t.Context(), name); err != nil {
		t.Fatal(err)
	}
	for range n {
		m, err := meeting.Open(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = m.Close() })
		h := &hall{t: t, m: m, room: meeting.NewRoomAt(clock), w: 120, h: 40}
		t.Cleanup(h.room.Come(nil))
		t.Cleanup(m.Join(h.room))
		halls, screens = append(halls, h), append(screens, h.come(nil, false))
	}
	return halls, screens
}

// until waits until the room of a hall shows what is asked for; everybody in it has seen it then.
func (h *hall) until(shown func(*meeting.Floor) bool) {
	h.t.Helper()
	for f := range h.room.Subscribe(h.t.Context()) {
		if shown(f) {
			break
		}
	}
	for _, s := range h.all {
		s.Refresh()
	}
}

// recorded waits until a host has a decision of a number.
func (h *hall) recorded(seq int) scoring.Act {
	h.t.Helper()
	for s := range h.m.Subscribe(h.t.Context()) {
		if s.Seq() >= seq {
			break
		}
	}
	for _, s := range h.all {
		s.Refresh()
	}
	return h.m.Snapshot().Log[seq-1].Act
}

// in waits until so many ballots are in at a host.
func (h *hall) in(n int) {
	h.t.Helper()
	h.until(func(f *meeting.Floor) bool {
		in := 0
		switch {
		case f.Poll != nil:
			in, _ = f.Poll.Progress()
		case f.Box != nil:
			in, _ = f.Box.Progress()
		}
		return in == n
	})
}

// TestVoteOfTwoHosts: what one host opens is voted on from the terminals of both, is counted at either, and is over at
// both: a vote, the order of units that are level, a round of an election.
func TestVoteOfTwoHosts(t *testing.T) {
	server := postgrestest.Start(t)
	for what, one := range map[string]struct {
		stage  demo.Stage
		open   []string // at the first host
		cast   []string
		count  []string // at the host of that number
		at     int
		wanted func(scoring.Act) bool
	}{
		"a secret vote": {demo.Played, []string{"f5", "enter", "space", "="}, []string{"f5", "1", "enter"},
			[]string{"f5", "enter", "enter"}, 1, func(a scoring.Act) bool {
				v, ok := a.(scoring.Vote)
				return ok && v.For == 9 && len(v.Voted) == 9 && v.Votes == nil
			}},
		"a named vote": {demo.Played, []string{"f5", "enter", "="}, []string{"f5", "2", "enter"},
			[]string{"enter"}, 0, func(a scoring.Act) bool {
				v, ok := a.(scoring.Vote)
				return ok && v.Against == 9 && len(v.Votes) == 9
			}},
		"an order": {demo.Tied, []string{"f5", "home", "enter", "="}, []string{"f5", "2", "enter"},
			[]string{"f5", "enter", "enter"}, 1, func(a scoring.Act) bool {
				v, ok := a.(scoring.Vote)
				_, order := v.Act.(scoring.Order)
				return ok && order && v.For == 9
			}},
		"a round": {demo.Reviewed, []string{"f6", "ctrl+b"}, []string{"f6", "2", "enter"}, []string{"f6", "="}, 1,
			func(a scoring.Act) bool {
				b, ok := a.(scoring.Ballot)
				return ok && len(b.Votes) == 1 && len(b.Voted) == 9
			}},
	} {
		t.Run(what, func(t *testing.T) {
			halls, hosts := offices(t, server, one.stage, 2)
			voters := append(halls[0].voters(4), halls[1].voters(9)[4:]...)
			halls[0].then(hosts[0], one.open...)
			seq := halls[0].m.Snapshot().Seq()
			for _, h := range halls {
				h.until(func(f *meeting.Floor) bool { return f.Poll != nil || f.Box != nil })
			}
			voters[0].Refresh()
			for i, v := range voters {
				v.press(one.cast...)
				for _, h := range halls {
					h.in(i + 1)
				}
			}
			voters[8].shows("9 trên 9", "đã vào")
			halls[one.at].then(hosts[one.at], one.count...)
			for i, h := range halls {
				if act := h.recorded(seq + 1); !one.wanted(act) {
					t.Fatalf("recorded %+v\n%s", act, hosts[one.at].picture())
				}
				h.until(func(f *meeting.Floor) bool { return f.Poll == nil && f.Box == nil })
				if hosts[i].editing() {
					t.Errorf("host %d still counts:\n%s", i, hosts[i].picture())
				}
			}
			if n := halls[0].m.Snapshot().Seq(); n != seq+1 {
				t.Errorf("%d decisions since the opening", n-seq)
			}
		})
	}
}
