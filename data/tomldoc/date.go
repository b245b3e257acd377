package tomldoc

import (
	"regexp"
	"strings"
	"time"

	"thidua/scoring/lang"
)

// noDay is the zone that the library makes up for a time without a day.
const noDay = "time-local"

// Date takes a day: 2020-06-08, with or without quotes. Zero where it is missing or wrong.
func (t *Table) Date(key string) time.Time {
	v, ok := t.take(key)
	if !ok {
		return time.Time{}
	}
	switch d := v.(type) {
	case time.Time:
		if d.Location().String() != noDay {
			y, m, day := d.Date()
			return time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
		}
	case string:
		if parsed, err := time.Parse(time.DateOnly, d); err == nil {
			return parsed
		}
	}
	t.wrong(key, lang.Text{VI: "ngày, như 2020-06-08", EN: "a day, such as 2020-06-08"})
	return time.Time{}
}

// moment is how RFC 3339 writes one, and TOML with a space in place of the T; the library takes more than that.
var moment = regexp.MustCompile(`^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$`)

// Time takes a moment in RFC 3339, with or without quotes. Zero where it is missing or wrong. A moment without a time
// zone is wrong: it would be another one on a machine elsewhere.
func (t *Table) Time(key string) time.Time {
	v, ok := t.take(key)
	if !ok {
		return time.Time{}
	}
	switch d := v.(type) {
	case time.Time:
		if !d.IsZero() && moment.MatchString(t.doc.long[Path(t.path, key)]) {
			return d
		}
	case string:
		at, err := time.Parse(time.RFC3339, strings.ToUpper(d))
		if err == nil && !at.IsZero() && moment.MatchString(d) {
			return at
		}
	}
	t.wrong(key,
		lang.Text{VI: "thời điểm RFC 3339, như 2020-06-30T08:00:00+07:00",
			EN: "a moment in RFC 3339, such as 2020-06-30T08:00:00+07:00"})
	return time.Time{}
}
