//go:build unix

package main

import (
	"os"
	"testing"
)

// In a second terminal one looks on at a meeting that is open in a first: its decisions come in, and nothing can be
// recorded. A file that may only be read is opened the same way.
func TestTerminalLookOn(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	host := start(t, "open", path)
	host.shows("0/9 present")
	refused := start(t, "open", path)
	refused.says("open --read-only")
	if code := refused.wait(); code != 1 {
		t.Errorf("a second writer ended with %d", code)
	}
	x := start(t, "open", "--read-only", path)
	x.shows("LOOKING ON")
	host.press("f9", "*")
	host.shows("9/9 present")
	x.shows("9/9 present")
	x.press("f2", "8")
	x.shows("only looking on")
	x.press("ctrl+q", "enter")
	if code := x.wait(); code != 0 {
		t.Errorf("who looked on ended with %d", code)
	}
	host.leave(path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	x = start(t, "open", "--read-only", path)
	x.shows("9/9 present")
	x.press("ctrl+q", "enter")
	if code := x.wait(); code != 0 {
		t.Errorf("who looked on at a read-only file ended with %d", code)
	}
	alone(t, path)
}
