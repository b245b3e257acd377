package meeting

import (
	"context"
	"sync"
	"sync/atomic"
)

// WallKind is what kind of thing stands on the wall: the screen of the room's own, which shows what the chair puts
// there, and nothing else.
type WallKind string

// What can be put on the wall.
const (
	WallBlank     WallKind = ""          // the name of the group
	WallCriterion WallKind = "criterion" // one unit's criterion or field
	WallCompare   WallKind = "compare"   // one criterion or field of all units
	WallBoard     WallKind = "board"     // the ranking
	WallVote      WallKind = "vote"      // a question that is voted on
	WallVerdict   WallKind = "verdict"   // what a vote, a round, lots or a ruling came to
	WallElection  WallKind = "election"  // the rounds of an election
	WallCeremony  WallKind = "ceremony"  // the results, as far as they have been announced
)

// OnWall is what stands on the wall. It is state of the room: it is not recorded, and lasts as long as the process that
// has the meeting open. It travels to the wall as JSON.
type OnWall struct {
	Kind   WallKind `json:"kind,omitempty"`
	Unit   int      `json:"unit"`          // -1 for none in particular
	Node   int      `json:"node"`          // a criterion or field, an index of Rulebook.Criteria; -1 for none
	Seq    int      `json:"seq,omitempty"` // of a verdict: the decision that it is of
	Asked  Asked    `json:"asked,omitzero"`
	Office string   `json:"office,omitempty"` // of an election: which; or the award that is balloted for
	Reveal Reveal   `json:"reveal,omitzero"`
}

// Asked is a question while it is voted on, or a round while its ballots come in: never how anybody votes.
type Asked struct {
	Question string `json:"question,omitempty"` // as the room is asked
	Vote     string `json:"vote,omitempty"`     // the vote without its counts, as the record has one; empty: none
	Secret   bool   `json:"secret,omitempty"`
	In       int    `json:"in,omitempty"` // ballots that are in, of so many
	Of       int    `json:"of,omitempty"` // 0: they are counted by hand
}

// Wall is the one wall of a meeting, for everybody who puts something there or shows it. Its methods may be called by
// any number of goroutines.
type Wall struct {
	shown   feed[OnWall]
	along   atomic.Bool
	screens atomic.Int64
}

// NewWall is a wall on which nothing stands but the name of the group.
func NewWall() *Wall {
	w := &Wall{}
	w.Put(OnWall{Unit: -1, Node: -1})
	return w
}

// Put replaces what stands on the wall.
func (w *Wall) Put(p OnWall) {
	if w.Shown() != p {
		w.shown.change(func(OnWall) OnWall { return p })
	}
}

// Shown is what stands on the wall now: who comes late sees the same as the others.
func (w *Wall) Shown() OnWall { return w.shown.now() }

// Along reports whether the wall goes where the one who leads goes, instead of keeping what was put there.
func (w *Wall) Along() bool { return w.along.Load() }

// SetAlong has the wall go along, or keep what stands there.
func (w *Wall) SetAlong(on bool) { w.along.Store(on) }

// Subscribe gives a channel with what stands on the wall, from now on until the context ends. It holds one: who is slow
// finds the newest.
func (w *Wall) Subscribe(ctx context.Context) <-chan OnWall { return w.shown.subscribe(ctx) }

// Attach counts a screen that shows the wall, until it is let go, which may be done more than once.
func (w *Wall) Attach() (gone func()) {
	w.screens.Add(1)
	return sync.OnceFunc(func() { w.screens.Add(-1) })
}

// Screens is how many screens show the wall now.
func (w *Wall) Screens() int { return int(w.screens.Load()) }
