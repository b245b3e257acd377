package report

import (
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"thidua/data/table"
)

// Text writes a table for people: its title, then columns as wide as their widest cell.
func Text(w io.Writer, t table.Table) error {
	title := t.Title.In(t.Lang)
	if title != "" {
		title += "\n"
	}
	_, err := io.WriteString(w, title+grid(t))
	return err
}

// grid is the table without its title. Width is counted in cells: a name takes as many whatever its composition.
func grid(t table.Table) string {
	t = t.For(table.Text)
	rows := [][]string{make([]string, len(t.Columns))}
	for i := range t.Columns {
		rows[0][i] = t.HeadText(i)
	}
	for y := range t.Len {
		row := make([]string, len(t.Columns))
		for i := range row {
			row[i] = t.Cell(y, i).Text
		}
		rows = append(rows, row)
	}
	widths := make([]int, len(t.Columns))
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], displaywidth.String(c))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, c := range row {
			pad := strings.Repeat(" ", widths[i]-displaywidth.String(c))
			if i > 0 {
				line += "  "
			}
			if t.Columns[i].Align == table.Right {
				line += pad + c
			} else {
				line += c + pad
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
