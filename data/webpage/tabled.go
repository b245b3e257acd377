package webpage

import (
	"thidua/data/paper"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring/lang"
)

// titled is a table of the meeting under its head.
type titled struct {
	head  lang.Text
	table table.Table
}

// block is the table as papers have it, small letters for a wide one; a table without rows says so.
func (t titled) block(small bool) paper.Block {
	x := t.table.For(table.Text)
	if x.Len == 0 {
		return paper.Plain(paper.Body, lang.Text{VI: "Không có.", EN: "None."}.In(x.Lang))
	}
	out := paper.Table{Small: small}
	var head paper.Row
	for c, column := range x.Columns {
		align := paper.Left
		if column.Align == table.Right {
			align = paper.Right
		}
		out.Columns = append(out.Columns, paper.Column{Width: 1, Align: align})
		head.Cells = append(head.Cells, paper.Cell{Text: view.Capital(x.HeadText(c))})
	}
	out.Head = []paper.Row{head}
	for r := range x.Len {
		var row paper.Row
		for c := range x.Columns {
			cell := x.Cell(r, c)
			row.Cells = append(row.Cells, paper.Cell{Text: cell.Text,
				Bold: cell.Class == table.Measure || cell.Class == table.Field})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func (t titled) folded(small bool) paper.Block {
	return paper.Fold{Head: t.head.In(t.table.Lang), Blocks: []paper.Block{t.block(small)}}
}
