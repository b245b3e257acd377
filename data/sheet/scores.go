package sheet

import (
	"strconv"

	"thidua/data/clean"
	"thidua/data/tomldoc"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// score is one of the tables that hold self-scores: how its values are read.
type score struct {
	table string
	read  func(t *tomldoc.Table, c *scoring.Criterion) (scoring.Mark, bool)
}

// scores are the tables of a sheet that hold self-scores.
func scores() []score {
	return []score{
		{"percent", func(t *tomldoc.Table, c *scoring.Criterion) (scoring.Mark, bool) {
			p, ok := t.Score(c.Code, c.MostPercent())
			return scoring.InPercent(p), ok
		}},
		{"points", func(t *tomldoc.Table, c *scoring.Criterion) (scoring.Mark, bool) {
			p, ok := t.Points(c.Code)
			return scoring.InPoints(p), ok
		}},
		{"level", func(t *tomldoc.Table, c *scoring.Criterion) (scoring.Mark, bool) {
			id := t.Filled(c.Code)
			return scoring.AtLevel(id), !t.Failed(c.Code)
		}},
		{"count", func(t *tomldoc.Table, c *scoring.Criterion) (scoring.Mark, bool) {
			n := t.Int(c.Code)
			return scoring.Counted(n), !t.Failed(c.Code)
		}},
	}
}

// scores reads the self-scores: a criterion has one, in one of the tables.
func (r *reader) scores(root *tomldoc.Table) {
	in := map[string]string{}
	for _, s := range scores() {
		t := root.Table(s.table)
		if t == nil {
			continue
		}
		for _, code := range t.Keys() {
			c := r.scored(t, code)
			if c == nil {
				continue
			}
			if other, twice := in[code]; twice {
				t.Ignore(code)
				t.Fail(code, lang.Sayf("%s đã được chấm trong [%s]", "%s has its score in [%s] already",
					clean.Show(code), other), lang.Sayf("giữ lại một trong hai", "keep one of the two"))
				continue
			}
			in[code] = s.table
			r.mark(t, c, s)
		}
	}
	r.fractions(root)
}

// missing says that a sheet has no scores, and how the first criterion's is written.
func (r *reader) missing(root *tomldoc.Table) {
	first := &r.book.Criteria[r.book.Leaves()[0]]
	table, value := "percent", "100"
	switch first.Asks() {
	case scoring.EntryPoints:
		table, value = "points", first.Max.String()
	case scoring.EntryLevel:
		table, value = "level", strconv.Quote(first.Levels[0].ID)
	case scoring.EntryCount:
		table, value = "count", "0"
	}
	root.Fail(table, lang.Sayf("thiếu bảng [%s]", "the table [%s] is missing", table),
		lang.Sayf(`thêm [%s], dưới đó mỗi tiêu chí một dòng như %q = %s`,
			`add [%s], below it a line for each criterion such as %q = %s`, table, first.Code, value))
}

// scored finds the scored criterion that a key names and that applies; nil, with a finding, if there is none.
func (r *reader) scored(t *tomldoc.Table, code string) *scoring.Criterion {
	c := r.criterion(t, code)
	switch {
	case c == nil:
	case !c.Scored:
		at, _ := r.book.Index(code)
		what, mend := r.book.NoScoreOfItsOwn(at)
		t.Fail(code, what, mend)
	case r.exempt(code):
		t.Fail(code, lang.Sayf("%s đã ghi là không áp dụng", "%s is declared not applicable", code),
			lang.Sayf("bỏ một trong hai", "drop one of the two"))
	default:
		return c
	}
	return nil
}

// mark reads one self-score, if the criterion can be given it.
func (r *reader) mark(t *tomldoc.Table, c *scoring.Criterion, s score) {
	m, ok := s.read(t, c)
	if !ok {
		return
	}
	if err := c.Takes(m); err != nil {
		t.FailErr(c.Code, err)
		return
	}
	r.sheet.Marks[c.Code] = m
}

// fewest is how many percents a sheet must have before their size says something about all of them.
const fewest = 5

// fractions finds a sheet that says 0.85 where it means 85 percent: then no percent is above 1.
func (r *reader) fractions(root *tomldoc.Table) {
	most, n := scoring.NoPercent, 0
	for _, m := range r.sheet.Marks {
		if m.Entry() == scoring.EntryPercent {
			most = max(most, m.Percent())
			n++
		}
	}
	if n < fewest || most == scoring.NoPercent || most > scoring.FullPercent/100 {
		return
	}
	root.Fail("percent", lang.Sayf("mọi phần trăm đều không quá 1 %: có phải là phân số không?",
		"every percent is at most 1 %: are these fractions?"),
		lang.Sayf("ghi phần trăm: 85, không phải 0.85", "write percents: 85, not 0.85"))
}
