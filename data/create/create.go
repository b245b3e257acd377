// Package create makes a meeting of the sheets that units hand in: it reads them, says what was understood and what is
// wrong or missing before anything is made, and begins the record.
package create

import (
	"context"
	"fmt"
	"slices"
	"time"

	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Plan is what a meeting is to be, before its sheets are read.
type Plan struct {
	Book    *rulebook.Book // for units of its own already with them (rulebook.Book.With)
	Cluster string         // in the rulebook, or what the group of units of its own goes by
	Year    string
	Units   []string // the units, where they are not those of the rulebook's cluster
	Leader  string   // with Units: who leads them this year, if anybody says
	Deputy  string   // with Units: likewise
	Without []scoring.Without
	Unit    string   // whose a table is that does not say so
	Few     bool     // members without a sheet are no findings: see Draft.Missing
	History []string // the files of meetings of past years, to know who held office when
}

// Draft is what was understood of the sheets. Nothing is made of it yet.
type Draft struct {
	First   scoring.New
	Missing []string // members without a sheet and without a reason
}

// Read reads the sheets in files and folders. What is wrong with them is in the findings.
func Read(p Plan, paths ...string) (*Draft, finding.List) {
	want := sheet.Expect{Cluster: p.Cluster, Year: p.Year, Units: p.Units, Unit: p.Unit, Few: p.Few}
	for _, w := range p.Without {
		want.Without = append(want.Without, w.Unit)
	}
	sheets, found := sheet.Load(p.Book, want, paths...)
	d := &Draft{First: scoring.New{Rulebook: p.Book.Rulebook, Text: p.Book.Text, Cluster: p.Cluster, Year: p.Year,
		Sheets: sheets, Without: p.Without, Units: p.Units, Leader: p.Leader, Deputy: p.Deputy}}
	for _, unit := range p.Members() {
		handedIn := func(s *scoring.Sheet) bool { return s.Unit == unit }
		excused := func(w scoring.Without) bool { return w.Unit == unit }
		if !slices.ContainsFunc(sheets, handedIn) && !slices.ContainsFunc(p.Without, excused) {
			d.Missing = append(d.Missing, unit)
		}
	}
	return d, found
}

// Members are the units of which a sheet is expected; none where they are those of the sheets.
func (p Plan) Members() []string {
	if len(p.Units) > 0 {
		return p.Units
	}
	if c, ok := p.Book.Cluster(p.Cluster); ok {
		return c.Units
	}
	return nil
}

// Understood says unit by unit what was read.
func (d *Draft) Understood(book *rulebook.Book) (said []lang.Text) {
	for _, s := range d.First.Sheets {
		said = append(said, sheet.Understood(book, s))
	}
	return said
}

// Late says which sheets came after the rulebook's deadline.
func (d *Draft) Late() (said []lang.Text) {
	for _, s := range d.First.Sheets {
		if s.Late {
			said = append(said, lang.Sayf("%s nộp chậm: %s", "%s is late: %s", s.Unit,
				s.Submitted.Format("02/01/2006")))
		}
	}
	return said
}

// Begin makes the meeting in a file that must not exist yet, and leaves it open. by is who makes it.
func (d *Draft) Begin(ctx context.Context, path, by string) (*meeting.Meeting, error) {
	return meeting.Begin(ctx, path, by, d.First)
}

// Name is the name of a file for a meeting, as one would call it.
func (p Plan) Name() string {
	group := p.Book.ID
	if p.Cluster != "" {
		group = names.Slug(p.Book.GroupName(p.Cluster).VI)
		if c, ok := p.Book.Cluster(p.Cluster); ok {
			group = names.Slug(c.Name.VI)
		}
	}
	return fmt.Sprintf("%s-%s.thidua", group, p.Year)
}

// Year is the year that a meeting held on a day is likely to be of: the one that ends, until the next is well under
// way.
func Year(kind scoring.YearKind, day time.Time) string {
	const schoolBegins, yearUnderWay = time.September, time.April
	year := day.Year()
	if kind == scoring.SchoolYear {
		if day.Month() < schoolBegins {
			year--
		}
		return fmt.Sprintf("%04d-%04d", year, year+1)
	}
	if day.Month() < yearUnderWay {
		year--
	}
	return fmt.Sprintf("%04d", year)
}
