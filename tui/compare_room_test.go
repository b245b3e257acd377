package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// The room sees the units of the compare screen large at every size, also while something is typed: then the figures
// stay those on record, and what is typed stands below them as a draft.
func TestCompareIsLarge(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for name, begin := range map[string]func(testing.TB, int, int, ...func(*Options)) *session{
			"nine": begin, "twelve": beginTwelve} {
			s := begin(t, size[0], size[1]).press("f3", "right", "down", "ctrl+p")
			at := fmt.Sprintf("%s units, %v", name, size)
			before := figuresIn(s.picture())
			if len(before) < len(s.live.Units())/4*3 {
				t.Fatalf("%s: no large figures:\n%s", at, s.picture())
			}
			if s.press("6"); !strings.Contains(s.picture(), "BẢN NHÁP") || strings.Join(figuresIn(s.picture()), "\n") !=
				strings.Join(before, "\n") {
				t.Errorf("%s: a draft changes what is on record:\n%s", at, s.picture())
			}
			if s.press("0", "enter"); strings.Join(figuresIn(s.picture()), "\n") == strings.Join(before, "\n") {
				t.Errorf("%s: what is recorded is not seen:\n%s", at, s.picture())
			}
		}
	}
}

// figuresIn is the lines of a picture that have large figures.
func figuresIn(picture string) (lines []string) {
	for _, line := range strings.Split(picture, "\n") {
		if strings.ContainsAny(line, "█▀▄") && !strings.Contains(line, "cụm thống nhất") { // the legend
			lines = append(lines, line)
		}
	}
	return lines
}

// A unit that the room sees can be clicked wherever it stands.
func TestCompareIsClicked(t *testing.T) {
	s := begin(t, 80, 24).press("f3", "ctrl+p")
	for y, line := range strings.Split(s.picture(), "\n") {
		if x := strings.Index(line, "THÁI BÌNH"); x >= 0 {
			s.send(tea.MouseClickMsg{X: len([]rune(line[:x])), Y: y + 1, Button: tea.MouseLeft})
			if !strings.Contains(s.picture(), "› THÁI BÌNH") {
				t.Errorf("a click on Thái Bình chooses another:\n%s", s.picture())
			}
			return
		}
	}
	t.Errorf("the unit is not there:\n%s", s.picture())
}
