package ssh

import (
	"testing"

	"thidua/scoring"
)

// Who follows sees the verdict with the chair, on the picture that all share, until the chair goes on; a key of one's
// own takes it away for oneself, and the shared picture is taken up again when the chair has gone on.
func TestFollowersSeeTheVerdict(t *testing.T) {
	h := startServer(t)
	h.unhost()
	chair := h.join("Chair", scoring.Chair, "", 120, 40)
	chair.shows(t, h.decisions())
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	b := h.join("Reviewer two", scoring.Reviewer, h.unit(1), 80, 24)
	a.shows(t, "following")
	b.shows(t, "following")
	chair.press(keyF5)
	chair.shows(t, "a vote each")
	chair.press("+")
	chair.shows(t, "Question")
	chair.press("H\r")
	chair.shows(t, "For")
	chair.press("*")
	const counts = "   for 9, against 0, abstaining 0" // in the middle, not in the note below
	for _, c := range []*client{chair, a, b} {
		c.shows(t, counts)
	}
	seq := h.meeting.Snapshot().Seq()
	a.press("=")
	a.shows(t, "a vote each")
	b.shows(t, counts)
	chair.press("\r")
	chair.shows(t, "a vote each")
	b.shows(t, "a vote each")
	eventually(t, "both to share", func() bool { return h.sharing() == 2 })
	if now := h.meeting.Snapshot().Seq(); now != seq {
		t.Errorf("the keys that took it away made %d decisions", now-seq)
	}
}
