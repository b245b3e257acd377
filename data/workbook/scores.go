package workbook

import (
	"strconv"
	"strings"

	"thidua/data/clean"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// entry is a line of a table of a sheet.
type entry struct{ text, at string }

// scores gathers the self-scores of a workbook, table by table.
type scores struct {
	*writer
	tables   map[string][]entry
	exempt   []string
	exemptAt string
	evidence []entry
}

func newScores(w *writer) *scores { return &scores{writer: w, tables: map[string][]entry{}} }

// mark takes what a cell says of a criterion, given in some way.
func (s *scores) mark(c *scoring.Criterion, v value, at string, as scoring.Entry) {
	switch {
	case v.formula:
		s.fail(at, formulaFound(), typeValue())
		return
	case v.text == "":
		return
	case notApplicable(v.text):
		s.exempt, s.exemptAt = append(s.exempt, quoted(c.Code)), at
		return
	}
	add := func(table, text string) {
		s.tables[table] = append(s.tables[table], entry{quoted(c.Code) + " = " + text, at})
	}
	switch as {
	case scoring.EntryLevel:
		add("level", quoted(levelID(c, v.text)))
	case scoring.EntryCount:
		if n, err := strconv.Atoi(strings.TrimSuffix(v.text, ".0")); err == nil {
			add("count", strconv.Itoa(n))
			return
		}
		add("count", numberOr(v.text))
	case scoring.EntryPoints:
		if n, percent, ok := decimal(v.text); ok && percent {
			add("percent", n)
			return
		}
		add("points", numberOr(v.text))
	default:
		s.percent(c, v.text, at, add)
	}
}

// percent takes a percent. What lies between 0 and 1 may be one that a program kept as a fraction: nobody guesses.
func (s *scores) percent(c *scoring.Criterion, text, at string, add func(table, text string)) {
	n, sign, ok := decimal(text)
	if !ok {
		add("percent", quoted(text))
		return
	}
	if f, _ := strconv.ParseFloat(n, 64); f > 0 && f <= 1 && !sign {
		times := strconv.FormatFloat(f*100, 'f', -1, 64)
		s.fail(at, lang.Sayf("tiêu chí %s: %s %% hay %s %%?", "criterion %s: %s %% or %s %%?", c.Code, n, times),
			lang.Sayf("viết %s, hoặc %s%% (có dấu %%) nếu đúng là thế",
				"write %s, or %s%% (with the sign) if that is meant",
				times, n))
		return
	}
	add("percent", n)
}

// notApplicable reports whether a cell says that the criterion does not apply.
func notApplicable(text string) bool {
	switch names.Bare(names.Fold(text)) {
	case "khong ap dung", "kad", "k.a.d", "n/a", "na":
		return true
	}
	return false
}

// levelID is the id of the level that a cell names, by its id or its name in either language; the text itself where
// there is none such, which is refused with the levels that there are.
func levelID(c *scoring.Criterion, text string) string {
	for _, l := range c.Levels {
		if names.Same(l.ID, text) || names.Same(l.Name.VI, text) || names.Same(l.Name.EN, text) {
			return l.ID
		}
	}
	return clean.Line(text)
}

// papers takes the evidence of a criterion.
func (s *scores) papers(c *scoring.Criterion, at string, cells ...string) {
	if text := list(cells...); text != "[]" {
		s.evidence = append(s.evidence, entry{quoted(c.Code) + " = " + text, at})
	}
}

// write writes the tables. A sheet without a score has an empty one.
func (s *scores) write() {
	if len(s.exempt) > 0 {
		s.line("not_applicable = ["+strings.Join(s.exempt, ", ")+"]", s.exemptAt)
	}
	if len(s.tables) == 0 {
		s.line("[percent]", "")
	}
	for _, table := range []string{"percent", "points", "level", "count"} {
		if len(s.tables[table]) > 0 {
			s.section("["+table+"]", s.tables[table])
		}
	}
	if len(s.evidence) > 0 {
		s.section("[evidence]", s.evidence)
	}
}

func (s *scores) section(head string, entries []entry) {
	s.line(head, "")
	for _, e := range entries {
		s.line(e.text, e.at)
	}
}
