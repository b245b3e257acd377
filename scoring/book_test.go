package scoring

import (
	"fmt"
	"testing"

	"thidua/scoring/lang"
)

// testBook is a small rulebook: field 1 is in the tie-break's set, field 2 is not. One flag, and certificates 1, 2 from
// 4 units on.
func testBook(t testing.TB, change ...func(*Rulebook)) *Rulebook {
	t.Helper()
	half := Threshold{Ratio: Ratio{1, 2}, More: true}
	b := &Rulebook{
		ID: "test", Total: 300 * Point,
		Bonus:    Limit{Share: 2000, HasTotal: true, Total: 30 * Point, Clause: "limit", TotalClause: "limit"},
		Penalty:  Limit{Share: 2000, Clause: "limit"},
		TieBreak: TieBreak{Codes: []string{"1"}, Name: lang.Both("level"), Clause: "tie"},
		Awards: []Award{
			{ID: "flag", Short: lang.Both("flag"), Counts: []AwardCount{{1, 1}}},
			{ID: "certificate", Short: lang.Both("certificate"), Counts: []AwardCount{{1, 1}, {4, 2}}},
		},
		Vote:    VoteRule{Threshold: half},
		Closing: ClosingRule{Quorum: half},
		Election: ElectionRule{Offices: []Office{Leader, Deputy}, Threshold: half, Runoff: 2, Rotation: true,
			Lots: true},
		Clauses: []Clause{{ID: "limit"}, {ID: "tie"}},
		Criteria: []Criterion{
			{Code: "1", Title: "Level"},
			{Code: "1.1", Title: "one", Max: 60 * Point, Printed: true},
			{Code: "1.2", Title: "two", Max: 40 * Point, Printed: true},
			{Code: "2", Title: "Other"},
			{Code: "2.1", Title: "three"},
			{Code: "2.1.1", Title: "four", Max: 100 * Point, Printed: true},
			{Code: "2.1.2", Title: "five", Max: 50 * Point, Printed: true},
			{Code: "2.2", Title: "six", Max: 50 * Point, Printed: true, Optional: true},
		},
	}
	for _, f := range change {
		f(b)
	}
	if faults := b.Compile(); len(faults) > 0 {
		t.Fatalf("the test's rulebook has faults: %+v", faults)
	}
	return b
}

// unitNames are A, B, C …
func unitNames(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("%c", 'A'+i)
		if n > 26 {
			names[i] = fmt.Sprintf("U%05d", i)
		}
	}
	return names
}

// full is a sheet that gives every criterion the same percent.
func full(b *Rulebook, unit string, p Percent) *Sheet {
	sh := &Sheet{Unit: unit, Marks: map[string]Mark{}}
	for _, at := range b.Leaves() {
		sh.Marks[b.Criteria[at].Code] = InPercent(p)
	}
	return sh
}

// score agrees a percent.
func score(unit, code string, p Percent) Score {
	return Score{Unit: unit, Criterion: code, Mark: InPercent(p)}
}

// bonus is a bonus at a target.
func bonus(unit, target string, p Points, reason string) Bonus {
	return Bonus{Unit: unit, Target: target, Points: p, Reason: reason}
}

// penalty is a penalty at a target.
func penalty(unit, target string, p Points, reason string) Penalty {
	return Penalty{Unit: unit, Target: target, Points: p, Reason: reason}
}

// begin is a meeting of units A, B, C … whose sheets a test may change first.
func begin(t testing.TB, b *Rulebook, units int, change ...func(i int, sh *Sheet)) State {
	t.Helper()
	a := New{Rulebook: b, Year: "2019-2020"}
	for i, name := range unitNames(units) {
		sh := full(b, name, FullPercent)
		for _, f := range change {
			f(i, sh)
		}
		a.Sheets = append(a.Sheets, sh)
	}
	s, err := Apply(State{}, Decision{Act: a})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// apply makes decisions that must be taken.
func apply(t testing.TB, s State, acts ...Act) State {
	t.Helper()
	for _, a := range acts {
		next, err := Apply(s, Decision{Act: a})
		if err != nil {
			t.Fatalf("%s %+v: %v", a.Kind(), a, err)
		}
		s = next
	}
	return s
}

// places writes a table as "1 A none flag; …".
func places(s *State, st Stage) string {
	out := ""
	for i, row := range s.Standings(st).All() {
		if i > 0 {
			out += "; "
		}
		out += fmt.Sprintf("%d %s %s %s", row.Rank, s.Units()[row.Unit].Name(), row.Tie, row.Award)
	}
	return out
}
