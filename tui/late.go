package tui

import (
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The screen of the appraisal is of no use while the meeting goes on: its key is there once the meeting is closed, and
// it stands among the others once scores of the appraisal have come.

// lateKeys lead to the screen of the appraisal.
func (m *Model) lateKeys() []kit.Binding {
	i, ok := m.find(screen.Appraisal)
	if !ok || !m.seen.Closed() && !m.among(i) {
		return nil
	}
	return []kit.Binding{goKey(m.screens[i])}
}

// among reports whether a screen stands among the others: every one but that of the appraisal always does.
func (m *Model) among(i int) bool {
	return m.screens[i].id != screen.Appraisal || i == m.current || m.appraised
}

// beside is the screen so many steps further on, of those that stand among the others.
func (m *Model) beside(step int) int {
	n := len(m.screens)
	i := (m.current + step) % n
	for !m.among(i) {
		i = (i + step) % n
	}
	return i
}
