// Package screen is what the root and the screens agree on. A screen is a plain struct with named methods: it is told
// what happened, says what it wants done, and draws itself into a rectangle. Only the root is a Bubble Tea model.
package screen

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// ID names a screen.
type ID string

// The screens, in the order of their keys F2 to F11.
const (
	Review   ID = "review"
	Compare  ID = "compare"
	Board    ID = "board"
	Vote     ID = "vote"
	Election ID = "election"
	Ceremony ID = "ceremony"
	Record   ID = "record"
	Roll     ID = "roll"
	Minutes  ID = "minutes"

	Appraisal ID = "appraisal" // of no use before the meeting is closed, and not among the others until then
)

// Mode is what the session looks at.
type Mode uint8

// The modes.
const (
	Live   Mode = iota // the meeting as it is
	WhatIf             // values tried out, not recorded, never shown to the room
	Replay             // the meeting as it was after an earlier decision
)

// Env is what a screen may know of its session at the moment it is asked something.
type Env struct {
	Lang      lang.Lang
	Styles    kit.Styles
	Snap      *meeting.Snapshot // what is looked at: of now, tried out, or earlier
	Mode      Mode
	Projector bool         // the room sees this screen: larger, and without what is only for the table
	Who       *meeting.Who // whose session it is; nil: the host's own keyboard
	ReadOnly  bool         // the meeting is only looked on at here, with whatever rights

	Room  *meeting.Room  // where others are; nil: nobody can be, or what is looked at is not the present
	Floor *meeting.Floor // the room as last seen; nil without one

	Shared *Shared // what is worked out together with other sessions; nil: nothing is
}

// Leads reports whether others follow this session.
func (e Env) Leads() bool { return e.Floor == nil || e.Floor.Leads(e.Who) }

// Suggests reports whether a decision of a kind made here goes to those who may make it, as a suggestion.
func (e Env) Suggests(k scoring.Kind) bool { return e.Room != nil && e.Who.Suggests(k) }

// Shut says why a decision of a kind can neither be made nor suggested at the moment; empty: it can.
func (e Env) Shut(k scoring.Kind) lang.Text {
	if e.Suggests(k) && e.Mode != Replay && !e.Snap.Closed() {
		return lang.Text{}
	}
	return e.Frozen()
}

// Frozen says why nothing can be decided at the moment; empty: it can.
func (e Env) Frozen() lang.Text {
	switch {
	case e.Mode == Replay:
		return lang.Sayf("đang xem lại: %s để trở về hiện tại", "this is a replay: %s for the present", KeyPresent)
	case e.Snap.Closed():
		return lang.Text{VI: "cuộc họp đã chốt", EN: "the meeting is closed"}
	}
	return e.Barred(scoring.KindScore)
}

// FrozenFor is Frozen for one decision: a closed meeting takes some, and those can be taken back there as well.
func (e Env) FrozenFor(a scoring.Act) lang.Text {
	if e.Mode != Replay && e.Snap.Closed() && e.Snap.Takes(a) {
		return e.Barred(scoring.KindScore)
	}
	return e.Frozen()
}

// Barred says why the person of the session cannot make decisions of a kind; empty: they can. The meeting itself
// refuses them too: here the screens only say so beforehand.
func (e Env) Barred(k scoring.Kind) lang.Text {
	if e.Who.Decides(k) || e.Mode == WhatIf { // trying out is free
		return lang.Text{}
	}
	if e.ReadOnly {
		return lang.Text{VI: "đang chỉ xem: mở cuộc họp để ghi thì mới ghi được",
			EN: "only looking on: open the meeting for writing to record"}
	}
	switch e.Who.Role {
	case scoring.Observer, scoring.Screen:
		return lang.Text{VI: "dự khán chỉ xem", EN: "observers look on"}
	case scoring.Reviewer:
		return lang.Text{VI: "thành viên không ghi quyết định: đề nghị thư ký ghi",
			EN: "reviewers do not record decisions: ask the secretary"}
	}
	return lang.Text{VI: "chỉ chủ tọa quyết định việc này", EN: "only the chair decides this"}
}

// Say picks the session's language, in the words of the meeting's rulebook.
func (e Env) Say(vi, en string, args ...any) string {
	said := e.reworded(lang.Text{VI: vi, EN: en})
	return lang.Sayf(said.VI, said.EN, args...).In(e.Lang)
}

// In is a text of the program in the session's language and the rulebook's words.
func (e Env) In(t lang.Text) string { return e.reworded(t).In(e.Lang) }

func (e Env) reworded(t lang.Text) lang.Text {
	if e.Snap == nil {
		return t
	}
	return e.Snap.Rulebook().Said(t)
}

// OfficeName is what the rulebook calls an office.
func (e Env) OfficeName(o scoring.Office) lang.Text { return e.Snap.Rulebook().OfficeName(o) }

// Officer is who holds an office: the unit elected for the coming year as soon as there is one, before that the sitting
// one.
func (e Env) Officer(o scoring.Office) (name string, elected bool) {
	if unit, _, ok := e.Snap.Elected(o); ok {
		return e.Snap.Units()[unit].Name(), true
	}
	sitting, _ := e.Snap.Sitting()
	return sitting.Holder(o), false
}

// mostNames is how many units a sentence names before it only counts the others.
const mostNames = 6

// Names lists units by name; of many, the first few and how many more.
func (e Env) Names(units []int) lang.Text {
	var names []lang.Sayer
	for i, unit := range units {
		if i == mostNames {
			names = append(names, lang.Sayf("%d đơn vị khác", "%d others", len(units)-i))
			break
		}
		names = append(names, lang.Both(e.Snap.Units()[unit].Name()))
	}
	return lang.List(names...)
}

// Effect is what a screen asks the root to do.
type Effect struct {
	Acts   []scoring.Act  // propose these, all or none
	Seen   int            // with Acts: the newest decision when their author began to type; 0: it does not matter
	Among  []string       // with Acts: who can be voted for, where they open a vote on a place in an order
	Count  *meeting.Count // in place of Acts: count a vote that several hosts take
	Note   lang.Text      // say this below
	Alarm  bool           // and do not let it be missed
	Go     ID             // change to this screen
	At     Place          // with Go: where to
	Why    *scoring.Explanation
	Put    *scoring.Vote // put this question to the vote
	Replay int           // look at the meeting as it was after this decision
	Column *Column       // show what these scores would change, and ask
}

// Column are scores that somebody copied from a column of a spreadsheet: one for each criterion of a unit from a place
// on, or for each unit at one criterion.
type Column struct {
	Text  string
	At    Place // where the first is for
	Units bool  // the criterion stays and the units go on; else the other way round
}

// Place is a unit and a criterion or field, each -1 for none in particular.
type Place struct{ Unit, Node int }

// Note is an effect that only says something.
func Note(vi, en string, args ...any) Effect {
	return Effect{Note: lang.Sayf(vi, en, args...)}
}

// Alarm is an effect that says something that must not be missed.
func Alarm(t lang.Text) Effect { return Effect{Note: t, Alarm: true} }

// Refused is an effect that says why something cannot be done.
func Refused(err error) Effect { return Alarm(Said(err)) }

// Said is what an error says to people, in every language.
func Said(err error) lang.Text {
	said := meeting.Say(err)
	return lang.Text{VI: said.In(lang.VI), EN: said.In(lang.EN)}
}

// Refuse writes on a canvas why something cannot be done.
func (e Env) Refuse(c *kit.Canvas, err error) { c.Refuse(e.Styles, Said(err).In(e.Lang)) }

// Cursor is the cell in which the terminal's cursor belongs: there input methods show what they compose.
type Cursor = kit.Cursor

// View is a screen as drawn.
type View struct {
	Parts  []kit.Placed
	Cursor *Cursor // nil: none
}

// Add adds a part, its lines cut or filled to what it has room for; one without room is left out.
func (v *View) Add(area kit.Rect, lines []string) {
	if area.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
	}
}

// Screen is the core of every one of the program's screens. What only some can do are the interfaces below: the root
// asks each screen which of them it has.
type Screen interface {
	// Title is the screen's name.
	Title() lang.Text
	// Help says in a few sentences what the screen is for.
	Help() lang.Text
	// Keys is the table of what keys do here and now.
	Keys(Env) []kit.Binding
	// Do carries out an action of the table; key is the one that was pressed.
	Do(env Env, a kit.Action, key string) Effect
	// Show tells the screen that there is a newer snapshot; env has it already.
	Show(Env)
	// View draws the screen into a part of the terminal.
	View(env Env, body kit.Rect) View
	// Speak says what the cursor is on, in one sentence, for those who listen instead of looking.
	Speak(Env) string
}

// Editor is a screen on which something is typed.
type Editor interface {
	// Editing reports whether something is being typed: keys that would tear it away then wait.
	Editing() bool
	// Type takes a key that belongs to no action: text being typed.
	Type(Env, tea.KeyPressMsg) Effect
	// Paste takes pasted text.
	Paste(Env, string) Effect
}

// Keeper is a screen on which a number can be typed without anything else giving way to it, as long as it Keeps all
// else. KeptKeys are then the keys that the footer goes on naming, for those that end the number stand beside it.
type Keeper interface {
	Keeps(env Env, body kit.Rect) bool
	KeptKeys(env Env) []kit.Binding
}

// Recorder is a screen that proposes decisions. It is told that what it proposed is on disk, or why not.
type Recorder interface{ Recorded(Env, error) }

// Placer is a screen that is at a place.
type Placer interface{ At(Env) Place }

// Focuser is a screen that can be moved to a place.
type Focuser interface{ Focus(Env, Place) }

// Carrier is a screen that begins at the place at which the one before was, as far as it has something there, and hands
// on its own; -1 for what it has nothing to say of.
type Carrier interface {
	Carry(Env, Place)
	Carries(Env) Place
}

// Asker is a screen on which something is asked, or edited, step by step: it says what, apart from what changes with
// every key. Empty where nothing is.
type Asker interface{ Asks(Env) string }

// Pointer is a screen for the mouse. Click selects what lies under a cell of the body; Wheel scrolls by rows.
type Pointer interface {
	Click(env Env, body kit.Rect, x, y int) Effect
	Wheel(env Env, rows int)
}

// Tabler is a screen with a table that can be copied: all that it lists, whatever is in sight.
type Tabler interface{ Table(Env) table.Table }

// Listener is a screen that has to know when something in the room has changed.
type Listener interface{ Hear(Env) Effect }
