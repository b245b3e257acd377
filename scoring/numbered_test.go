package scoring

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What is known by number is what a map of its own would hold, and older versions keep what they had.
func TestNumberedIsAMap(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		seq := rapid.OneOf(rapid.IntRange(0, 3), rapid.IntRange(chunkSize-2, chunkSize+2), rapid.IntRange(0, 5000))
		var now numbered[int]
		want := map[int]int{}
		type version struct {
			got  numbered[int]
			want map[int]int
		}
		var kept []version
		for range rapid.IntRange(0, 40).Draw(r, "changes") {
			at, v := seq.Draw(r, "seq"), rapid.IntRange(0, 9).Draw(r, "v")
			kept = append(kept, version{now, maps.Clone(want)})
			now, want[at] = now.with(at, v), v
		}
		for _, k := range append(kept, version{now, want}) {
			maps.DeleteFunc(k.want, func(_, v int) bool { return v == 0 })
			var all []int
			for _, at := range slices.Sorted(maps.Keys(k.want)) {
				all = append(all, k.want[at])
			}
			if got := slices.Collect(k.got.all); !slices.Equal(got, all) {
				t.Fatalf("holds %v, want %v", got, all)
			}
			for at := range 5010 {
				if got := k.got.at(at); got != k.want[at] {
					t.Fatalf("at %d: %d, want %d", at, got, k.want[at])
				}
			}
		}
		for _, at := range []int{-1, -chunkSize, -chunkSize - 1, 1 << 40} {
			if got := now.at(at); got != 0 {
				t.Fatalf("at %d: %d", at, got)
			}
		}
	})
}

// Every decision is found by its number from every later one, in a number of steps that grows as the digits of the
// record's length do.
func TestDecisionIsFoundByNumber(t *testing.T) {
	const decisions, most = 3000, 40
	var log *entry
	all := []*entry{nil}
	for seq := 1; seq <= decisions; seq++ {
		log = log.follow(Decision{Seq: seq})
		all = append(all, log)
	}
	for from := 1; from <= decisions; from += 97 {
		for seq := -1; seq <= from+1; seq++ {
			d, steps := all[from].find(seq)
			if want := seq >= 1 && seq <= from; (d != nil) != want || want && d != &all[seq].dec {
				t.Fatalf("of %d decisions number %d is %+v", from, seq, d)
			}
			if steps > most {
				t.Fatalf("%d steps from %d to %d", steps, from, seq)
			}
		}
	}
}
