package lang

import (
	"math"
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
	var room [32]byte // more than any number of digits and places
	first := len(room)
	for rest := digits; rest > 0 || len(room)-first <= places; rest /= 10 {
		first--
		room[first] = '0' + byte(rest%10)
	}
	whole, frac := room[first:len(room)-places], room[len(room)-places:]
	for len(frac) > low && frac[len(frac)-1] == '0' {
		frac = frac[:len(frac)-1]
	}
	group, point := byte('.'), byte(',')
	if l == EN {
		group, point = ',', '.'
	}
	out := make([]byte, 0, 64)
	if neg && digits != 0 {
		out = append(out, "−"...)
	}
	for i, d := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out = append(out, group)
		}
		out = append(out, d)
	}
	if low > 0 || len(frac) > 0 {
		out = append(append(out, point), frac...)
	}
	for range low - len(frac) {
		out = append(out, '0')
	}
	return string(out)
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
