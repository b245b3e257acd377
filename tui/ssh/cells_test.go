package ssh

import (
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
)

func TestCellLimiter(t *testing.T) {
	huge, usual, none := size{500, 300}, size{120, 40}, size{}
	l := cellLimiter{perPerson: 3 * 200 * 60, inAll: 4 * 200 * 60}
	for i, tt := range []struct {
		who       string
		reserved  bool
		has, want size
		got       size
		ok        bool
	}{
		{"a", false, none, usual, usual, true},
		{"a", false, usual, huge, size{500, 72}, true}, // all that one person may have
		{"a", false, none, usual, none, false},
		{"a", false, size{500, 72}, usual, usual, true},
		{"a", false, usual, huge, size{500, 72}, true},
		{"b", false, none, huge, size{500, 24}, true}, // what others leave
		{"c", false, none, usual, none, false},
		{"c", true, none, usual, usual, true}, // the meeting cannot go on without
		{"d", false, none, size{10, 5}, none, false},
	} {
		if got, ok := l.take(tt.who, tt.reserved, tt.has, tt.want); got != tt.got || ok != tt.ok {
			t.Errorf("%d: %s gets %v, %v, want %v, %v", i, tt.who, got, ok, tt.got, tt.ok)
		}
	}
	l.free("a", false, size{500, 72})
	l.free("b", false, size{500, 24})
	l.free("c", true, usual)
	if l.all != 0 || len(l.used) != 0 {
		t.Errorf("after all have ended %d cells are taken, by %v", l.all, l.used)
	}
}

// One guest with the largest terminals there are takes no more of the host than the limit; when there is no room left,
// that is said, and the person goes on following.
func TestMemoryOfOwnProgramsIsBounded(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 2, Node: -1})
	key := h.invite("Observer", scoring.Observer, "")
	var all []*client
	for range mostPerPerson {
		all = append(all, h.enter(h.signIn("observer", key), widest, highest, "LANG=en_GB.UTF-8"))
	}
	for _, c := range all {
		c.shows(t, "following")
	}
	all[0].press("\x1b[6~")
	all[0].shows(t, "on your own")
	all[1].press("\x1b[6~")
	all[1].shows(t, "no room for one more screen of its own")
	h.cells.mu.Lock()
	if h.cells.all > mostCellsPerPerson {
		t.Errorf("one guest has %d cells", h.cells.all)
	}
	h.cells.mu.Unlock()
	h.decide(7)
	all[1].shows(t, h.decisions()) // and the notice is gone
	all[0].press("\x06")
	eventually(t, "the cells to be given back", func() bool {
		h.cells.mu.Lock()
		defer h.cells.mu.Unlock()
		return h.cells.all == 0
	})
	all[1].press("\x1b[6~")
	all[1].shows(t, "on your own")
}

// Whoever chairs or writes gets a screen also where guests have taken all the room there is.
func TestChairHasAScreenInAFullRoom(t *testing.T) {
	h := startServer(t, func(h *harness) { h.cells.inAll = 120 * 40 })
	guest := h.join("Observer", scoring.Observer, "", 120, 40)
	guest.shows(t, "following")
	guest.press("\x1b[6~")
	guest.shows(t, "on your own")
	other := h.join("Reviewer", scoring.Reviewer, h.unit(0), 120, 40)
	other.shows(t, "following")
	other.press("\x1b[6~")
	other.shows(t, "no room for one more screen of its own")
	secretary := h.join("Secretary", scoring.Secretary, "", 120, 40)
	secretary.shows(t, "following")
	secretary.press("\x1b[6~")
	secretary.shows(t, "on your own")
}
