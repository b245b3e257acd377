package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/data/outputs"
	"thidua/scoring/lang"
	"thidua/tui/overlay"
)

// named are the names in a folder.
func named(t *testing.T, dir string) (names []string) {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

// offering begins a session in which a folder is offered for the papers.
func offering(t *testing.T, dir string) *session {
	return begin(t, 120, 40, speaking(lang.EN), func(o *Options) { o.Papers = dir })
}

// TestExport writes all files, then one of them into a folder that is typed.
func TestExport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "văn bản")
	s := offering(t, dir).press("ctrl+k", "text:van ban cua cuoc hop", "enter")
	if !s.overlays.Is(overlay.PapersPage) {
		t.Fatalf("the palette does not find the papers:\n%s", s.picture())
	}
	s.press("=", "enter")
	want := slices.Sorted(slices.Values(outputs.Names(outputs.All(s.live, lang.EN, nil))))
	if got := named(t, dir); !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}
	if p := s.picture(); !strings.Contains(p, "✓ wrote "+lang.Count(len(want), "", "file", "files").EN+" into "+dir) {
		t.Errorf("the page does not say so:\n%s", p)
	}
	other := filepath.Join(t.TempDir(), "one")
	s.press("down", "space", "=").clearText().press("text:"+other, "enter")
	if got := named(t, other); !slices.Equal(got, []string{"minutes.pdf"}) {
		t.Errorf("of those chosen there are %q", got)
	}
}

// TestExportFails: where a file cannot take its place the page says which, and the old ones are as they were.
func TestExportFails(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "minutes.docx"), []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "report.docx", "x"), 0o777); err != nil {
		t.Fatal(err)
	}
	s := offering(t, dir).press("ctrl+u", "=", "enter")
	p := s.picture()
	if !strings.Contains(p, "✗ NOT EXPORTED") || !strings.Contains(p, "report.docx") {
		t.Errorf("the page does not say what failed:\n%s", p)
	}
	if old, err := os.ReadFile(filepath.Join(dir, "minutes.docx")); err != nil || string(old) != "old" {
		t.Errorf("of the old file there is %q, %v", old, err)
	}
	if got := named(t, dir); len(got) != 2 {
		t.Errorf("there are %q", got)
	}
	if s.press("esc"); s.overlays.Any() {
		t.Error("the page does not close after a failure")
	}
}

// TestExportProgress: while files are being written the page says how far that is, and waits.
func TestExportProgress(t *testing.T) {
	s := offering(t, t.TempDir()).press("ctrl+u", "=")
	n := len(outputs.All(s.live, lang.EN, nil))
	_, cmd := s.Update(keyMsg(t, "enter"))
	_, cmd = s.Update(cmd()) // the first file
	if p := s.picture(); !strings.Contains(p, fmt.Sprintf(" 0/%d minutes.docx", n)) ||
		!strings.Contains(p, "░ ") {
		t.Errorf("no progress is shown:\n%s", p)
	}
	if s.press("esc"); !s.overlays.Is(overlay.PapersPage) || !s.note.alarm {
		t.Error("the page goes while files are being written")
	}
	s.send(cmd())
	if p := s.picture(); !strings.Contains(p, "✓ wrote") {
		t.Errorf("the page does not say that it is done:\n%s", p)
	}
}

// TestPapersLead: what is lacking is said with its key, and the key leads there; what is read is the paper.
func TestPapersLead(t *testing.T) {
	s := offering(t, t.TempDir()).press("ctrl+u")
	if p := s.picture(); !strings.Contains(p, "draft · ") || !strings.Contains(p, "! no place (F10)") {
		t.Errorf("it is not said what the minutes lack:\n%s", p)
	}
	if s.press("enter"); !strings.Contains(s.picture(), "BIÊN BẢN") {
		t.Errorf("the minutes are not to be read:\n%s", s.picture())
	}
	for s.press("esc", "down"); !strings.Contains(s.picture(), "› [ ] meeting.json"); s.press("down") {
	}
	if s.press("enter"); !strings.Contains(s.picture(), `"units"`) && !strings.Contains(s.picture(), "{") {
		t.Errorf("the data are not to be read:\n%s", s.picture())
	}
	if s.press("esc", "*"); s.overlays.Any() || s.on() != "minutes" {
		t.Errorf("the key leads to %s", s.on())
	}
}

// TestPapersOnlyHere: who came in from elsewhere has no page of papers, and is told why; nor has a meeting without a
// file.
func TestPapersOnlyHere(t *testing.T) {
	h, _ := newHall(t)
	guest := h.come(secretary("Thư ký B"), true).press("ctrl+u")
	if guest.overlays.Any() || !strings.Contains(guest.note.text.EN, "only at the host's own keyboard") {
		t.Errorf("a guest is told %q", guest.note.text.EN)
	}
	s := offering(t, "").press("ctrl+u")
	if s.overlays.Any() || !strings.Contains(s.note.text.EN, "kept in no file") {
		t.Errorf("without a file it is said %q", s.note.text.EN)
	}
}
