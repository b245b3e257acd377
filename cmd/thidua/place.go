package main

import (
	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/data/store"
	"thidua/tui"
)

// beginAt is where a meeting begins on screen: where it was left on this machine, and one of which nothing is decided
// yet on the screen of its next step. Nil is the first unit.
func beginAt(path string, s *meeting.Snapshot) *meeting.Stand {
	if s.Seq() == 1 {
		return &meeting.Stand{Screen: string(tui.NextScreen(s)), Unit: -1, Node: -1}
	}
	file, err := settings.RecentFile()
	if err != nil {
		return nil
	}
	left := settings.RecentOf(file, store.Kept(path)).Place
	if left.Screen == "" {
		return nil
	}
	at := &meeting.Stand{Screen: left.Screen, Unit: -1, Node: -1}
	for i, u := range s.Units() {
		if u.Name() == left.Unit {
			at.Unit = i
		}
	}
	if node, ok := s.Rulebook().Index(left.Criterion); ok {
		at.Node = node
	}
	return at
}

// keepPlace gives what remembers where a meeting was left. Where that cannot be kept nothing is lost but a convenience.
func keepPlace(path string, m tui.Meeting) func(meeting.Stand) {
	return func(at meeting.Stand) {
		file, err := settings.RecentFile()
		if err != nil {
			return
		}
		s := m.Snapshot()
		r := settings.RecentOf(file, store.Kept(path))
		if r.Path == "" {
			return
		}
		r.Place = settings.Place{Screen: at.Screen}
		if at.Unit >= 0 {
			r.Unit = s.Units()[at.Unit].Name()
		}
		if at.Node >= 0 {
			r.Criterion = s.Rulebook().Criteria[at.Node].Code
		}
		_ = settings.Remember(file, r)
	}
}
