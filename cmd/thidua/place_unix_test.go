//go:build unix

package main

import "testing"

// A new meeting begins with the roll; one that was left begins where it was left, screen, unit and criterion.
func TestTerminalBeginsWhereItWasLeft(t *testing.T) {
	t.Parallel()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	path, home := newMeeting(t), t.TempDir()
	open := func() *terminal {
		return startCommand(t, 120, 40, "env", "HOME="+home, "XDG_CONFIG_HOME="+home, bin, "--lang", "en", "open", path)
	}
	x := open()
	x.shows("all present")
	x.press("*") // a decision: it is no longer new
	x.shows("9/9 present")
	x.press("f2", "pgdown", "down")
	x.shows("BẮC NINH")
	x.shows("›  1.2 ")
	x.press("f4")
	x.shows("proposed award")
	x.press("f2")
	x.shows("BẮC NINH")
	x.leave(path)

	x = open()
	x.shows("BẮC NINH")
	x.shows("›  1.2 ")
	x.leave(path)
}
