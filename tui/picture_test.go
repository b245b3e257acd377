package tui

import (
	"path/filepath"
	"testing"

	"thidua/data/meeting"
	"thidua/data/wall"
	"thidua/tui/kit"
	"thidua/tui/kit/kittest"
	show "thidua/tui/wall"
)

// The README's pictures are screens of the program, drawn from what it really shows. `make golden` renews them.
func TestPictures(t *testing.T) {
	for name, keys := range map[string][]string{
		"screen-review":  {"pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "right", "right", "9", "5"},
		"screen-compare": {"f3", "pgdown", "pgdown", "pgdown", "pgdown", "down"},
		"screen-board":   {"f4", "ctrl+p"},
		"screen-vote":    {"f5", "enter", "6", "enter", "2"},
		"screen-flag": {"do:accept", "do:elect", "do:close", "f7", "ctrl+p", "enter", "pgdown", "pgdown", "pgdown",
			"pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown"},
	} {
		s := begin(t, 120, 36, func(o *Options) { o.Prefs.Theme = kit.Dark })
		s.press(keys...)
		compareGolden(t, filepath.Join("..", "sample", name+".svg"), kittest.SVG(s.Text(), s.w, s.h))
	}
	for name, keys := range map[string][]string{
		"screen-wall":         {"f5", "enter", "ctrl+r"},
		"screen-wall-compare": {"f3", "pgdown", "pgdown", "pgdown", "pgdown", "down", "ctrl+r"},
	} {
		w := meeting.NewWall()
		s := begin(t, 120, 36, func(o *Options) { o.Wall = w })
		s.press(keys...)
		m := show.New(wall.News{Snap: s.live, Shown: w.Shown(), Host: wall.Here}, show.Options{Theme: kit.Dark})
		m.Resize(s.w, s.h)
		compareGolden(t, filepath.Join("..", "sample", name+".svg"), kittest.SVG(m.Text(), s.w, s.h))
	}
}
