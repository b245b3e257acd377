package scoring

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ranks writes the ranks and ties of the units that have one, without awards.
func ranks(s *State, st Stage) (out []string) {
	t := s.Standings(st)
	for i := range t.Ranked() {
		x := t.At(i)
		out = append(out, fmt.Sprintf("%d %s %s", x.Rank, s.Units()[x.Unit].Name(), x.Tie))
	}
	return out
}

// Whoever hands in late, in whatever order, with what is taken back on the way: in the end the standings are those of a
// meeting to which everybody handed in at once; before that the others are ranked as if they were alone, and the record
// gives the same when it is replayed.
func TestLateSheetsGiveTheSameStandings(t *testing.T) {
	b := testBook(t, second)
	rapid.Check(t, func(t *rapid.T) {
		names := unitNames(rapid.IntRange(2, 7).Draw(t, "units"))
		all := New{Rulebook: b, Year: "2019-2020", Units: names}
		late, alone := all, New{Rulebook: b, Year: "2019-2020"}
		missing := map[string]*Sheet{}
		for _, name := range names {
			sh := full(b, name, Percent(rapid.SampledFrom([]int{0, 98, 99, 100}).Draw(t, "percent of "+name))*100)
			all.Sheets = append(all.Sheets, sh)
			if rapid.Bool().Draw(t, name+" is late") {
				late.Without = append(late.Without, Without{name, "r"})
				missing[name] = sh
				continue
			}
			late.Sheets, alone.Sheets = append(late.Sheets, sh), append(alone.Sheets, sh)
		}
		late.Without = rapid.Permutation(late.Without).Draw(t, "order of those without")
		late.Sheets = rapid.Permutation(late.Sheets).Draw(t, "order of the sheets")
		made := func(a New) State {
			s, err := Apply(State{}, Decision{Act: a})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		whole, s := made(all), made(late)
		if len(alone.Sheets) > 0 {
			others := made(alone)
			if got, want := ranks(&s, Agreed), ranks(&others, Agreed); !slices.Equal(got, want) {
				t.Fatalf("with some missing: %v, want %v", got, want)
			}
		}
		decided := []Decision{{Act: late}}
		step := func(act Act) {
			next, err := Apply(s, Decision{Act: act})
			if err != nil {
				t.Fatalf("%+v: %v", act, err)
			}
			s = next
			decided = append(decided, Decision{Act: act})
		}
		for _, w := range rapid.Permutation(late.Without).Draw(t, "who hands in first") {
			step(HandIn{Unit: w.Unit, Text: "…", Sheet: missing[w.Unit]})
			for rapid.Bool().Draw(t, "taken back") {
				step(Undo{s.Seq()})
				step(Undo{s.Seq()})
			}
		}
		again, err := Fold(State{}, decided...)
		if err != nil {
			t.Fatal(err)
		}
		for _, st := range []Stage{Self, Agreed, Appraised} {
			want := places(&whole, st)
			if got, replayed := places(&s, st), places(&again, st); got != want || replayed != want {
				t.Fatalf("%s: %s, replayed %s, want %s", st, got, replayed, want)
			}
		}
	})
}
