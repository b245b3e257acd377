//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// The national board shows what is recorded elsewhere as it is recorded; Enter looks on at a meeting, and leaving that
// comes back to where one was.
func TestTerminalBoard(t *testing.T) {
	t.Parallel()
	path, dir := newMeeting(t), t.TempDir()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 8 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint("m", i+1, ".thidua")), whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	x := start(t, "board", dir)
	x.shows("The national board")
	x.shows("8 meetings in")
	x.shows("not begun")
	host := start(t, "open", filepath.Join(dir, "m5.thidua"))
	host.shows("0/9 present")
	host.press("f9", "*")
	host.shows("9/9 present")
	x.shows("running")
	x.press("m", "5")
	x.shows("1 of 8 meetings")
	x.press("enter")
	x.shows("LOOKING ON")
	x.shows("9/9 present")
	x.press("ctrl+q", "enter")
	x.shows("1 of 8 meetings")
	x.press("ctrl+q")
	if code := x.wait(); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	x.restored()
	host.leave(filepath.Join(dir, "m5.thidua"))
}
