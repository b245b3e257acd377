package review

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"thidua/tui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The layout as one would draw it: every part a letter, four columns and two rows to each.
func TestArrange(t *testing.T) {
	var b strings.Builder
	for _, size := range [][2]int{{60, 14}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		f := kit.Around(size[0], size[1])
		r := arrange(f.Body, 12, rankingRest)
		fmt.Fprintf(&b, "%dx%d: units, head, tree, detail, ranking\n", size[0], size[1])
		for _, line := range draw(f.Body,
			map[byte]kit.Rect{'u': r.Units, 'h': r.Head, 't': r.Tree, 'd': r.Detail, 'r': r.Ranking}) {
			fmt.Fprintln(&b, line)
		}
		fmt.Fprintln(&b)
	}
	const file = "testdata/layout.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("the layout differs (-want +got):\n%s", diff)
	}
}

// draw samples a body every four columns and two rows.
func draw(body kit.Rect, parts map[byte]kit.Rect) (lines []string) {
	for y := body.Y; y+1 < body.Y+body.H; y += 2 {
		line := ""
		for x := body.X; x < body.X+body.W; x += 4 {
			c := byte('.')
			for letter, r := range parts {
				if r.Has(min(x+2, body.X+body.W-1), y) {
					c = letter
				}
			}
			line += string(c)
		}
		lines = append(lines, line)
	}
	return lines
}

// At any size the parts lie inside the terminal and never over one another.
func TestArrangeNeverOverlaps(t *testing.T) {
	for w := 1; w < 230; w++ {
		for h := 1; h < 70; h += 3 {
			f := kit.Around(w, h)
			r := arrange(f.Body, 12, rankingRest)
			parts := []kit.Rect{r.Units, r.Head, r.Tree, r.Detail, r.Ranking}
			for i, a := range parts {
				if a.Shown() && (a.X < 0 || a.Y < f.Body.Y || a.X+a.W > w || a.Y+a.H > f.Body.Y+f.Body.H) {
					t.Fatalf("%dx%d: part %d %+v lies outside %+v", w, h, i, a, f.Body)
				}
				for _, b := range parts[:i] {
					if a.Shown() && b.Shown() && a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H {
						t.Fatalf("%dx%d: %+v and %+v overlap", w, h, a, b)
					}
				}
			}
		}
	}
}
