package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// takeBack withdraws a decision. One of somebody else's is asked about first: whoever undoes a slip of their own must
// not undo what another has decided in the meantime.
func (m *Model) takeBack(d *scoring.Decision) tea.Cmd {
	if m.mode == screen.Live && !meeting.RecordedBy(d.By, m.opts.By) {
		m.overlays.Open(overlay.NewUndo(d))
		return nil
	}
	return m.propose([]scoring.Act{scoring.Undo{Seq: d.Seq}}, 0)
}
