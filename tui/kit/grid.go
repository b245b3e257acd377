package kit

import (
	"slices"
	"strings"

	"thidua/data/table"
)

// Col is where a column of a table stands on a screen.
type Col struct {
	ID     string
	Before int  // empty cells in front of it
	W      int  // cells; with Fills the fewest that make sense
	Fills  bool // it takes what the others leave
	Most   int  // with Fills: no more than so many; 0: no bound
	Short  bool // its short head, also where the other would fit
	Class  table.Class
	Point  int // decimals that its numbers leave room for, so that their signs stand under one another
}

// Grid draws rows of a table in lines of one width. Where there is too little room the columns of least weight go
// first; the one that fills takes what is left.
type Grid struct {
	t     table.Table
	cols  []Col
	which []int // by column here: its place in the table
	w     int
}

// NewGrid lays columns of a table out in w cells. A column that the table has not is left out.
func NewGrid(t table.Table, w int, cols ...Col) Grid {
	cols = slices.DeleteFunc(cols, func(c Col) bool { return t.Index(c.ID) < 0 })
	g := Grid{t: t, w: w, cols: fitting(t, w, cols)}
	for _, c := range g.cols {
		g.which = append(g.which, t.Index(c.ID))
	}
	left := w - g.need()
	for i := range g.cols {
		if c := &g.cols[i]; c.Fills && left != 0 {
			more := left
			if c.Most > 0 {
				more = min(more, c.Most-c.W)
			}
			c.W = max(c.W+more, 0)
			left -= more
		}
	}
	return g
}

// need is how many cells the columns take at least.
func (g *Grid) need() (n int) {
	for _, c := range g.cols {
		n += c.Before + c.W
	}
	return n
}

// fitting are the columns for which there is room: those that never go, then the heaviest first.
func fitting(t table.Table, w int, cols []Col) (out []Col) {
	weight := func(c Col) int { return t.Columns[t.Index(c.ID)].Weight }
	byWeight := slices.Clone(cols)
	slices.SortStableFunc(byWeight, func(a, b Col) int { return weight(b) - weight(a) })
	kept := map[string]bool{}
	for _, c := range byWeight {
		if n := c.Before + c.W; weight(c) >= table.Always || n <= w {
			kept[c.ID] = true
			w -= n
		}
	}
	for _, c := range cols {
		if kept[c.ID] {
			out = append(out, c)
		}
	}
	return out
}

// Has reports whether a column has found room.
func (g Grid) Has(id string) bool { return g.index(id) >= 0 }

// Width is how many cells the columns take.
func (g Grid) Width() int { return g.need() }

// W is how many cells a column has; 0 where it has found no room.
func (g Grid) W(id string) int {
	if i := g.index(id); i >= 0 {
		return g.cols[i].W
	}
	return 0
}

func (g Grid) index(id string) int {
	return slices.IndexFunc(g.cols, func(c Col) bool { return c.ID == id })
}

// After is the part of the grid behind a column, for a line whose beginning is drawn some other way.
func (g Grid) After(id string) Grid {
	i := g.index(id) + 1
	g.cols, g.which = g.cols[i:], g.which[i:]
	return g
}

// Widest is how many cells the widest text takes in some rows of a column.
func Widest(t table.Table, id string, first, last int) (n int) {
	for y := first; y < last; y++ {
		n = max(n, Width(t.At(y, id).Text))
	}
	return n
}

// HeadOf is the head of a column for which there is room.
func (g Grid) HeadOf(id string) string { return g.t.HeadText(g.which[g.index(id)]) }

// Head is the line of the heads.
func (g Grid) Head(st Styles) string { return g.HeadIn(NewRow(g.w), st).String() }

// HeadIn adds the heads to a line that has begun; the short ones where the others do not fit.
func (g Grid) HeadIn(row *Row, st Styles) *Row {
	for i, c := range g.cols {
		row.Gap(c.Before)
		head := g.t.HeadText(g.which[i])
		if c.Short || Width(head) > c.W {
			head = g.t.ShortText(g.which[i])
		}
		g.put(row, st.Title, i, head)
	}
	return row
}

// RowIn adds a row of the table to a line that has begun. own draws a column some other way, in so many cells; it
// reports whether it has.
func (g Grid) RowIn(row *Row, st Styles, y int, own func(id string, row *Row, w int) bool) *Row {
	for i, c := range g.cols {
		row.Gap(c.Before)
		if own != nil && own(c.ID, row, c.W) {
			continue
		}
		cell := g.t.Cell(y, g.which[i])
		class := cell.Class
		if c.Class != table.Plain {
			class = c.Class
		}
		g.put(row, st.Of(class), i, cell.Text)
	}
	return row
}

// pointed is a number with blanks for the decimals that it has less than so many; a text as it is.
func pointed(text string, decimals int) string {
	if decimals == 0 || !numeric(text) {
		return text
	}
	return text + spaces(decimals+1-fraction(text))
}

func numeric(text string) bool { return text != "" && strings.Trim(text, "0123456789,.") == "" }

// fraction is how many characters the decimals of a number take, with their sign.
func fraction(number string) int {
	if i := strings.LastIndexAny(number, ",."); i >= 0 {
		return len(number) - i
	}
	return 0
}

// Decimals is how many decimals the numbers of a column have at most, in some rows.
func Decimals(t table.Table, id string, first, last int) (n int) {
	for y := first; y < last; y++ {
		text := t.At(y, id).Text
		if f := fraction(text); f > 0 && numeric(text) {
			n = max(n, f-1)
		}
	}
	return n
}

func (g Grid) put(row *Row, st Style, i int, text string) {
	c := g.cols[i]
	if text == "" {
		row.Gap(c.W)
		return
	}
	if g.t.Columns[g.which[i]].Align == table.Right {
		row.Right(st, pointed(text, c.Point), c.W)
	} else {
		row.Left(st, text, c.W)
	}
}

// Of is the style of a class of cells.
func (s Styles) Of(c table.Class) Style {
	switch c {
	case table.Missing:
		return s.Dim
	case table.Rank, table.Kind:
		return s.Accent
	case table.Measure:
		return s.Strong
	case table.Rose, table.Fell, table.Undecided, table.Warning, table.Changed:
		return s.Warn
	case table.FirstAward:
		return s.Gold
	case table.Award:
		return s.Silver
	case table.Barred, table.Bad:
		return s.Bad
	case table.Good:
		return s.Good
	case table.Field:
		return s.Title
	}
	return s.Text
}
