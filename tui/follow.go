package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// following is how a session stands to the room: whether it goes where the one who leads goes, and what of the room it
// has seen.
type following struct {
	feed   <-chan *meeting.Floor
	floor  *meeting.Floor // nil: there is no room
	on     bool
	kept   meeting.Stand // where it went last to keep up
	told   int           // the newest answer to a suggestion of its own that it has been told
	behind bool
	asked  casting // the ballots that it has been told of; nil: none are asked for
	ticks  bool    // a tick is on its way: one at a time
}

// floorMsg is a newer state of the room.
type floorMsg struct{ floor *meeting.Floor }

// tickMsg is a second gone by while nobody leads.
type tickMsg struct{}

// enterRoom begins to see the room.
func (m *Model) enterRoom() {
	if m.opts.Room == nil {
		return
	}
	m.follow.feed = m.opts.Room.Subscribe(m.ctx)
	m.follow.floor = m.opts.Room.Floor()
	m.follow.on = m.opts.Follow || m.owes() != "" // who comes back during a vote is wanted there
	m.follow.told = m.follow.floor.Answered(m.opts.Who).ID
}

// arrive is the first look at the room. Who follows goes to the one who leads; who leads goes on where the room is,
// also in the middle of a ceremony: a connection that was lost must not lead everybody elsewhere.
func (m *Model) arrive() {
	f := m.follow.floor
	switch {
	case f == nil:
	case !m.env().Leads():
		m.mirror()
		m.keepUp()
	case f.Led:
		m.reveal(f.Stand.Reveal)
		m.goTo(screen.ID(f.Stand.Screen), screen.Place{Unit: f.Stand.Unit, Node: f.Stand.Node})
	default:
		m.lead(m.stand())
	}
}

// hear waits for the next state of the room.
func (m *Model) hear() tea.Cmd {
	if m.follow.feed == nil {
		return nil
	}
	return func() tea.Msg {
		f, ok := <-m.follow.feed
		if !ok {
			return nil
		}
		return floorMsg{f}
	}
}

// heard takes a newer state of the room.
func (m *Model) heard(f *meeting.Floor) tea.Cmd {
	if f.Version < m.follow.floor.Version {
		return nil
	}
	was := m.follow.floor
	m.follow.floor = f
	m.mirror()
	m.keepUp()
	m.ledOn(was, f)
	m.hearStandbys(was, f)
	m.hearBallots()
	for _, t := range m.screens {
		if l, ok := t.Screen.(screen.Listener); ok {
			if e := l.Hear(m.env()); !e.Note.IsZero() {
				m.note = note{text: e.Note, alarm: e.Alarm}
			}
		}
	}
	if m.overlays.Any() {
		m.overlays.Settle(m.overlayEnv())
	}
	if a := f.Answered(m.opts.Who); a.ID > m.follow.told {
		m.follow.told = a.ID
		m.answered(a)
	}
	return m.tick()
}

// tick has the picture drawn anew each second while nobody leads: it says for how long.
func (m *Model) tick() tea.Cmd {
	if m.follow.ticks || m.follow.floor.Away.IsZero() {
		return nil
	}
	m.follow.ticks = true
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{} })
}

// mirror shows a ceremony as far as the one who leads has gone, and no further.
func (m *Model) mirror() {
	if m.follow.floor != nil && !m.env().Leads() {
		m.reveal(m.follow.floor.Stand.Reveal)
	}
}

// reveal brings the ceremony to where it is.
func (m *Model) reveal(now meeting.Reveal) {
	if now.Running || m.ceremony.Reveal().Running {
		m.freshen(screen.Ceremony)
		m.ceremony.Mirror(m.env(), now)
	}
}

// keepUp goes where the one who leads is, unless that would tear something away.
func (m *Model) keepUp() {
	f := m.follow.floor
	if f == nil || !f.Led || m.env().Leads() {
		return
	}
	if m.held() {
		m.overlays.Clear()
		if m.mode != screen.Live {
			m.present()
		}
		m.goTo(screen.Ceremony, screen.Place{Unit: -1, Node: -1})
		m.follow.kept = m.stand()
		return
	}
	m.follow.behind = m.editing() || m.overlays.Any() || m.mode != screen.Live
	if m.follow.behind || !m.follow.on {
		return
	}
	if now := m.stand(); now.Screen != f.Stand.Screen || now.Unit != f.Stand.Unit || now.Node != f.Stand.Node {
		m.goTo(screen.ID(f.Stand.Screen), screen.Place{Unit: f.Stand.Unit, Node: f.Stand.Node})
	}
	m.follow.kept = m.stand()
}

// stand is where the session is.
func (m *Model) stand() meeting.Stand {
	at := m.at()
	s := meeting.Stand{Screen: string(m.on()), Unit: at.Unit, Node: at.Node}
	if m.ceremony.Reveal().Running {
		m.freshen(screen.Ceremony) // the meeting may have been reopened
	}
	s.Reveal = m.ceremony.Reveal()
	if m.env().Leads() {
		_, s.Result, _ = m.result()
	}
	if m.on() == screen.Vote {
		s.Question = m.vote.Asking(m.env())
	}
	return s
}

// moved tells the room where the one who leads is. One who follows and has gone elsewhere follows no more; before is
// where it was before the last key.
func (m *Model) moved(before meeting.Stand) {
	if m.follow.floor == nil {
		return
	}
	m.follow.floor = m.opts.Room.Floor() // what the key has changed in the room counts
	now := m.stand()
	switch {
	case m.env().Leads():
		m.lead(now)
	case m.follow.on && now != before && now != m.follow.kept && !m.held():
		m.follow.on = false
		m.note = note{text: lang.Sayf("Đang xem riêng. %s để theo chủ tọa.",
			"You look around on your own. %s follows the chair again.", screen.KeyFollow)}
	case m.follow.on && m.follow.behind:
		m.keepUp() // what was in the way may be done
	}
}

// lead tells the room where to go. What is tried out, or of earlier, is not for it.
func (m *Model) lead(to meeting.Stand) {
	if m.mode == screen.Live {
		m.opts.Room.Lead(m.opts.Who, to)
	}
}

// toggleFollow leaves the one who leads, or comes back.
func (m *Model) toggleFollow() {
	m.follow.on = !m.follow.on
	m.keepUp()
}
