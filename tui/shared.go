package tui

import (
	"strings"
	"time"

	"thidua/data/meeting"
)

// A session can be drawn without a program of its own: many who follow and would see the same share one picture. What
// is here is for whoever keeps such a picture; it must be one goroutine at a time.

// Refresh takes the newest state of the meeting and of the room.
func (m *Model) Refresh() {
	m.keys = nil
	m.clock = time.Now()
	m.take(m.meeting.Snapshot())
	if m.opts.Room != nil {
		m.heard(m.opts.Room.Floor())
	}
}

// Resize changes how large the picture is, in cells.
func (m *Model) Resize(w, h int) { m.w, m.h = w, h }

// Lines are the picture's rows, each exactly as wide as it and in the default style at both ends.
func (m *Model) Lines() []string { return strings.Split(m.Text(), "\n") }

// Following reports whether the session goes where the one who leads goes.
func (m *Model) Following() bool { return m.follow.on || m.held() }

// Quiet reports whether a shared picture would show the same: nothing is typed, lies in front, or was said to this
// person.
func (m *Model) Quiet() bool {
	return !m.overlays.Any() && !m.editing() && m.note == note{} && m.busy == 0 && !m.ahead.stays && !m.follow.behind &&
		!m.putAway()
}

// Hush drops what was said last.
func (m *Model) Hush() { m.note = note{} }

// Stand is where the session is: given back in Options.At, it begins there again.
func (m *Model) Stand() meeting.Stand { return m.stand() }

// now is the time, as far as the session has looked at the clock.
func (m *Model) now() time.Time {
	if m.clock.IsZero() {
		return time.Now()
	}
	return m.clock
}
