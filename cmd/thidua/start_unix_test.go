//go:build unix

package main

import (
	"net"
	"path/filepath"
	"syscall"
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
	x.shows(": 10 decisions, all on record in the file")
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

// A second window is made the room's screen from the start page, and goes back to it.
func TestTerminalStartWall(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t)
	x.shows("BEGIN")
	x.press("ctrl+k", "room's screen", "enter")
	x.shows("File: [")
	x.press("\x15"+path, "enter")
	x.shows("Nobody has this meeting open")
	x.press("ctrl+q")
	x.shows("BEGIN")
	x.press("ctrl+q")
	if code := x.wait(); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	x.restored()
}

// Others are let in from the start page: how they come in shows at once, and whoever leaves comes back.
func TestTerminalStartServe(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t)
	x.shows("Let others in…")
	x.press("ctrl+k", "let others in", "enter")
	x.shows("File: [")
	x.press("\x15"+path, "enter")
	x.shows("Nobody is invited")
	x.press("enter")
	x.shows("Port: [2222")
	x.press("\x15"+freePort(t), "enter")
	x.shows("Recorded by: [")
	x.press("enter")
	x.shows("JOIN FROM YOUR OWN LAPTOP")
	x.press("esc")
	x.shows("all present") // a new meeting begins with the roll
	x.press("ctrl+q", "enter")
	x.shows("OPEN HERE BEFORE")
	x.press("ctrl+q")
	if code := x.wait(); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	x.restored()
}

// freePort is a port that nobody listens at.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// By ear the start page says where one is, leads to the sample by ear, and says when one is back.
func TestTerminalStartByEar(t *testing.T) {
	t.Parallel()
	x := start(t, "--plain")
	x.says("Start.")
	x.says("Make a meeting…; ")
	x.press("down")
	x.says("Open a meeting file…; ")
	x.press("down")
	x.says("The sample meeting; ")
	x.press("enter")
	x.says("Emulation cluster 2, 2019-2020. ")
	x.press("ctrl+q")
	x.says("Leave the sample meeting?")
	x.press("enter")
	x.says("Start.")
	x.press("ctrl+q")
	if code := x.wait(); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	x.restored()
	noPictures(t, x)
}

// Told to end, the start page leaves the terminal as it was, also with a meeting open behind the question who records.
func TestTerminalStartEnds(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	for _, args := range [][]string{nil, {path}} {
		x := start(t, args...)
		if args == nil {
			x.shows("The sample meeting")
		} else {
			x.shows("Recorded by: [")
		}
		x.signal(syscall.SIGTERM)
		x.over(path)
	}
}
