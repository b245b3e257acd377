package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"thidua/tui/kit"
)

// drawn is what a list shows: a line for each item, the one under the cursor in brackets.
func drawn[K comparable](l *kit.List[K], each int) []string {
	lines := l.Draw(kit.NewStyles(kit.Mono), func(c *kit.Canvas, item K, here bool) {
		text := fmt.Sprint(item)
		if here {
			text = "[" + text + "]"
		}
		c.Add(kit.Left(text, c.W))
	})
	for i := range lines {
		lines[i] = ansi.Strip(lines[i])
	}
	return lines
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// What is in sight, where the cursor is and what the marks say, as one would draw it.
func TestList(t *testing.T) {
	for name, try := range map[string]struct {
		items, height, each, margin int
		do                          []kit.Action
		want                        string
	}{
		"all fit":    {items: 3, height: 3, want: "[1]  |2    |3    "},
		"more below": {items: 4, height: 3, want: "[1]  |2    |3   ↓"},
		"to the end": {items: 4, height: 3, do: []kit.Action{kit.ListLast}, want: "2   ↑|3    |[4]  "},
		"and back": {items: 4, height: 3, do: []kit.Action{kit.ListLast, kit.ListFirst},
			want: "[1]  |2    |3   ↓"},
		"in the middle": {items: 5, height: 3,
			do: []kit.Action{kit.ListLast, kit.ListUp, kit.ListUp, kit.ListUp}, want: "[2] ↑|3    |4   ↓"},
		"a page": {items: 9, height: 3, do: []kit.Action{kit.ListPageDown}, want: "2   ↑|3    |[4] ↓"},
		"two pages back": {items: 9, height: 3, do: []kit.Action{kit.ListLast, kit.ListPageUp, kit.ListPageUp},
			want: "[3] ↑|4    |5   ↓"},
		"no further": {items: 2, height: 2, do: []kit.Action{kit.ListDown, kit.ListDown, kit.ListPageDown},
			want: "1    |[2]  "},
		"not past the first": {items: 2, height: 2, do: []kit.Action{kit.ListUp, kit.ListPageUp}, want: "[1]  |2    "},
		"a line of its own":  {items: 3, height: 1, do: []kit.Action{kit.ListDown}, want: "[2] ↕"},
		"two lines each":     {items: 3, height: 5, each: 2, want: "[1]  |     |2    |    ↓"},
		"a margin": {items: 9, height: 5, margin: 1, do: []kit.Action{kit.ListPageDown},
			want: "3   ↑|4    |5    |[6]  |7   ↓"},
		"in the centre": {items: 9, height: 5, margin: kit.Centred, do: []kit.Action{kit.ListPageDown},
			want: "4   ↑|5    |[6]  |7    |8   ↓"},
		"nothing": {items: 0, height: 3, do: []kit.Action{kit.ListDown, kit.ListUp, kit.ListLast}, want: ""},
	} {
		l := kit.List[int]{Margin: try.margin}
		l.Show(upTo(try.items))
		area := kit.Rect{W: 5, H: try.height}
		l.Place(area, try.each)
		for _, a := range try.do {
			if !l.Do(a) {
				t.Errorf("%s: %s is no action of the list", name, a)
			}
			l.Place(area, try.each)
		}
		if got := strings.Join(drawn(&l, try.each), "|"); got != try.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, try.want)
		}
	}
	if l := (kit.List[int]{}); l.Do("jump") {
		t.Error("the list has done what is not its own")
	}
}

// The cursor passes by what only belongs to another item, also at the ends.
func TestListPassesBy(t *testing.T) {
	l := kit.List[int]{Passes: func(i int) bool { return i%10 != 0 }}
	l.Show([]int{10, 11, 12, 20, 30, 31})
	l.Place(kit.Rect{W: 5, H: 6}, 1)
	for _, want := range []int{20, 30, 30} {
		l.Move(+1)
		if got, _ := l.Here(); got != want {
			t.Errorf("the cursor is on %d, want %d", got, want)
		}
	}
	if l.Move(-9); l.Index() != 0 {
		t.Errorf("the cursor is on item %d, want the first", l.Index())
	}
	if l.Click(0, 1) || l.Index() != 0 || !l.Click(0, 3) || l.Index() != 3 {
		t.Errorf("a click leads to item %d", l.Index())
	}
}

// Whatever happens to a list, the cursor is in sight, the marks say what is not, every line has its width, and what is
// drawn at a place is what a click there leads to.
func TestListKeepsTheCursorInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := kit.List[int]{Margin: rapid.IntRange(0, 3).Draw(t, "margin")}
		items, each := upTo(rapid.IntRange(0, 40).Draw(t, "items")), rapid.IntRange(1, 3).Draw(t, "each")
		actions := []kit.Action{kit.ListUp, kit.ListDown, kit.ListPageUp, kit.ListPageDown, kit.ListFirst,
			kit.ListLast, ""}
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			if a := rapid.SampledFrom(actions).Draw(t, "action"); a != "" {
				l.Do(a)
			} else { // the list changes: some are gone, others have come before them
				was, on := l.Here()
				l.Select(was)
				items = slices.DeleteFunc(slices.Clone(items), func(i int) bool { return i%7 == len(items)%7 })
				items = slices.Insert(items, 0, -len(items)-100)
				l.Show(items)
				if now, _ := l.Here(); on && slices.Contains(items, was) && now != was {
					t.Fatalf("the cursor was on %d and is on %d of %v", was, now, items)
				}
			}
			area := kit.Rect{X: 2, Y: 3, W: 12, H: rapid.IntRange(1, 20).Draw(t, "height")}
			w := l.Place(area, each)
			checkList(t, &l, area, w, each)
		}
	})
}

func checkList(t *rapid.T, l *kit.List[int], area kit.Rect, w, each int) {
	lines := drawn(l, each)
	above, below := l.More()
	text := strings.Join(lines, "\n")
	here, ok := l.Here()
	if ok != (l.Len() > 0) || ok && !strings.Contains(text, fmt.Sprintf("[%d]", here)) {
		t.Fatalf("the cursor, on %d, is out of sight:\n%s", here, text)
	}
	if strings.ContainsAny(text, "↑↕") != (above > 0) || strings.ContainsAny(text, "↓↕") != (below > 0) {
		t.Fatalf("%d above and %d below, but:\n%s", above, below, text)
	}
	if inSight := len(lines) / each; inSight+above+below != l.Len() || (w == area.W) != (above+below == 0) {
		t.Fatalf("%d in sight, %d above, %d below of %d; %d cells", inSight, above, below, l.Len(), w)
	}
	for y, line := range lines {
		if kit.Width(line) != area.W {
			t.Fatalf("line %d has %d cells of %d", y, kit.Width(line), area.W)
		}
		if y >= area.H {
			break // the screen cuts it
		}
		item, ok := l.At(area.X, area.Y+y)
		if !ok || !strings.Contains(lines[y-y%each], fmt.Sprint(item)) {
			t.Fatalf("line %d shows %q, a click there means %d", y, lines[y-y%each], item)
		}
	}
	if _, ok := l.At(area.X, area.Y-1); ok {
		t.Fatal("a click above the list means something")
	}
}
