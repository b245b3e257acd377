package tui

import (
	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// past is the meeting as it was after each of its decisions, worked out as far as somebody has looked.
type past struct {
	states []scoring.State // states[i] is after decision i+1
	at     int             // the decision after which it is looked at
}

// after gives the state after a decision.
func (p *past) after(log []meeting.Entry, seq int) (scoring.State, error) {
	for len(p.states) < seq {
		var s scoring.State
		if n := len(p.states); n > 0 {
			s = p.states[n-1]
		}
		next, err := scoring.Replay(s, *log[len(p.states)].Decision)
		if err != nil {
			return s, err
		}
		p.states = append(p.states, next)
	}
	return p.states[seq-1], nil
}

// replay looks at the meeting as it was after a decision; beyond the last one is the present.
func (m *Model) replay(seq int) {
	seq = max(seq, 1)
	if seq > m.live.Seq() {
		m.present()
		return
	}
	s, err := m.past.after(m.live.Log, seq)
	if err != nil { // the record was replayed when it was opened: cannot be
		m.note = note{text: lang.Both(err.Error()), alarm: true}
		return
	}
	m.mode, m.past.at = screen.Replay, seq
	m.look(&meeting.Snapshot{State: s, Log: m.live.Log[:seq:seq]})
	d := m.live.Log[seq-1]
	m.note = note{text: lang.Sayf("%d/%d · %s · %s",
		"%d/%d · %s · %s", seq, m.live.Seq(), d.At.Format("15:04"), decision.Sentence(&m.live.State, d.Decision))}
}

// present goes back to the meeting as it is.
func (m *Model) present() {
	m.mode = screen.Live
	m.look(m.live)
}

// whatIf begins or ends trying values out. What was tried is gone when it ends.
func (m *Model) whatIf() {
	if m.mode == screen.WhatIf {
		m.present()
		m.note = note{text: lang.Text{VI: "Hết giả định: đây là số liệu thật.",
			EN: "The trial is over: these are the real figures."}}
		return
	}
	m.mode = screen.WhatIf
	m.look(&meeting.Snapshot{State: m.live.State, Log: m.live.Log})
	m.note = note{text: lang.Sayf("Giả định: sửa thử, không gì được ghi. %s để trở về.",
		"What if: try changes, nothing is recorded. %s ends it.", screen.KeyWhatIf)}
}

// tryOut makes decisions on the tried-out state only.
func (m *Model) tryOut(acts []scoring.Act) {
	s := m.seen.State
	var err error
	for _, a := range acts {
		if s, err = scoring.Apply(s, scoring.Decision{Act: a}); err != nil {
			break
		}
	}
	m.answer(err)
	if err != nil {
		m.note = note{text: lang.Sayf("Giả định: %s", "What if: %s", meeting.Say(err)), alarm: true}
		return
	}
	m.look(&meeting.Snapshot{State: s, Log: m.live.Log})
	m.note = note{text: lang.Sayf("Giả định, không ghi: %s",
		"What if, not recorded: %s", decision.Sentence(&s, s.Last()))}
}

// project switches between the presenter's view and the room's. What is only tried out must not be seen by the room.
func (m *Model) project() {
	m.projector = !m.projector
	if m.projector && m.mode == screen.WhatIf {
		m.present()
	}
	m.look(m.seen)
	m.note = note{}
}
