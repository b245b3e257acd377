package workbook

import (
	"errors"
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Given is what a table says of a unit at a criterion.
type Given struct {
	Unit string
	Node int // index of Rulebook.Criteria
	Mark scoring.Mark
	Cell string // where it stands
}

// Across reads a table that has a row for each criterion and a column for each unit, as a department has one that
// scores the criteria of its own field. ok is false where the file has no such table.
func (b *Book) Across(book *rulebook.Book) (given []Given, found finding.List, ok bool) {
	for i := range b.sheets {
		g := &b.sheets[i]
		for r := 1; r <= min(len(g.rows), 30); r++ {
			a := across{writer: &writer{book: book, from: b}, grid: g, head: r}
			if a.heads() {
				a.read()
				return a.given, a.found, true
			}
		}
	}
	return nil, nil, false
}

// across is a table of several units on its way.
type across struct {
	*writer
	grid  *grid
	head  int
	cols  columns
	units map[int]string // by column
	given []Given
}

// heads reads a row as the heads of such a table: it names criteria, and units of the meeting.
func (a *across) heads() bool {
	a.cols, a.units = headsOf(a.grid, a.head, true), map[int]string{}
	if a.cols.code == 0 && a.cols.title == 0 {
		return false
	}
	for x, v := range a.grid.rows[a.head-1] {
		if name, ok := a.book.Units.Find(unitOf(v.text)); ok && v.text != "" {
			a.units[x+1] = name
		}
	}
	return len(a.units) > 0
}

// unitOf is a head without what it says of the scores: «Nam Định (điểm)».
func unitOf(head string) string {
	name, _, _ := strings.Cut(head, "(")
	return strings.TrimSpace(name)
}

// read reads the rows below the heads.
func (a *across) read() {
	a.strangers()
	seen, above := map[string]int{}, -1
	for r := a.head + 1; r <= len(a.grid.rows); r++ {
		at, known := a.find(a.grid, r, a.cols, above, seen)
		if !known {
			a.unknown(r)
			continue
		}
		c := &a.book.Criteria[at]
		above = at
		if !c.Scored { // a field's own cell holds a sum
			continue
		}
		seen[c.Code] = r
		for _, x := range a.columns() {
			a.take(c, at, x, r)
		}
	}
}

// columns are those of units, from the left.
func (a *across) columns() (all []int) {
	for x := range a.units {
		all = append(all, x)
	}
	slices.Sort(all)
	return all
}

// strangers finds columns of scores whose heads are no unit of the meeting.
func (a *across) strangers() {
	first, last := a.columns()[0], a.columns()[len(a.units)-1]
	for x, v := range a.grid.rows[a.head-1] {
		x++
		said := v.text
		if said == "" || a.units[x] != "" || slices.Contains([]int{a.cols.code, a.cols.title, a.cols.most,
			a.cols.evidence, a.cols.note, a.cols.mark}, x) {
			continue
		}
		if x > first && x < last || a.scored(x) {
			a.fail(a.grid.place(x, a.head), lang.Sayf("cuộc họp không có đơn vị %q", "this meeting has no unit %q",
				clean.Show(unitOf(said))),
				lang.Text{VI: "sửa tên đơn vị ở đầu cột, hoặc bỏ cột này",
					EN: "mend the name at the head of the column, or leave the column out"})
		}
	}
}

// scored reports whether a column holds numbers in rows of criteria, and so is meant to be a unit's.
func (a *across) scored(x int) bool {
	n := 0
	for r := a.head + 1; r <= len(a.grid.rows); r++ {
		code := strings.TrimRight(a.grid.at(a.cols.code, r).text, ".")
		at, known := a.book.Index(code)
		if _, _, number := decimal(a.grid.at(x, r).text); known && number && a.book.Criteria[at].Scored {
			n++
		}
	}
	return n > 0
}

// unknown says that a row with scores is about no criterion, unless it is a sum.
func (a *across) unknown(r int) {
	if isSum(a.grid, r) {
		return
	}
	for _, x := range a.columns() {
		if a.grid.at(x, r).text == "" {
			continue
		}
		what := lang.Text{VI: "không biết dòng này là tiêu chí nào", EN: "nobody can say which criterion this row is"}
		if code := a.grid.at(a.cols.code, r).text; code != "" {
			what = lang.Sayf("bộ tiêu chí không có mã %q", "the rulebook has no criterion %q", clean.Show(code))
		}
		a.fail(a.grid.place(max(a.cols.code, 1), r), what,
			lang.Sayf("ghi STT như bộ tiêu chí %s", "give its number as the rulebook %s has it", a.book.ID))
		return
	}
}

// take reads one cell.
func (a *across) take(c *scoring.Criterion, at, x, r int) {
	v, place := a.grid.at(x, r), a.grid.place(x, r)
	switch {
	case v.formula:
		a.fail(place, formulaFound(), typeValue())
		return
	case v.text == "" || v.text == "-" || v.text == "–":
		return
	}
	m, fraction, err := MarkAs(c, v.text, a.as(x))
	if err == nil && fraction {
		n, _, _ := decimal(v.text)
		a.fail(place, lang.Sayf("tiêu chí %s: %s %% hay một phần của 1?", "criterion %s: %s %%, or a part of 1?",
			c.Code, n),
			lang.Text{VI: "viết phần trăm có dấu, như 85%", EN: "write a percent with its sign, such as 85%"})
		return
	}
	if err != nil {
		what, mend := said(err)
		if _, _, number := decimal(v.text); !number && c.Asks() != scoring.EntryLevel {
			mend = lang.Text{VI: "gõ số vào ô, hoặc để trống", EN: "type a number into the cell, or leave it blank"}
		}
		a.fail(place, lang.Sayf("%s, %s: %s", "%s, %s: %s", c.Code, lang.Both(a.units[x]), what), mend)
		return
	}
	a.given = append(a.given, Given{Unit: a.units[x], Node: at, Mark: m, Cell: place})
}

// as is how a column gives its scores: by its own head, else as the lines above the table say.
func (a *across) as(x int) scoring.Entry {
	if e := inBrackets(a.grid.at(x, a.head).text); e != scoring.NoEntry {
		return e
	}
	for r := 1; r < a.head; r++ {
		for _, v := range a.grid.rows[r-1] {
			if e := inBrackets(v.text); e != scoring.NoEntry {
				return e
			}
		}
	}
	return scoring.NoEntry
}

// inBrackets is how scores are given, where a text says so in brackets: «(điểm)», «(%)».
func inBrackets(text string) scoring.Entry {
	_, said, found := strings.Cut(text, "(")
	if !found {
		return scoring.NoEntry
	}
	return entryOf(said)
}

// Assessor is the department that a file names above its table: «Đơn vị đánh giá: Vụ Pháp chế»; empty where it names
// none.
func (b *Book) Assessor() string {
	for i := range b.sheets {
		g := &b.sheets[i]
		for r := 1; r <= min(len(g.rows), 30); r++ {
			for x, v := range g.rows[r-1] {
				if !isAssessor(names.Bare(names.Fold(v.text))) {
					continue
				}
				if _, name, found := strings.Cut(v.text, ":"); found && strings.TrimSpace(name) != "" {
					return strings.TrimSpace(name)
				}
				if next := g.at(x+2, r).text; next != "" && strings.HasSuffix(v.text, ":") {
					return next
				}
			}
		}
	}
	return ""
}

// isAssessor reports whether a cell says who appraises.
func isAssessor(bare string) bool {
	for _, words := range []string{"don vi danh gia", "don vi tham dinh", "don vi cham"} {
		if strings.HasPrefix(bare, words) {
			return true
		}
	}
	return false
}

// said is what an error says, and the mend where it has one.
func said(err error) (what, mend lang.Text) {
	var r *scoring.Refusal
	if errors.As(err, &r) {
		return r.What, r.Mend
	}
	return lang.Both(err.Error()), lang.Text{}
}
