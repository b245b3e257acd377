package board

import (
	"fmt"
	"slices"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// sample is the sample meeting after each of its decisions.
func sample(t testing.TB) (all []*meeting.Snapshot) {
	t.Helper()
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	log, s := m.Snapshot().Log, scoring.State{}
	for i := range log {
		if s, err = scoring.Replay(s, *log[i].Decision); err != nil {
			t.Fatal(err)
		}
		all = append(all, &meeting.Snapshot{State: s, Log: log[: i+1 : i+1]})
	}
	return all
}

// orders are the orders of the units after each decision by which it changed, worked out one by one.
func orders(all []*meeting.Snapshot) (out [][]int) {
	for _, snap := range all {
		if now := places(&snap.State); len(out) == 0 || !slices.Equal(out[len(out)-1], now) {
			out = append(out, now)
		}
	}
	return out
}

// The places over the meeting are those of every decision, whether the record is seen as a whole or as it grows; of an
// earlier moment they end there, and what is tried out comes last.
func TestHistory(t *testing.T) {
	all := sample(t)
	want := fmt.Sprint(orders(all))
	last := all[len(all)-1]
	var whole, growing history
	whole.take(last)
	for _, snap := range all {
		growing.take(snap)
	}
	for name, h := range map[string]*history{"whole": &whole, "growing": &growing} {
		if got := fmt.Sprint(h.until(last)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		for i, snap := range all {
			if got, want := fmt.Sprint(h.until(snap)), fmt.Sprint(orders(all[:i+1])); got != want {
				t.Errorf("%s, after %d: %s, want %s", name, i+1, got, want)
			}
		}
	}
	leader := last.Units()[last.Standings(scoring.Agreed).At(0).Unit]
	tried, err := scoring.Apply(last.State, scoring.Decision{Act: scoring.Score{Unit: leader.Name(),
		Criterion: "3.1.1", Mark: scoring.InPercent(0)}})
	if err != nil {
		t.Fatal(err)
	}
	if got := whole.until(&meeting.Snapshot{State: tried, Log: last.Log}); len(got) != len(orders(all))+1 {
		t.Errorf("with what is tried out there are %d orders, want %d", len(got), len(orders(all))+1)
	}
}

// A record is gone through once: a newer snapshot costs its own decisions only, and another record begins anew.
func TestHistoryGoesOn(t *testing.T) {
	all := sample(t)
	var h history
	h.take(all[len(all)-2])
	h.state = scoring.State{} // whoever goes back to the beginning finds nothing there
	h.take(all[len(all)-1])
	if h.taken != len(all) {
		t.Errorf("%d decisions are taken in, want %d", h.taken, len(all))
	}
	other := sample(t)
	h.take(other[3])
	if got, want := fmt.Sprint(h.until(other[3])), fmt.Sprint(orders(other[:4])); got != want {
		t.Errorf("of another record: %s, want %s", got, want)
	}
}

// BenchmarkHistory is what the record of a meeting costs when it is first looked at, for each decision.
func BenchmarkHistory(b *testing.B) {
	all := sample(b)
	n := 0
	for b.Loop() {
		var h history
		h.take(all[len(all)-1])
		n += h.taken
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/decision")
}
