package review

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What is kept of the picture before is what would be drawn anew, whatever somebody does, or others decide meanwhile.
func TestKeptIsAsDrawn(t *testing.T) {
	begun := sample(t, nil)
	bodies := []kit.Rect{{Y: 2, W: 120, H: 36}, {Y: 2, W: 80, H: 20}, {Y: 2, W: 200, H: 56}}
	rapid.Check(t, func(t *rapid.T) {
		env := screen.Env{Snap: begun, Styles: kit.NewStyles(kit.Dark)}
		s := New(env)
		body := bodies[0]
		units, leaves := begun.Units(), begun.Rulebook().Leaves()
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0, 1: // a key
				keys := s.Keys(env)
				b := keys[rapid.IntRange(0, len(keys)-1).Draw(t, "key")]
				if b.Off.IsZero() {
					s.Do(env, b.Action, "5")
				}
			case 2: // a digit
				s.Type(env, tea.KeyPressMsg{Code: '7', Text: "7"})
			case 3: // a decision
				act := scoring.Score{Unit: units[rapid.IntRange(0, len(units)-1).Draw(t, "unit")].Name(),
					Criterion: begun.Rulebook().Criteria[leaves[rapid.IntRange(0, 9).Draw(t, "leaf")]].Code,
					Mark:      scoring.InPercent(scoring.Percent(rapid.IntRange(0, 100).Draw(t, "percent") * 100))}
				next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: act})
				if err != nil {
					t.Fatal(err)
				}
				env.Snap = &meeting.Snapshot{State: next}
				s.Show(env)
			case 4:
				env.Lang = rapid.SampledFrom([]lang.Lang{lang.VI, lang.EN}).Draw(t, "language")
			case 5:
				env.Styles = kit.NewStyles(rapid.SampledFrom(kit.Themes()).Draw(t, "theme"))
			case 6:
				body = rapid.SampledFrom(bodies).Draw(t, "size")
			}
			got := s.View(env, body)
			clicked := fmt.Sprint(s.clicked(body))
			s.kept, s.fields = kept{}, fields{}
			if diff := cmp.Diff(s.View(env, body), got); diff != "" {
				t.Fatal(diff)
			}
			if again := fmt.Sprint(s.clicked(body)); again != clicked {
				t.Fatalf("the mouse finds %s, and on what was kept %s", again, clicked)
			}
			s.View(env, body)
		}
	})
}

// clicked is what the mouse finds in every line.
func (s *Screen) clicked(body kit.Rect) (found []int) {
	r := s.layout(body)
	for y := range body.H {
		unit, _ := s.units.At(r.Units.X+1, body.Y+y)
		place, _ := s.places.At(r.Ranking.X+1, body.Y+y)
		found = append(found, unit, place)
	}
	return found
}
