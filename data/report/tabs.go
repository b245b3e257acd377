package report

import (
	"strings"

	"thidua/data/clean"
	"thidua/data/table"
	"thidua/scoring/lang"
)

// Tabs is a table as spreadsheets take it from the clipboard: a line for the heads and one for each row, with tabs
// between the cells. Numbers are exact and have the decimal sign of the table's language; a text that would be taken
// for a formula has an apostrophe in front.
func Tabs(t table.Table) string {
	t = t.For(table.Text)
	var b strings.Builder
	line := func(cell func(column int) string) {
		for i := range t.Columns {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(cell(i))
		}
		b.WriteByte('\n')
	}
	line(t.HeadText)
	for y := range t.Len {
		line(func(i int) string {
			c := t.Cell(y, i)
			exact, number := c.Exact()
			switch {
			case number && t.Lang == lang.VI:
				return strings.Replace(exact, ".", ",", 1)
			case number:
				return exact
			}
			return harmless(clean.Line(c.Text))
		})
	}
	return b.String()
}
