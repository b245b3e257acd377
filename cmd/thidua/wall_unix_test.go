//go:build unix

package main

import (
	"strings"
	"testing"
)

// A host and a wall in two windows of one machine: the wall finds the host by itself, shows what is put there and no
// more, keeps a verdict until something else is put there, and says when the host has gone.
func TestTerminalWall(t *testing.T) {
	t.Parallel()
	path, home := newMeeting(t), t.TempDir()
	bin, err := built()
	if err != nil {
		t.Fatal(err)
	}
	window := func(args ...string) *terminal {
		return startCommand(t, 120, 40, "env",
			append([]string{"HOME=" + home, "XDG_CONFIG_HOME=" + home, bin, "--lang", "en"}, args...)...)
	}
	const nobody, verdict = "Nobody has this meeting open", "for 9, against 0, abstaining 0"
	wall := window("wall", path)
	wall.shows(nobody)
	wall.shows("RANKING")
	host := window("open", path)
	host.shows("0/9 present")
	wall.until("the host", func() bool { return !strings.Contains(wall.Text(), nobody) })

	host.press("f2", "ctrl+r")
	wall.shows("REVIEW")
	host.press("4")
	host.shows("DRAFT")
	host.press("esc")
	host.until("no draft", func() bool { return !strings.Contains(host.Text(), "DRAFT") })
	host.press("ctrl+k", "quang ninh")
	host.shows("quang ninh")
	host.press("esc")
	host.until("no search", func() bool { return !strings.Contains(host.Text(), "quang ninh") })
	host.press("f9")
	host.shows("absent")
	host.press("*")
	host.shows("9/9 units present")
	wall.shows("REVIEW")

	host.press("f5")
	host.shows("a vote each")
	host.press("+")
	host.shows("Question")
	host.press("Hội thao")
	host.shows("Hội thao")
	host.press("enter")
	host.shows("For")
	host.press("ctrl+r")
	wall.shows("9 units present · open")
	host.press("*")
	wall.shows(verdict)
	host.press("enter")
	host.shows("a vote each")
	host.press("f2")
	host.shows("EVIDENCE")
	wall.shows(verdict)
	host.leave(path)
	wall.shows("not open on this machine any more")
	wall.shows(verdict)
	for _, never := range []string{"DRAFT", "quang ninh", "Question"} {
		wall.Mu.Lock()
		if strings.Contains(string(wall.All), never) {
			t.Errorf("the wall has shown %q", never)
		}
		wall.Mu.Unlock()
	}
	wall.press("ctrl+q")
	if err := <-wall.ended; err != nil {
		t.Error(err)
	}
}
