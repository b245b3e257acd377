package names

import (
	"cmp"
	"strings"
)

// Natural orders two names as people number things: «Cụm 2» before «Cụm 10», case and diacritics aside; below 0, 0,
// above 0.
func Natural(a, b string) int {
	x, y := Bare(a), Bare(b)
	for x != "" && y != "" {
		n, restX := digits(x)
		m, restY := digits(y)
		if n != "" && m != "" {
			if c := cmp.Or(cmp.Compare(len(n), len(m)), strings.Compare(n, m)); c != 0 {
				return c
			}
			x, y = restX, restY
			continue
		}
		if x[0] != y[0] {
			return cmp.Compare(x[0], y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// digits are those at the beginning of a text, without leading zeros.
func digits(s string) (number, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 {
		return "", s
	}
	number = strings.TrimLeft(s[:n], "0")
	if number == "" {
		number = "0"
	}
	return number, s[n:]
}
