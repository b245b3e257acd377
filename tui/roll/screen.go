// Package roll is the screen «Điểm danh»: which units are present, by whom, and whether they are enough.
package roll

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the roll.
type Screen struct {
	list   kit.List[line]
	prompt *kit.Prompt // a person's name or office, while it is typed
	goesOn bool        // when what is on its way is on record, the next unit is called
}

// New begins at the first unit.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Placer
	screen.Focuser
	screen.Pointer
} = (*Screen)(nil)

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
	doToggle kit.Action = "toggle"
	doAll    kit.Action = "all"
	doPerson kit.Action = "person"
	doLeave  kit.Action = "person-leaves"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.prompt != nil {
		return s.prompt.Keys(lang.Text{VI: "ghi người này có mặt", EN: "put the person on record as present"})
	}
	here, u := s.here(env)
	frozen := env.Frozen()
	all, person := frozen, frozen
	if all.IsZero() && env.Snap.Present() == len(env.Snap.Units()) {
		all = lang.Text{VI: "mọi đơn vị đã có mặt", EN: "every unit is present"}
	}
	if person.IsZero() && here.person == "" {
		person = lang.Text{VI: "chọn dòng của một người", EN: "choose the line of a person"}
	}
	toggle := lang.Text{VI: "có mặt", EN: "present"}
	if u.Present() {
		toggle = lang.Text{VI: "rời họp", EN: "leaves"}
	}
	moves := s.moves(env)
	return append([]kit.Binding{
		{Action: doToggle, Once: true, Keys: []string{"space"}, Shown: "Space", Weight: 90, Off: frozen, Label: toggle,
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
	}, moves...)
}

// here is the line under the cursor, and its unit.
func (s *Screen) here(env screen.Env) (line, *scoring.Unit) {
	l, _ := s.list.Here()
	return l, env.Snap.Units()[l.unit]
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	if s.move(env, a) || s.list.Do(a) {
		return screen.Effect{}
	}
	s.goesOn = false
	here, u := s.here(env)
	switch a {
	case doToggle:
		s.goesOn = !u.Present()
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
		s.prompt = kit.NewPrompt(lang.Sayf("Người có mặt cho %s", "Present for %s", u.Name()),
			lang.Sayf("Gõ tên hoặc chức vụ.", "Type a name or office."), maxPerson)
	case doLeave:
		return propose(scoring.Attend{Unit: u.Name(), Person: here.person})
	case kit.PromptLeave:
		s.prompt = nil
	case kit.PromptTake:
		person, missing := s.prompt.Take()
		if !missing.IsZero() {
			return screen.Effect{Note: missing}
		}
		s.goesOn = true
		return propose(scoring.Attend{Unit: u.Name(), Present: true, Person: person})
	}
	return screen.Effect{}
}

func propose(acts ...scoring.Act) screen.Effect { return screen.Effect{Acts: acts} }

// Editing reports whether a person is being typed.
func (s *Screen) Editing() bool { return s.prompt != nil }

// Type takes what is typed into the field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.prompt != nil {
		s.prompt.Key(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the field.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.prompt != nil {
		s.prompt.Insert(text)
	}
	return screen.Effect{}
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) { s.list.Show(lines(env)) }

// Recorded ends the typing of a person who is on record, and goes to the next unit, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	if s.goesOn && err == nil {
		s.next(env, +1)
	}
	s.goesOn = false
	if s.prompt != nil && s.prompt.Recorded(err) {
		s.prompt = nil
	}
}

// At is where the screen is: it knows no criteria.
func (s *Screen) At(screen.Env) screen.Place {
	l, _ := s.list.Here()
	return screen.Place{Unit: l.unit, Node: -1}
}

// Focus goes to a unit.
func (s *Screen) Focus(_ screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.list.Select(line{unit: p.Unit})
	}
}

// Speak says who is present for the unit under the cursor, and whether those present are enough.
func (s *Screen) Speak(env screen.Env) string {
	if s.prompt != nil {
		return s.prompt.Speak(env.Lang)
	}
	here, u := s.here(env)
	said := u.Name() + ": " + here.person
	switch {
	case here.person != "":
	case !u.Present():
		said += env.Say("vắng", "absent")
	default:
		said += env.Say("có mặt, %s", "present, %s", lang.Count(len(u.People()), "người", "person", "people"))
	}
	if !u.HasSheet() {
		said += ", " + view.NoSheet(u).In(env.Lang)
	}
	present, members := env.Snap.Present(), len(env.Snap.Units())
	need, met := env.Snap.Quorum()
	enough := lang.Text{VI: "đủ", EN: "a quorum"}
	if !met {
		enough = lang.Sayf("thiếu %d", "%d short", need-present)
	}
	return env.Say("%s; dòng %s; %d trên %d đơn vị có mặt, %s", "%s; line %s; %d of %d units present, %s",
		said, s.list.Spoken(), present, members, enough)
}

// Click selects the unit or person under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if s.prompt == nil {
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if s.prompt == nil {
		s.list.Move(rows)
	}
}
