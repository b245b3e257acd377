package kit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/tui/kit"
)

// A bar is as long as its part, to an eighth of a cell; what is more than nothing is seen, what is all is full.
func TestBars(t *testing.T) {
	for _, c := range []struct {
		part, whole int64
		w           int
		blocks      string
		console     string
		typed       string
	}{
		{0, 100, 4, "", "", ""},
		{1, 1000, 4, "▏", "▌", "#"},
		{50, 100, 4, "██", "██", "##"},
		{33, 100, 4, "█▎", "█", "#"},
		{100, 100, 4, "████", "████", "####"},
		{200, 100, 4, "████", "████", "####"},
		{1, 0, 4, "", "", ""},
	} {
		for set, want := range map[kit.SignSet]string{
			kit.Blocks: c.blocks, kit.Console: c.console, kit.Typed: c.typed,
		} {
			if got := set.Signs().Bar(c.part, c.whole, c.w); got != want {
				t.Errorf("%d of %d on %d cells in set %d: %q, want %q", c.part, c.whole, c.w, set, got, want)
			}
		}
	}
}

// A column grows from below.
func TestColumns(t *testing.T) {
	for _, c := range []struct {
		part int64
		want []string
	}{
		{0, []string{" ", " "}}, {10, []string{" ", "▁"}}, {50, []string{" ", "█"}}, {75, []string{"▄", "█"}},
		{100, []string{"█", "█"}},
	} {
		if diff := cmp.Diff(c.want, kit.Blocks.Signs().Column(c.part, 100, 2)); diff != "" {
			t.Errorf("%d of 100 (-want +got):\n%s", c.part, diff)
		}
	}
}

// A cell of a heat map is the darker the larger the part is.
func TestShades(t *testing.T) {
	for set, want := range map[kit.SignSet]string{kit.Blocks: "··░▒▓█", kit.Typed: "  .:+#"} {
		got := ""
		for _, part := range []int64{0, 10, 25, 50, 75, 100} {
			got += set.Signs().Shade(part, 100)
		}
		if got != want {
			t.Errorf("set %d: %q, want %q", set, got, want)
		}
	}
}

// Marks stand at their cells, labels under them and apart from each other.
func TestStrip(t *testing.T) {
	st := kit.NewStyles(kit.Mono)
	row := kit.NewRow(12)
	st.Signs.Strip(row, kit.Style{}, 12,
		kit.Mark{At: 3, Sign: "│"}, kit.Mark{At: 11, Sign: "◆"}, kit.Mark{At: 40, Sign: "x"})
	if got, want := row.String(), "───│───────◆"; got != want {
		t.Errorf("the strip is %q, want %q", got, want)
	}
	var lines []string
	names := []kit.Mark{{At: 2, Sign: "Hà Nam"}, {At: 4, Sign: "Hưng Yên"}, {At: 14, Sign: "Nam"},
		{At: 5, Sign: "no room"}}
	for _, l := range kit.Labels(16, 2, names) {
		lines = append(lines, strings.TrimRight(kit.Spread(16, l), " "))
	}
	if diff := cmp.Diff([]string{"Hà Nam       Nam", "Hưng Yên"}, lines); diff != "" {
		t.Errorf("the labels (-want +got):\n%s", diff)
	}
}

// Lines of places keep to the middle of their place, and turn where it changes; the one that is meant is heavy.
func TestRankLines(t *testing.T) {
	steps := [][]int{{0, 1, 2}, {0, 2, 1}, {1, 2, 0}}
	r := kit.Blocks.Signs().RankLines(steps, 1, 9, 2)
	var got []string
	for y := range r.Height() {
		row := kit.NewRow(9)
		r.Put(row, y, kit.Style{}, kit.Style{})
		got = append(got, row.String())
	}
	want := []string{"──────┏━━", "───┏━━┛──", "━━━┛─────"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r := kit.Blocks.Signs().RankLines(nil, 1, 9, 0); r.Height() != 0 {
		t.Errorf("of no time there are %d lines", r.Height())
	}
	many := make([][]int, 500)
	for i := range many {
		many[i] = []int{i % 2, 1 - i%2}
	}
	if r := kit.Blocks.Signs().RankLines(many, 2, 20, -1); r.Height() != 4 {
		t.Errorf("there are %d lines", r.Height())
	}
}

// What a terminal can draw is what its environment says.
func TestSignsFor(t *testing.T) {
	for _, c := range []struct {
		env  []string
		want kit.SignSet
	}{
		{nil, kit.Blocks},
		{[]string{"LANG=vi_VN.UTF-8", "TERM=xterm-256color"}, kit.Blocks},
		{[]string{"LANG=vi_VN.utf8", "TERM=linux"}, kit.Console},
		{[]string{"LC_ALL=C", "LANG=vi_VN.UTF-8"}, kit.Typed},
		{[]string{"LC_ALL=", "LANG=vi_VN.TCVN"}, kit.Typed},
	} {
		got := kit.SignsFor(func(name string) string {
			i := slices.IndexFunc(c.env, func(v string) bool { return strings.HasPrefix(v, name+"=") })
			if i < 0 {
				return ""
			}
			return strings.TrimPrefix(c.env[i], name+"=")
		})
		if got != c.want {
			t.Errorf("%v: set %d, want %d", c.env, got, c.want)
		}
	}
}
