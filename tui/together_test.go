package tui

import (
	"fmt"
	"sync"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Sessions that work things out together look like those that work alone, whatever their size, theme and place, while
// decisions come and several are drawn at once.
func TestTogetherAsAlone(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	shared := &screen.Shared{}
	type pair struct{ together, alone *Model }
	var all []pair
	for i, size := range [][2]int{{120, 40}, {120, 30}, {100, 40}, {80, 24}, {200, 60}, {120, 50}} {
		o := Options{Prefs: Prefs{Theme: kit.Themes()[i%2]}, Who: &meeting.Who{Role: scoring.Observer}, Now: clock,
			At: &meeting.Stand{Screen: "review", Unit: i % 2, Node: 2 + i%3}}
		p := pair{alone: New(t.Context(), m, o)}
		o.Shared = shared
		p.together = New(t.Context(), m, o)
		for _, model := range []*Model{p.together, p.alone} {
			model.Resize(size[0], size[1])
		}
		all = append(all, p)
	}
	host := beginWith(t, m, 120, 40)
	for i := range 6 {
		host.press(fmt.Sprint(i+2), "enter", "down")
		var drawn sync.WaitGroup
		for k, p := range all {
			drawn.Go(func() {
				p.together.Refresh()
				p.alone.Refresh()
				if got, want := p.together.Text(), p.alone.Text(); got != want {
					t.Errorf("session %d after decision %d:\n%s\nwant\n%s", k, i, got, want)
				}
			})
		}
		drawn.Wait()
	}
}
