package scoring

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// worth writes what every unit has at every criterion and stage, and the ranking there.
func worth(s *State) (out []string) {
	for st := range stages {
		for _, u := range s.Units() {
			for at := range s.Rulebook().Criteria {
				m, scored := u.Mark(st, at)
				out = append(out, fmt.Sprint(st, u.Name(), at, m, scored, u.Points(st, at)))
			}
		}
		out = append(out, ranks(s, st)...)
	}
	return out
}

// In which order sheets come in, and decisions on different cells are made, never matters, whatever the kind of score.
func TestOrderOfMarksNeverMatters(t *testing.T) {
	b := marksBook(t)
	given := map[string][]Mark{
		"I.1":  {InPoints(10 * Point), InPoints(0), InPercent(33_33)},
		"I.3":  {InPercent(150_00), InPoints(12 * Point)},
		"VIII": {InPercent(0), InPercent(85_00)},
		"IX":   {AtLevel("late"), AtLevel("never")}, "X": {Counted(0), Counted(1), Counted(9)},
		"XI": {InPoints(50 * Point), InPercent(0)},
	}
	rapid.Check(t, func(t *rapid.T) {
		a := New{Rulebook: b, Year: "2019-2020", Units: unitNames(3)}
		var acts []Act
		for _, unit := range a.Units {
			sh := &Sheet{Unit: unit, Marks: map[string]Mark{}}
			for _, code := range []string{"I.1", "I.3", "VIII", "IX", "X", "XI"} {
				draw := func(what string) (Mark, bool) {
					return rapid.SampledFrom(given[code]).Draw(t, what+" mark of "+unit+" at "+code),
						rapid.Bool().Draw(t, what+" of "+unit+" at "+code)
				}
				if m, ok := draw("self"); ok {
					sh.Marks[code] = m
				}
				if m, ok := draw("agreed"); ok {
					acts = append(acts, Score{unit, code, m, ""})
				}
				if m, ok := draw("appraised"); ok {
					acts = append(acts, Appraise{Unit: unit, Criterion: code, Mark: m})
				}
			}
			a.Sheets = append(a.Sheets, sh)
		}
		made := func(sheets []*Sheet, acts []Act) State {
			n := a
			n.Sheets = sheets
			decided := []Decision{{Act: n}}
			for _, act := range acts {
				decided = append(decided, Decision{Act: act})
			}
			s, err := Fold(State{}, decided...)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		one := made(a.Sheets, acts)
		other := made(rapid.Permutation(a.Sheets).Draw(t, "sheets"), rapid.Permutation(acts).Draw(t, "decisions"))
		if got, want := worth(&other), worth(&one); !slices.Equal(got, want) {
			t.Fatalf("in another order\n%v\nwant\n%v", got, want)
		}
	})
}
