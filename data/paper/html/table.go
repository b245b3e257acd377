package html

import (
	"strconv"
	"strings"

	"thidua/data/paper"
)

// table is a table; its columns are as wide as what stands in them.
type table struct {
	Class      string
	Head, Rows []row
}

// row is a row of a table.
type row struct {
	Class string
	Cells []cell
}

// cell is a cell; Part is how much of it is filled, in percent, where it stands for a part.
type cell struct {
	Lines      []string
	Span, Down int
	Class      string
	Part       string
}

func tableOf(t paper.Table) table {
	out := table{}
	if t.Small {
		out.Class = "small"
	}
	sides := make([]paper.Align, len(t.Columns))
	for i, c := range t.Columns {
		sides[i] = c.Align
	}
	for _, r := range t.Head {
		out.Head = append(out.Head, rowOf(r, nil))
	}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, rowOf(r, sides))
	}
	return out
}

// rowOf is a row below columns whose texts stand to some sides; nil for a head.
func rowOf(r paper.Row, sides []paper.Align) row {
	var out row
	if r.Shade {
		out.Class = "shade"
	}
	column := 0
	for _, c := range r.Cells {
		x := cell{Lines: strings.Split(c.Text, "\n"), Span: c.Columns(), Down: max(c.Down, 1)}
		side := paper.Left
		if column < len(sides) {
			side = sides[column]
		}
		if c.Align != nil {
			side = *c.Align
		}
		x.Class = class(side, c.Bold || r.Bold && sides != nil, c.Part > 0)
		if c.Part > 0 {
			const hundred = 100
			x.Part = strconv.FormatFloat(min(c.Part, 1)*hundred, 'f', 2, 64)
		}
		column += c.Columns()
		out.Cells = append(out.Cells, x)
	}
	return out
}

func class(side paper.Align, bold, part bool) string {
	var out []string
	switch side {
	case paper.Right:
		out = append(out, "n")
	case paper.Centre:
		out = append(out, "c")
	}
	if bold {
		out = append(out, "b")
	}
	if part {
		out = append(out, "part")
	}
	return strings.Join(out, " ")
}
