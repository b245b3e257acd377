package meeting

import (
	"time"

	"thidua/scoring"
)

// Floor is a room at one moment: what its people share beside the record. Nothing in it ever changes, but for the
// ballots of the poll and the box, which count while they are open.
type Floor struct {
	Version     int          // grows with every change
	Stand       Stand        // where the one who leads is
	Led         bool         // somebody has led already: Stand means something
	Away        time.Time    // since when nobody leads any more; zero: somebody does
	Poll        *Poll        // the vote that is open; nil: none
	Box         *Box         // the election whose ballots come from terminals; nil: none
	Here        []Who        // who is in the room, once for each session; not the host
	Hosted      bool         // the host has a screen: it leads, and no chair from elsewhere
	Leader      *Who         // else the chair who leads, of several the one who came first; nil: none is here
	Standbys    []Standby    // the machines that keep a copy of the record, in the order in which they came
	Suggestions []Suggestion // what is still to be taken over or declined, oldest first
	Answers     []Suggestion // the last that were, oldest first
}

// Stand is a place in the meeting: the screen, what is under its cursor, and how far a ceremony has come.
type Stand struct {
	Screen     string // an id of the interface
	Unit, Node int    // -1 for none in particular; Node is an index of Rulebook.Criteria
	Reveal     Reveal
	Question   string // what is being voted on there; empty: nothing
	Result     int    // the decision whose verdict stands before the room; 0: none does
}

// Reveal is how far a ceremony has come: what everybody may see of it, and no step more.
type Reveal struct {
	Running, Blank bool
	Order          scoring.RevealOrder
	Shown, Of      int // steps, and how many there are
}

// Secret reports whether there is more to come: until then nobody who follows may look ahead.
func (r Reveal) Secret() bool { return r.Running && r.Shown < r.Of }

// Suggestion is what a reviewer proposes: decisions for those who may make them.
type Suggestion struct {
	ID    int
	Who   Who
	Acts  []scoring.Act
	Seen  int // the newest decision that its author had on screen
	At    time.Time
	Taken bool // an answer only: it was recorded
}

// Behind is how many criteria lie between a place and the one who leads, in the order of the review; ok is false where
// the two cannot be compared.
func (f *Floor) Behind(s *scoring.State, at Stand) (n int, ok bool) {
	here, ok1 := position(s, at)
	there, ok2 := position(s, f.Stand)
	n = there - here
	return max(n, -n), ok1 && ok2 && f.Led
}

// position counts criteria from the first of the first unit.
func position(s *scoring.State, at Stand) (int, bool) {
	leaves := s.Rulebook().Leaves()
	if at.Unit < 0 || at.Unit >= len(s.Units()) || at.Node < 0 {
		return 0, false
	}
	n := 0
	for n < len(leaves) && leaves[n] < at.Node {
		n++
	}
	return at.Unit*len(leaves) + n, true
}

// Next is the unit whose turn comes after the one under review; empty where there is none.
func (f *Floor) Next(s *scoring.State) string {
	if next := f.Stand.Unit + 1; f.Led && f.Stand.Unit >= 0 && next < len(s.Units()) {
		return s.Units()[next].Name()
	}
	return ""
}

// Answered is the newest answer to what somebody suggested; its ID is 0 where there is none.
func (f *Floor) Answered(w *Who) (newest Suggestion) {
	for _, a := range f.Answers {
		if w != nil && a.Who == *w {
			newest = a
		}
	}
	return newest
}

// At is how many sessions of a unit's people are in the room.
func (f *Floor) At(unit string) (n int) {
	for _, w := range f.Here {
		if w.Unit == unit {
			n++
		}
	}
	return n
}
