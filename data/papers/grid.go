package papers

import (
	"strconv"
	"unicode/utf8"

	"thidua/data/paper"
	"thidua/data/table"
	"thidua/data/view"
)

// column is a column of a table of a paper.
type column struct {
	head  string
	width float64
	align paper.Align
}

// grid is a table whose head is one row, with the rows numbered in a first column of its own (STT).
func grid(columns []column, rows [][]string) paper.Table {
	t := paper.Table{Columns: []paper.Column{{Width: 1.2, Align: paper.Centre}}}
	head := paper.Row{Cells: []paper.Cell{{Text: "STT"}}}
	for _, c := range columns {
		t.Columns = append(t.Columns, paper.Column{Width: c.width, Align: c.align})
		head.Cells = append(head.Cells, paper.Cell{Text: c.head})
	}
	t.Head = []paper.Row{head}
	for i, r := range rows {
		row := paper.Row{Cells: []paper.Cell{{Text: strconv.Itoa(i + 1)}}}
		for _, text := range r {
			row.Cells = append(row.Cells, paper.Cell{Text: text})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// fromTable is a table of the meeting as papers show it: its columns for people, as wide as what stands in them. keep
// says which rows stand there; nil: all.
func fromTable(t table.Table, keep func(row int) bool) paper.Table {
	t = t.For(table.Text)
	out := paper.Table{}
	head := paper.Row{}
	for c, col := range t.Columns {
		longest := utf8.RuneCountInString(t.HeadText(c)) * 2 / 3
		for r := range t.Len {
			longest = max(longest, utf8.RuneCountInString(t.Cell(r, c).Text))
		}
		align := paper.Left
		if col.Align == table.Right {
			align = paper.Right
		}
		out.Columns = append(out.Columns, paper.Column{Width: float64(min(max(longest, 4), 26)) + 2, Align: align})
		head.Cells = append(head.Cells, paper.Cell{Text: view.Capital(t.HeadText(c))})
	}
	out.Head = []paper.Row{head}
	for r := range t.Len {
		if keep != nil && !keep(r) {
			continue
		}
		row := paper.Row{}
		for c := range t.Columns {
			row.Cells = append(row.Cells, paper.Cell{Text: t.Cell(r, c).Text})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
