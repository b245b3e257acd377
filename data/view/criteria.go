package view

import (
	"strconv"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Criteria are all criteria of one unit, fields among them in the rulebook's order: row i is Rulebook.Criteria[i].
func Criteria(s *scoring.State, unit int, l lang.Lang) table.Table {
	v := criteria{s.Rulebook(), s.Units()[unit], l}
	row := func(i int) int { return i }
	return table.Make(l, lang.Both(v.unit.Name()), len(v.book.Criteria), row, []table.Of[int]{
		v.code(), v.label(), v.max(), v.self(), v.agreed(), v.points(), v.mark(), v.evidence(), v.assessor(),
	})
}

// criteria are those of one unit on their way into a table. Rows are indexes of Rulebook.Criteria.
type criteria struct {
	book *scoring.Rulebook
	unit *scoring.Unit
	lang lang.Lang
}

// NotApplicable says that a criterion does not count for a unit at all.
func NotApplicable() lang.Text { return lang.Text{VI: "không áp dụng", EN: "does not apply"} }

// off stands for what a unit has at a criterion that does not count for it.
func off(u *scoring.Unit, l lang.Lang) table.Cell {
	return table.Cell{Text: Off(u).In(l), Class: table.Missing}
}

// Off says why a criterion does not count for a unit.
func Off(u *scoring.Unit) lang.Text {
	if !u.HasSheet() {
		return lang.Text{VI: "chưa có bản chấm", EN: "no sheet"}
	}
	return NotApplicable()
}

func (v criteria) column(id string, head, short lang.Text, weight int, cell func(at int) table.Cell) table.Of[int] {
	return table.Of[int]{
		Column: table.Column{ID: id, Head: head, Short: short, Align: table.Right, Weight: weight, For: table.All},
		Cell:   cell,
	}
}

func (v criteria) code() table.Of[int] {
	c := v.column("code", codeHead(), lang.Text{}, table.Always, func(at int) table.Cell {
		return table.Cell{Text: v.book.Criteria[at].Code, Value: v.book.Criteria[at].Code}
	})
	c.Align = table.Left
	return c
}

func (v criteria) label() table.Of[int] {
	c := v.column("title", criterionHead(), lang.Text{}, table.Always,
		func(at int) table.Cell { return label(&v.book.Criteria[at]) })
	c.Align = table.Left
	return c
}

func (v criteria) max() table.Of[int] {
	return v.column("max", maxHead(), lang.Text{}, 60, func(at int) table.Cell {
		if !v.unit.Applies(at) {
			return table.Cell{}
		}
		p := v.unit.Max(at)
		return table.Cell{Text: lang.Decimal(v.lang, int64(p), 6, 0, 2), Class: table.Detail, Value: p}
	})
}

func (v criteria) self() table.Of[int] {
	return v.column("self", selfHead(), lang.Text{}, 70, func(at int) table.Cell {
		return v.percent(scoring.Self, at, table.Detail)
	})
}

func (v criteria) agreed() table.Of[int] {
	return v.column("agreed", agreedHead(v.book), lang.Text{}, table.Always, func(at int) table.Cell {
		if !v.unit.Applies(at) {
			return off(v.unit, v.lang)
		}
		return v.percent(scoring.Agreed, at, v.class(at))
	})
}

// percent is what a scored criterion is given at a stage; fields have none.
func (v criteria) percent(st scoring.Stage, at int, class table.Class) table.Cell {
	if !v.book.Criteria[at].Scored || !v.unit.Applies(at) {
		return table.Cell{}
	}
	m, _ := v.unit.Mark(st, at)
	n := &v.book.Criteria[at]
	return table.Cell{Text: Given(v.lang, n, m), Class: class, Value: givenValue(n, m)}
}

// class is that of an agreed percent: whether it is what the unit gave itself.
func (v criteria) class(at int) table.Class {
	self, _ := v.unit.Mark(scoring.Self, at)
	agreed, _ := v.unit.Mark(scoring.Agreed, at)
	if self != agreed {
		return table.Changed
	}
	return table.Plain
}

func (v criteria) points() table.Of[int] {
	return v.column("points", pointsHead(), lang.Text{}, table.Always, func(at int) table.Cell {
		if !v.unit.Applies(at) {
			return table.Cell{}
		}
		p := v.unit.Points(scoring.Agreed, at)
		c := table.Cell{Text: Points(v.lang, p), Value: p}
		if !v.book.Criteria[at].Scored {
			c.Class = table.Measure
		}
		return c
	})
}

func (v criteria) mark() table.Of[int] {
	c := v.column("mark", lang.Text{}, lang.Text{}, 80, func(at int) table.Cell {
		m := MarkOf(v.book, v.unit, at)
		if m == NoMark {
			return table.Cell{}
		}
		return table.Cell{Text: m.Sign(), Class: m.Class(), Value: m.Word().In(v.lang)}
	})
	c.Align = table.Left
	return c
}

func (v criteria) evidence() table.Of[int] {
	return v.column("evidence", evidenceHead(), evidenceShort(), 30, func(at int) table.Cell {
		return evidence(v.book, v.unit, at)
	})
}

func (v criteria) assessor() table.Of[int] {
	c := v.column("assessor", assessorHead(), lang.Text{}, 20,
		func(at int) table.Cell {
			c := &v.book.Criteria[at]
			return table.Cell{Text: assessors(c).In(v.lang), Class: table.Detail, Value: c.Assessor}
		})
	c.Align = table.Left
	return c
}

// evidence is how many papers were handed in, of how many that are asked for: «2/3»; nothing where none is asked for.
func evidence(b *scoring.Rulebook, u *scoring.Unit, at int) table.Cell {
	n := &b.Criteria[at]
	handed, asked := len(u.Sheet().Evidence[n.Code]), len(n.Evidence)
	if asked == 0 || !u.Applies(at) {
		return table.Cell{}
	}
	c := table.Cell{Text: strconv.Itoa(handed) + "/" + strconv.Itoa(asked), Class: table.Detail, Value: handed}
	if handed == 0 {
		c.Class = table.Warning
	}
	return c
}
