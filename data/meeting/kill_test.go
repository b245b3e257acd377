package meeting_test

import (
	"fmt"
	"sync"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// TestHostsOutliveDatabase: the server is killed while three hosts decide, and started again. All go on by themselves,
// no decision fails, none is lost, none is there twice, and all hosts end with the same fingerprint.
func TestHostsOutliveDatabase(t *testing.T) {
	server := mortal.Start(t)
	all := hostsAt(t, server.NewDatabase(t)+"?sslmode=disable&meeting=x", 3)
	const each = 30
	var wg, half sync.WaitGroup
	half.Add(len(all))
	for h, m := range all {
		wg.Go(func() {
			for i := range each {
				if i == each/2 {
					half.Done()
				}
				act := scoring.Note{Unit: "Nam Định", Target: "1.1", Text: fmt.Sprintf("%d/%d", h, i)}
				if _, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký",
					Acts: []scoring.Act{act}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	half.Wait()
	server.Kill()
	server.Restart(t)
	wg.Wait()
	if t.Failed() {
		return
	}
	want, print := 1+len(all)*each, ""
	for _, m := range all {
		s := until(t, m, func(s *meeting.Snapshot) bool { return s.Seq() >= want && s.Away == nil })
		if print == "" {
			print = s.Fingerprint()
		}
		if s.Seq() != want || s.Fingerprint() != print {
			t.Errorf("%d decisions, want %d; fingerprint %s", s.Seq(), want, s.Fingerprint())
		}
		sound(t, s)
	}
	times := map[string]int{}
	for _, e := range all[0].Snapshot().Log {
		if n, ok := e.Act.(scoring.Note); ok {
			times[n.Text]++
		}
	}
	if len(times) != len(all)*each {
		t.Errorf("%d different decisions, want %d", len(times), len(all)*each)
	}
}
