package tui

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// together are decisions that were recorded here at one stroke: one key takes them back, and one brings them back.
type together struct{ first, last int }

// stroke is what takes a decision back: with all that were recorded here together with it and still stand, the newest
// first.
func (m *Model) stroke(d *scoring.Decision) (acts []scoring.Act) {
	first := d.Seq
	for _, b := range m.strokes {
		if b.last == d.Seq {
			first = b.first
		}
	}
	for seq := d.Seq; seq >= first; seq-- {
		if _, gone := m.seen.Withdrawn(seq); !gone {
			acts = append(acts, scoring.Undo{Seq: seq})
		}
	}
	return acts
}

// takeBack withdraws a decision, with all that were recorded here together with it. One of somebody else's is asked
// about first: whoever undoes a slip of their own must not undo what another has decided in the meantime.
func (m *Model) takeBack(d *scoring.Decision) tea.Cmd {
	if m.mode == screen.Live && !meeting.RecordedBy(d.By, m.opts.By) {
		m.overlays.Open(overlay.NewUndo(d))
		return nil
	}
	return m.propose(screen.Effect{Acts: m.stroke(d)})
}
