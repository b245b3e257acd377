package tui

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/tui/overlay"
)

// onFile opens the sample meeting in a file, with copies offered beside it.
func onFile(t *testing.T) (s *session, path, offered string) {
	t.Helper()
	sample, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "họp.thidua")
	m, err := meeting.Begin(t.Context(), path, "Thư ký", sample.Begin)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	offered = filepath.Join(t.TempDir(), "sao.thidua")
	s = beginWith(t, m, 120, 40, func(o *Options) {
		o.Copies = &Copies{Offered: offered, Save: m.SaveCopy, Intact: m.Intact}
	})
	return s, path, offered
}

// TestSaveCopy saves a copy from the palette and by its key; what exists is not overwritten.
func TestSaveCopy(t *testing.T) {
	s, _, offered := onFile(t)
	s.press("ctrl+k", "text:luu mot ban", "enter")
	if !s.overlays.Is(overlay.Copy) {
		t.Fatal("the palette does not offer a copy")
	}
	s.press("enter")
	got, err := meeting.Read(t.Context(), offered)
	if err != nil || got.Fingerprint() != s.live.Fingerprint() ||
		!strings.Contains(s.note.text.EN, "✓ saved 1 decision in ") {
		t.Errorf("%v; the screen says %q", err, s.note.text.EN)
	}
	s.press("ctrl+s", "enter")
	if !s.note.alarm || !strings.Contains(s.note.text.EN, "NOT SAVED") || s.overlays.Any() {
		t.Errorf("over a file that exists the screen says %q", s.note.text.EN)
	}
	s.press("ctrl+s", "esc")
	if s.overlays.Any() {
		t.Error("Esc does not leave")
	}
}

// TestFileGone removes the file of an open meeting: the decision is not recorded, the screen says with which key a copy
// is saved, and the question whether to leave offers it too, also where nothing was tried before.
func TestFileGone(t *testing.T) {
	for _, tried := range []bool{true, false} {
		s, path, offered := onFile(t)
		if err := os.Remove(path); err != nil {
			if runtime.GOOS != "windows" {
				t.Fatal(err)
			}
			t.Skipf("left out: an open file cannot be removed here: %v", err)
		}
		if tried {
			s.press("down", "text:37,5", "enter")
			if s.live.Seq() != 1 || !s.note.alarm || !strings.Contains(s.note.text.EN, "NOT RECORDED") ||
				!strings.HasSuffix(s.note.text.EN, "(Ctrl+S)") {
				t.Errorf("after a decision the screen says %q", s.note.text.EN)
			}
			s.press("esc")
		}
		s.press("ctrl+q")
		if q := s.question().EN; !strings.Contains(q, "takes nothing more; 1 decision, all in the program") {
			t.Errorf("the question is %q", q)
		}
		s.press("ctrl+s", "enter")
		if got, err := meeting.Read(t.Context(), offered); err != nil || got.Fingerprint() != s.live.Fingerprint() {
			t.Errorf("the copy: %v; the screen says %q", err, s.note.text.EN)
		}
	}
}

// TestNoCopies: a guest's screen, and the sample, offer none.
func TestNoCopies(t *testing.T) {
	s := begin(t, 120, 40).press("ctrl+s")
	if s.overlays.Any() {
		t.Error("there is a copy to be saved")
	}
}
