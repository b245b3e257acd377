package txt

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"thidua/data/paper"
)

// table writes a table in columns where it has room for them, else row by row: every cell behind its head.
func (w *writer) table(t paper.Table) {
	heads := heads(t)
	widths := make([]int, len(t.Columns))
	sum := 0
	for c := range widths {
		widths[c] = displaywidth.String(heads[c])
		for _, r := range t.Rows {
			if len(r.Cells) == len(widths) {
				widths[c] = max(widths[c], displaywidth.String(r.Cells[c].Text))
			}
		}
		sum += widths[c] + 2
	}
	if sum-2 > w.width {
		w.rows(t, heads)
		return
	}
	w.out = append(w.out, strings.TrimRight(aligned(t, heads, widths), " "))
	for _, r := range t.Rows {
		w.out = append(w.out, strings.TrimRight(aligned(t, cells(r, len(widths)), widths), " "))
	}
}

// rows writes a line for each row.
func (w *writer) rows(t paper.Table, heads []string) {
	for _, r := range t.Rows {
		var parts []string
		for c, text := range cells(r, len(t.Columns)) {
			if text != "" {
				parts = append(parts, heads[c]+": "+text)
			}
		}
		w.line("", strings.Join(parts, "; "))
	}
}

// heads are the heads of a table's columns; of a head of several rows, the lowest.
func heads(t paper.Table) []string {
	out := make([]string, len(t.Columns))
	covered := make([]int, len(t.Columns))
	for _, r := range t.Head {
		column := 0
		for _, c := range r.Cells {
			for column < len(out) && covered[column] > 0 {
				covered[column]--
				column++
			}
			for range c.Columns() {
				if column < len(out) {
					out[column], covered[column] = c.Text, max(c.Down, 1)-1
					column++
				}
			}
		}
	}
	return out
}

// cells are the texts of a row, one for each column: a cell over several stands in the first of them.
func cells(r paper.Row, columns int) []string {
	out := make([]string, columns)
	at := 0
	for _, c := range r.Cells {
		if at < columns {
			out[at] = strings.ReplaceAll(c.Text, "\n", " ")
		}
		at += c.Columns()
	}
	return out
}

func aligned(t paper.Table, texts []string, widths []int) string {
	var b strings.Builder
	for c, text := range texts {
		pad := strings.Repeat(" ", max(widths[c]-displaywidth.String(text), 0))
		if t.Columns[c].Align == paper.Right {
			b.WriteString(pad + text)
		} else {
			b.WriteString(text + pad)
		}
		b.WriteString("  ")
	}
	return b.String()
}
