package kit_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/data/table"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// people is a small table: a name that fills, a number that never goes, and two that do.
func people() table.Table {
	column := func(id string, align table.Align, weight int, text string) table.Of[int] {
		return table.Of[int]{
			Column: table.Column{ID: id, Head: lang.Both(strings.ToUpper(id)), Align: align, Weight: weight,
				For: table.All},
			Cell: func(int) table.Cell { return table.Cell{Text: text, Class: table.Gap} }}
	}
	return table.Make(lang.VI, lang.Text{}, 1, func(i int) int { return i }, []table.Of[int]{
		column("name", table.Left, table.Always, "Nam Định"), column("total", table.Right, table.Always, "12,50"),
		column("light", table.Left, 1, "x"), column("heavy", table.Left, 2, "y"),
	})
}

func columns() []kit.Col {
	return []kit.Col{{ID: "name", W: 8, Fills: true}, {ID: "total", W: 7}, {ID: "light", Before: 1, W: 5},
		{ID: "heavy", Before: 1, W: 5}, {ID: "nobody", W: 9}}
}

// What is lightest goes first; what fills takes the rest; numbers stand at the right.
func TestGrid(t *testing.T) {
	for _, tt := range []struct {
		w          int
		head, line string
	}{
		{30, "NAME         TOTAL LIGHT HEAVY", "Nam Định     12,50 x     y"},
		{24, "NAME         TOTAL HEAVY", "Nam Định     12,50 y"},
		{16, "NAME       TOTAL", "Nam Định   12,50"},
		{12, "NAME   TOTAL", "Nam…   12,50"},
	} {
		g := kit.NewGrid(people(), tt.w, columns()...)
		head := strings.TrimRight(g.Head(kit.Styles{}), " ")
		line := strings.TrimRight(g.RowIn(kit.NewRow(tt.w), kit.Styles{}, 0, nil).String(), " ")
		if head != tt.head || line != tt.line {
			t.Errorf("%d cells: %q\n%q; want %q\n%q", tt.w, head, line, tt.head, tt.line)
		}
	}
}

// A column that is drawn some other way has its own cells, and the others theirs.
func TestGridOwnCell(t *testing.T) {
	g := kit.NewGrid(people(), 20, columns()...)
	line := g.RowIn(kit.NewRow(20), kit.Styles{}, 0, func(id string, row *kit.Row, w int) bool {
		if id != "total" {
			return false
		}
		row.Left(kit.Style{}, "[1]", w)
		return true
	}).String()
	if line != "Nam Định     [1]    " {
		t.Errorf("%q", line)
	}
}

// Whatever the width, a line is exactly as wide.
func TestGridWidth(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := rapid.IntRange(0, 60).Draw(rt, "w")
		g := kit.NewGrid(people(), w, columns()...)
		for _, line := range []string{g.Head(kit.Styles{}), g.RowIn(kit.NewRow(w), kit.Styles{}, 0, nil).String()} {
			if kit.Width(line) != w {
				rt.Fatalf("%d cells, not %d: %q", kit.Width(line), w, line)
			}
		}
	})
}

// Decimals stand under one another; what is no number stays as it is.
func TestDecimalsAlign(t *testing.T) {
	texts := []string{"100", "92,5", "73,75", "đúng hạn", ""}
	column := table.Of[int]{
		Column: table.Column{ID: "percent", Align: table.Right, Weight: table.Always, For: table.All},
		Cell:   func(i int) table.Cell { return table.Cell{Text: texts[i]} },
	}
	of := table.Make(lang.VI, lang.Text{}, len(texts), func(i int) int { return i }, []table.Of[int]{column})
	if n := kit.Decimals(of, "percent", 0, 1); n != 0 {
		t.Errorf("of whole numbers %d decimals are shown", n)
	}
	g := kit.NewGrid(of, 8, kit.Col{ID: "percent", W: 8, Point: kit.Decimals(of, "percent", 0, len(texts))})
	for i, want := range []string{"  100   ", "   92,5 ", "   73,75", "đúng hạn", "        "} {
		if got := g.RowIn(kit.NewRow(8), kit.Styles{}, i, nil).String(); got != want {
			t.Errorf("%q is drawn as %q, want %q", texts[i], got, want)
		}
	}
}
