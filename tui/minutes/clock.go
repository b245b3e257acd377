package minutes

import (
	"regexp"
	"strconv"
	"time"

	"thidua/scoring/lang"
)

// layout is how a moment is shown, and can be typed again.
const layout = "15:04 02/01/2006"

// clock is a moment as people write it; empty where nobody gave it.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

// moments are a time and perhaps a day as people type them: 8:30, 8h, 8 giờ 30, 8.30 30/6/2020, 8:30 30-6.
func moments() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,2})(?:\s*(?::|\.|h|g|giờ)\s*(\d{1,2})?)?` + // 8, 8h, 8:30
		`(?:\s*(?:,|ngày|\s)\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?)?$`) // and the day
}

// time is what was typed as a moment: of the day of the sitting, if no day is typed, in the zone in which the record is
// kept.
func (t typed) time() (time.Time, lang.Text) {
	wrong := lang.Text{VI: "Gõ giờ như 8:30, hoặc cả ngày như 8:30 30/6/2020.",
		EN: "Type a time such as 8:30, or with the day, 8:30 30/6/2020."}
	m := moments().FindStringSubmatch(t.text)
	if m == nil {
		return time.Time{}, wrong
	}
	n := make([]int, len(m))
	for i, part := range m {
		n[i], _ = strconv.Atoi(part) // a part that is missing is 0
	}
	of := t.day()
	year, month, day := of.Date()
	if m[3] != "" {
		day, month = n[3], time.Month(n[4])
	}
	if m[5] != "" {
		year = n[5]
	}
	at := time.Date(year, month, day, n[1], n[2], 0, 0, of.Location())
	if n[1] > 23 || n[2] > 59 || at.Day() != day || at.Month() != month {
		return time.Time{}, wrong
	}
	return at, lang.Text{}
}

// day is the day of the sitting: on which it begins, or the first thing was decided in it.
func (t typed) day() time.Time {
	if !t.of.Start.IsZero() {
		return t.of.Start
	}
	log := t.env.Snap.Log
	for _, e := range log {
		if e.Seq >= t.of.From && e.Seq > 1 { // the meeting may have been made long before
			return e.At
		}
	}
	return log[len(log)-1].At
}
