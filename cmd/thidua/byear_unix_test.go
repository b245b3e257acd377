//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// step is keys that somebody presses, and what has to be heard for them, in this order.
type step struct {
	keys []string
	says []string
}

// byEar goes through a part of a meeting by what is said alone. What is said after a key may come in any order: what a
// key brings about and what the others hear of it go different ways.
func (x *terminal) byEar(steps ...step) {
	x.t.Helper()
	for _, s := range steps {
		x.press(s.keys...)
		from := x.said
		last := from
		for _, want := range s.says {
			x.said = from
			x.says(want)
			last = max(last, x.said)
		}
		x.said = last
	}
}

func keys(all ...string) []string { return all }

// A whole meeting, from the roll to the last step of the ceremony, by somebody who cannot see: whatever is to be known
// is said, and nothing but words is written.
func TestMeetingByEar(t *testing.T) {
	t.Parallel()
	path := newMeeting(t)
	x := start(t, "open", "--plain", path)
	x.byEar(opening()...)
	x.byEar(rolling()...)
	x.byEar(reviewing()...)
	x.byEar(voting()...)
	x.leaveByEar(path)
	noPictures(t, x)

	level(t, path)
	x = start(t, "open", "--plain", path)
	x.says("F1 reads the keys, Ctrl+Q leaves.")
	x.byEar(settling()...)
	x.byEar(electing()...)
	x.byEar(announcing()...)
	x.leaveByEar(path)
	noPictures(t, x)
}

// leaveByEar leaves, when that is what has been heard to be asked.
func (x *terminal) leaveByEar(path string) {
	x.t.Helper()
	x.press("ctrl+q")
	x.says("Leave? ")
	x.press("enter")
	x.over(path)
}

// noPictures fails where anything but words was written.
func noPictures(t *testing.T, x *terminal) {
	t.Helper()
	if bytes.ContainsAny(x.All, "\x1b^─│█") {
		t.Errorf("keys are shown as they are typed, or pictures are drawn: %q", x.All)
	}
}

// level prepares the rest by a file: all is scored, the last certificate hangs on units that are level, all sheets are
// accepted.
func level(t *testing.T, path string) {
	t.Helper()
	m, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	text := []byte("decision = [\n")
	decide := func(unit int, kind, more string, args ...any) {
		text = fmt.Appendf(text, "  { kind = %q, unit = %q%s },\n", kind, m.Units()[unit].Name(),
			fmt.Sprintf(more, args...))
	}
	book := m.Rulebook()
	for i, u := range m.Units() {
		for _, at := range book.Leaves() {
			if _, scored := u.Percent(scoring.Agreed, at); !scored && u.Applies(at) {
				decide(i, "score", ", criterion = %q, percent = 0", book.Criteria[at].Code)
			}
		}
	}
	standings := m.Standings(scoring.Agreed)
	last, next := standings.At(3), standings.At(4)
	decide(next.Unit, "bonus", `, target = "3", points = %s, reason = "a"`, lang.Decimal(lang.EN,
		int64(last.Total-next.Total), 6, 0, 2))
	for i := range m.Units() {
		decide(i, "accept", "")
	}
	file := filepath.Join(t.TempDir(), "rest.toml")
	if err := os.WriteFile(file, append(text, ']'), 0o600); err != nil {
		t.Fatal(err)
	}
	thidua(t, "apply", path, file)
}
