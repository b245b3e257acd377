package demo_test

import (
	"testing"

	"thidua/data/demo"
	"thidua/scoring"
)

// Every stage is what it says.
func TestStages(t *testing.T) {
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	for stage := demo.Played; stage <= demo.Closed; stage++ {
		m, err := s.At(stage, nil)
		if err != nil {
			t.Fatal(err)
		}
		snap := m.Snapshot()
		accepted := snap.AcceptedCount() == len(snap.Units())
		_, _, elected := snap.Elected(scoring.Deputy)
		if accepted != (stage >= demo.Reviewed) || elected != (stage >= demo.Elected) ||
			snap.Closed() != (stage >= demo.Closed) {
			t.Errorf("stage %d: accepted %v, elected %v, closed %v", stage, accepted, elected, snap.Closed())
		}
		table := snap.Standings(scoring.Agreed)
		if level := table.At(3).Total == table.At(4).Total; level != (stage == demo.Tied) {
			t.Errorf("stage %d: level for the last certificate: %v", stage, level)
		}
		if stage == demo.Closed {
			if _, err := snap.Ceremony(scoring.FromTheBottom); err != nil {
				t.Errorf("closed, and it cannot be announced: %v", err)
			}
		}
	}
}
