package tui

import (
	"slices"

	"thidua/data/meeting"
	"thidua/tui/appraisal"
	"thidua/tui/board"
	"thidua/tui/ceremony"
	"thidua/tui/compare"
	"thidua/tui/election"
	"thidua/tui/kit"
	"thidua/tui/minutes"
	"thidua/tui/record"
	"thidua/tui/review"
	"thidua/tui/roll"
	"thidua/tui/screen"
	"thidua/tui/vote"
)

// tab is a screen with what leads straight to it.
type tab struct {
	id     screen.ID
	goHere kit.Action
	screen.Screen
	shown *meeting.Snapshot // what it was shown last
}

// What leads straight to a screen.
const (
	goReview   kit.Action = "go-review"
	goCompare  kit.Action = "go-compare"
	goBoard    kit.Action = "go-board"
	goVote     kit.Action = "go-vote"
	goElection kit.Action = "go-election"
	goCeremony kit.Action = "go-ceremony"
	goRecord   kit.Action = "go-record"
	goRoll     kit.Action = "go-roll"
	goMinutes  kit.Action = "go-minutes"

	goAppraisal kit.Action = "go-appraisal"
)

// addScreens makes the screens of a session.
func (m *Model) addScreens(env screen.Env) {
	m.vote, m.ceremony = vote.New(env), ceremony.New(env)
	m.screens = []tab{
		{screen.Review, goReview, review.New(env), env.Snap},
		{screen.Compare, goCompare, compare.New(env), env.Snap},
		{screen.Board, goBoard, board.New(env), env.Snap},
		{screen.Vote, goVote, m.vote, env.Snap},
		{screen.Election, goElection, election.New(env), env.Snap},
		{screen.Ceremony, goCeremony, m.ceremony, env.Snap},
		{screen.Record, goRecord, record.New(env), env.Snap},
		{screen.Roll, goRoll, roll.New(env), env.Snap},
		{screen.Minutes, goMinutes, minutes.New(env), env.Snap},
		{screen.Appraisal, goAppraisal, appraisal.New(env), env.Snap},
	}
}

// on is the screen that is shown, by name.
func (m *Model) on() screen.ID { return m.screens[m.current].id }

// here is the screen that is shown.
func (m *Model) here() screen.Screen { return m.fresh(m.current) }

// find is the number of a screen; false: there is none of that name.
func (m *Model) find(id screen.ID) (int, bool) {
	i := slices.IndexFunc(m.screens, func(t tab) bool { return t.id == id })
	return i, i >= 0
}

// fresh is a screen that has been shown what is looked at. Those that nobody sees are not told of every change.
func (m *Model) fresh(i int) screen.Screen {
	if t := &m.screens[i]; t.shown != m.seen {
		t.shown = m.seen
		t.Show(m.env())
	}
	return m.screens[i].Screen
}

// freshen shows a screen what is looked at.
func (m *Model) freshen(id screen.ID) {
	if i, ok := m.find(id); ok {
		m.fresh(i)
	}
}

// editing reports whether something is being typed on the screen.
func (m *Model) editing() bool {
	e, ok := m.here().(screen.Editor)
	return ok && e.Editing()
}

// at is the place at which the screen is.
func (m *Model) at() screen.Place {
	if p, ok := m.here().(screen.Placer); ok {
		return p.At(m.env())
	}
	return screen.Place{Unit: -1, Node: -1}
}

// answer tells the screens what came of what one of them proposed. Only the one in sight is shown the new state at
// once: a decision costs no more where there are many screens.
func (m *Model) answer(err error) {
	m.fresh(m.current)
	for i := range m.screens {
		if r, ok := m.screens[i].Screen.(screen.Recorder); ok {
			r.Recorded(m.env(), err)
		}
	}
}
