package scoring

import (
	"errors"
	"strings"
	"testing"
)

// TestPlaces is the rules 5 and 6 by example; the first field is what the case shows.
func TestPlaces(t *testing.T) {
	u := func(name string, total, level int64, sanction ...Sanction) plainUnit {
		p := plainUnit{name: name, total: total, level: level, sanction: NoSanction}
		if len(sanction) > 0 {
			p.sanction = sanction[0]
		}
		return p
	}
	tests := []struct {
		name  string
		units []plainUnit
		want  string
	}{
		{"one unit", []plainUnit{u("A", 50, 10)}, "1 A none flag"},
		{"no tie", []plainUnit{u("A", 50, 10), u("B", 60, 10), u("C", 55, 10)},
			"1 B none flag; 2 C none certificate; 3 A none none"},
		{"level at the top", []plainUnit{u("A", 50, 10), u("B", 50, 20), u("C", 40, 30)},
			"1 B level flag; 2 A level certificate; 3 C none none"},
		{"level at the top in all", []plainUnit{u("A", 50, 10), u("B", 50, 10), u("C", 40, 30)},
			"1 A open undecided; 1 B open undecided; 3 C none none"},
		{"three at the top, one apart", []plainUnit{u("A", 50, 10), u("B", 50, 10), u("C", 50, 20)},
			"1 C level flag; 2 A open undecided; 2 B open undecided"},
		{"level below the top is not decided by the set", []plainUnit{u("A", 50, 10), u("B", 60, 10), u("C", 50, 20)},
			"1 B none flag; 2 A open undecided; 2 C open undecided"},
		{"a shared rank within the same award",
			[]plainUnit{u("A", 60, 10), u("B", 50, 10), u("C", 50, 20), u("D", 40, 0)},
			"1 A none flag; 2 B open certificate; 2 C open certificate; 4 D none none"},
		{"a shared rank without an award",
			[]plainUnit{u("A", 60, 10), u("B", 55, 10), u("C", 50, 10), u("D", 40, 10), u("E", 40, 20)},
			"1 A none flag; 2 B none certificate; 3 C none certificate; 4 D open none; 4 E open none"},
		{"the last certificate", []plainUnit{u("A", 60, 10), u("B", 55, 10), u("C", 50, 10), u("D", 50, 20)},
			"1 A none flag; 2 B none certificate; 3 C open undecided; 3 D open undecided"},
		{"excluded uses up nothing",
			[]plainUnit{u("A", 60, 10, Excluded), u("B", 50, 10), u("C", 40, 10), u("D", 30, 10)},
			"1 A none none; 2 B none flag; 3 C none certificate; 4 D none certificate"},
		{"downgraded from the flag",
			[]plainUnit{u("A", 60, 10, Downgraded), u("B", 50, 10), u("C", 40, 10), u("D", 30, 10)},
			"1 A none certificate; 2 B none flag; 3 C none certificate; 4 D none none"},
		{"downgraded from a certificate uses up nothing",
			[]plainUnit{u("A", 60, 10), u("B", 50, 10, Downgraded), u("C", 40, 10), u("D", 30, 10)},
			"1 A none flag; 2 B none none; 3 C none certificate; 4 D none certificate"},
		{"more downgraded than certificates",
			[]plainUnit{u("A", 60, 10, Downgraded), u("B", 50, 10, Downgraded), u("C", 40, 10)},
			"1 A none certificate; 2 B none none; 3 C none flag"},
		{"all downgraded: no flag", []plainUnit{u("A", 60, 10, Downgraded), u("B", 50, 10, Downgraded)},
			"1 A none certificate; 2 B none none"},
		{"all excluded", []plainUnit{u("A", 60, 10, Excluded), u("B", 50, 10, Excluded)},
			"1 A none none; 2 B none none"},
		// A unit that cannot have the award must not decide who has it, whatever the units are called.
		{"excluded ties with ordinary, first by name",
			[]plainUnit{u("A", 50, 10, Excluded), u("B", 50, 10), u("C", 40, 10)},
			"1 A open none; 1 B open flag; 3 C none certificate"},
		{"excluded ties with ordinary, last by name",
			[]plainUnit{u("A", 50, 10), u("B", 50, 10, Excluded), u("C", 40, 10)},
			"1 A open flag; 1 B open none; 3 C none certificate"},
		{"downgraded ties with ordinary", []plainUnit{u("A", 50, 10, Downgraded), u("B", 50, 10), u("C", 40, 10)},
			"1 A open undecided; 1 B open flag; 3 C none undecided"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := withTotals(t, testBook(t), tt.units)
			if got := places(&s, Agreed); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestOrders(t *testing.T) {
	b := testBook(t)
	s := withTotals(t, b, []plainUnit{
		{name: "A", total: 50, level: 10}, {name: "B", total: 50, level: 10}, {name: "C", total: 50, level: 10},
		{name: "D", total: 40}, {name: "E", total: 40},
	})
	for _, bad := range [][]string{{"A", "B"}, {"A", "D"}, {"A", "B", "C", "D"}} {
		if _, err := Apply(s, Decision{Act: Order{Units: bad}}); !errors.Is(err, ErrNotEqual) ||
			!strings.Contains(err.Error(), "A, B and C") {
			t.Errorf("order of %v: %v", bad, err)
		}
	}
	check := func(want string) {
		t.Helper()
		if got := places(&s, Agreed); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
	s = apply(t, s, Order{Units: []string{"C", "A", "B"}}) // 2
	check("1 C vote flag; 2 A vote certificate; 3 B vote certificate; 4 D open none; 4 E open none")
	s = apply(t, s, Order{Units: []string{"B", "A", "C"}}) // 3: the vote may be taken again
	check("1 B vote flag; 2 A vote certificate; 3 C vote certificate; 4 D open none; 4 E open none")
	s = apply(t, s, bonus("A", "2.2", Point, "r")) // 4: no longer equal
	check("1 A none flag; 2 B open certificate; 2 C open certificate; 4 D open none; 4 E open none")
	s = apply(t, s, bonus("B", "2.2", Point, "r"), bonus("C", "2.2", Point, "r")) // 5, 6: equal again, and settled
	check("1 B vote flag; 2 A vote certificate; 3 C vote certificate; 4 D open none; 4 E open none")
	s = apply(t, s, Undo{3}) // 7: the earlier order stands again
	check("1 C vote flag; 2 A vote certificate; 3 B vote certificate; 4 D open none; 4 E open none")
	s = apply(t, s, Undo{2}) // 8
	check("1 A open undecided; 1 B open undecided; 1 C open undecided; 4 D open none; 4 E open none")
	s = apply(t, s, bonus("A", "2.2", 2*Point, "r"), Undo{8}) // 9, 10: counts again, though they are not equal now
	check("1 A none flag; 2 B open certificate; 2 C open certificate; 4 D open none; 4 E open none")
}

// One third of the applicable criteria at level 1 bars a unit; what does not apply is not counted.
// The appraisal can make units level that were not; their order is decided like any other, and says nothing of the
// agreed ranking.
func TestOrderOfAppraisedTie(t *testing.T) {
	s := begin(t, testBook(t), 3)
	s = apply(t, s, score("B", "2.1.1", 9000), score("C", "2.1.1", 8000),
		Appraise{Unit: "A", Criterion: "2.1.1", Mark: InPercent(9000)})
	if got := places(&s, Appraised); !strings.HasPrefix(got, "1 A open undecided; 1 B open undecided") {
		t.Fatalf("appraised: %s", got)
	}
	s = apply(t, s, Order{Units: []string{"B", "A"}})
	if got := places(&s, Appraised); !strings.HasPrefix(got, "1 B vote flag; 2 A vote certificate") {
		t.Errorf("after the vote: %s", got)
	}
	if got := places(&s, Agreed); !strings.HasPrefix(got, "1 A none flag; 2 B none certificate") {
		t.Errorf("agreed: %s", got)
	}
}

func TestBar(t *testing.T) {
	b := testBook(t, func(b *Rulebook) {
		b.Bars = []Bar{{ID: "third", Grade: 1, Share: Ratio{2, 5}}}
	})
	s := begin(t, b, 3, func(i int, sh *Sheet) {
		if i == 0 {
			sh.NotApplicable = []string{"2.2"}
			delete(sh.Marks, "2.2")
			sh.Marks["1.1"] = InPercent(0) // one of four: below two fifths
		}
		if i == 1 {
			sh.Marks["1.1"] = InPercent(0)
			delete(sh.Marks, "2.2") // two of five: barred
		}
		if i == 2 {
			sh.Marks["2.1.1"] = InPercent(1)
			sh.Marks["1.2"], sh.Marks["1.1"] = InPercent(0), InPercent(1)
		}
	})
	for i, want := range []bool{false, true, false} {
		if got := s.Units()[i].Barred(Agreed) != nil; got != want {
			t.Errorf("%s barred = %v, want %v", s.Units()[i].Name(), got, want)
		}
	}
	if got := places(&s, Agreed); got != "1 A open flag; 1 B open none; 3 C none certificate" {
		t.Error(got)
	}
}

// By share, a unit to which less applies is not behind for it.
func TestRankByShare(t *testing.T) {
	b := testBook(t, func(b *Rulebook) { b.Rank.By = ByShare })
	s := begin(t, b, 2, func(i int, sh *Sheet) {
		if i == 0 {
			sh.NotApplicable = []string{"2.2"}
			delete(sh.Marks, "2.2")
		} else {
			sh.Marks["1.1"] = InPercent(9999)
		}
	})
	if got := places(&s, Agreed); got != "1 A none flag; 2 B none certificate" {
		t.Error(got)
	}
	gap, ok := s.ToPass(Agreed, 1)
	if !ok || gap.Need != Point/100 {
		t.Errorf("B needs %v", gap.Need)
	}
	s = apply(t, s, bonus("B", "1", gap.Need, "r"))
	if got := places(&s, Agreed); got != "1 B none flag; 2 A none certificate" {
		t.Errorf("after what it needed: %s", got)
	}
}

// What ToPass says is enough, and a hundredth less is not.
func TestToPassIsExact(t *testing.T) {
	for _, by := range []RankBy{ByTotal, ByShare} {
		b := testBook(t, func(b *Rulebook) { b.Rank.By = by })
		for p := Percent(9000); p <= FullPercent; p += 37 {
			s := begin(t, b, 2, func(i int, sh *Sheet) {
				if i == 0 {
					sh.NotApplicable = []string{"2.2"}
					delete(sh.Marks, "2.2")
					sh.Marks["1.1"] = InPercent(p)
				} else {
					sh.Marks["2.1.1"] = InPercent(9500)
					sh.Marks["2.2"] = InPercent(map[RankBy]Percent{ByTotal: 0, ByShare: 9500}[by])
				}
			})
			behind := s.Standings(Agreed).At(1).Unit
			gap, ok := s.ToPass(Agreed, behind)
			if !ok {
				continue
			}
			u, v := s.Units()[behind].clone(), s.Units()[1-behind]
			u.sums[Agreed].bonus = gap.Need
			if compareUnits(u, v, Agreed) <= 0 {
				t.Fatalf("%v: %v is not enough", p, gap.Need)
			}
			if u.sums[Agreed].bonus -= Point / 100; u.sums[Agreed].bonus > 0 && compareUnits(u, v, Agreed) > 0 {
				t.Fatalf("%v: %v is more than needed", p, gap.Need)
			}
		}
	}
}

func TestBands(t *testing.T) {
	b := testBook(t, func(b *Rulebook) {
		b.Criteria[1].Scale = ScaleBands
		b.Criteria[1].Bands = []Band{{From: 10000, Gives: 10000}, {From: 7500, Gives: 5000}, {From: 0, Gives: 0}}
	})
	for p, want := range map[Percent]Points{10000: 60, 9999: 30, 7500: 30, 7499: 0, 0: 0} {
		if got := b.Criteria[1].Worth(InPercent(p)); got != want*Point {
			t.Errorf("%v %% earns %v, want %d", p, got, want)
		}
	}
}
