package tui

import (
	"strings"
	"testing"

	"thidua/scoring"
)

// Two people answer suggestions at once. Enter takes, and Delete declines, what was looked at, never what slid under
// the cursor because somebody else was faster; that it is gone is said.
func TestAnswersTheSuggestionThatWasLookedAt(t *testing.T) {
	for _, key := range []string{"enter", "delete"} {
		h, host := newHall(t)
		r := h.come(reviewerOf("Bắc Ninh"), true)
		h.then(r, "5", "0", "enter", "down", "4", "0", "enter")
		other := h.come(secretary("hai"), true)
		h.then(host, "ctrl+e")
		h.then(other, "ctrl+e")
		h.then(host, "enter")
		seq := host.live.Seq()
		h.then(other, key)
		if left := h.room.Floor().Suggestions; other.live.Seq() != seq || len(left) != 1 {
			t.Fatalf("%s answered another suggestion: %d on record, %d left", key, other.live.Seq(), len(left))
		}
		other.shows("không còn nữa")
		h.then(other, key)
		if len(h.room.Floor().Suggestions) != 0 {
			t.Errorf("%s does not answer the one that was chosen since", key)
		}
		if a, ok := other.live.Last().Act.(scoring.Score); key == "enter" && (!ok || a.Mark.Percent() != 4000) {
			t.Errorf("recorded %+v", other.live.Last())
		}
	}
}

// Enter twice in a row records one suggestion.
func TestSuggestionsEnterTwice(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(r, "5", "0", "enter", "down", "4", "0", "enter")
	seq := host.live.Seq()
	h.then(host, "ctrl+e", "enter", "enter")
	if n := host.live.Seq() - seq; n != 1 {
		t.Errorf("%d are recorded", n)
	}
}

// The cursor stays at its suggestion when those above it are answered, and moves on from where it was when it is gone.
func TestSuggestionsCursor(t *testing.T) {
	h, host := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	for _, percent := range []string{"5", "4", "3"} {
		h.then(r, percent, "0", "enter", "down")
	}
	other := h.come(secretary("hai"), true)
	h.then(host, "ctrl+e", "down")
	h.then(other, "ctrl+e", "delete")
	all := h.room.Floor().Suggestions
	if !strings.Contains(host.picture(), "› Vĩnh Phúc 1.2: 85 % → 40 %") {
		t.Errorf("the cursor is elsewhere:\n%s", host.picture())
	}
	h.room.Answer(nil, all[0].ID, false)
	host.Refresh()
	h.then(host, "down")
	if !strings.Contains(host.picture(), "› Vĩnh Phúc 1.3: 80 % → 30 %") {
		t.Errorf("from one that is gone the cursor goes elsewhere:\n%s", host.picture())
	}
}
