package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/batch"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/overlay"
)

// TestBringInSheet brings in the sheet of a unit that had none: what is wrong with the file is listed, and it can be
// tried again; then it is on record, and nothing more is offered.
func TestBringInSheet(t *testing.T) {
	t.Parallel()
	read := func(_ context.Context, s *meeting.Snapshot, file string) ([]scoring.Act, error) {
		return batch.Sheet(&s.State, file)
	}
	s := beginWith(t, &inPlace{snap: blocMeeting(t)}, 80, 24, func(o *Options) { o.Sheets = read })
	file := filepath.Join(t.TempDir(), "ha-nam.toml")
	const head = "rulebook = \"5350-2019\"\nunit = \"ha nam\"\nyear = \"2019-2020\"\n[percent]\n"
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(head + "\"1.1\" = 400\n\"99\" = 1\n")
	s.press("ctrl+a")
	if p := s.picture(); !s.overlays.Is(overlay.Sheet) ||
		!strings.Contains(p, "Hà Nam: không có bản tự chấm: mới sáp nhập") {
		t.Fatalf("it is not asked for the file:\n%s", p)
	}
	s.press("text:"+file, "enter")
	for _, want := range []string{"không có mã \"99\"", "400"} {
		p := strings.ReplaceAll(s.picture(), "\n", " ")
		if !s.overlays.Is(overlay.Sheet) || !strings.Contains(p, want) {
			t.Errorf("a finding is not listed (%s):\n%s", want, s.picture())
		}
	}
	write(head + "\"1.1\" = 40\n")
	s.press("enter")
	last := s.seen.Last()
	if a, ok := last.Act.(scoring.HandIn); !ok || a.Unit != "Hà Nam" || s.overlays.Any() || s.seen.Sheets() != 9 {
		t.Fatalf("the sheet is not on record: %+v; %q", last, s.note.text.VI)
	}
	if s.press("ctrl+a"); s.overlays.Any() {
		t.Error("with all sheets there another one is asked for")
	}
	if s.press("ctrl+z", "enter"); s.seen.Sheets() != 8 {
		t.Errorf("it cannot be taken back: %q\n%s", s.note.text.VI, s.picture())
	}
}
