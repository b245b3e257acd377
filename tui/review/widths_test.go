package review

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What is known of the widths of numbers is what measuring all of them gives, after any decisions and for any unit.
func TestWidthsAreAsMeasured(t *testing.T) {
	begun := sample(t, nil)
	b, units := begun.Rulebook(), begun.Units()
	rapid.Check(t, func(t *rapid.T) {
		env, k := screen.Env{Snap: begun}, numbers{}
		for range rapid.IntRange(1, 8).Draw(t, "steps") {
			unit := rapid.IntRange(0, len(units)-1).Draw(t, "unit")
			leaf := b.Leaves()[rapid.IntRange(0, 9).Draw(t, "leaf")]
			act := scoring.Score{Unit: units[unit].Name(), Criterion: b.Criteria[leaf].Code,
				Mark: scoring.InPercent(scoring.Percent(rapid.IntRange(0, 100_00).Draw(t, "percent")))}
			next, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: act})
			if err != nil {
				t.Fatal(err)
			}
			env.Snap = &meeting.Snapshot{State: next}
			seen := rapid.SampledFrom([]int{unit, 0}).Draw(t, "seen")
			table := view.Criteria(&env.Snap.State, seen, env.Lang)
			got, anew := k.columns(env, seen, table), numbers{}
			if want := anew.columns(env, seen, table); got != want {
				t.Fatalf("columns of %+v cells, measured anew %+v", got, want)
			}
			k.measure(env.Snap.Units()[seen], table) // also where the columns were known
			for i, n := range k.last {
				want := columns{kit.Width(table.At(i, "max").Text), kit.Width(table.At(i, "self").Text),
					kit.Width(table.At(i, "agreed").Text), kit.Width(table.At(i, "points").Text)}
				if n.wide != want {
					t.Fatalf("numbers of %s take %+v cells, known as %+v", b.Criteria[i].Code, want, n.wide)
				}
			}
		}
	})
}
