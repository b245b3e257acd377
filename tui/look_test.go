package tui

import (
	"context"
	"strings"
	"testing"
)

// Who only looks on is told so on the screen and by every key that would record; the papers can be written.
func TestLookingOn(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	var lost error
	s := beginWith(t, m, 120, 40, func(o *Options) {
		o.Looks, o.Papers = &Looking{Lost: func() error { return lost }}, "x"
	})
	seq := s.live.Seq()
	if p := s.picture(); !strings.Contains(p, "CHỈ XEM") {
		t.Errorf("nothing says that it is only looked on at:\n%s", p)
	}
	for _, key := range []string{"8", "=", "ctrl+z", "f9", "*"} {
		s.press(key)
		if p := s.picture(); key != "f9" && !strings.Contains(p, "đang chỉ xem") {
			t.Errorf("%s does not say why it is off:\n%s", key, p)
		}
	}
	lost = context.DeadlineExceeded
	if p := s.picture(); !strings.Contains(p, "không đọc được tệp") {
		t.Errorf("nothing says that the file cannot be read:\n%s", p)
	}
	s.press("ctrl+w", "f2", "8", "0", "enter") // trying out is free
	if p := s.picture(); !strings.Contains(p, "GIẢ ĐỊNH") || strings.Contains(p, "đang chỉ xem") {
		t.Errorf("nothing can be tried out:\n%s", p)
	}
	s.press("esc", "ctrl+w", "ctrl+u")
	if p := s.picture(); !strings.Contains(p, "VĂN BẢN VÀ SỐ LIỆU") {
		t.Errorf("no papers:\n%s", p)
	}
	if m.Snapshot().Seq() != seq {
		t.Errorf("%d decisions were recorded", m.Snapshot().Seq()-seq)
	}
}
