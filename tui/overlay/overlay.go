// Package overlay is what lies in front of a screen for a moment: a text to read, the palette, what reviewers suggest,
// the question whether to leave.
//
// The newest one has the keys, all of them: what it does not know does nothing. It asks the root for what it wants
// done, as a screen does, and like a screen it can be heard as well as seen. It knows the screen below it only as a
// screen.
//
//	overlay.go      what an overlay is, and the stack
//	keys.go         the keys that several have
//	page.go         a text that can be scrolled; why.go, join.go, handover.go, years.go: what is written on it
//	help.go         the help page; help_entries.go: what it says; help_draw.go: how it looks
//	palette.go      the palette; finder.go: what it finds, and how well it fits
//	suggestions.go  what reviewers suggest, to be recorded or declined
//	quit.go         the question whether to leave
//	copy.go         where a copy of the record is to be saved
//	papers.go       the files that a meeting gives; papers_view.go: their list; reading.go: one of them as text
//	column.go       a pasted column of scores, and whether to record it; column_view.go: as it is shown
//	undo.go         the question whether to take back what somebody else decided
package overlay

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// ID names a kind of overlay.
type ID string

// The kinds.
const (
	Help        ID = "help"
	Why         ID = "why"
	JoinPage    ID = "join"
	Finder      ID = "palette"
	Suggestions ID = "suggestions"
	Quit        ID = "quit"
	Copy        ID = "copy"
	Sheet       ID = "sheet"
	Undo        ID = "undo"
	PapersPage  ID = "papers"
	Column      ID = "column"
	Handover    ID = "handover"
	YearsPage   ID = "years"
)

// Env is what an overlay may know of its session at the moment it is asked something.
type Env struct {
	screen.Env
	Live   *meeting.Snapshot // the meeting as it is, whatever is looked at
	Screen screen.Screen     // the one below
	Keys   []kit.Binding     // what the keys do there
	Own    int               // how many of them, the first ones, are the screen's own
	Lost   error             // why nothing more can be recorded where the meeting is; nil: it can
}

// Overlay is the core of what every overlay can do. What only some can are the interfaces below.
type Overlay interface {
	ID() ID
	// Keys is the table of what keys do while it is in front.
	Keys(Env) []kit.Binding
	// Do carries out an action of the table.
	Do(Env, kit.Action) Effect
	// Draw draws it over the body. Without parts nothing is covered.
	Draw(env Env, body kit.Rect) screen.View
	// Speak says it for those who listen, a line at a time: all of it when it comes, later the lines that are new.
	Speak(Env) []string
}

// Typer is an overlay that takes text. It gets the keys that its table does not know.
type Typer interface {
	Type(Env, tea.KeyPressMsg)
	Paste(Env, string)
}

// Scroller is an overlay that the wheel moves, by rows.
type Scroller interface{ Scroll(env Env, rows int) }

// Questioner is an overlay that asks something above the footer.
type Questioner interface{ Question(Env) lang.Text }

// Passing is an overlay that goes by itself when what it shows has.
type Passing interface{ Over(Env) bool }

// Effect is what an overlay asks the root to do, in the order of the fields.
type Effect struct {
	Close         bool // take it away
	Quit          bool // end the session
	screen.Effect      // what a screen could ask for too
	Press         *kit.Binding
	Record        *meeting.Suggestion // put this on record, with its author
	Save          bool                // ask where a copy is to be saved
	Copy          string              // save a copy in this file
	Sheet         string              // bring in the sheet in this file
	Read          *outputs.Output     // make this file as text
	Export        *Folder             // write files there
	Again         bool                // with Record: it was refused before, and is meant whatever has changed since
}

// Stack is what lies in front of the screen, the newest last. Its zero value is empty.
type Stack struct{ all []Overlay }

// Open puts an overlay in front of all.
func (s *Stack) Open(o Overlay) { s.all = append(s.all, o) }

// Close takes away the one in front.
func (s *Stack) Close() {
	if n := len(s.all); n > 0 {
		s.all = s.all[:n-1]
	}
}

// Clear takes all away.
func (s *Stack) Clear() { s.all = nil }

// Top is the one in front; nil: nothing is.
func (s *Stack) Top() Overlay {
	if n := len(s.all); n > 0 {
		return s.all[n-1]
	}
	return nil
}

// Any reports whether something is in front of the screen.
func (s *Stack) Any() bool { return len(s.all) > 0 }

// Is reports whether an overlay of a kind is in front.
func (s *Stack) Is(id ID) bool { return s.Any() && s.Top().ID() == id }

// Settle takes away those that have nothing more to show.
func (s *Stack) Settle(env Env) {
	kept := s.all[:0]
	for _, o := range s.all {
		if p, ok := o.(Passing); !ok || !p.Over(env) {
			kept = append(kept, o)
		}
	}
	s.all = kept
}
