package review

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// No title of the tree is cut, whatever the cursor is on; where there are few lines, at least the one under it.
func TestTitlesAreWhole(t *testing.T) {
	env := screen.Env{Lang: lang.VI, Styles: kit.NewStyles(kit.Mono), Snap: sample(t, nil)}
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {140, 45}, {200, 60}} {
		s, body := New(env), kit.Around(size[0], size[1]).Body
		for node := range env.Snap.Rulebook().Criteria {
			s.Focus(env, screen.Place{Unit: node % len(env.Snap.Units()), Node: node})
			for _, line := range drawnTree(env, s, body) {
				if strings.Contains(line, "…") {
					t.Fatalf("%v, at %s: %q", size, env.Snap.Rulebook().Criteria[node].Code, line)
				}
			}
		}
	}
	for _, size := range [][2]int{{45, 12}, {60, 14}} {
		s, body := New(env), kit.Around(size[0], size[1]).Body
		for node, n := range env.Snap.Rulebook().Criteria {
			s.Focus(env, screen.Place{Unit: 0, Node: node})
			drawn := strings.Join(strings.Fields(strings.Join(drawnTree(env, s, body), " ")), " ")
			for _, word := range strings.Fields(n.Label()) {
				if !strings.Contains(drawn, word) {
					t.Fatalf("%v: %s %s is cut: %s", size, n.Code, n.Label(), drawn)
				}
			}
		}
	}
}

// drawnTree is the lines of the tree as text.
func drawnTree(env screen.Env, s *Screen, body kit.Rect) []string {
	area := s.layout(body).Tree
	for _, p := range s.View(env, body).Parts {
		if p.X == area.X && p.Y == area.Y {
			return strings.Split(ansi.Strip(strings.Join(p.Lines, "\n")), "\n")
		}
	}
	return nil
}

// A click on any line of a title is one on its criterion, and the arrows go from title to title.
func TestWrappedTitleIsOne(t *testing.T) {
	env := screen.Env{Lang: lang.VI, Styles: kit.NewStyles(kit.Mono), Snap: sample(t, nil)}
	s, body := New(env), kit.Around(120, 40).Body
	for i, line := range drawnTree(env, s, body) {
		area := s.layout(body).Tree
		at, ok := s.lines.At(area.X+5, area.Y+i)
		if !ok || at.part == 0 {
			continue
		}
		node := s.rows[at.row].node
		s.Click(env, body, area.X+5, area.Y+i)
		if s.at.Node != node {
			t.Errorf("a click on %q leads to %s", line, env.Snap.Rulebook().Criteria[s.at.Node].Code)
		}
		s.Do(env, kit.ListUp, "up")
		s.Do(env, kit.ListDown, "down")
		s.Do(env, kit.ListDown, "down")
		if s.at.Node != node+1 {
			t.Errorf("below %q is %s", line, env.Snap.Rulebook().Criteria[s.at.Node].Code)
		}
		return
	}
	t.Error("no title takes two lines")
}
