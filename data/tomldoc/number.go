package tomldoc

import (
	"strconv"
	"strings"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// maxDigits is the most characters that a number may have: more than any number of points, few enough to be shown.
const maxDigits = 40

// negative refuses a number below zero: no number in our files may be.
func (t *Table) negative(key, n string) bool {
	if !strings.HasPrefix(n, "-") || n == "-Inf" {
		return false
	}
	t.Fail(key, lang.Sayf("%s: %s nhỏ hơn 0", "%s: %s is less than 0", clean.Show(key), n),
		lang.Sayf("nhập số từ 0 trở lên", "enter a number from 0 on"))
	return true
}

// Percent takes a percentage of 0 to 100 with at most two decimals. ok is false where it is missing or wrong.
func (t *Table) Percent(key string) (p scoring.Percent, ok bool) {
	return t.Score(key, scoring.FullPercent)
}

// Score is Percent for what may be up to another most.
func (t *Table) Score(key string, most scoring.Percent) (p scoring.Percent, ok bool) {
	s, ok := t.number(key)
	if !ok || t.negative(key, s) {
		return 0, false
	}
	p, err := scoring.ParseScore(s, most)
	if err != nil {
		t.FailErr(key, err)
		return 0, false
	}
	return p, true
}

// Signed takes a number of points that may be below zero. ok is false where it is missing or wrong.
func (t *Table) Signed(key string) (p scoring.Points, ok bool) {
	s, ok := t.number(key)
	if !ok {
		return 0, false
	}
	digits, below := strings.CutPrefix(s, "-")
	p, err := scoring.ParsePoints(digits)
	if err != nil {
		t.FailErr(key, err)
		return 0, false
	}
	if below {
		p = -p
	}
	return p, true
}

// Points takes a number of points with at most two decimals. ok is false where it is missing or wrong.
func (t *Table) Points(key string) (p scoring.Points, ok bool) {
	s, ok := t.number(key)
	if !ok || t.negative(key, s) {
		return 0, false
	}
	p, err := scoring.ParsePoints(s)
	if err != nil {
		t.FailErr(key, err)
		return 0, false
	}
	return p, true
}

// number gives a number as decimal digits. The library has made a float of what had a decimal point; its shortest
// decimal form is what was written, for any number of up to 15 digits. Longer ones are taken from the source:
// 99.99999999999999999 must not become 100.
func (t *Table) number(key string) (string, bool) {
	v, ok := t.take(key)
	if !ok {
		return "", false
	}
	switch n := v.(type) {
	case int64:
		return strconv.FormatInt(n, 10), true
	case float64:
		written, long := t.doc.long[Path(t.path, key)]
		switch {
		case long && len(written) > maxDigits:
			t.wrong(key, lang.Text{VI: "số có tối đa hai chữ số thập phân", EN: "a number with at most two decimals"})
			return "", false
		case long && !strings.ContainsAny(written, "eE"):
			return unsigned(strings.ReplaceAll(strings.TrimPrefix(written, "+"), "_", "")), true
		}
		return unsigned(strconv.FormatFloat(n, 'f', -1, 64)), true
	case string:
		t.Fail(key,
			lang.Sayf("%s là chữ \"%s\", không phải số",
				"%s is the text \"%s\", not a number", clean.Show(key), clean.Show(n)),
			lang.Sayf("bỏ dấu nháy và dùng dấu chấm thập phân: 85.5",
				"leave out the quotes and use a decimal point: 85.5"))
		return "", false
	}
	t.wrong(key, lang.Text{VI: "số", EN: "a number"})
	return "", false
}

// unsigned is a number without its sign where that says nothing: -0.0 is 0.
func unsigned(n string) string {
	if strings.Trim(n, "-0.") == "" {
		return strings.TrimPrefix(n, "-")
	}
	return n
}
