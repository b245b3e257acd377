//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/meeting"
)

// TestFileGone removes the file of an open meeting: the next decision is not recorded, and leaving saves all that was
// in another file.
func TestFileGone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "m.thidua")
	whole, err := os.ReadFile(everyKind(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	before := read(t, path)
	x := start(t, "open", path)
	x.shows("F1")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	x.press("down", "37.51", "enter")
	x.shows("NOT RECORDED")
	x.press("ctrl+q")
	x.shows("The file takes nothing more")
	x.press("enter")
	x.says("are saved in ")
	if code := x.wait(); code != exitFail {
		t.Errorf("exit status %d", code)
	}
	saved, err := filepath.Glob(filepath.Join(x.home(), "m-sao-1.thidua"))
	if err != nil || len(saved) != 1 {
		t.Fatalf("saved %q, %v", saved, err)
	}
	after, err := meeting.Read(t.Context(), saved[0])
	if err != nil || after.Fingerprint() != before.Fingerprint() {
		t.Errorf("saved another record: %v", err)
	}
}

// home is the folder of the person at the terminal.
func (x *terminal) home() (dir string) {
	for _, v := range x.cmd.Env {
		if h, ok := strings.CutPrefix(v, "HOME="); ok {
			dir = h // of several the last counts
		}
	}
	return dir
}
