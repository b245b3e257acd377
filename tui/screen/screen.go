// Package screen is what the root and the screens agree on. A screen is a plain struct with named methods: it is told what
// happened, says what it wants done, and draws itself into a rectangle. Only the root is a Bubble Tea model.
package screen

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// ID names a screen.
type ID string

// The screens, in the order of their keys F2 to F9.
const (
	Review ID = "review"
	Board  ID = "board"
)

// Env is what a screen may know of its session at the moment it is asked something.
type Env struct {
	Lang   lang.Lang
	Styles kit.Styles
	Snap   *meeting.Snapshot
}

// Say picks the session's language.
func (e Env) Say(vi, en string, args ...any) string { return lang.Sayf(vi, en, args...).In(e.Lang) }

// Effect is what a screen asks the root to do.
type Effect struct {
	Acts  []scoring.Act // propose these, all or none
	Note  lang.Text     // say this below
	Alarm bool          // and do not let it be missed
	Go    ID            // change to this screen
	Unit  int           // with Go: the unit to show there, -1 for none in particular
}

// Note is an effect that only says something.
func Note(vi, en string, args ...any) Effect {
	return Effect{Note: lang.Sayf(vi, en, args...)}
}

// Alarm is an effect that says something that must not be missed.
func Alarm(t lang.Text) Effect { return Effect{Note: t, Alarm: true} }

// Cursor is the cell in which the terminal's cursor belongs: there input methods show what they compose.
type Cursor struct{ X, Y int }

// View is a screen as drawn.
type View struct {
	Parts  []kit.Placed
	Cursor *Cursor // nil: none
}

// Screen is one of the program's screens.
type Screen interface {
	// Title is the screen's name.
	Title() lang.Text
	// Help says in a few sentences what the screen is for.
	Help() lang.Text
	// Keys is the table of what keys do here and now.
	Keys(Env) []kit.Binding
	// Editing reports whether something is being typed: keys that would tear it away then wait.
	Editing() bool
	// Do carries out an action of the table; key is the one that was pressed.
	Do(env Env, a kit.Action, key string) Effect
	// Type takes a key that belongs to no action: text being typed.
	Type(Env, tea.KeyPressMsg) Effect
	// Paste takes pasted text.
	Paste(Env, string) Effect
	// Show tells the screen that there is a newer snapshot; env has it already.
	Show(Env)
	// Recorded tells the screen that what it proposed is on disk, or why not.
	Recorded(Env, error)
	// Focus moves the screen to a unit.
	Focus(unit int)
	// View draws the screen into a part of the terminal.
	View(env Env, body kit.Rect) View
}
