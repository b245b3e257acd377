// Package roll is the screen «Điểm danh»: which units are present, by whom, and whether they are enough.
package roll

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the roll.
type Screen struct {
	unit   int
	person int // index among the unit's people; -1: the unit itself
	top    int
	typing bool // a person's name or office is being typed
	sent   bool
	field  kit.Field
}

// New begins at the first unit.
func New(screen.Env) *Screen { return &Screen{person: -1} }

var _ screen.Screen = (*Screen)(nil)

// maxPerson is the most characters of a person's name and office.
const maxPerson = 120

// Title is «Điểm danh».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Điểm danh", EN: "Roll"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Đơn vị nào có mặt, do ai đại diện, và đã đủ số đơn vị để quyết định chưa. Mỗi đơn vị có một phiếu, dù " +
			"bao nhiêu người.",
		EN: "Which units are present, by whom, and whether they are enough to decide. A unit has one vote, however " +
			"many people are there for it.",
	}
}

const (
	doUp     kit.Action = "up"
	doDown   kit.Action = "down"
	doToggle kit.Action = "toggle"
	doAll    kit.Action = "all"
	doPerson kit.Action = "person"
	doLeave  kit.Action = "person-leaves"
	doRecord kit.Action = "record"
	doCancel kit.Action = "cancel"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.typing {
		record := kit.Binding{Action: doRecord, Keys: []string{"enter"}, Shown: "Enter", Weight: 90,
			Label: lang.Text{VI: "ghi", EN: "record"},
			Help:  lang.Text{VI: "ghi người này có mặt", EN: "put the person on record as present"}}
		if s.sent {
			record.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return []kit.Binding{record,
			{Action: doCancel, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
				Label: lang.Text{VI: "bỏ", EN: "cancel"},
				Help:  lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}}}
	}
	u := env.Snap.Units()[s.unit]
	frozen := env.Frozen()
	all, person := frozen, frozen
	if all.IsZero() && env.Snap.Present() == len(env.Snap.Units()) {
		all = lang.Text{VI: "mọi đơn vị đã có mặt", EN: "every unit is present"}
	}
	if person.IsZero() && s.person < 0 {
		person = lang.Text{VI: "chọn một người bằng ↑ ↓", EN: "choose a person with ↑ ↓"}
	}
	toggle := lang.Text{VI: "có mặt", EN: "present"}
	if u.Present() {
		toggle = lang.Text{VI: "rời họp", EN: "leaves"}
	}
	return []kit.Binding{
		{Action: doToggle, Keys: []string{"space"}, Shown: "Space", Weight: 90, Off: frozen, Label: toggle,
			Help: lang.Text{VI: "ghi đơn vị có mặt, hoặc rời họp", EN: "the unit is present, or leaves"}},
		{Action: doPerson, Keys: []string{"+", "plus"}, Shown: "+", Weight: 80, Off: frozen,
			Label: lang.Text{VI: "thêm người", EN: "add a person"},
			Help:  lang.Text{VI: "thêm người đại diện cho đơn vị này", EN: "somebody who is present for this unit"}},
		{Action: doLeave, Keys: []string{"-", "minus", "−"}, Shown: "−", Weight: 70, Off: person,
			Label: lang.Text{VI: "người rời họp", EN: "person leaves"},
			Help:  lang.Text{VI: "người đang chọn rời họp", EN: "the person chosen leaves"}},
		{Action: doAll, Keys: []string{"*", "mul"}, Shown: "*", Weight: 60, Off: all,
			Label: lang.Text{VI: "tất cả có mặt", EN: "all present"},
			Help:  lang.Text{VI: "ghi mọi đơn vị còn lại có mặt", EN: "all other units are present"}},
		{Action: doDown, Keys: []string{"down", "pgdown", "enter"}, Shown: "↓", Weight: 40,
			Label: lang.Text{VI: "xuống", EN: "down"},
			Help:  lang.Text{VI: "người hay đơn vị tiếp theo", EN: "the next person or unit"}},
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Label: lang.Text{VI: "lên", EN: "up"},
			Help: lang.Text{VI: "người hay đơn vị phía trên", EN: "the person or unit above"}},
	}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	u := env.Snap.Units()[s.unit]
	switch a {
	case doUp:
		s.move(env, -1)
	case doDown:
		s.move(env, +1)
	case doToggle:
		return propose(scoring.Attend{Unit: u.Name(), Present: !u.Present()})
	case doAll:
		var acts []scoring.Act
		for _, u := range env.Snap.Units() {
			if !u.Present() {
				acts = append(acts, scoring.Attend{Unit: u.Name(), Present: true})
			}
		}
		return propose(acts...)
	case doPerson:
		s.typing, s.field = true, kit.NewField(maxPerson)
	case doLeave:
		return propose(scoring.Attend{Unit: u.Name(), Person: u.People()[s.person]})
	case doCancel:
		s.typing, s.sent = false, false
	case doRecord:
		if s.field.Value() == "" {
			return screen.Note("Gõ tên hoặc chức vụ, rồi Enter.", "Type a name or office, then Enter.")
		}
		s.sent = true
		return propose(scoring.Attend{Unit: u.Name(), Present: true, Person: s.field.Value()})
	}
	return screen.Effect{}
}

func propose(acts ...scoring.Act) screen.Effect { return screen.Effect{Acts: acts} }

// move goes to the next or previous unit or person, going round at the ends.
func (s *Screen) move(env screen.Env, by int) {
	units := env.Snap.Units()
	switch {
	case by > 0 && s.person+1 < len(units[s.unit].People()):
		s.person++
	case by > 0:
		s.unit, s.person = (s.unit+1)%len(units), -1
	case s.person >= 0:
		s.person--
	default:
		s.unit = (s.unit + len(units) - 1) % len(units)
		s.person = len(units[s.unit].People()) - 1
	}
}

// Editing reports whether a person is being typed.
func (s *Screen) Editing() bool { return s.typing }

// Type takes what is typed into the field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.typing && !s.sent {
		s.field.Key(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the field.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.typing && !s.sent {
		s.field.Insert(text)
	}
	return screen.Effect{}
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) {
	s.unit = min(s.unit, len(env.Snap.Units())-1)
	s.person = min(s.person, len(env.Snap.Units()[s.unit].People())-1)
}

// Recorded ends the typing of a person who is on record, or lets it be tried again.
func (s *Screen) Recorded(_ screen.Env, err error) {
	if s.sent {
		s.sent, s.typing = false, err != nil
	}
}

// At is where the screen is: it knows no criteria.
func (s *Screen) At(screen.Env) screen.Place { return screen.Place{Unit: s.unit, Node: -1} }

// Focus goes to a unit.
func (s *Screen) Focus(_ screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.unit, s.person = p.Unit, -1
	}
}

// Speak says who is present for the unit under the cursor.
func (s *Screen) Speak(env screen.Env) string {
	if s.typing {
		return env.Say("người có mặt: %s", "person present: %s", s.field.Value())
	}
	u := env.Snap.Units()[s.unit]
	if s.person >= 0 {
		return u.Name() + ": " + u.People()[s.person]
	}
	if !u.Present() {
		return env.Say("%s: vắng", "%s: absent", u.Name())
	}
	return env.Say("%s: có mặt, %d người", "%s: present, %d people", u.Name(), len(u.People()))
}

// Click selects the unit or person under the mouse.
func (s *Screen) Click(env screen.Env, body kit.Rect, _, y int) screen.Effect {
	if i := s.top + y - body.Y - 2; !s.typing && i >= 0 {
		if rows := s.list(env); i < len(rows) {
			s.unit, s.person = rows[i].unit, rows[i].person
		}
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(env screen.Env, rows int) {
	for ; rows > 0 && !s.typing; rows-- {
		s.move(env, +1)
	}
	for ; rows < 0 && !s.typing; rows++ {
		s.move(env, -1)
	}
}
