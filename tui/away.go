package tui

import (
	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// What a session says while the meeting's database cannot be reached. What was typed stays: a decision on its way
// waits, and what is typed after it too (typeahead), until the database is back and has answered.

// reach asks the newest snapshot whether anything can be recorded, and says so when that changes.
func (m *Model) reach() {
	was := m.away
	m.away = m.meeting.Snapshot().Away
	if (was == nil) == (m.away == nil) {
		return
	}
	if m.away == nil {
		m.note = note{good: true, text: lang.Sayf("✓ đã có lại cơ sở dữ liệu; việc đang chờ được ghi tiếp",
			"✓ the database is back; what waited is being recorded")}
		return
	}
	m.note = note{alarm: true, text: lang.Sayf("✗ CHƯA GHI ĐƯỢC: %s", "✗ NOTHING CAN BE RECORDED: %s",
		meeting.Say(m.away))}
}

// awayState is that nothing can be recorded, in place of how far the record is; ok is false where it can.
func (m *Model) awayState(short bool) (text string, ok bool) {
	env := m.env()
	switch {
	case m.away == nil || m.mode != screen.Live:
		return "", false
	case short:
		return env.Say("✗ CHƯA GHI", "✗ NOT SAVED"), true
	case m.busy > 0 || len(m.ahead.input) > 0:
		return env.Say("✗ CHƯA GHI · %s, đợi cơ sở dữ liệu", "✗ NOT RECORDED · %s, waiting for the database",
			lang.Count(m.busy+len(m.ahead.input), "việc chờ", "thing kept", "things kept")), true
	}
	return env.Say("✗ KHÔNG GHI ĐƯỢC · đợi cơ sở dữ liệu", "✗ NOTHING RECORDED · waiting for the database"), true
}
