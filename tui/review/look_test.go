package review

import (
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The steps lead through all that needs a look of a unit, and evidence that lacks comes after the rest; back it is the
// other way round.
func TestEvidenceComesLast(t *testing.T) {
	snap := sample(t, nil)
	b := snap.Rulebook()
	for _, u := range snap.Units() {
		counts, all := view.CountMarks(b, u), 0
		for _, c := range counts {
			all += c
		}
		for _, step := range []int{1, -1} {
			at, lacking, seen := 0, false, map[int]bool{}
			for range all {
				next, ok := nextMarked(b, u, at, step, lacking)
				if !ok {
					break
				}
				pressing := all - counts[view.NoEvidence]
				if last := view.MarkOf(b, u, next) == view.NoEvidence; last != (len(seen) >= pressing) {
					t.Errorf("%s, step %d from %s: %s after %d of %d that press", u.Name(), step, b.Criteria[at].Code,
						b.Criteria[next].Code, len(seen), pressing)
				}
				seen[next], at, lacking = true, next, true
			}
			if len(seen) != all {
				t.Errorf("%s, step %d: %d of %d are reached", u.Name(), step, len(seen), all)
			}
		}
	}
}

// The time left is said from three accepted sheets on, and a pause is none of it.
func TestPace(t *testing.T) {
	for name, c := range map[string]struct {
		after []time.Duration // of each acceptance, since the one before
		left  time.Duration
	}{
		"two":     {[]time.Duration{0, 6 * time.Minute}, 0},
		"three":   {[]time.Duration{0, 6 * time.Minute, 6 * time.Minute}, 24 * time.Minute},
		"a pause": {[]time.Duration{0, 6 * time.Minute, 90 * time.Minute, 6 * time.Minute}, 15 * time.Minute},
	} {
		var p, onwards pace
		snap := sample(t, c.after)
		p.measure(snap)
		if p.left != c.left {
			t.Errorf("%s: %v are left, want %v", name, p.left, c.left)
		}
		for n := range len(snap.Log) + 1 { // decision by decision, and back to an earlier state in between
			onwards.measure(&meeting.Snapshot{State: snap.State, Log: snap.Log[:n]})
			onwards.measure(&meeting.Snapshot{State: snap.State, Log: snap.Log[:n/2]})
			onwards.measure(&meeting.Snapshot{State: snap.State, Log: snap.Log[:n]})
		}
		if onwards != p {
			t.Errorf("%s: measured at once %+v, decision by decision %+v", name, p, onwards)
		}
	}
}

// sample is the sample's sheets with nothing decided, after so many of them were accepted.
func sample(t *testing.T, after []time.Duration) *meeting.Snapshot {
	t.Helper()
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2020, 6, 30, 8, 0, 0, 0, time.UTC)
	m, err := meeting.InMemory("Thư ký", s.Begin, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range after {
		now = now.Add(d)
		accept := scoring.Accept{Unit: m.Snapshot().Units()[i].Name()}
		if _, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{accept}}); err != nil {
			t.Fatal(err)
		}
	}
	return m.Snapshot()
}

// The strip says of each field whether the unit is above, at or below the median, with a sign and without a colour.
func TestFieldsAgainstMedian(t *testing.T) {
	env := screen.Env{Lang: lang.VI, Styles: kit.NewStyles(kit.Mono), Snap: sample(t, nil)}
	s := New(env)
	above, below := make([]int, len(s.measured(env).nodes)), make([]int, len(s.measured(env).nodes))
	for i := range env.Snap.Units() {
		s.Focus(env, screen.Place{Unit: i, Node: -1})
		lines := s.strip(env, 40)
		signs := []rune(ansi.Strip(lines[1+fieldHeight]))
		for k := range above {
			switch signs[1+k*fieldCell] {
			case '▲':
				above[k]++
			case '▼':
				below[k]++
			}
		}
	}
	half := len(env.Snap.Units()) / 2
	for k := range above {
		if above[k]+below[k] == 0 || above[k] > half || below[k] > half {
			t.Errorf("field %d: %d above the median and %d below, of %d", k+1, above[k], below[k], 2*half+1)
		}
	}
	if s.strip(env, 20) != nil {
		t.Error("a strip that is wider than its place")
	}
}
