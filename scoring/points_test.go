package scoring

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"thidua/scoring/lang"
)

func TestParsePercent(t *testing.T) {
	for s, want := range map[string]Percent{"0": 0, "100": 10000, "85,5": 8550, "85.5": 8550, " 87.25 ": 8725,
		"007": 700, ",5": 50, "100.00": 10000, "12.340": 1234} {
		if got, err := ParsePercent(s); err != nil || got != want {
			t.Errorf("ParsePercent(%q) = %d, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"", ".", "5.", "-1", "+1", "101", "100.01", "12.345", "1e2", "NaN", "8 5", "1.000,5",
		"٣", "9999999999999999999"} {
		if got, err := ParsePercent(s); !errors.Is(err, ErrNumber) {
			t.Errorf("ParsePercent(%q) = %d, %v; want a refusal", s, got, err)
		}
	}
}

func TestParsePoints(t *testing.T) {
	if got, err := ParsePoints("0,25"); err != nil || got != Point/4 {
		t.Errorf("ParsePoints = %v, %v", got, err)
	}
	if got, err := ParsePoints("1000000000"); err != nil || got != MaxPoints {
		t.Errorf("ParsePoints(the most) = %v, %v", got, err)
	}
	if _, err := ParsePoints("1000000000.01"); !errors.Is(err, ErrNumber) {
		t.Errorf("more than the most was taken: %v", err)
	}
}

// A third of a percent more or less must never vanish: 0.1 + 0.2 is 0.3 here (some scoreboards compare floats).
func TestPointsAreExact(t *testing.T) {
	if a, b := Percent(10).of(100*Point)+Percent(20).of(100*Point), Percent(30).of(100*Point); a != b {
		t.Errorf("0.1 + 0.2 = %v, want %v", a, b)
	}
	if got := Percent(3333).of(15 * Point); got.String() != "4.9995" {
		t.Errorf("33.33 %% of 15 = %v", got)
	}
}

func TestPointsProductIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		max := Points(rapid.Int64Range(0, int64(MaxPoints)/10000).Draw(t, "hundredths")) * (Point / 100)
		p := Percent(rapid.Int32Range(0, 10000).Draw(t, "percent"))
		want := new(big.Int).Mul(big.NewInt(int64(max)), big.NewInt(int64(p)))
		want.Quo(want, big.NewInt(10000))
		if got := p.of(max); big.NewInt(int64(got)).Cmp(want) != 0 {
			t.Fatalf("%v %% of %v = %v, want %v", p, max, int64(got), want)
		}
	})
}

func TestCompareFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, c := rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "a"),
			rapid.Int64Range(-math.MaxInt64, math.MaxInt64).Draw(t, "c")
		b, d := rapid.Int64Range(1, math.MaxInt64).Draw(t, "b"), rapid.Int64Range(1, math.MaxInt64).Draw(t, "d")
		if got, want := compareFractions(a, b, c, d), big.NewRat(a, b).Cmp(big.NewRat(c, d)); got != want {
			t.Fatalf("%d/%d against %d/%d = %d, want %d", a, b, c, d, got, want)
		}
	})
	if compareFractions(5, 0, 0, 7) != 0 {
		t.Error("a part of nothing is nothing")
	}
}

// One third and two thirds, as the rules use them: 2/3 of 9 are 6, not 7.
func TestRatioPart(t *testing.T) {
	third, ok := ParseRatio("1/3")
	if !ok || third.part(7, 21) != 0 || third.part(6, 21) != -1 || third.part(8, 21) != 1 {
		t.Error("a third of 21 is 7")
	}
	two, _ := ParseRatio("2/3")
	if two.part(6, 9) != 0 || two.part(5, 9) != -1 {
		t.Error("two thirds of 9 are 6")
	}
	for _, s := range []string{"", "1", "1/0", "-1/3", "4/3", "a/b", "1/3/5"} {
		if r, ok := ParseRatio(s); ok {
			t.Errorf("ParseRatio(%q) = %v", s, r)
		}
	}
}

func TestDecimals(t *testing.T) {
	for _, tt := range []struct {
		column []Points
		want   int
	}{
		{nil, 2},
		{[]Points{1987_500000, 1987_500000}, 2},
		{[]Points{1987_500000, 1987_499500}, 4},
		{[]Points{1987_501000, 1987_504000}, 3},
		{[]Points{1, 2}, 6},
	} {
		if got := Decimals(tt.column...); got != tt.want {
			t.Errorf("Decimals(%v) = %d, want %d", tt.column, got, tt.want)
		}
	}
}

func TestNumbersInWords(t *testing.T) {
	if got := Points(1987_500000).In(lang.VI); got != "1.987,50" {
		t.Errorf("In = %q", got)
	}
	if got := Percent(8750).In(lang.EN); got != "87.5" {
		t.Errorf("In = %q", got)
	}
	if got := Points(-500000).String(); got != "-0.5" {
		t.Errorf("String = %q", got)
	}
}
