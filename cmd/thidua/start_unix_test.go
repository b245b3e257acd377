//go:build unix

package main

import (
	"path/filepath"
	"testing"

	"thidua/data/meeting"
)

// Started alone in a terminal the program shows the start page; from a meeting one comes back to it; the one that was
// open is then in the list, with who records there.
func TestTerminalStart(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t)
	x.shows("The sample meeting")
	x.press("down", "down", "enter")
	x.shows("to choose a criterion")
	x.press("ctrl+q", "enter")
	x.shows("BEGIN")
	x.press("down", "enter")
	x.shows("File: [")
	x.press("\x15"+filepath.Dir(path)+"/", "tab") // Ctrl+U empties the field
	x.shows(path)
	x.press("enter")
	x.shows("Recorded by: [")
	x.press("\x15Thuw", "\x7f\x7f", "ư ký", "enter")
	x.shows("0/9 present")
	x.press("f9", "*")
	x.shows("9/9 present")
	x.press("ctrl+q", "enter")
	x.shows("OPEN HERE BEFORE")
	x.shows("recorded by: Thư ký")
	x.press("enter")
	x.shows("9/9 present")
	x.press("ctrl+q", "enter")
	x.shows("OPEN HERE BEFORE")
	x.press("ctrl+q")
	x.over(path)
	snap, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if by := snap.Last().By; by != "Thư ký" {
		t.Errorf("recorded by %q", by)
	}
}

// A file that is dragged onto the program, or belongs to it, is opened at once; one that cannot be is said on the page,
// and the window stays.
func TestTerminalStartWithFile(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t, path)
	x.shows("Recorded by: [")
	x.press("enter")
	x.shows("0/9 present")
	x.leave(path)
	x = start(t, path+"x.thidua")
	x.shows("there is no such file")
	x.press("esc")
	x.shows("BEGIN")
	x.press("ctrl+q")
	x.over(path)
}
