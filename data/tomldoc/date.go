package tomldoc

import (
	"time"

	"thidua/scoring/lang"
)

// The library marks what had no time zone, no time or no day by the name of the zone it makes up for it.
const (
	noZone = "datetime-local"
	noTime = "date-local"
	noDay  = "time-local"
)

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

// Time takes a moment in RFC 3339, with or without quotes. Zero where it is missing or wrong. A moment without a time zone is
// wrong: it would be another one on a machine elsewhere.
func (t *Table) Time(key string) time.Time {
	v, ok := t.take(key)
	if !ok {
		return time.Time{}
	}
	switch d := v.(type) {
	case time.Time:
		if zone := d.Location().String(); zone != noZone && zone != noTime && zone != noDay {
			return d
		}
	case string:
		if parsed, err := time.Parse(time.RFC3339, d); err == nil {
			return parsed
		}
	}
	t.wrong(key, lang.Text{VI: "thời điểm RFC 3339, như 2020-06-30T08:00:00+07:00", EN: "a moment in RFC 3339, such as 2020-06-30T08:00:00+07:00"})
	return time.Time{}
}
