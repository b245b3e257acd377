package report

import (
	"bytes"
	"encoding/json"
	"io"

	"thidua/data/table"
)

// objects are the rows that programs read as JSON objects, their names in the order of the columns. Numbers are exact
// decimals.
func objects(t table.Table) ([]json.RawMessage, error) {
	t = t.For(table.Programs)
	out := make([]json.RawMessage, t.Len)
	for y := range t.Len {
		var b bytes.Buffer
		b.WriteByte('{')
		for i, column := range t.Columns {
			cell := t.Cell(y, i)
			if cell.Value == nil && column.Optional {
				continue
			}
			if b.Len() > 1 {
				b.WriteByte(',')
			}
			value, err := marshal(exactly(cell))
			if err != nil {
				return nil, err
			}
			b.WriteString(`"` + column.ID + `":`)
			b.Write(value)
		}
		b.WriteByte('}')
		out[y] = b.Bytes()
	}
	return out, nil
}

// exactly is a cell's value as JSON has it.
func exactly(c table.Cell) any {
	switch text, number := c.Exact(); v := c.Value.(type) {
	case nil, bool, []string:
		return v
	default:
		if number {
			return json.Number(text)
		}
		return text
	}
}

// marshal is one value on one line, with & < > as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// write writes a whole document, indented.
func write(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// RowsJSON writes the rows of a table that programs read, as an array of that name.
func RowsJSON(w io.Writer, name string, t table.Table) error {
	rows, err := objects(t)
	if err != nil {
		return err
	}
	return write(w, map[string][]json.RawMessage{name: rows})
}
