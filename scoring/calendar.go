package scoring

import (
	"fmt"
	"strconv"
	"time"

	"thidua/scoring/lang"
)

// Deadline is a date of the rulebook's calendar that returns every year.
type Deadline struct {
	ID     string // "sheets" is the one that marks self-scores late
	Name   lang.Text
	Month  time.Month
	Day    int
	Clause string
	Except map[string]time.Time // other dates in single years, by year as it is written
}

// SheetsDeadline is the id of the deadline after which a sheet is taken and marked late.
const SheetsDeadline = "sheets"

// deadlines are the ids that a deadline may have, in the order of the year.
func deadlines() []string { return []string{"kickoff", SheetsDeadline, "summary", "appraisal"} }

// schoolYearStarts is the month with which a school year begins: earlier months lie in its second calendar year.
const schoolYearStarts = time.August

// On is the deadline's date in a year as the rulebook writes years; false where the year cannot be read.
func (d Deadline) On(years YearKind, year string) (time.Time, bool) {
	if t, ok := d.Except[year]; ok {
		return t, true
	}
	first, err := years.first(year)
	if err != nil {
		return time.Time{}, false
	}
	if years == SchoolYear && d.Month < schoolYearStarts {
		first++
	}
	return time.Date(first, d.Month, d.Day, 0, 0, 0, 0, time.UTC), true
}

// Check says what is wrong with a year, if anything: a school year is written 2019-2020, a calendar year 2021.
func (k YearKind) Check(year string) error {
	_, err := k.first(year)
	return err
}

// Next is the year after one, written the same way; a year that cannot be read stays as it is.
func (k YearKind) Next(year string) string {
	first, err := k.first(year)
	switch {
	case err != nil:
		return year
	case k == SchoolYear:
		return fmt.Sprintf("%04d-%04d", first+1, first+2)
	}
	return fmt.Sprintf("%04d", first+1)
}

// first is the calendar year in which the year begins.
func (k YearKind) first(year string) (int, error) {
	example := "2021"
	if k == SchoolYear {
		example = "2019-2020"
	}
	if len(year) == len(example) {
		first, err := strconv.Atoi(year[:4])
		if err == nil && first >= 1000 && (k != SchoolYear || year[4:] == fmt.Sprintf("-%04d", first+1)) {
			return first, nil
		}
	}
	return 0, refuse(ErrNumber,
		lang.Sayf("năm %q viết không đúng", "%q is not a year as the rulebook writes it", year),
		lang.Sayf("viết như %s", "write it like %s", example))
}

// Late reports whether something handed in on a day came after the rulebook's deadline with that id. What came on the
// day itself is in time; without a deadline nothing is late.
func (b *Rulebook) Late(id, year string, on time.Time) bool {
	d, ok := b.Deadline(id)
	if !ok || on.IsZero() {
		return false
	}
	due, ok := d.On(b.Years, year)
	if !ok {
		return false
	}
	y, m, day := on.Date()
	return time.Date(y, m, day, 0, 0, 0, 0, time.UTC).After(due)
}
