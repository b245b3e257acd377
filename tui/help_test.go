package tui

import (
	"strings"
	"testing"

	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// The help page is searched with or without diacritics, says all that it has to say again when the search is taken
// back, and does what its lines say.
func TestHelpIsSearchedAndDone(t *testing.T) {
	s := begin(t, 120, 40).press("f1")
	if all := s.picture(); !strings.Contains(all, "Phím ở đây") || !strings.Contains(all, "RÀ SOÁT") {
		t.Fatalf("no headings:\n%s", all)
	}
	s.press("text:diem danh")
	if got := s.picture(); !strings.Contains(got, "Thứ tự một cuộc họp") || strings.Contains(got, "Phím ở đây") {
		t.Errorf("not searched:\n%s", got)
	}
	s.press("enter")
	if s.on() != screen.Roll && s.on() != screen.Record { // the search finds the screen's own key first
		t.Errorf("Enter led to %s", s.on())
	}
	s.press("f2", "f1", "text:bàn chiếu của tòa")
	if got := s.picture(); !strings.Contains(got, "Không tìm thấy gì.") {
		t.Errorf("nothing is found and it is not said:\n%s", got)
	}
	if s.press("enter"); !s.overlays.Is(overlay.Help) {
		t.Error("Enter on nothing closed the page")
	}
}

// What is off says why, what is only to be read says so, and neither closes the page without a word.
func TestHelpSaysWhatCannotBeDone(t *testing.T) {
	s := begin(t, 120, 40).press("f1", "text:tự chấm, bên cạnh", "enter")
	if !s.overlays.Is(overlay.Help) || !strings.Contains(s.picture(), "chỉ để đọc") {
		t.Errorf("a mark was done:\n%s", s.picture())
	}
	s.press("esc", "f1", "text:hoàn tác để", "enter")
	s = begin(t, 120, 40).press("f1", "text:ctrl+y", "enter")
	if !strings.Contains(s.picture(), "không có gì vừa hoàn tác") {
		t.Errorf("off, and it does not say why:\n%s", s.picture())
	}
}

// Every key of a screen stands on its help page once, with every screen at every size that the program draws.
func TestHelpHasEveryKey(t *testing.T) {
	for _, id := range screen.IDs() {
		s := begin(t, 60, 20)
		s.goTo(id, screen.Place{Unit: -1, Node: -1})
		keys := s.offered()
		s.press("f1")
		said := "\n" + strings.Join(s.overlays.Top().Speak(s.overlayEnv()), "\n")
		for _, b := range keys {
			if !strings.Contains(said, "\n"+b.Shown+" ") {
				t.Errorf("%s: %s is not on the help page", id, b.Shown)
			}
		}
		pages := s.picture()
		for range 30 {
			s.press("pgdown")
			pages += s.picture()
		}
		for _, b := range keys {
			if words := strings.Fields(b.Help.VI); !strings.Contains(pages, words[0]) {
				t.Errorf("%s: %s cannot be reached by scrolling", id, b.Shown)
			}
		}
	}
}
