package tui

import (
	"testing"

	"thidua/scoring"
)

// What somebody else decided is not taken back by one key: it is said whose it is, and asked. What a person decided,
// also at somebody's suggestion, is.
func TestUndoOfAnothersDecisionAsks(t *testing.T) {
	h, host := newHall(t)
	other := h.come(secretary("hai"), true)
	h.then(host, "4", "0", "enter")
	seq := host.live.Seq()
	h.then(other, "ctrl+z", "ctrl+z", "ctrl+z") // a key that is held says nothing
	other.shows("là của Thư ký", "Enter để hoàn tác")
	if other.live.Seq() != seq {
		t.Fatalf("undone without a question: %+v", other.live.Last())
	}
	h.then(other, "esc", "ctrl+z", "enter")
	if a, ok := other.live.Last().Act.(scoring.Undo); !ok || a.Seq != seq {
		t.Fatalf("after yes the last decision is %+v", other.live.Last())
	}
	h.then(host, "ctrl+y")
	host.shows("là của")
	h.then(host, "enter")
	if a, ok := host.live.Last().Act.(scoring.Undo); !ok || a.Seq != seq+1 {
		t.Fatalf("after yes the last decision is %+v", host.live.Last())
	}

	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(r, "7", "0", "enter")
	h.then(host, "ctrl+e", "enter")
	seq = host.live.Seq()
	h.then(host, "ctrl+z")
	if a, ok := host.live.Last().Act.(scoring.Undo); !ok || a.Seq != seq {
		t.Errorf("one's own is asked about: %+v", host.live.Last())
	}
}

// The question goes by itself where somebody else has undone it meanwhile.
func TestQuestionOfUndoEndsWithTheDecision(t *testing.T) {
	h, host := newHall(t)
	other := h.come(secretary("hai"), true)
	h.then(host, "4", "0", "enter")
	h.then(other, "ctrl+z")
	h.then(host, "ctrl+z")
	other.hides("Enter để hoàn tác")
	seq := host.live.Seq()
	h.then(other, "enter")
	if host.live.Seq() != seq {
		t.Errorf("recorded %+v", host.live.Last())
	}
}
