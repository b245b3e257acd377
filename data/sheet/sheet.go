// Package sheet reads the self-score sheets that units hand in: workbooks, tables and TOML files, or folders of them.
package sheet

import (
	"slices"
	"strings"

	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Expect is what a meeting's sheets must agree with. Empty fields expect nothing.
type Expect struct {
	Cluster string
	Year    string
	Units   []string // the units, where they are not those of the rulebook's cluster
	Without []string // units that hand in none
	Unit    string   // whose a table is that does not say so
	Few     bool     // units without a sheet are no findings: who asks has another way to settle them
}

// members are the units of which a sheet is expected, and what they are together; ok is false where nobody says.
func (w Expect) members(book *rulebook.Book) (group lang.Text, units []string, ok bool) {
	if len(w.Units) > 0 {
		return book.GroupName(w.Cluster), w.Units, true
	}
	c, ok := book.Cluster(w.Cluster)
	if !ok {
		return lang.Text{}, nil, false
	}
	return c.Name, c.Units, true
}

// Load reads the sheets in files and folders against a rulebook. What is wrong with any of them, with the set as a
// whole included, is in the findings; with none, the sheets are those of a meeting.
func Load(book *rulebook.Book, want Expect, paths ...string) ([]*scoring.Sheet, finding.List) {
	c := collector{book: book, want: want, owners: NewOwners()}
	for _, p := range paths {
		files, found := Files(p)
		c.found, c.empty = append(c.found, found...), c.empty || len(found) > 0
		for _, file := range files {
			c.take(Open(file, book, workbook.Hint{Unit: want.Unit, Year: want.Year}))
		}
	}
	return c.done()
}

// collector gathers the sheets of a meeting.
type collector struct {
	book   *rulebook.Book
	want   Expect
	owners *Owners
	lost   int  // files of which nobody can say whose sheet they are
	empty  bool // a folder has no sheets
	sheets []*scoring.Sheet
	found  finding.List
}

// take reads one document, if it could be parsed.
func (c *collector) take(doc *tomldoc.Doc, bad finding.List) {
	c.found = append(c.found, bad...)
	if doc == nil {
		c.lost++
		return
	}
	sh := Read(doc, c.book, c.want)
	switch {
	case sh.Unit == "":
		c.lost++
	case c.owners.Claim(doc, sh.Unit):
		c.sheets = append(c.sheets, sh)
	}
	c.found = append(c.found, doc.Findings...)
}

// done is what was gathered, and everything that is wrong with it.
func (c *collector) done() ([]*scoring.Sheet, finding.List) {
	c.found = append(c.found, c.missing()...)
	return c.sheets, c.found.Sorted()
}

// missing finds the units of the cluster that handed in nothing. Where as many files have no owner as units have no
// sheet, what was said about those files is enough: the sheets are there, but not legible.
func (c *collector) missing() (found finding.List) {
	group, units, ok := c.want.members(c.book)
	if !ok || c.empty || c.want.Few {
		return nil
	}
	for _, unit := range units {
		if !c.owners.Has(unit) && !slices.Contains(c.want.Without, unit) {
			found = append(found,
				finding.Finding{About: group,
					What: lang.Sayf("thiếu bản tự chấm của %s", "the sheet of %s is missing", unit),
					Mend: lang.Sayf(`thêm tệp của đơn vị này, hoặc --without "%[1]s=lý do"`,
						`add that unit's file, or --without "%[1]s=reason"`, unit)})
		}
	}
	if len(found) <= c.lost {
		return nil
	}
	return found
}

// Is reports whether a document is a sheet, to tell the kinds of file apart.
func Is(doc *tomldoc.Doc) bool {
	root := doc.Root()
	return root.Has("unit") || slices.ContainsFunc(scores(), func(s score) bool { return root.Has(s.table) })
}

// Read reads one sheet. What is wrong with it goes to the document's findings; Unit is then the name it could make out,
// or empty.
func Read(doc *tomldoc.Doc, book *rulebook.Book, want Expect) *scoring.Sheet {
	root := doc.Root()
	r := reader{doc: doc, book: book,
		sheet: &scoring.Sheet{Marks: map[string]scoring.Mark{}, Evidence: map[string][]string{}}}
	if !Is(doc) {
		doc.Fail("",
			lang.Sayf("không phải bản tự chấm: thiếu unit và [percent]",
				"not a sheet: it has neither unit nor [percent]"), lang.Sayf("bỏ tệp này ra", "leave this file out"))
		return r.sheet
	}
	root.Require("rulebook", "unit", "year")
	if !slices.ContainsFunc(scores(), func(s score) bool { return root.Has(s.table) }) {
		r.missing(root)
	}
	id := root.Filled("rulebook")
	if id != book.ID && id != "" {
		root.Fail("rulebook",
			lang.Sayf("bản này theo bộ tiêu chí %q, không phải %q",
				"this sheet follows the rulebook %q, not %q", id, book.ID),
			lang.Sayf("dùng bản tự chấm theo %s", "use a sheet that follows %s", book.ID))
	}
	r.unit(root, want)
	r.year(root, want)
	if id != book.ID && slices.Contains(rulebook.IDs(), id) { // its codes are no mistakes of their own
		for _, key := range []string{"not_applicable", "percent", "points", "level", "count", "evidence", "request"} {
			root.Ignore(key)
		}
		root.Done()
		return r.sheet
	}
	r.sheet.NotApplicable = r.codes(root, "not_applicable")
	r.scores(root)
	r.evidence(root)
	r.requests(root)
	root.Done()
	return r.sheet
}

type reader struct {
	doc   *tomldoc.Doc
	book  *rulebook.Book
	sheet *scoring.Sheet
}

// unit finds out whose sheet it is.
func (r *reader) unit(root *tomldoc.Table, want Expect) {
	written := root.Filled("unit")
	if written == "" {
		return
	}
	all := r.book.Units.Names()
	if len(all) == 0 {
		r.sheet.Unit = written
		return
	}
	name, ok := r.book.Units.Find(written)
	if what, mend, several := r.book.Units.Several(written); several {
		root.Fail("unit", what, mend)
		return
	}
	if !ok {
		mend := lang.Sayf("xem các đơn vị bằng «thidua rulebook show %s», hoặc nêu các đơn vị bằng --units",
			"see the units with «thidua rulebook show %s», or name the units by --units", r.book.ID)
		if len(want.Units) > 0 {
			mend = lang.Sayf("dùng một trong: %s", "use one of: %s", strings.Join(want.Units, ", "))
		}
		if near := tomldoc.Nearest(written, all); near != "" {
			mend = lang.Sayf("có phải là %s không?", "did you mean %s?", near)
		}
		what := lang.Sayf("bộ tiêu chí không có đơn vị %q", "the rulebook has no unit %q", written)
		if len(want.Units) > 0 {
			what = lang.Sayf("không có đơn vị %q trong các đơn vị đã nêu", "%q is none of the units that were named",
				written)
		}
		root.Fail("unit", what, mend)
		return
	}
	r.sheet.Unit = name
	if c, ok := r.book.Cluster(want.Cluster); ok && len(want.Units) == 0 && !slices.Contains(c.Units, name) {
		root.Fail("unit",
			r.book.Said(lang.Sayf("%s thuộc cụm %s, không thuộc cụm %s",
				"%s belongs to cluster %s, not to cluster %s", name, r.clusterOf(name), want.Cluster)),
			r.book.Said(lang.Sayf("bỏ tệp này hoặc chọn đúng cụm", "leave this file out, or choose the right cluster")))
	}
}

func (r *reader) clusterOf(unit string) string {
	for _, c := range r.book.Clusters {
		if slices.Contains(c.Units, unit) {
			return c.ID
		}
	}
	return "?"
}

func (r *reader) year(root *tomldoc.Table, want Expect) {
	year := root.Filled("year")
	r.sheet.Submitted = root.Date("submitted")
	if err := r.book.Years.Check(year); err != nil && year != "" {
		root.FailErr("year", err)
		return
	}
	if want.Year != "" && year != "" && year != want.Year {
		root.Fail("year",
			lang.Sayf("bản này của năm %s, không phải %s", "this sheet is of %s, not of %s", year, want.Year),
			lang.Sayf("dùng bản tự chấm năm %s", "use the sheet of %s", want.Year))
	}
	r.sheet.Late = r.book.Late(scoring.SheetsDeadline, year, r.sheet.Submitted)
}
