package ssh

import (
	"testing"

	"thidua/scoring"
)

// slowGuests is a list on a slow disk: looking up who is invited waits.
type slowGuests struct {
	*fakeGuests
	asked  chan int      // how many at once
	answer chan struct{} // to answer
}

func (g *slowGuests) ByID(ids ...string) map[string]Guest {
	if len(ids) > 1 {
		g.asked <- len(ids)
		<-g.answer
	}
	return g.fakeGuests.ByID(ids...)
}

// Whether people are still invited is looked up once for all sessions, and nobody who comes in meanwhile waits for it.
func TestGuestsAreCheckedWithoutHoldingAnybodyUp(t *testing.T) {
	slow := &slowGuests{asked: make(chan int), answer: make(chan struct{})}
	h := startServer(t, func(h *harness) {
		slow.fakeGuests = h.list
		h.Server.guests = slow
	})
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 80, 24)
	b := h.join("Reviewer two", scoring.Reviewer, h.unit(1), 80, 24)
	a.shows(t, "following")
	b.shows(t, "following")
	done := make(chan struct{})
	go func() {
		h.checkGuests()
		close(done)
	}()
	if n := <-slow.asked; n != 2 {
		t.Errorf("%d are looked up at once", n)
	}
	late := h.join("Reviewer three", scoring.Reviewer, h.unit(2), 80, 24)
	late.shows(t, "following")
	close(slow.answer)
	<-done
}
