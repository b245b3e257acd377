package paper_test

import (
	"strings"
	"testing"

	"thidua/data/paper"
	"thidua/data/paper/serif"
)

// A row of a workbook has a line for each line that a program breaks its texts into.
func TestCellLines(t *testing.T) {
	family, err := serif.Load()
	if err != nil {
		t.Fatal(err)
	}
	const sentence = "Công tác tuyển dụng, sử dụng, tinh giản; quy hoạch, bổ nhiệm cán bộ quản lý" // 120 mm in one line
	for _, tt := range []struct {
		text   string
		bold   bool
		width  float64
		indent int
		want   int
	}{
		{"", false, 10, 0, 1}, {"một", false, 10, 0, 1}, {"một\nhai\nba", false, 10, 0, 3},
		{sentence, false, 100, 0, 1}, {sentence, false, 46, 0, 2}, {sentence, true, 46, 14, 3},
		{strings.Repeat("x", 100), false, 20, 0, 6},
		{"Nghị quyết\n" + sentence, false, 46, 0, 3},
	} {
		if got := paper.CellLines(family, tt.text, tt.bold, tt.width, tt.indent); got != tt.want {
			t.Errorf("%q, bold %t, %g wide, %d in: %d lines, want %d", tt.text, tt.bold, tt.width, tt.indent, got,
				tt.want)
		}
	}
	const line = paper.SizeCell * serif.LineHeight
	if one, two := paper.CellHeight(1), paper.CellHeight(2); two-one < line || one < line {
		t.Errorf("%g for a line, %g for two: letters of %g have no room", one, two, paper.SizeCell)
	}
}
