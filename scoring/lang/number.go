package lang

import (
	"math"
	"strconv"
	"strings"
)

// Decimal writes a fixed-point number: value is a whole number of 10^-places. At least low and at most high decimals
// are shown; what lies beyond high is rounded half away from zero, trailing zeros beyond low are left out. Vietnamese
// groups thousands with points and has a decimal comma (1.987,50), English the other way round (1,987.50).
func Decimal(l Lang, value int64, places, low, high int) string {
	neg := value < 0
	digits := magnitude(value)
	if high < places {
		digits = round(digits, places-high)
		places = high
	}
	s := strconv.FormatUint(digits, 10)
	if len(s) <= places {
		s = strings.Repeat("0", places+1-len(s)) + s
	}
	whole, frac := s[:len(s)-places], s[len(s)-places:]
	for len(frac) > low && strings.HasSuffix(frac, "0") {
		frac = frac[:len(frac)-1]
	}
	for len(frac) < low {
		frac += "0"
	}
	group, point := ".", ","
	if l == EN {
		group, point = ",", "."
	}
	var b strings.Builder
	if neg && strings.Trim(whole+frac, "0") != "" {
		b.WriteString("−")
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(d)
	}
	if frac != "" {
		b.WriteString(point)
		b.WriteString(frac)
	}
	return b.String()
}

// magnitude is |v|, exact for the smallest int64 as well.
func magnitude(v int64) uint64 {
	if v == math.MinInt64 {
		return 1 << 63
	}
	if v < 0 {
		v = -v
	}
	return uint64(v)
}

// round drops n decimal digits, half up.
func round(v uint64, n int) uint64 {
	unit := uint64(1)
	for range n {
		unit *= 10
	}
	q, r := v/unit, v%unit
	if r >= unit-r {
		q++
	}
	return q
}
