package report

import (
	"io"

	"thidua/data/table"
)

// Format is a form in which every table can be written.
type Format struct {
	Name  string
	Write func(io.Writer, table.Table) error
}

// Formats are all of them, that for people first. JSON is not among them: it has a form of its own for each command.
func Formats() []Format {
	return []Format{{"table", Text}, {"csv", CSV}, {"csv-excel", Excel}}
}
