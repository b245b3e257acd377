//go:build unix

package main

import (
	"strings"
	"testing"
)

// In a real terminal the verdict stands there, large, with all counts, until a key, and is in the record.
func TestTerminalVerdict(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t, "open", path)
	x.shows("0/9 present")
	x.press("f9")
	x.shows("absent")
	x.press("*")
	x.shows("9/9 units present")
	x.press("f5")
	x.shows("a vote each")
	x.press("+")
	x.shows("Question")
	x.press("Hội thao")
	x.shows("Hội thao")
	x.press("enter")
	x.shows("For")
	x.press("*")
	x.until("the verdict", func() bool {
		s := x.Text()
		return strings.Contains(s, "for 9, against 0, abstaining 0") && strings.Contains(s, "██████")
	})
	x.press("enter")
	x.shows("a vote each")
	x.leave(path)
	const recorded = 1 + 9 + 1 // the meeting, the roll, the vote
	if got := seqOf(t, path); got != recorded {
		t.Errorf("%d decisions on record, want %d", got, recorded)
	}
}
