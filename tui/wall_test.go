package tui

import (
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// beginWall begins a session that has a wall.
func beginWall(t *testing.T) (*session, *meeting.Wall) {
	t.Helper()
	w := meeting.NewWall()
	return begin(t, 120, 40, func(o *Options) { o.Wall = w }), w
}

// One key puts on the wall what is shown; it stays whatever is done here, and the key once more blanks it.
func TestPutOnWall(t *testing.T) {
	s, w := beginWall(t)
	s.press("pgdown")
	defer w.Attach()()
	s.press("ctrl+r")
	s.shows("màn chiếu: Bắc Ninh 1.1")
	on := w.Shown()
	if at := s.at(); on.Kind != meeting.WallCriterion || on.Unit != at.Unit || on.Node != at.Node {
		t.Errorf("at %+v the wall shows %+v", at, on)
	}
	s.press("down", "4", "f4", "esc", "f3", "ctrl+k", "text:nam dinh", "esc", "f8", "ctrl+w", "ctrl+w")
	if w.Shown() != on {
		t.Errorf("the wall has changed to %+v", w.Shown())
	}
	s.press("f4", "ctrl+r")
	if w.Shown().Kind != meeting.WallBoard {
		t.Errorf("the wall shows %+v", w.Shown())
	}
	s.press("ctrl+r")
	if w.Shown().Kind != meeting.WallBlank {
		t.Errorf("once more: %+v", w.Shown())
	}
	s.press("ctrl+w", "f2", "ctrl+r")
	if w.Shown().Kind != meeting.WallBlank {
		t.Errorf("what is tried out is on the wall: %+v", w.Shown())
	}
}

// A question that is put on the wall gives way to its verdict, which stays when the chair has gone on.
func TestVerdictStaysOnWall(t *testing.T) {
	s, w := beginWall(t)
	s.press("f5", "+", "text:Thông qua chương trình", "ctrl+r")
	if w.Shown().Kind == meeting.WallVote {
		t.Errorf("a question that is being typed is on the wall: %+v", w.Shown())
	}
	s.press("enter", "ctrl+r")
	on := w.Shown()
	if on.Kind != meeting.WallVote || on.Asked.Question != "Thông qua chương trình" {
		t.Fatalf("the wall shows %+v", on)
	}
	s.press("5", "enter", "3")
	if w.Shown() != on {
		t.Errorf("what is counted and not recorded is on the wall: %+v", w.Shown())
	}
	s.press("enter")
	seq := s.live.Last().Seq
	for _, keys := range [][]string{nil, {"enter"}, {"f2", "down"}} {
		s.press(keys...)
		if on := w.Shown(); on.Kind != meeting.WallVerdict || on.Seq != seq {
			t.Errorf("after %v the wall shows %+v", keys, on)
		}
	}
}

// The wall goes along where it is asked to, and while results are announced shows them whatever stood there.
func TestWallGoesAlong(t *testing.T) {
	s, w := beginWall(t)
	s.press("ctrl+g", "f3", "right")
	if on := w.Shown(); on.Kind != meeting.WallCompare || on.Node != s.at().Node {
		t.Errorf("the wall shows %+v", on)
	}
	s.press("ctrl+g", "f4", "f2")
	if on := w.Shown(); on.Kind != meeting.WallCompare {
		t.Errorf("the wall has not stayed: %+v", on)
	}
	s.press("do:accept", "do:elect", "do:close", "f7", "enter")
	on := w.Shown()
	if on.Kind != meeting.WallCeremony || on.Reveal.Shown != 0 || on.Reveal.Order != scoring.FromTheBottom {
		t.Errorf("the wall shows %+v", on)
	}
	if s.press("pgdown"); w.Shown().Reveal.Shown != 1 {
		t.Errorf("the wall shows %+v", w.Shown())
	}
}
