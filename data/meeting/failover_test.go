package meeting_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// TestFailover: the server is killed while three hosts decide, and its synchronous standby takes over. All hosts go on
// by themselves; everything that was acknowledged is there, once, and all end with the same fingerprint. So is what
// had been cast in an open vote.
func TestFailover(t *testing.T) {
	primary := postgrestest.Start(t)
	database := primary.NewDatabase(t)
	standby := primary.NewStandby(t)
	o := &office{t: t, server: standby}
	o.name = primary.AddressWith(standby, database[strings.LastIndex(database, "/")+1:]) + "?sslmode=disable&meeting=x"
	o.join(3)
	opened := o.open(0, false)
	for i, unit := range o.units[:3] {
		if err := errors.Join(o.cast(i, unit, scoring.For), o.settled(i, unit)); err != nil {
			t.Fatal(err)
		}
	}
	const each = 30
	var wg, half sync.WaitGroup
	var acked atomic.Int64
	half.Add(len(o.all))
	for h, m := range o.all {
		wg.Go(func() {
			for i := range each {
				if i == each/2 {
					half.Done()
				}
				_, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{
					scoring.Note{Unit: "Nam Định", Target: "1.1", Text: fmt.Sprintf("%d/%d", h, i)}}})
				if err != nil {
					t.Error(err)
					return
				}
				acked.Add(1)
			}
		})
	}
	half.Wait()
	primary.Kill()
	before := acked.Load()
	standby.Promote(t)
	wg.Wait()
	if t.Failed() {
		return
	}
	if err := errors.Join(o.cast(1, o.units[3], scoring.Against), o.settled(1, o.units[3])); err != nil {
		t.Fatal(err)
	}
	s, err := o.count(2, opened, nil)
	if err != nil {
		t.Fatal(err)
	}
	if v := s.Last().Act.(scoring.Vote); v.For != 3 || v.Against != 1 {
		t.Errorf("counted %+v", v)
	}
	times := map[string]int{}
	for _, e := range s.Log {
		if n, ok := e.Act.(scoring.Note); ok {
			times[n.Text]++
		}
	}
	if len(times) != len(o.all)*each || acked.Load() != int64(len(times)) || before == acked.Load() {
		t.Errorf("%d different decisions on record, %d acknowledged, %d of them before", len(times), acked.Load(),
			before)
	}
	for text, n := range times {
		if n != 1 {
			t.Errorf("%s is on record %d times", text, n)
		}
	}
	for _, m := range o.all {
		sound(t, until(t, m, func(n *meeting.Snapshot) bool {
			return n.Fingerprint() == s.Fingerprint() && n.Away == nil
		}))
	}
}
