package ssh

import (
	"bytes"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

// While a secret ballot may be on the screen every picture has one size, and begins with what is drawn; else nothing
// is added.
func TestPicturesOfABallotHaveOneSize(t *testing.T) {
	for n := range 3000 {
		picture := bytes.Repeat([]byte("x"), n)
		got := padded(picture)
		rest := bytes.ReplaceAll(got[n:], []byte(fill), nil)
		rest = bytes.ReplaceAll(rest, []byte(fillThree), nil)
		if len(got)%wholeSize != 0 || n > 0 && len(got) != wholeSize || !bytes.HasPrefix(got, picture) ||
			len(rest) > 0 {
			t.Fatalf("%d bytes became %d, with %q left over", n, len(got), rest)
		}
	}
}

// While a box is open, the picture of a key has one size, whichever line of the ballot it lights.
func TestSizesOfPicturesDoNotTell(t *testing.T) {
	h := startServer(t)
	state := &h.meeting.Snapshot().State
	race, _ := state.Race(scoring.Leader)
	h.room.Lead(nil, meeting.Stand{Screen: "election", Unit: -1, Node: -1})
	c := h.join("Reviewer", scoring.Reviewer, h.unit(0), 120, 40)
	c.shows(t, "following")
	c.press("\x1b[17~") // F6
	c.press("\x06")     // and with the others again, on a screen of its own
	if err := h.room.AskBox(nil, meeting.NewBox(state, race)); err != nil {
		t.Fatal(err)
	}
	c.shows(t, "0 of 9 units")
	eventually(t, "a bell", func() bool { c.Mu.Lock(); defer c.Mu.Unlock(); return c.Bells == 1 })
	sizes := map[int]bool{}
	c.press("6")
	c.shows(t, "› 6")
	was := c.count()
	for _, key := range []string{"1", "2", "3", "4", "5"} {
		c.press(key)
		c.shows(t, "› "+key)
		sizes[c.count()-was] = true
		was = c.count()
	}
	if len(sizes) != 1 {
		t.Errorf("pictures have the sizes %v", sizes)
	}
}
