package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// holdDown sends a key as a terminal does that is held down for two seconds: once, and after a pause again and again.
func (s *session) holdDown(now *time.Time, key string) {
	s.t.Helper()
	s.press(key)
	*now = now.Add(500 * time.Millisecond)
	for range 50 {
		s.press(key)
		*now = now.Add(33 * time.Millisecond)
	}
}

// A key that is held down toggles, takes back and answers once; let go, it does so again. Keys that move repeat.
func TestHeldKeysActOnce(t *testing.T) {
	for _, tt := range []struct {
		before []string
		key    string
		made   int // decisions
	}{
		{[]string{"f9"}, "space", 1},
		{nil, "ctrl+z", 1},
		{[]string{"ctrl+z", "ctrl+z"}, "ctrl+y", 1},
		{[]string{"do:accept", "f7"}, "=", 0}, // it only asks
		{[]string{"do:accept", "do:level", "f6"}, "ctrl+d", 0},
		{[]string{"f8", "down", "delete"}, "enter", 1},
	} {
		now := clock()
		s := begin(t, 120, 40, func(o *Options) { o.Now = func() time.Time { return now } })
		for _, k := range tt.before {
			s.press(k)
			now = now.Add(time.Second)
		}
		seq := s.live.Seq()
		s.holdDown(&now, tt.key)
		if got := s.live.Seq() - seq; got != tt.made {
			t.Errorf("%v, %s held down makes %d decisions, want %d", tt.before, tt.key, got, tt.made)
		}
		if p := s.picture(); tt.key != "enter" && !strings.Contains(p, "giữ phím chỉ tính một lần") {
			t.Errorf("%v, %s held down: nothing says that it counts once:\n%s", tt.before, tt.key, p)
		}
		now = now.Add(time.Second)
		if s.press(tt.key); tt.key != "enter" && s.live.Seq() == seq+tt.made {
			t.Errorf("%v, %s let go and pressed again does nothing:\n%s", tt.before, tt.key, s.picture())
		}
	}
	now := clock()
	s := begin(t, 120, 40, func(o *Options) { o.Now = func() time.Time { return now } })
	at := s.stand().Node
	if s.holdDown(&now, "down"); s.stand().Node < at+50 {
		t.Errorf("down held down goes from %d to %d", at, s.stand().Node)
	}
}

// What a terminal says itself of a key counts as well, whatever the time.
func TestHeldKeyThatTheTerminalTells(t *testing.T) {
	s := begin(t, 120, 40).press("f9")
	seq := s.live.Seq()
	s.press("space")
	msg := keyMsg(t, "space")
	msg.IsRepeat = true
	s.send(msg)
	if got := s.live.Seq() - seq; got != 1 {
		t.Errorf("space and its repetition make %d decisions", got)
	}
}

// In a window too small to see anything nothing can be decided, only left.
func TestTinyWindowTakesNoDecision(t *testing.T) {
	s := begin(t, 120, 40)
	seq := s.live.Seq()
	s.send(tea.WindowSizeMsg{Width: 20, Height: 5})
	s.press("9", "enter", "ctrl+z", "f9", "space")
	if s.live.Seq() != seq || s.editing() {
		t.Errorf("%d decisions that nobody could see", s.live.Seq()-seq)
	}
	if s.press("ctrl+q"); !s.leaving() {
		t.Error("nobody can leave a window that is too small")
	}
}
