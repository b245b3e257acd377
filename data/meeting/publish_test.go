package meeting_test

import (
	"context"
	"sync"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// Who is slow finds the newest snapshot, and only that.
func TestNewestWins(t *testing.T) {
	m := opened(t)
	ch := m.Subscribe(t.Context())
	for i := range 50 {
		propose(t, m, score(scoring.Percent(i*100)))
	}
	if got := <-ch; got.Seq() != 51 || got != m.Snapshot() {
		t.Errorf("the first snapshot taken is %d, want 51", got.Seq())
	}
	if len(ch) != 0 {
		t.Error("there is more")
	}
	if got := <-m.Subscribe(t.Context()); got != m.Snapshot() {
		t.Error("who comes late does not find the newest")
	}
}

// A subscription ends with its context; the others go on.
func TestSubscribeCancelled(t *testing.T) {
	m := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	ended, lasting := m.Subscribe(ctx), m.Subscribe(t.Context())
	<-lasting
	cancel()
	for range ended { // until it is closed
	}
	s := propose(t, m, score(90_00))
	if got := <-lasting; got != s {
		t.Errorf("%d, want %d", got.Seq(), s.Seq())
	}
	for range m.Subscribe(ctx) { // a context that has ended already
	}
}

// Many propose, many watch, some leave, and then it is over. Nobody sees a number twice or out of order, everyone who
// stays sees the last one, and the record is whole.
func TestManyAtOnce(t *testing.T) {
	const watchers, proposers, each = 40, 8, 25
	m := opened(t)
	var watching, proposing sync.WaitGroup
	last := make([]*meeting.Snapshot, watchers)
	for w := range watchers {
		ctx, leave := context.WithCancel(t.Context())
		defer leave()
		ch := m.Subscribe(ctx)
		watching.Go(func() {
			for s := range ch {
				if last[w] != nil && s.Seq() <= last[w].Seq() {
					t.Errorf("%d after %d", s.Seq(), last[w].Seq())
				}
				if s.Seq() != len(s.Log) {
					t.Errorf("state %d, record %d", s.Seq(), len(s.Log))
				}
				last[w] = s
				if w%4 == 0 && s.Seq() > 20 {
					leave()
				}
			}
		})
	}
	for p := range proposers {
		proposing.Go(func() {
			for i := range each {
				s, err := m.Propose(t.Context(),
					meeting.Proposal{By: "Thư ký",
						Acts: []scoring.Act{score(scoring.Percent(p*1000 + i)), scoring.Accept{Unit: "Hà Nam"}}})
				if err != nil {
					t.Error(err)
				} else if now := m.Snapshot(); now.Seq() < s.Seq() {
					t.Errorf("%d is recorded, but %d is published", s.Seq(), now.Seq())
				}
			}
		})
	}
	proposing.Wait()
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	watching.Wait()
	s := m.Snapshot()
	if s.Seq() != 1+proposers*each*2 {
		t.Errorf("%d decisions, want %d", s.Seq(), 1+proposers*each*2)
	}
	sound(t, s)
	for w, got := range last {
		if w%4 != 0 && got != s {
			t.Errorf("watcher %d has not seen the last snapshot", w)
		}
	}
}
