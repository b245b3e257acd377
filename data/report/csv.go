package report

import (
	"encoding/csv"
	"io"
	"strings"
	"time"

	"thidua/data/table"
)

// CSV writes a table as comma-separated values with the JSON's names, for other programs.
func CSV(w io.Writer, t table.Table) error {
	c := csv.NewWriter(w)
	return values(c, t, func(cell table.Cell) string {
		text, number := cell.Exact()
		if number {
			return text
		}
		return harmless(text)
	})
}

// Excel writes the same as an Excel of this country opens it by a double click: with a mark that it is UTF-8,
// semicolons between the values and a comma in the numbers.
func Excel(w io.Writer, t table.Table) error {
	const utf8Mark = "\ufeff"
	if _, err := io.WriteString(w, utf8Mark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.Comma, c.UseCRLF = ';', true
	return values(c, t, func(cell table.Cell) string {
		text, number := cell.Exact()
		if number {
			return strings.Replace(text, ".", ",", 1)
		}
		if at, ok := cell.Value.(time.Time); ok {
			return at.Format(time.DateTime)
		}
		return harmless(text)
	})
}

// values writes the heads and the rows that programs read.
func values(c *csv.Writer, t table.Table, write func(table.Cell) string) error {
	t = t.For(table.Programs)
	row := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		row[i] = column.ID
	}
	_ = c.Write(row)
	for y := range t.Len {
		for i := range row {
			row[i] = write(t.Cell(y, i))
		}
		_ = c.Write(row)
	}
	c.Flush()
	return c.Error() // the first error of any Write
}

// harmless is a text with an apostrophe in front where a spreadsheet would take it for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
		return "'" + s
	}
	return s
}
