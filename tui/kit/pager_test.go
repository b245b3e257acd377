package kit_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"thidua/tui/kit"
)

// A text longer than the screen says so at both ends, and its keys go through it and no further.
func TestPager(t *testing.T) {
	st := kit.NewStyles(kit.Mono)
	text := []string{"1", "2", "3", "4", "5", "6", "7"}
	for name, try := range map[string]struct {
		do   []kit.Action
		rows int
		want string
	}{
		"all of it":      {rows: 7, want: "1|2|3|4|5|6|7"},
		"the first page": {rows: 3, want: "1  |2  |3 ↓"},
		"one line on":    {rows: 3, do: []kit.Action{kit.ListDown}, want: "2 ↑|3  |4 ↓"},
		"a page on":      {rows: 3, do: []kit.Action{kit.ListPageDown}, want: "4 ↑|5  |6 ↓"},
		"the end": {rows: 3, do: []kit.Action{kit.ListPageDown, kit.ListPageDown, kit.ListDown},
			want: "5 ↑|6  |7  "},
		"and back":      {rows: 3, do: []kit.Action{kit.ListLast, kit.ListPageUp, kit.ListUp}, want: "1  |2  |3 ↓"},
		"the beginning": {rows: 3, do: []kit.Action{kit.ListLast, kit.ListFirst, kit.ListUp}, want: "1  |2  |3 ↓"},
		"a single line": {rows: 1, do: []kit.Action{kit.ListDown}, want: "2 ↕"},
	} {
		var p kit.Pager
		page := p.Draw(st, text, try.rows)
		for _, a := range try.do {
			if !p.Do(a) {
				t.Errorf("%s: %s is none of its actions", name, a)
			}
			page = p.Draw(st, text, try.rows)
		}
		if got := ansi.Strip(strings.Join(page, "|")); got != try.want {
			t.Errorf("%s: %q, want %q", name, got, try.want)
		}
	}
	var p kit.Pager
	if !p.Keys(1)[0].Off.IsZero() {
		t.Error("before it is drawn it cannot be known that there is no more")
	}
	p.Draw(st, text, 7)
	for _, k := range p.Keys(1) {
		if k.Off.IsZero() {
			t.Errorf("%s works where all is in sight", k.Shown)
		}
	}
}
