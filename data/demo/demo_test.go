package demo_test

import (
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/scoring"
)

// The sample shows what a meeting is about: one tie for the lead, settled by the level departments; one missing score;
// one late sheet; requests; an undone decision.
func TestSample(t *testing.T) {
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := m.Snapshot()
	table := s.Standings(scoring.Agreed)
	first, second := table.At(0), table.At(1)
	if first.Total != second.Total || first.Tie != scoring.TieLevel || second.Tie != scoring.TieLevel ||
		first.Award != "flag" {
		t.Errorf("no tie for the lead that the level departments decide: %+v, %+v", first, second)
	}
	for i := 2; i < table.Len(); i++ {
		if table.At(i).Tie != scoring.TieNone {
			t.Errorf("a tie at place %d", i+1)
		}
	}
	for i := 1; i < len(s.Log); i++ {
		if s.Log[i].At.Before(s.Log[i-1].At) || s.Log[i].At.Sub(s.Log[0].At) > 12*time.Hour {
			t.Errorf("decision %d was made at %s, after one of %s", i+1, s.Log[i].At, s.Log[i-1].At)
		}
	}
	missing, late, requests, undone := 0, 0, 0, 0
	for _, u := range s.Units() {
		for _, at := range s.Rulebook().Leaves() {
			if _, ok := u.Percent(scoring.Self, at); !ok {
				missing++
			}
		}
		if u.Sheet().Late {
			late++
		}
		requests += len(u.Sheet().Requests)
	}
	for seq := range s.Seq() {
		if _, ok := s.Withdrawn(seq + 1); ok {
			undone++
		}
	}
	if missing != 1 || late != 1 || requests < 5 || undone != 1 {
		t.Errorf("%d missing, %d late, %d requests, %d undone", missing, late, requests, undone)
	}
}
