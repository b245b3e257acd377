package kit

import (
	"slices"
	"strings"
	"testing"
)

// A roster names everybody in sight: in large letters where all of them fit, with a bar before those that are done,
// else spaced out, else as they are. No line is wider than the canvas.
func TestRoster(t *testing.T) {
	names := func(n int) (out []RosterName) {
		for i := range n {
			out = append(out, RosterName{Sign: "✓", Name: "Vĩnh Phúc", Done: i%2 == 0})
		}
		return out
	}
	for _, tt := range []struct {
		n, w, h int
		want    string // what a name is drawn as; "█": large
	}{
		{9, 120, 33, "█"}, {12, 120, 33, "V Ĩ N H   P H Ú C"}, {9, 76, 16, "V Ĩ N H   P H Ú C"},
		{12, 40, 12, "VĨNH"}, {67, 60, 30, "VĨNH PHÚC"},
	} {
		c := NewCanvas(Rect{W: tt.w, H: tt.h})
		c.Roster(names(tt.n), tt.h)
		all := strings.Join(c.Lines, "\n")
		if large := tt.want == "█"; LargeRoster(names(tt.n), tt.w, tt.h) != large || !strings.Contains(all, tt.want) {
			t.Errorf("%d names in %dx%d, want %q:\n%s", tt.n, tt.w, tt.h, tt.want, all)
		} else if n := strings.Count(all, tt.want); !large && n != tt.n {
			t.Errorf("%d of %d names in %dx%d:\n%s", n, tt.n, tt.w, tt.h, all)
		}
		if slices.ContainsFunc(c.Lines, func(line string) bool { return Width(line) != tt.w }) || len(c.Lines) > tt.h {
			t.Errorf("%d names in %dx%d are drawn wider or higher:\n%s", tt.n, tt.w, tt.h, all)
		}
	}
}

// From what to what is drawn as large as there is room for, and not at all where one is no number.
func TestFromTo(t *testing.T) {
	for _, tt := range []struct {
		from, to  string
		w, height int
	}{{"80%", "90%", 100, 5}, {"2.011,25", "2.005,25", 75, 3}, {"80", "90", 12, 0}, {"A", "90", 100, 0}} {
		drawn := FromTo(tt.from, tt.to, tt.w)
		if len(drawn) != tt.height || len(drawn) > 0 && Width(drawn[0]) > tt.w {
			t.Errorf("%s → %s in %d cells is %d lines high:\n%s", tt.from, tt.to, tt.w, len(drawn),
				strings.Join(drawn, "\n"))
		}
	}
}
