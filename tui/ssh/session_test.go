package ssh

import (
	"fmt"
	"testing"

	"thidua/data/meeting"
)

func TestFollowing(t *testing.T) {
	h := openHall(t)
	a := h.join("Reviewer one", meeting.Reviewer, h.meeting.Snapshot().Units()[0].Name(), 120, 40)
	a.shows(t, "following")
	h.decide(17)
	a.shows(t, fmt.Sprintf("%d decisions", h.meeting.Snapshot().Seq()))
	late := h.join("Reviewer two", meeting.Reviewer, h.meeting.Snapshot().Units()[1].Name(), 120, 40)
	late.shows(t, fmt.Sprintf("%d decisions", h.meeting.Snapshot().Seq()))
	if a.text() != late.text() {
		t.Errorf("two who follow see different things:\n%s\n%s", a.text(), late.text())
	}
	if len(a.strange) > 0 {
		t.Errorf("strange sequences %q", a.strange)
	}
}
