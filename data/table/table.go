// Package table is a table of cells as every output of the program takes it: screens, text, CSV, JSON and papers. It
// knows nothing of meetings: what stands in a table is said in data/view, how it looks is up to who draws it.
//
//	view.Standings(…)  →  Table  →  tui/kit (a grid)  ·  data/report (text, CSV, JSON)
package table

import (
	"slices"

	"thidua/scoring/lang"
)

// Table is columns, and rows of cells under them. Cells are worked out when they are asked for: a screen that shows
// ten rows of a thousand pays for ten. A table is made anew for each use, and used by one goroutine.
type Table struct {
	Title   lang.Text
	Lang    lang.Lang // of the cells' texts
	Columns []Column
	Len     int // rows
	cell    func(row, column int) Cell
	which   []int // by column: what the maker of the cells calls it
}

// Column is what all cells below one another are about.
type Column struct {
	ID       string    // its name in JSON and CSV; the same in every language
	Head     lang.Text // its head for people
	Short    lang.Text // its head where there is little room; empty: Head
	Align    Align
	Weight   int     // where there is too little room the column of least weight goes first; Always never goes
	For      Readers // which outputs have it
	Optional bool    // in JSON it is left out where a row has nothing
}

// Always is the weight of a column without which the table makes no sense.
const Always = 1 << 20

// Align is to which side a column's cells are moved.
type Align uint8

// The sides: words begin at the left, numbers end at the right.
const (
	Left Align = iota
	Right
)

// Readers are outputs that show a column.
type Readers uint8

// The readers. A column for people alone says what programs read in other columns, and the other way round.
const (
	Text     Readers = 1 << iota // tables of commands and papers
	Screen                       // the screens of the program
	Programs                     // JSON and CSV
	People   = Text | Screen
	All      = People | Programs
)

// Cell is one cell.
type Cell struct {
	Text  string // for people, in the table's language
	Class Class
	Value any // exact, for programs and papers: see Exact; nil: nothing
}

// Of is a column together with what its cells are, for rows of type R.
type Of[R any] struct {
	Column
	Cell func(R) Cell
}

// Make makes a table of n rows. A row is asked for once however many of its cells are.
func Make[R any](l lang.Lang, title lang.Text, n int, row func(i int) R, columns []Of[R]) Table {
	t := Table{Title: title, Lang: l, Len: n}
	for i, c := range columns {
		t.Columns = append(t.Columns, c.Column)
		t.which = append(t.which, i)
	}
	at, last := -1, *new(R)
	t.cell = func(i, column int) Cell {
		if i != at {
			at, last = i, row(i)
		}
		return columns[column].Cell(last)
	}
	return t
}

// Cell is the cell of a row below a column of the table, both counted from 0.
func (t Table) Cell(row, column int) Cell { return t.cell(row, t.which[column]) }

// At is the cell of a row below the column with an id; empty where there is none.
func (t Table) At(row int, id string) Cell {
	if i := t.Index(id); i >= 0 {
		return t.Cell(row, i)
	}
	return Cell{}
}

// Index is the place of the column with an id, -1 if there is none.
func (t Table) Index(id string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.ID == id })
}

// For is the table with the columns that some readers have.
func (t Table) For(r Readers) Table {
	return t.keep(func(c Column) bool { return c.For&r != 0 })
}

// Only is the table with some columns, in their order here.
func (t Table) Only(ids ...string) Table {
	return t.keep(func(c Column) bool { return slices.Contains(ids, c.ID) })
}

func (t Table) keep(wanted func(Column) bool) Table {
	out := t
	out.Columns, out.which = nil, nil
	for i, c := range t.Columns {
		if wanted(c) {
			out.Columns = append(out.Columns, c)
			out.which = append(out.which, t.which[i])
		}
	}
	return out
}

// Rows is the table with some rows, in the order in which they are named.
func (t Table) Rows(which []int) Table {
	out, cell := t, t.cell
	out.Len = len(which)
	out.cell = func(row, column int) Cell { return cell(which[row], column) }
	return out
}

// HeadText is the head of a column in the table's language.
func (t Table) HeadText(column int) string { return t.Columns[column].Head.In(t.Lang) }

// ShortText is the same where there is little room.
func (t Table) ShortText(column int) string {
	if c := t.Columns[column]; !c.Short.IsZero() {
		return c.Short.In(t.Lang)
	}
	return t.HeadText(column)
}
