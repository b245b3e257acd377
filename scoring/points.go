package scoring

import (
	"math/bits"
	"strconv"
	"strings"

	"thidua/scoring/lang"
)

// Points is a number of points in millionths of a point. A maximum has at most two decimals and a percent at most two
// more, so that every product of the two is a whole number of millionths and no sum is ever rounded (rule 1).
type Points int64

// Point is one point.
const Point Points = 1_000_000

// MaxPoints is the most that a rulebook's maximum, a bonus or a penalty may be: a billion points. It keeps every sum of
// a meeting far inside an int64, so that arithmetic after the border needs no overflow checks; what is larger is
// refused there.
const MaxPoints = 1_000_000_000 * Point

// pointPlaces is the number of decimals of a Points value.
const pointPlaces = 6

// ParsePoints reads points as people type them, with a decimal comma or point and at most two decimals: "8", "0,25",
// "12.5". The error is a *Refusal that says what is wrong and how to write it.
func ParsePoints(s string) (Points, error) {
	n, err := parseDecimal(s, 2)
	if err != nil {
		return 0, err
	}
	if n > int64(MaxPoints)/(int64(Point)/100) {
		return 0, refuse(ErrNumber,
			lang.Sayf("%s điểm là quá lớn", "%s points are too many", s),
			lang.Sayf("nhập một số điểm nhỏ hơn", "enter a smaller number of points"))
	}
	return Points(n) * (Point / 100), nil
}

// ExactPoints reads points as String writes them: sums, with all their decimals, below zero too. The error is a
// *Refusal.
func ExactPoints(s string) (Points, error) {
	bare, below := strings.CutPrefix(s, "-")
	n, err := parseDecimal(bare, pointPlaces)
	switch {
	case err != nil:
		return 0, err
	case n > int64(MaxPoints)*maxUnitsOfSums:
		return 0, refuse(ErrNumber, lang.Sayf("%s điểm là quá lớn", "%s points are too many", s), lang.Text{})
	case below:
		n = -n
	}
	return Points(n), nil
}

// maxUnitsOfSums is how many times the largest maximum a sum may be.
const maxUnitsOfSums = 1000

// In writes the points as l does, exactly, with at least two decimals: 1.987,50.
func (p Points) In(l lang.Lang) string { return lang.Decimal(l, int64(p), pointPlaces, 2, pointPlaces) }

// Fixed writes the points with exactly so many decimals, for columns; see Decimals.
func (p Points) Fixed(l lang.Lang, decimals int) string {
	return lang.Decimal(l, int64(p), pointPlaces, decimals, decimals)
}

// Short writes the points exactly, without needless decimals: 10 or 1,5.
func (p Points) Short(l lang.Lang) string {
	return lang.Decimal(l, int64(p), pointPlaces, 0, pointPlaces)
}

// Part is what percent of a maximum the points are, rounded for looking at; of nothing 0.
func (p Points) Part(max Points) Percent {
	if p <= 0 || max <= 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(p), uint64(FullPercent))
	lo, carry := bits.Add64(lo, uint64(max)/2, 0)
	q, _ := bits.Div64(hi+carry, lo, uint64(max))
	return Percent(q)
}

// String writes the points exactly, as JSON and other programs read them: 1987.5.
func (p Points) String() string { return plain(int64(p), pointPlaces) }

// Decimals is how many decimals a column of totals needs so that two of them look equal only if they are: two, or more
// where unequal ones would round to the same.
func Decimals(column ...Points) int {
	for d := 2; d < pointPlaces; d++ {
		seen := make(map[string]Points, len(column))
		clash := false
		for _, p := range column {
			s := p.Fixed(lang.VI, d)
			if q, ok := seen[s]; ok && q != p {
				clash = true
				break
			}
			seen[s] = p
		}
		if !clash {
			return d
		}
	}
	return pointPlaces
}

// Percent is a percentage in hundredths of a percent: 87.5 % is 8750.
type Percent int32

// The ends of the scale: level 1 and level 3 of the letter.
const (
	NoPercent   Percent = 0
	FullPercent Percent = 100_00
)

// MaxPercent is the most that a rulebook may count of a criterion that was fulfilled beyond its maximum.
const MaxPercent Percent = 1000_00

// ParsePercent reads a percentage as people type it: 0 to 100, decimal comma or point, at most two decimals. The error
// is a *Refusal.
func ParsePercent(s string) (Percent, error) { return ParseScore(s, FullPercent) }

// ParseScore reads a percentage up to another most: that of a criterion which may be fulfilled beyond its maximum. The
// error is a *Refusal.
func ParseScore(s string, most Percent) (Percent, error) {
	n, err := parseDecimal(s, 2)
	if err != nil {
		return 0, err
	}
	if n > int64(most) {
		return 0, refuse(ErrNumber,
			lang.Sayf("%s %% nằm ngoài 0–%s %%", "%s %% is outside 0–%s %%", s, most),
			lang.Sayf("nhập phần trăm từ 0 đến %s", "enter a percentage from 0 to %s", most))
	}
	return Percent(n), nil
}

// In writes the percentage as l does, without needless decimals: 87,5.
func (p Percent) In(l lang.Lang) string { return lang.Decimal(l, int64(p), 2, 0, 2) }

// String writes the percentage exactly, as JSON reads it: 87.5.
func (p Percent) String() string { return plain(int64(p), 2) }

// of is the part of max that p is: exact for a maximum of at most two decimals.
func (p Percent) of(max Points) Points { return max / Points(FullPercent) * Points(p) }

// Ratio is a fraction of whole numbers, such as the one third of an award bar or the two thirds of a vote. Compare with
// it, never divide by it.
type Ratio struct{ Num, Den int64 }

// ParseRatio reads a fraction between 0 and 1: "1/3". ok is false for anything else.
func ParseRatio(s string) (r Ratio, ok bool) {
	num, den, found := strings.Cut(s, "/")
	if !found {
		return Ratio{}, false
	}
	n, err1 := strconv.ParseInt(strings.TrimSpace(num), 10, 32)
	d, err2 := strconv.ParseInt(strings.TrimSpace(den), 10, 32)
	if err1 != nil || err2 != nil || n < 0 || d <= 0 || n > d {
		return Ratio{}, false
	}
	return Ratio{n, d}, true
}

// String writes the fraction as it was read: 1/3.
func (r Ratio) String() string {
	return strconv.FormatInt(r.Num, 10) + "/" + strconv.FormatInt(r.Den, 10)
}

// part says how n of whole compares with the ratio: -1 below, 0 equal, +1 above.
func (r Ratio) part(n, whole int64) int { return compareFractions(n, whole, r.Num, r.Den) }

// compareFractions compares a/b with c/d exactly, for b and d not negative; a fraction of nothing counts as zero.
func compareFractions(a, b, c, d int64) int {
	if b == 0 {
		a, b = 0, 1
	}
	if d == 0 {
		c, d = 0, 1
	}
	if (a < 0) != (c < 0) {
		if a < 0 {
			return -1
		}
		return 1
	}
	negative := a < 0
	if negative {
		a, c = -a, -c
	}
	h1, l1 := bits.Mul64(uint64(a), uint64(d))
	h2, l2 := bits.Mul64(uint64(c), uint64(b))
	cmp := 0
	switch {
	case h1 > h2 || h1 == h2 && l1 > l2:
		cmp = 1
	case h1 < h2 || l1 < l2:
		cmp = -1
	}
	if negative {
		return -cmp
	}
	return cmp
}

// plain writes a fixed-point number exactly, without grouping or needless decimals.
func plain(v int64, places int) string {
	s := strings.ReplaceAll(lang.Decimal(lang.EN, v, places, 0, places), ",", "")
	return strings.Replace(s, "−", "-", 1)
}

// parseDecimal reads digits with at most places decimals into a whole number of 10^-places. No sign, no grouping, no
// exponent: what people type into a score.
func parseDecimal(s string, places int) (int64, error) {
	whole, frac, dotted := strings.Cut(strings.Replace(strings.TrimSpace(s), ",", ".", 1), ".")
	if whole == "" && frac == "" || dotted && frac == "" || !digits(whole) || !digits(frac) {
		return 0, refuse(ErrNumber,
			lang.Sayf("%q không phải là số", "%q is not a number", s),
			lang.Sayf("nhập số như 85 hoặc 85,5", "enter a number such as 85 or 85.5"))
	}
	if frac = strings.TrimRight(frac, "0"); len(frac) > places {
		return 0, refuse(ErrNumber,
			lang.Sayf("%s có hơn %d chữ số thập phân", "%s has more than %d decimals", s, places),
			lang.Sayf("chỉ dùng tối đa %d chữ số sau dấu phẩy", "use at most %d decimals", places))
	}
	if whole = strings.TrimLeft(whole, "0"); len(whole) > 12 {
		return 0, refuse(ErrNumber,
			lang.Sayf("%s là quá lớn", "%s is too large", s),
			lang.Sayf("nhập một số nhỏ hơn", "enter a smaller number"))
	}
	n, err := strconv.ParseInt("0"+whole+frac+strings.Repeat("0", places-len(frac)), 10, 64)
	return n, err
}

func digits(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}
