package view

import (
	"strconv"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Matrix is what every unit has at every criterion and field at a stage, in points: a row for each criterion, a column
// for each unit, and below them bonuses, penalties, totals and ranks.
func Matrix(s *scoring.State, st scoring.Stage, l lang.Lang) table.Table {
	v := matrix{s, st, l}
	columns := []table.Of[int]{
		v.column("code", codeHead(), table.Left, v.code),
		v.column("title", criterionHead(), table.Left, v.title),
		v.column("max", maxHead(), table.Right, v.max),
	}
	for i, u := range s.Units() {
		columns = append(columns, v.column("unit-"+strconv.Itoa(i), lang.Both(u.Name()), table.Right,
			func(row int) table.Cell { return v.of(row, i) }))
	}
	title := lang.Sayf("Ma trận điểm (%s)", "Points (%s)", s.Rulebook().StageName(st))
	return table.Make(l, title, len(v.state.Rulebook().Criteria)+len(v.sums()), func(i int) int { return i }, columns)
}

// matrix is a matrix on its way into a table. Rows are indexes of Rulebook.Criteria, then the sums.
type matrix struct {
	state *scoring.State
	stage scoring.Stage
	lang  lang.Lang
}

// total is a row below the criteria.
type total struct {
	name lang.Text
	of   func(unit int) table.Cell
}

func (v matrix) sums() []total {
	points := func(of func(*scoring.Unit) scoring.Points) func(int) table.Cell {
		return func(unit int) table.Cell {
			p := of(v.state.Units()[unit])
			if !v.state.Units()[unit].HasSheet() {
				return table.Cell{Text: NoRank, Class: table.Missing}
			}
			return table.Cell{Text: Points(v.lang, p), Class: table.Measure, Value: p}
		}
	}
	return []total{
		{bonusHead(), points(func(u *scoring.Unit) scoring.Points { return u.Bonus(v.stage) })},
		{penaltyHead(), points(func(u *scoring.Unit) scoring.Points { return u.Penalty(v.stage) })},
		{lang.Text{VI: "tổng điểm", EN: "total"},
			points(func(u *scoring.Unit) scoring.Points { return u.Total(v.stage) })},
		{lang.Text{VI: "hạng", EN: "rank"}, func(unit int) table.Cell {
			t := v.state.Standings(v.stage)
			x := t.At(t.Place(unit))
			return table.Cell{Text: Rank(x), Class: table.Rank, Value: Rank(x)}
		}},
	}
}

func (v matrix) column(id string, head lang.Text, a table.Align, cell func(int) table.Cell) table.Of[int] {
	return table.Of[int]{Column: table.Column{ID: id, Head: head, Align: a, Weight: table.Always, For: table.All},
		Cell: cell}
}

// node is the criterion of a row; nil below them.
func (v matrix) node(row int) *scoring.Criterion {
	if all := v.state.Rulebook().Criteria; row < len(all) {
		return &all[row]
	}
	return nil
}

func (v matrix) sum(row int) total { return v.sums()[row-len(v.state.Rulebook().Criteria)] }

func (v matrix) code(row int) table.Cell {
	if n := v.node(row); n != nil {
		return table.Cell{Text: n.Code, Value: n.Code}
	}
	return table.Cell{}
}

func (v matrix) title(row int) table.Cell {
	if n := v.node(row); n != nil {
		return label(n)
	}
	said := v.sum(row).name.In(v.lang)
	return table.Cell{Text: said, Class: table.Field, Value: said}
}

func (v matrix) max(row int) table.Cell {
	if n := v.node(row); n != nil {
		return table.Cell{Text: Points(v.lang, n.Max), Class: table.Detail, Value: n.Max}
	}
	return table.Cell{}
}

func (v matrix) of(row, unit int) table.Cell {
	n := v.node(row)
	if n == nil {
		return v.sum(row).of(unit)
	}
	u := v.state.Units()[unit]
	if !u.Applies(row) {
		return table.Cell{Text: "–", Class: table.Missing}
	}
	p := u.Points(v.stage, row)
	c := table.Cell{Text: Points(v.lang, p), Value: p}
	if !n.Scored {
		c.Class = table.Measure
	}
	return c
}
