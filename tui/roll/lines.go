package roll

import (
	"thidua/scoring"
	"thidua/tui/screen"
)

// line is a line of the roll: a unit or somebody below it, or a list that is the meeting's with somebody below it.
type line struct {
	unit   int // -1: in none
	of     group
	person string // of a unit, or of a list's head, empty
}

// group is what the people below a line are.
type group uint8

// The groups.
const (
	there   group = iota // present for the unit
	excused              // absent, with a reason
	guests
	tellers
)

// lines are all lines of the roll.
func lines(env screen.Env) (out []line) {
	x := env.Snap.Running()
	roll := env.Snap.Attendance(x)
	for i, u := range env.Snap.Units() {
		out = append(out, line{unit: i})
		for _, person := range u.People() {
			out = append(out, line{unit: i, person: person})
		}
		for _, e := range roll[i].Excused {
			out = append(out, line{i, excused, e.Name})
		}
	}
	out = append(out, line{unit: -1, of: guests})
	for _, g := range env.Snap.Guests(x) {
		out = append(out, line{-1, guests, g.Name})
	}
	out = append(out, line{unit: -1, of: tellers})
	for _, name := range x.Tellers {
		out = append(out, line{-1, tellers, name})
	}
	return out
}

// unit is the unit under the cursor; nil on the lists below.
func (s *Screen) unit(env screen.Env) *scoring.Unit {
	if l, ok := s.list.Here(); ok && l.unit >= 0 {
		return env.Snap.Units()[l.unit]
	}
	return nil
}

// guest is the guest under the cursor.
func (s *Screen) guest(env screen.Env) (scoring.Guest, bool) {
	l, _ := s.list.Here()
	for _, g := range env.Snap.Guests(env.Snap.Running()) {
		if l.of == guests && g.Name == l.person {
			return g, true
		}
	}
	return scoring.Guest{}, false
}

// post is the post of somebody who is there, or excused, for a unit.
func post(env screen.Env, l line) (post, reason string) {
	if l.of == excused {
		for _, e := range env.Snap.Attendance(env.Snap.Running())[l.unit].Excused {
			if e.Name == l.person {
				return e.Post, e.Reason
			}
		}
		return "", ""
	}
	for _, p := range env.Snap.Units()[l.unit].Attendees() {
		if p.Name == l.person {
			return p.Post, ""
		}
	}
	return "", ""
}
