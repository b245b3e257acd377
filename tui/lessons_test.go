package tui

import (
	"fmt"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// played is what somebody presses for each step of each lesson.
func played() map[string][][]string {
	return map[string][][]string{
		"first":    {{"down"}, {"6", "0", "enter"}, {"ctrl+z"}, {"pgdown"}, {"?"}, {"esc", "f4"}, {"f1"}},
		"correct":  {{"8", "enter"}, {"ctrl+z"}, {"8", "0", "tab", "text:đã có số liệu", "enter"}, {"f8"}},
		"grant":    {{"*"}, {"ctrl+z"}, {"ctrl+x", "text:chưa đủ minh chứng", "enter"}, {"f5"}},
		"vote":     {{"f5"}, {"enter"}, {"7", "enter", "1", "enter"}, {"enter"}},
		"tie":      {{"f5"}, {"enter"}, {"6", "enter", "3", "enter"}, {"enter", "f4"}},
		"elect":    {{"f6"}, {"6", "down", "3", "="}, {"enter", "6", "down", "3", "="}},
		"close":    {{"f7"}, {"=", "="}},
		"announce": {{"f7"}, {"enter"}, {"pgdown*"}},
		"papers":   {{"ctrl+u"}, {"down", "enter"}, {"pgdown", "enter"}},
		"recover": {{"f7"}, {"ctrl+o", "text:Bộ yêu cầu xem lại", "enter"}, {"f8"},
			{"up", "up", "delete", "enter"}},
	}
}

// beginLesson opens the sample meeting with a lesson.
func beginLesson(t testing.TB, l Lesson, w, h int) *session {
	t.Helper()
	m := again(t, fmt.Sprint("stage ", l.Stage), func() (*meeting.Meeting, error) {
		sample, err := loadSample()
		if err != nil {
			return nil, err
		}
		return sample.At(l.Stage, clock)
	})
	return beginWith(t, m, w, h, func(o *Options) { o.Lesson = &l })
}

// pressed is press, with «key*» pressed until nothing changes any more.
func (s *session) pressed(keys ...string) {
	for _, key := range keys {
		again, often := strings.CutSuffix(key, "*")
		if !often || again == "" {
			s.press(key)
			continue
		}
		for before := ""; before != s.Text(); {
			before = s.Text()
			s.press(again)
		}
	}
}

// Every lesson can be gone through as it says, each step is done by what was done, and not before.
func TestLessons(t *testing.T) {
	for _, l := range append(Lessons(), FirstSteps()) {
		t.Run(l.ID, func(t *testing.T) {
			steps := played()[l.ID]
			s := beginLesson(t, l, 80, 24)
			if len(steps) != len(s.guide.steps) {
				t.Fatalf("%d steps, and %d to press", len(s.guide.steps), len(steps))
			}
			for i, keys := range steps {
				if left := len(s.guide.steps); left != len(steps)-i {
					t.Fatalf("before step %d there are %d left: %s\n%s", i+1, left, s.hint().VI, s.picture())
				}
				for _, line := range s.hintLines(80) {
					if got := s.picture(); !strings.Contains(got, "\n "+line+"\n") {
						t.Errorf("step %d: %q is not shown:\n%s", i+1, line, got)
					}
				}
				s.pressed(keys...)
			}
			if len(s.guide.steps) > 0 {
				t.Fatalf("it does not end: %s\n%s", s.hint().VI, s.picture())
			}
			if s.hint() != l.last {
				t.Errorf("at the end it says %q", s.hint().VI)
			}
		})
	}
}

// Who goes elsewhere is told the way back, and the key that is named works there. Nothing is done by having gone.
func TestLessonsLeadBack(t *testing.T) {
	for _, l := range append(Lessons(), FirstSteps()) {
		for i, keys := range played()[l.ID] {
			for _, id := range []screen.ID{screen.Board, screen.Roll} {
				s := beginLesson(t, l, 120, 40)
				for _, before := range played()[l.ID][:i] {
					s.pressed(before...)
				}
				left := len(s.guide.steps)
				on := s.guide.steps[0].on
				if s.editing() || s.overlays.Any() || s.announced() || s.onStage() || on == "" || on == id {
					continue
				}
				s.press(strings.ToLower(id.Key()))
				if len(s.guide.steps) != left {
					t.Errorf("%s: step %d is done by going to %s", l.ID, i+1, id)
				}
				if hint := s.hint(); !strings.HasPrefix(hint.VI, on.Key()+" ") {
					t.Errorf("%s: step %d says %q on %s", l.ID, i+1, hint.VI, id)
				}
				s.press(strings.ToLower(on.Key()))
				s.pressed(keys...)
				if len(s.guide.steps) >= left {
					t.Errorf("%s: step %d cannot be done after %s:\n%s", l.ID, i+1, id, s.picture())
				}
			}
		}
	}
}

// Every text of a lesson is short enough to be read at a glance: two lines of the smallest usual terminal.
func TestLessonsAreShort(t *testing.T) {
	for _, l := range append(Lessons(), FirstSteps()) {
		texts := []lang.Text{l.last}
		for _, st := range l.steps {
			texts = append(texts, st.hint)
		}
		for _, text := range texts {
			for _, in := range []string{text.VI, text.EN} {
				if lines := kit.Wrap("▸ "+in, 78, 0); len(lines) > 2 {
					t.Errorf("%s: %d lines: %s", l.ID, len(lines), in)
				}
			}
		}
	}
}

// The room is not taught: on the projector there is no step.
func TestLessonsAreNotProjected(t *testing.T) {
	s := beginLesson(t, FirstSteps(), 120, 40).press("ctrl+p")
	if got := s.picture(); strings.Contains(got, "▸ Cuộc họp mẫu") {
		t.Errorf("the room sees the lesson:\n%s", got)
	}
}
