package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What a vote came to, or whom the units elected, stands before the room, large, until a key: on the screen where it
// was recorded, on that of the one who leads, and on those of all who follow.

// verdict is the result that the session shows.
type verdict struct {
	own    int // the decision that was recorded here, or that the room is shown from here; 0: none
	closed int // the newest whose result a key has taken away here
}

// doSeen takes a verdict away.
const doSeen kit.Action = "verdict-seen"

// result is the verdict before the session, and the decision that it is of.
func (m *Model) result() (r ballot.Result, seq int, ok bool) {
	seq = m.verdict.own
	if f := m.follow.floor; seq == 0 && f != nil && m.follow.on && !m.env().Leads() && !m.editing() {
		seq = f.Stand.Result
	}
	if seq == 0 || seq == m.verdict.closed || m.mode != screen.Live || m.held() || m.live.Opening() != nil {
		return r, 0, false // the ballots that are asked for now go before what was decided
	}
	r, ok = ballot.ResultOf(&m.live.State, seq)
	return r, seq, ok
}

// announced reports whether a verdict stands before the session.
func (m *Model) announced() bool {
	_, _, ok := m.result()
	return ok
}

// announce shows what the newest decision came to.
func (m *Model) announce(d *scoring.Decision) {
	if _, ok := ballot.ResultOf(&m.live.State, d.Seq); ok && m.mode == screen.Live {
		m.verdict.own = d.Seq
	}
}

// announceNews shows the room what was decided at another terminal, unless something is in the way here.
func (m *Model) announceNews(d *scoring.Decision) {
	if m.follow.floor == nil || !m.env().Leads() || m.editing() || m.overlays.Any() || m.onStage() || m.busy > 0 {
		return
	}
	if m.announce(d); m.announced() {
		m.lead(m.stand())
	}
}

// verdictKeys are the keys while a verdict stands before the session: those that take it away, and those that change
// only how it looks.
func (m *Model) verdictKeys() []kit.Binding {
	out := []kit.Binding{{Action: doSeen, Once: true, Keys: []string{"enter", "esc", "space"}, Shown: "Enter",
		Weight: 99, Label: lang.Text{VI: "tiếp tục", EN: "go on"},
		Help: lang.Text{VI: "cất kết quả, trở lại màn hình; phím này không ghi gì",
			EN: "put the result away, back to the screen; this key records nothing"}}}
	return append(out, m.stageKeys()...)
}

// verdictKey takes a key while a verdict stands there. One that is no key of the table takes it away too, and does
// nothing else, but for those of other screens: nobody decides anything on a screen that is not seen.
func (m *Model) verdictKey(msg tea.KeyPressMsg, key string) tea.Cmd {
	b, ok := kit.Find(m.verdictKeys(), key)
	switch {
	case ok && m.heldDown(b, msg), !ok && msg.IsRepeat:
		return nil
	case ok && b.Action != doSeen:
		return m.press(b, key)
	}
	m.seenVerdict()
	if b, ok := kit.Find(m.offered(), key); ok && len(m.ahead.input) == 0 && m.travels(b.Action) {
		return m.press(b, key)
	}
	return m.catchUp()
}

// travels reports whether an action only goes to another screen.
func (m *Model) travels(a kit.Action) bool {
	return slices.ContainsFunc(m.screens, func(t tab) bool { return t.goHere == a })
}

// seenVerdict takes the verdict away.
func (m *Model) seenVerdict() {
	_, m.verdict.closed, _ = m.result()
	m.verdict.own = 0
	m.note = note{}
}

// speak says the verdict, or what the screen's cursor is on.
func (m *Model) speak() string {
	if r, _, ok := m.result(); ok {
		return r.Speak(m.env())
	}
	return m.here().Speak(m.env())
}

// asks says what the screen asks; empty where it asks nothing, or a verdict stands before it.
func (m *Model) asks() string {
	if a, ok := m.here().(screen.Asker); ok && !m.announced() {
		return a.Asks(m.env())
	}
	return ""
}

// putAway reports whether the verdict that stands before the room has been taken away here.
func (m *Model) putAway() bool {
	f := m.follow.floor
	return m.verdict.own > 0 || f != nil && f.Stand.Result > 0 && f.Stand.Result == m.verdict.closed
}

// cameFrom is the place from which a question was put to the vote: there the session goes back when the vote is over.
type cameFrom struct {
	screen screen.ID
	at     screen.Place
}

// comeBack goes back to where a question was put to the vote, when its vote is over and its verdict has been seen.
func (m *Model) comeBack() {
	from := m.from
	if from == nil || m.vote.Editing() || m.announced() {
		return
	}
	m.from = nil
	if m.on() == screen.Vote {
		m.goTo(from.screen, from.at)
		if m.follow.floor != nil {
			m.lead(m.stand())
		}
	}
}
