package scoring

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/scoring/lang"
)

// Two units to one of which less applies: by share the one with fewer points is first, and everything said of the
// places is said in percents.
func TestMeasureByShare(t *testing.T) {
	b := testBook(t, func(b *Rulebook) { b.Rank.By = ByShare })
	s := begin(t, b, 3, func(i int, sh *Sheet) {
		switch i {
		case 0: // 250 points apply, 225 of them
			sh.NotApplicable = []string{"2.2"}
			delete(sh.Marks, "2.2")
			sh.Marks["2.1.2"] = InPercent(50_00)
		case 1: // 240 of 300
			sh.Marks["1.1"] = InPercent(NoPercent)
		case 2: // 230 of 300
			sh.Marks["1.1"], sh.Marks["2.2"] = InPercent(NoPercent), InPercent(80_00)
		}
	})
	table := s.Standings(Agreed)
	if table.By() != ByShare || table.Decimals() != 2 {
		t.Fatalf("by %v with %d decimals", table.By(), table.Decimals())
	}
	for i, want := range []struct{ unit, measure, gap, behind, said string }{
		{"A", "90", "0", "0", "90,00 %"},
		{"B", "80", "-10", "-10", "80,00 %"},
		{"C", "76.666666666667", "-3.333333333333", "-13.333333333333", "76,67 %"},
	} {
		name := s.Units()[table.At(i).Unit].Name()
		measure, gap, behind := table.Measure(i), table.Gap(i), table.Behind(i)
		got := []string{name, measure.String(), gap.String(), behind.String(), measure.Said(2).VI}
		if !slices.Equal(got, []string{want.unit, want.measure, want.gap, want.behind, want.said}) {
			t.Errorf("place %d: %q, want %+v", i, got, want)
		}
	}
}

// Totals that differ by less than a hundredth are written with as many decimals as it takes; those that are equal are
// not.
func TestMeasureDecimals(t *testing.T) {
	b := testBook(t)
	s := begin(t, b, 3, func(i int, sh *Sheet) {
		sh.Marks["2.1.2"] = InPercent([]Percent{99_98, 99_97, 99_97}[i]) // 0,01 % of 50 points is 0,005
	})
	table := s.Standings(Agreed)
	d := table.Decimals()
	if got := table.Measure(0).Fixed(lang.VI, d) + " " + table.Measure(1).Fixed(lang.VI, d); got != "299,990 299,985" {
		t.Errorf("%d decimals: %s", d, got)
	}
	if table.Level(0) || table.Level(1) || !table.Level(2) {
		t.Error("only the last two are level")
	}
	if got := table.Gap(1).Fixed(lang.EN, 3); got != "−0.005" {
		t.Errorf("gap %s", got)
	}
}

// Level units that the tie-break's criteria put in order show by how much, by total and by share.
func TestMeasureTieBreak(t *testing.T) {
	for _, by := range []RankBy{ByTotal, ByShare} {
		b := testBook(t, func(b *Rulebook) {
			b.Rank.By = by
			b.Criteria[6].Max, b.Criteria[7].Max = 60*Point, 40*Point
		})
		// Of the 300 points both lack 0,014; of the first field, which is the tie-break's, A lacks 0,008 and B 0,006.
		s := begin(t, b, 2, func(i int, sh *Sheet) {
			if i == 0 {
				sh.Marks["1.2"], sh.Marks["2.1.2"] = InPercent(99_98), InPercent(99_99)
			} else {
				sh.Marks["1.1"], sh.Marks["2.2"] = InPercent(99_99), InPercent(99_98)
			}
		})
		table := s.Standings(Agreed)
		d := table.TieBreakDecimals()
		got := table.TieBreak(0).Fixed(lang.EN, d) + " " + table.TieBreak(1).Fixed(lang.EN, d)
		if got != "99.994 99.992" {
			t.Errorf("by %v: %s", by, got)
		}
		if table.Decimals() != 2 || !table.Level(1) {
			t.Errorf("by %v: level units need %d decimals", by, table.Decimals())
		}
	}
}

// Whatever the scores: places that differ look different with the decimals given, one decimal fewer would not do, and
// the gaps are the differences.
func TestMeasureTellsApart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		by := rapid.SampledFrom([]RankBy{ByTotal, ByShare}).Draw(rt, "by")
		b := testBook(t, func(b *Rulebook) { b.Rank.By = by })
		percent := rapid.SampledFrom([]Percent{0, 1, 2, 33_33, 50_00, 99_98, 99_99, FullPercent})
		s := begin(t, b, 5, func(i int, sh *Sheet) {
			if rapid.Bool().Draw(rt, "off") {
				sh.NotApplicable = []string{"2.2"}
				delete(sh.Marks, "2.2")
			}
			for _, code := range []string{"1.1", "2.1.1"} {
				sh.Marks[code] = InPercent(percent.Draw(rt, code))
			}
		})
		table := s.Standings(Agreed)
		d := table.Decimals()
		same := func(i, d int) bool {
			return table.Measure(i).Fixed(lang.VI, d) == table.Measure(i-1).Fixed(lang.VI, d)
		}
		clash := false
		for i := 1; i < table.Len(); i++ {
			if same(i, d) != table.Level(i) {
				rt.Fatalf("places %d and %d with %d decimals: %s", i-1, i, d, table.Measure(i).Fixed(lang.VI, d))
			}
			clash = clash || !table.Level(i) && same(i, d-1)
			g := table.Gap(i)
			if g != table.Measure(i).Minus(table.Measure(i-1)) || g.IsZero() != table.Level(i) {
				rt.Fatalf("gap of place %d: %s", i, g)
			}
		}
		if d > leastDecimals && !clash {
			rt.Fatalf("%d decimals, but one fewer tells all apart", d)
		}
	})
}

// A share is the exact fraction, rounded to the nearest at its last decimal; what cannot be written ends at the
// largest number.
func TestShareOf(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		max := rapid.Int64Range(1, int64(MaxPoints)*100).Draw(rt, "max")
		p := rapid.Int64Range(-max, 3*max).Draw(rt, "p")
		got := big.NewInt(shareOf(Points(p), Points(max)))
		// twice the error, |got·max − p·10^14|·2, is at most max
		err := new(big.Int).Mul(big.NewInt(p), big.NewInt(100_000_000_000_000))
		err.Sub(err, got.Mul(got, big.NewInt(max))).Abs(err).Lsh(err, 1)
		if err.Cmp(big.NewInt(max)) > 0 {
			rt.Fatalf("share of %d in %d is %d", p, max, shareOf(Points(p), Points(max)))
		}
	})
	if got := shareOf(MaxPoints, 1); got != math.MaxInt64 {
		t.Errorf("too much for any number: %d", got)
	}
	if got := shareOf(-MaxPoints, 1); got != -math.MaxInt64 {
		t.Errorf("too little for any number: %d", got)
	}
	if got := shareOf(Point, 0); got != 0 {
		t.Errorf("a share of nothing is %d", got)
	}
}

// A bar has no more steps than it has, and none for nothing.
func TestMeasureSteps(t *testing.T) {
	m := func(v int64) Measure { return Measure{ByTotal, v} }
	for _, tt := range []struct{ part, whole, want int64 }{
		{5, 10, 4}, {10, 10, 9}, {0, 10, 0}, {-1, 10, 0}, {20, 10, 9}, {5, 0, 0},
	} {
		if got := m(tt.part).Steps(m(tt.whole), 9); got != int(tt.want) {
			t.Errorf("%d of %d: %d steps, want %d", tt.part, tt.whole, got, tt.want)
		}
	}
}
