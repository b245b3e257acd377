package ssh

import (
	"strings"
	"testing"

	"thidua/scoring"
)

// A terminal of the role screen shows what the chair puts on the wall, and takes no key but the one that leaves.
func TestWallOverSSH(t *testing.T) {
	const keyF2, keyF4, putOnWall, palette, escape = "\x1bOQ", "\x1bOS", "\x12", "\x0b", "\x1b"
	h := startServer(t)
	h.unhost()
	chair := h.join("Chair", scoring.Chair, "", 120, 40)
	chair.shows(t, h.decisions())
	wall := h.join("Wall", scoring.Screen, "", 120, 40)
	wall.shows(t, "2019–2020")

	chair.press(keyF4) // looks elsewhere: the wall stays
	chair.shows(t, "fingerprint")
	chair.press(putOnWall)
	wall.shows(t, "RANKING")
	chair.press(keyF2)
	chair.shows(t, "EVIDENCE")
	chair.press(putOnWall)
	wall.shows(t, "REVIEW")

	was, seq := wall.text(), h.meeting.Snapshot().Seq()
	chair.press(palette + "nam dinh")
	chair.shows(t, "nam dinh")
	chair.press(escape)
	chair.until(t, "no palette", func(s string) bool { return !strings.Contains(s, "nam dinh") })
	chair.press("4") // a draft
	chair.shows(t, "DRAFT")
	if now := wall.text(); now != was {
		t.Errorf("a draft is on the wall:\n%s", now)
	}
	wall.press(keyF4 + "9\r?q" + putOnWall + "\x10") // nothing of that is a key here
	chair.press("\r")
	wall.until(t, "what was recorded", func(s string) bool { return s != was })
	chair.press(putOnWall) // once more blanks it
	wall.until(t, "a blank wall", func(s string) bool { return !strings.Contains(s, "REVIEW") })
	if now := h.meeting.Snapshot().Seq(); now != seq+1 {
		t.Errorf("%d decisions", now-seq)
	}
	wall.press("\x11")
	if err := wall.ends(); err != nil {
		t.Error(err)
	}
}
