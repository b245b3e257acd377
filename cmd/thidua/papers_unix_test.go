//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// In a real terminal the papers are written from their page, into the folder that is offered beside the meeting's file;
// a folder that cannot be is said there; and by ear the page says the same.
func TestTerminalPapers(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t, "open", path)
	x.shows("0/9 present")
	x.press("ctrl+u")
	x.shows("PAPERS AND FIGURES")
	x.press("enter")
	x.shows("minutes.docx · minutes")
	x.press("esc")
	x.shows("all are exported")
	x.press("=")
	x.shows("Folder: [")
	x.press("/lần 1", "enter")
	x.shows("✓ wrote")
	x.press("=", "\x15"+path, "enter") // a file where a folder should be
	x.shows("NOT EXPORTED")
	x.press("esc")
	x.shows("all present")
	x.leave(path)
	dir := filepath.Join(strings.TrimSuffix(path, ".thidua")+"-van-ban", "lần 1")
	for _, name := range []string{"minutes.docx", "minutes.pdf", "results.xlsx", "meeting.json"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// By ear the page says each file, what it lacks, and what came of the writing.
func TestTerminalPapersByEar(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t, "open", "--plain", path)
	x.says("F1 reads the keys")
	x.press("ctrl+u")
	x.says("minutes.docx, minutes, draft")
	x.press("down")
	x.says("minutes.pdf, minutes, draft")
	x.press("=")
	x.says("Folder: ")
	x.press("enter")
	x.says("✓ wrote ")
	x.press("esc")
	x.says("Vĩnh Phúc: not called")
	x.leaveByEar(path)
	if _, err := os.Stat(strings.TrimSuffix(path, ".thidua") + "-van-ban"); err != nil {
		t.Error(err)
	}
}
