package rulebook

import (
	"regexp"
	"strconv"
	"time"

	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// reader turns a document into a rulebook. Its methods follow the sections of the file.
type reader struct {
	doc  *tomldoc.Doc
	book *scoring.Rulebook
}

func (r *reader) head(t *tomldoc.Table) {
	b := r.book
	t.Require("id", "title", "year")
	t.RequireTables("[scale]", "[limit]", "[rank]", "[[award]]", "[vote]", "[election]", "[[criterion]]")
	b.ID, b.Title, b.Source, b.Example = t.Filled("id"), t.Text("title"), t.Text("source"), t.Bool("example")
	b.Years = choice(t, "year",
		map[string]scoring.YearKind{"school": scoring.SchoolYear, "calendar": scoring.CalendarYear})
	r.edition(t)
	if s := section(t, "scale", "total"); s != nil {
		b.Total, _ = s.Points("total")
		b.TotalClause = s.Filled("clause")
		b.Entry = choice(s, "entry", scoreEntries())
		s.Done()
	}
	if s := section(t, "levels"); s != nil {
		b.LevelClause = s.Filled("clause")
		s.Done()
	}
	r.limits(t)
	if s := section(t, "rank", "by"); s != nil {
		b.Rank.By = choice(s, "by", map[string]scoring.RankBy{"total": scoring.ByTotal, "share": scoring.ByShare})
		b.Rank.Clause = s.Filled("clause")
		s.Done()
	}
	r.tieBreak(t)
	r.vote(t)
	r.classes(t)
	r.awards(t)
	r.closing(t)
	r.words(t)
	r.election(t)
	r.calendar(t)
	r.paper(t)
	for _, c := range t.Tables("clause") {
		c.Require("id", "text")
		b.Clauses = append(b.Clauses, scoring.Clause{ID: c.Filled("id"), Text: c.Text("text")})
		c.Done()
	}
	r.clusters(t)
	r.criteria(t)
}

// edition takes the edition of the rules of a meeting: a file that names a later one needs a later program.
func (r *reader) edition(t *tomldoc.Table) {
	if !t.Has("edition") {
		return
	}
	n := t.Int("edition")
	if !t.Failed("edition") && (n < 1 || n > scoring.SecondEdition) {
		t.Fail("edition", lang.Sayf("chương trình này không biết edition = %d",
			"this program knows no edition = %d", n),
			lang.Sayf("viết edition = %d, hoặc dùng bản mới hơn", "write edition = %d, or use a newer version",
				scoring.SecondEdition))
		return
	}
	r.book.Edition = n
}

// section takes a table and asks for keys that it must have.
func section(t *tomldoc.Table, name string, required ...string) *tomldoc.Table {
	s := t.Table(name)
	if s != nil {
		s.Require(required...)
	}
	return s
}

// choice takes one of some words.
func choice[T any](t *tomldoc.Table, key string, words map[string]T) T {
	var none T
	if !t.Has(key) {
		t.String(key)
		return none
	}
	word := t.String(key)
	v, ok := words[word]
	if !ok && !t.Failed(key) {
		var known []lang.Sayer
		for w := range words {
			known = append(known, lang.Both(w))
		}
		t.Fail(key, lang.Sayf("%s không nhận %q", "%s cannot be %q", key, word),
			lang.Sayf("dùng %s", "use %s", sorted(known)))
	}
	return v
}

func (r *reader) limits(t *tomldoc.Table) {
	s := section(t, "limit", "bonus", "penalty")
	if s == nil {
		return
	}
	for _, l := range []struct {
		key string
		to  *scoring.Limit
	}{{"bonus", &r.book.Bonus}, {"penalty", &r.book.Penalty}} {
		if x := section(s, l.key, "share"); x != nil {
			l.to.Share, _ = x.Percent("share")
			l.to.Total, l.to.HasTotal = x.Points("total")
			l.to.Clause, l.to.TotalClause = x.Filled("clause"), x.Filled("total_clause")
			x.Done()
		}
	}
	s.Done()
}

func (r *reader) tieBreak(t *tomldoc.Table) {
	b := r.book
	if s := section(t, "tiebreak", "at"); s != nil {
		b.TieBreak = scoring.TieBreak{
			At: choice(s, "at", map[string]scoring.TieBreakAt{
				"top": scoring.AtTop, "every": scoring.AtEvery, "award": scoring.AtAward}),
			Name:      s.Text("name"),
			Assessors: s.Strings("assessors"), Codes: s.Strings("criteria"),
			Clause: s.Filled("clause"),
		}
		s.Done()
	}
	if s := section(t, "sanction"); s != nil {
		b.SanctionClause = s.Filled("clause")
		s.Done()
	}
	for _, x := range t.Tables("bar") {
		x.Require("id", "level", "share", "name")
		b.Bars = append(b.Bars,
			scoring.Bar{ID: x.Filled("id"), Grade: x.Int("level"), Share: ratio(x, "share"), Name: x.Text("name"),
				Clause: x.Filled("clause")})
		x.Done()
	}
}

// ratio takes a fraction written "1/3".
func ratio(t *tomldoc.Table, key string) scoring.Ratio {
	s := t.String(key)
	r, ok := scoring.ParseRatio(s)
	if !ok && t.Has(key) && !t.Failed(key) {
		t.Fail(key,
			lang.Sayf("%s: %q không phải là phân số từ 0 đến 1", "%s: %q is not a fraction between 0 and 1", key, s),
			lang.Sayf(`viết như "1/3"`, `write it like "1/3"`))
	}
	return r
}

// threshold takes { more_than = "1/2" } or { at_least = "2/3" }.
func threshold(t *tomldoc.Table, key string) scoring.Threshold {
	s := t.Table(key)
	if s == nil {
		return scoring.Threshold{}
	}
	more, least := ratio(s, "more_than"), ratio(s, "at_least")
	if s.Has("more_than") == s.Has("at_least") {
		t.Fail(key,
			lang.Sayf("%s cần đúng một trong more_than và at_least",
				"%s needs exactly one of more_than and at_least", key),
			lang.Sayf(`viết { more_than = "1/2" }`, `write { more_than = "1/2" }`))
	}
	s.Done()
	if s.Has("more_than") {
		return scoring.Threshold{Ratio: more, More: true}
	}
	return scoring.Threshold{Ratio: least}
}

// base takes one of the words for what a threshold is a part of.
func base(t *tomldoc.Table) scoring.VoteBase {
	return choice(t, "base",
		map[string]scoring.VoteBase{"present": scoring.OfPresent, "members": scoring.OfMembers, "cast": scoring.OfCast,
			"valid": scoring.OfValid})
}

func (r *reader) closing(t *tomldoc.Table) {
	if s := section(t, "closing", "quorum"); s != nil {
		r.book.Closing = scoring.ClosingRule{Quorum: threshold(s, "quorum"), Clause: s.Filled("clause")}
		s.Done()
	}
}

// year checks a year that stands at a key, if it is known how years are written.
func (r *reader) year(t *tomldoc.Table, key, year string) {
	if err := r.book.Years.Check(year); err != nil && year != "" && !r.doc.Root().Failed("year") {
		t.FailErr(key, err)
	}
}

var monthDay = regexp.MustCompile(`^(\d\d)-(\d\d)$`)

func (r *reader) calendar(t *tomldoc.Table) {
	for _, x := range t.Tables("deadline") {
		x.Require("id", "name", "day")
		d := scoring.Deadline{ID: x.Filled("id"), Name: x.Text("name"), Clause: x.Filled("clause")}
		if m := monthDay.FindStringSubmatch(x.Filled("day")); m != nil {
			month, _ := strconv.Atoi(m[1])
			d.Month = time.Month(month)
			d.Day, _ = strconv.Atoi(m[2])
		}
		if day := time.Date(2020, d.Month, d.Day, 0, 0, 0, 0, time.UTC); !x.Failed("day") &&
			(d.Day == 0 || day.Month() != d.Month || day.Day() != d.Day) {
			x.Fail("day", lang.Sayf("day phải là tháng-ngày có thật", "day must be a month and day that exist"),
				lang.Sayf(`viết như "06-10"`, `write it like "06-10"`))
		}
		if e := x.Table("except"); e != nil {
			d.Except = map[string]time.Time{}
			for _, year := range e.Keys() {
				r.year(e, year, year)
				d.Except[year] = e.Date(year)
			}
		}
		x.Done()
		r.book.Deadlines = append(r.book.Deadlines, d)
	}
}
