package scoring

import (
	"math"
	"math/bits"

	"thidua/scoring/lang"
)

// What a ranking goes by, said once: the total, or the share of the maximum that applies to the unit; how far one
// place is from another by it; and with how many decimals two places that differ look different.
//
//	by total    1.990,00 · 1.961,00 (−29,00)
//	by share    76,20 of 91 points: 83,74 % · 79,94 of 100 points: 79,94 % (−3,80 %)

const (
	leastDecimals = 2  // of a total or a share as people read it
	sharePlaces   = 12 // decimals of the percents of a share: enough to tell apart whatever can be told apart in a room
)

// Measure is what a unit is ranked by, or the difference of two: points where the ranking goes by totals, percents
// where it goes by shares. A share is rounded far behind its decimal comma; ranks are worked out from the fraction
// itself.
type Measure struct {
	By    RankBy
	value int64 // 10^-places
}

// Measure is what the unit is ranked by at a stage.
func (u *Unit) Measure(st Stage) Measure { return u.measured(u.Total(st), u.scope.max) }

// measured is some points as the rulebook measures them, which are a part of a maximum.
func (u *Unit) measured(p, max Points) Measure {
	if u.book.Rank.By == ByShare {
		return Measure{ByShare, shareOf(p, max)}
	}
	return Measure{ByTotal, int64(p)}
}

// shareOf is a part of a maximum in percent with sharePlaces decimals. Of nothing it is zero, as where shares are
// compared; one that is too large to be written is the largest that can be.
func shareOf(p, max Points) int64 {
	const whole = 100_000_000_000_000 // 100 %, with sharePlaces decimals
	if max <= 0 {
		return 0
	}
	sign := int64(1)
	if p < 0 {
		sign, p = -1, -p
	}
	hi, lo := bits.Mul64(uint64(p), whole)
	lo, carry := bits.Add64(lo, uint64(max)/2, 0)
	if hi += carry; hi >= uint64(max) {
		return sign * math.MaxInt64
	}
	q, _ := bits.Div64(hi, lo, uint64(max))
	return sign * int64(min(q, math.MaxInt64))
}

func (m Measure) places() int {
	if m.By == ByShare {
		return sharePlaces
	}
	return pointPlaces
}

// Fixed writes the number with exactly so many decimals and without its unit; see Table.Decimals.
func (m Measure) Fixed(l lang.Lang, decimals int) string {
	return lang.Decimal(l, m.value, m.places(), decimals, decimals)
}

// Said is the number with its unit, as sentences have it: «1.990,00 điểm», «83,74 %».
func (m Measure) Said(decimals int) lang.Text {
	vi, en := m.Fixed(lang.VI, decimals), m.Fixed(lang.EN, decimals)
	if m.By == ByShare {
		return lang.Text{VI: vi + " %", EN: en + " %"}
	}
	return lang.Text{VI: vi + " điểm", EN: en + " points"}
}

// String writes the number without grouping, as other programs read it. A share is exact to sharePlaces decimals.
func (m Measure) String() string { return plain(m.value, m.places()) }

// IsZero reports whether there is nothing, or no difference.
func (m Measure) IsZero() bool { return m.value == 0 }

// Minus is the difference of two measures of one ranking.
func (m Measure) Minus(o Measure) Measure { return Measure{m.By, m.value - o.value} }

// Steps is how many of n equal steps to the whole the measure reaches: the length of a bar. Beyond the ends it is 0
// or n.
func (m Measure) Steps(whole Measure, n int) int {
	switch {
	case whole.value <= 0 || m.value <= 0:
		return 0
	case m.value >= whole.value:
		return n
	}
	hi, lo := bits.Mul64(uint64(m.value), uint64(n))
	q, _ := bits.Div64(hi, lo, uint64(whole.value))
	return int(q)
}

// By is what the table goes by.
func (t Table) By() RankBy { return t.state.book.Rank.By }

// Measure is what place i is ranked by.
func (t Table) Measure(i int) Measure { return t.unitAt(i).Measure(t.r.stage) }

// Gap is how far place i is from the place above: zero or less. The first is nowhere behind.
func (t Table) Gap(i int) Measure { return t.Measure(i).Minus(t.Measure(max(i-1, 0))) }

// Behind is how far place i is from the first: zero or less.
func (t Table) Behind(i int) Measure { return t.Measure(i).Minus(t.Measure(0)) }

// Level reports whether place i is ranked by exactly as much as the place above.
func (t Table) Level(i int) bool {
	return i > 0 && t.r.rows[i].rank > 0 && compareUnits(t.unitAt(i), t.unitAt(i-1), t.r.stage) == 0
}

// Decimals is how many decimals the measures need so that two places look equal only where they are: two, or more where
// unequal ones would round to the same.
func (t Table) Decimals() int {
	return decimals(t.Ranked(), t.Measure, func(i int) bool { return !t.Level(i) })
}

// TieBreak is what place i has of the tie-break's criteria, measured as the ranking is.
func (t Table) TieBreak(i int) Measure {
	u := t.unitAt(i)
	return u.measured(u.Level(t.r.stage), u.scope.level)
}

// TieBreakDecimals is how many decimals it takes to see how the tie-break's criteria put level units in order.
func (t Table) TieBreakDecimals() int {
	return decimals(t.Ranked(), t.TieBreak, func(i int) bool {
		return t.Level(i) && t.r.rows[i].rank != t.r.rows[i-1].rank && t.r.rows[i].tie != TieVote
	})
}

func (t Table) unitAt(i int) *Unit { return t.state.units[t.r.rows[i].unit] }

// decimals is the fewest decimals with which all neighbours of n that differ look different. Measures stand in order,
// so that two which are no neighbours look different if neighbours do.
func decimals(n int, at func(int) Measure, differ func(int) bool) int {
	if n == 0 {
		return leastDecimals
	}
	for d := leastDecimals; ; d++ {
		above, clash := at(0), false
		most := above.places()
		for i := 1; i < n && !clash; i++ {
			here := at(i)
			clash = rounded(above.value, most-d) == rounded(here.value, most-d) && differ(i)
			above = here
		}
		if !clash || d >= most {
			return d
		}
	}
}

// rounded drops n decimal digits, half away from zero, as lang.Decimal does.
func rounded(v int64, n int) int64 {
	unit := int64(1)
	for range n {
		unit *= 10
	}
	q, r := v/unit, v%unit
	switch {
	case r >= unit-r:
		q++
	case -r >= unit+r:
		q--
	}
	return q
}
