package view

import (
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What the appraisal gave beside what was agreed. Every head says of which stage its numbers are.

// AppraisalDifferences are all differences between what was agreed and what the appraisal gave: a row for each
// criterion of a unit, with who gave it, why, and how the group stands to it.
func AppraisalDifferences(s *scoring.State, l lang.Lang) table.Table {
	v := appraisal{s, l}
	all := s.Differences()
	row := func(i int) scoring.Difference { return all[i] }
	return table.Make(l, v.title(lang.Text{VI: "Chênh lệch thẩm định", EN: "Differences of the appraisal"}), len(all),
		row,
		[]table.Of[scoring.Difference]{
			v.column("unit", unitHead(), table.Left, table.Always, v.unit),
			v.column("code", codeHead(), table.Left, table.Always, v.code),
			v.column("title", criterionHead(), table.Left, 20, v.label),
			v.column("agreed", s.Rulebook().StageName(scoring.Agreed), table.Right, 80, v.points(scoring.Agreed)),
			v.column("appraised", s.Rulebook().StageName(scoring.Appraised), table.Right, 80,
				v.points(scoring.Appraised)),
			v.column("difference", lang.Text{VI: "chênh lệch", EN: "difference"}, table.Right, table.Always, v.by),
			v.column("assessor", assessorHead(), table.Left, 30, v.assessor),
			v.column("outcome", lang.Text{VI: "kết luận", EN: "outcome"}, table.Left, 70, v.outcome),
			v.column("reason", lang.Text{VI: "giải trình", EN: "explanation"}, table.Left, 50, v.reason),
			v.remark(),
			v.column("decision", lang.Text{VI: "quyết định", EN: "decision"}, table.Right, 10, v.decision),
		})
}

// appraisal is the appraisal of a meeting on its way into tables.
type appraisal struct {
	state *scoring.State
	lang  lang.Lang
}

// title names a table with the group and its year.
func (v appraisal) title(what lang.Text) lang.Text {
	name := v.state.Rulebook().Title
	if c, ok := v.state.Group(); ok {
		name = c.Name
	}
	return lang.Sayf("%s · %s · %s", "%s · %s · %s", what, name, v.state.Year())
}

func (v appraisal) column(
	id string, head lang.Text, a table.Align, weight int, cell func(scoring.Difference) table.Cell,
) table.Of[scoring.Difference] {
	return table.Of[scoring.Difference]{
		Column: table.Column{ID: id, Head: head, Align: a, Weight: weight, For: table.All}, Cell: cell}
}

func (v appraisal) node(d scoring.Difference) *scoring.Criterion {
	return &v.state.Rulebook().Criteria[d.Node]
}

func (v appraisal) unit(d scoring.Difference) table.Cell {
	name := v.state.Units()[d.Unit].Name()
	return table.Cell{Text: name, Class: table.Name, Value: name}
}

func (v appraisal) code(d scoring.Difference) table.Cell {
	return table.Cell{Text: v.node(d).Code, Value: v.node(d).Code}
}

func (v appraisal) label(d scoring.Difference) table.Cell {
	n := v.node(d)
	return table.Cell{Text: n.Label(), Class: table.Detail, Value: n.Title}
}

// points are those of one stage at the difference.
func (v appraisal) points(st scoring.Stage) func(scoring.Difference) table.Cell {
	return func(d scoring.Difference) table.Cell {
		p := d.Agreed
		if st == scoring.Appraised {
			p = d.Appraised
		}
		return table.Cell{Text: Points(v.lang, p), Value: p}
	}
}

func (v appraisal) by(d scoring.Difference) table.Cell { return byCell(v.lang, d.By()) }

// byCell is how much the appraisal gives more or less.
func byCell(l lang.Lang, p scoring.Points) table.Cell {
	c := table.Cell{Text: Signed(l, p), Class: table.Rose, Value: p}
	if p < 0 {
		c.Class = table.Fell
	}
	return c
}

// assessor is the department that gave it; where the file did not say, the one that the rulebook names.
func (v appraisal) assessor(d scoring.Difference) table.Cell {
	who := v.node(d).Assessor
	if a, _, ok := v.state.Units()[d.Unit].AppraisedAt(d.Node); ok && a.Assessor != "" {
		who = a.Assessor
	}
	return table.Cell{Text: who, Class: table.Detail, Value: who}
}

func (v appraisal) outcome(d scoring.Difference) table.Cell {
	c := table.Cell{Text: d.Outcome.Name().In(v.lang), Class: OutcomeClass(d.Outcome), Value: string(d.Outcome)}
	if d.Outcome == scoring.Unexplained {
		c.Value = "open"
	}
	return c
}

// OutcomeClass is how an outcome looks.
func OutcomeClass(o scoring.Outcome) table.Class {
	switch o {
	case scoring.Accepted:
		return table.Good
	case scoring.ToDiscuss:
		return table.Warning
	}
	return table.Undecided
}

// reason is the group's explanation; while there is none, what the department wrote.
func (v appraisal) reason(d scoring.Difference) table.Cell {
	if d.Explained != nil {
		return table.Cell{Text: d.Reason, Value: d.Reason}
	}
	c := table.Cell{Class: table.Detail, Value: ""}
	if said := Remark(v.state, d); said != "" {
		c.Text = lang.Sayf("đơn vị đánh giá: %s", "the department: %s", said).In(v.lang)
	}
	return c
}

// Remark is what the department wrote of what it gave: beside a score, or the reason of a bonus or penalty.
func Remark(s *scoring.State, d scoring.Difference) string {
	switch a := s.Changes(d.Decision).(type) {
	case scoring.Appraise:
		return a.Reason
	case scoring.Bonus:
		return a.Reason
	case scoring.Penalty:
		return a.Reason
	}
	return ""
}

// remark is what the department wrote, which people read where nothing is explained yet.
func (v appraisal) remark() table.Of[scoring.Difference] {
	return table.Of[scoring.Difference]{Column: table.Column{ID: "remark", For: table.Programs},
		Cell: func(d scoring.Difference) table.Cell { return table.Cell{Value: Remark(v.state, d)} }}
}

func (v appraisal) decision(d scoring.Difference) table.Cell { return number(d.Decision.Seq) }
