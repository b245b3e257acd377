package tui

import (
	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What a session is told without having asked: that a ballot of its unit is wanted, what a vote came to, that its
// unit's confirmation does not hold any more. Each note ends with what it is about.

// about is what a note is about.
type about uint8

const (
	ofKey     about = iota // what the last key did: until the next one
	ofBallot               // a ballot that is wanted: until it is cast, or the vote is over
	ofStandby              // a machine that keeps a copy: until something else is said
	ofNews                 // what was decided elsewhere: until something else is, or the one who leads goes on
)

// casting are the ballots that the room is asked for.
type casting interface{ Owes(unit string) bool }

// asked is what the room is asked for; nil: nothing.
func asked(f *meeting.Floor) casting {
	switch {
	case f == nil:
	case f.Poll != nil:
		return f.Poll
	case f.Box != nil:
		return f.Box
	}
	return nil
}

// owes is the screen on which the session's unit has a ballot to cast; empty: it has none.
func (m *Model) owes() screen.ID {
	f, w := m.follow.floor, m.opts.Who
	if c := asked(f); c == nil || !w.Votes() || !c.Owes(w.Unit) {
		return ""
	}
	if f.Box != nil && f.Box.Subject() == "" {
		return screen.Election
	}
	return screen.Vote
}

// hearBallots tells a session that its unit is asked for a ballot, wherever it is, and ends the notes of a vote that is
// over.
func (m *Model) hearBallots() {
	now, on := asked(m.follow.floor), m.owes()
	if m.note.about == ofBallot && on == "" {
		m.note = note{}
	}
	if now == m.follow.asked {
		return
	}
	m.follow.asked = now
	if m.opts.Who.Votes() && !m.note.alarm && m.note.about == ofKey {
		m.note = note{} // of the vote before
	}
	if on == "" || on == m.on() || m.ahead.stays {
		return
	}
	what := lang.Text{}
	if o := m.live.Opening(); o != nil {
		what = decision.Matter(&m.live.State, o.Open)
	}
	m.note = note{alarm: true, about: ofBallot,
		text: lang.Sayf("Phiếu của %[1]s: %[2]s để bỏ. %[3]s", "The ballot of %[1]s: %[2]s to cast it. %[3]s",
			m.opts.Who.Unit, on.Key(), what)}
}

// news says what a newer state brings that concerns this session.
func (m *Model) news(was, is *meeting.Snapshot) {
	if m.note.about == ofNews {
		m.note = note{}
	}
	m.announceNews(is.Last())
	if m.note.alarm && m.note.about != ofBallot && m.note.about != ofStandby || m.ahead.stays {
		return
	}
	last := is.Last()
	said := decision.Sentence(&is.State, last)
	if w := m.opts.Who; w.Votes() {
		i, ok := is.Index(w.Unit)
		if ok && was.Units()[i].Confirmed() && !is.Units()[i].Confirmed() {
			m.note = note{alarm: true, text: lang.Sayf("Xác nhận của %s không còn hiệu lực. Số %d: %s",
				"The confirmation of %s does not hold any more. Decision %d: %s", w.Unit, last.Seq, said)}
			return
		}
	}
	switch last.Act.(type) {
	case scoring.Vote, scoring.Ballot, scoring.Lots, scoring.Order, scoring.Void, scoring.Convene:
		m.note = note{about: ofNews, text: lang.Sayf("Số %d: %s", "Decision %d: %s", last.Seq, said)}
	}
}

// ledOn ends the notes of what was decided when the one who leads goes on to another screen.
func (m *Model) ledOn(was, is *meeting.Floor) {
	if m.note.about == ofNews && was.Stand.Screen != is.Stand.Screen {
		m.note = note{}
	}
}

// stray reports whether a key was meant for a ballot and would be something else here: a digit, typed elsewhere while
// the unit's ballot is wanted. The person is told where the ballot is.
func (m *Model) stray(key string) bool {
	on := m.owes()
	if on == "" || m.on() == on || m.editing() || len(key) != 1 || key[0] < '0' || key[0] > '9' {
		return false
	}
	m.note = note{alarm: true, about: ofBallot,
		text: lang.Sayf("Đang lấy phiếu: %s để bỏ phiếu của %s.", "A vote is open: %s casts the ballot of %s.",
			on.Key(), m.opts.Who.Unit)}
	return true
}

// marked is the key of a screen's tab, with a mark where a ballot waits to be cast.
func (m *Model) marked(t tab) (key string, wanted bool) {
	key = t.id.Key()
	if m.owes() == t.id {
		return key + " ●", true
	}
	return key, false
}

// tabStyle is the style of a tab's key.
func (m *Model) tabStyle(wanted bool) kit.Style {
	if wanted {
		return m.styles.Alarm
	}
	return m.styles.Key
}

// nameLost says at the start that a vote was open when the program ended, to those who may declare it void.
func (m *Model) nameLost() {
	o := m.live.Opening()
	if o == nil || m.note.alarm || asked(m.follow.floor) != nil || !m.opts.Who.Decides(scoring.KindVoid) {
		return
	}
	if b := m.live.Ballots; b == meeting.Together || b == meeting.Elsewhere {
		m.note = note{text: lang.Sayf("Đang lấy phiếu, trên mọi máy chủ: %s (%s).",
			"A vote is open, on all hosts: %s (%s).", decision.Matter(&m.live.State, o.Open), screen.Vote.Key())}
		return
	}
	m.note = note{alarm: true, text: lang.Sayf("Mất phiếu của cuộc bỏ phiếu %s: %s để hủy, rồi lấy phiếu lại.",
		"The ballots of a vote are lost: %s; %s to declare it void, then take it again.",
		decision.Matter(&m.live.State, o.Open), screen.Vote.Key())}
}
