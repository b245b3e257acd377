package view

import (
	"strconv"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// AppraisalMatrix is by how much the appraisal differs from what was agreed: a row for each criterion at which it does
// for any unit, a column for each unit, and below them both totals, ranks and awards.
func AppraisalMatrix(s *scoring.State, l lang.Lang) table.Table {
	v := differenceMatrix{appraisal: appraisal{s, l}, by: map[[2]int]scoring.Difference{},
		agreed: s.Standings(scoring.Agreed), appraised: s.Standings(scoring.Appraised)}
	for _, d := range s.Differences() {
		if n := len(v.nodes); n == 0 || v.nodes[n-1] != d.Node {
			v.nodes = append(v.nodes, d.Node)
		}
		v.by[[2]int{d.Node, d.Unit}] = d
	}
	columns := []table.Of[int]{
		v.column("code", codeHead(), table.Left, func(row int) table.Cell {
			if row >= len(v.nodes) {
				return table.Cell{}
			}
			return v.code(scoring.Difference{Node: v.nodes[row]})
		}),
		v.column("title", criterionHead(), table.Left, func(row int) table.Cell {
			if row >= len(v.nodes) {
				said := v.sums()[row-len(v.nodes)].name.In(l)
				return table.Cell{Text: said, Class: table.Field, Value: said}
			}
			return v.label(scoring.Difference{Node: v.nodes[row]})
		}),
	}
	for i, u := range s.Units() {
		columns = append(columns, v.column("unit-"+strconv.Itoa(i), lang.Both(u.Name()), table.Right,
			func(row int) table.Cell { return v.cell(row, i) }))
	}
	return table.Make(l, v.title(lang.Text{VI: "Ma trận chênh lệch (điểm thẩm định − điểm thống nhất)",
		EN: "Differences by criterion and unit (appraised − agreed)"}),
		len(v.nodes)+len(v.sums()), func(i int) int { return i }, columns)
}

// differenceMatrix is a matrix of differences on its way into a table. Rows are nodes with a difference, then the sums.
type differenceMatrix struct {
	appraisal
	nodes             []int
	by                map[[2]int]scoring.Difference // by node and unit
	agreed, appraised scoring.Table
}

func (v differenceMatrix) column(id string, head lang.Text, a table.Align, cell func(int) table.Cell) table.Of[int] {
	return table.Of[int]{Column: table.Column{ID: id, Head: head, Align: a, Weight: table.Always, For: table.All},
		Cell: cell}
}

func (v differenceMatrix) cell(row, unit int) table.Cell {
	if row >= len(v.nodes) {
		return v.sums()[row-len(v.nodes)].of(unit)
	}
	d, ok := v.by[[2]int{v.nodes[row], unit}]
	if !ok {
		return table.Cell{}
	}
	return byCell(v.lang, d.By())
}

// sums are the rows below the criteria.
func (v differenceMatrix) sums() []total {
	all, places := lang.Text{VI: "tổng điểm", EN: "total"}, lang.Text{VI: "hạng", EN: "rank"}
	award := lang.Text{VI: "khen thưởng theo điểm", EN: "award by the scores"}
	of := func(name lang.Text, t scoring.Table, say func(scoring.Table, int) table.Cell) total {
		return total{name, func(unit int) table.Cell { return say(t, unit) }}
	}
	return []total{
		{lang.Text{VI: "tổng chênh lệch", EN: "all differences"}, v.all},
		of(v.staged(all, scoring.Agreed), v.agreed, v.total),
		of(v.staged(all, scoring.Appraised), v.appraised, v.total),
		of(v.staged(places, scoring.Agreed), v.agreed, v.rank),
		of(v.staged(places, scoring.Appraised), v.appraised, v.rank),
		of(awardHead(), v.agreed, v.award),
		of(v.staged(award, scoring.Appraised), v.appraised, v.award),
	}
}

// all is everything by which the appraisal differs for a unit.
func (v differenceMatrix) all(unit int) table.Cell {
	u := v.state.Units()[unit]
	if !u.HasSheet() {
		return noSheetCell()
	}
	return byCell(v.lang, u.Total(scoring.Appraised)-u.Total(scoring.Agreed))
}

// noSheetCell stands for every number of a unit without a sheet.
func noSheetCell() table.Cell { return table.Cell{Text: NoRank, Class: table.Missing} }

// staged names something with its stage.
func (v appraisal) staged(what lang.Text, st scoring.Stage) lang.Text {
	return lang.Sayf("%s, %s", "%s, %s", what, v.state.Rulebook().StageName(st))
}

// total is a unit's total in a ranking.
func (v appraisal) total(t scoring.Table, unit int) table.Cell {
	x := t.At(t.Place(unit))
	if x.Rank == 0 {
		return noSheetCell()
	}
	return table.Cell{Text: Points(v.lang, x.Total), Class: table.Measure, Value: x.Total}
}

// rank is a unit's rank in a ranking.
func (v appraisal) rank(t scoring.Table, unit int) table.Cell {
	x := t.At(t.Place(unit))
	if x.Rank == 0 {
		return noSheetCell()
	}
	return table.Cell{Text: Rank(x), Class: table.Rank, Value: x.Rank}
}

// award is what a ranking gives a unit.
func (v appraisal) award(t scoring.Table, unit int) table.Cell {
	x := t.At(t.Place(unit))
	return table.Cell{Text: Awards(v.state.Rulebook(), x, v.lang), Class: AwardClass(v.state.Rulebook(), x.Award),
		Value: x.Award}
}
