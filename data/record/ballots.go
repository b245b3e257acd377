package record

import (
	"context"
	"errors"
)

// What an Error of Ballots may be.
var (
	ErrNoBallots = errors.New("there are no ballots of this vote")
	ErrBallotIn  = errors.New("the unit's ballot is in")
)

// Ballots is a Shared that keeps the ballots of a vote that is open beside the record, for all hosts, until they are
// counted or the vote is void: then nothing of them is left. A unit has one ballot in a vote, whichever host takes it.
//
// Of a secret vote it keeps who has voted apart from how often each choice was made: there is no ballot of which to say
// whose it is. Nothing of a secret vote is written anywhere that outlives it, so a crash of the database loses it; an
// open vote, of which the record names every choice in the end, lasts.
//
// Take, Withdraw, Amend and Tally wait while the database is away, until ctx ends: ErrAway then, or ErrDoubt where
// something was sent.
type Ballots interface {
	Shared

	// AppendBeside is Append with what becomes of ballots, all of it or nothing. ErrConflict is also that the ballots
	// are not those any more that were counted.
	AppendBeside(ctx context.Context, entries []Entry, beside ...Beside) error

	// Take puts a ballot in. ErrBallotIn: the unit has voted; ErrNoBallots: the vote is not open. What is called out
	// replaces what was called out before. Called again after ErrDoubt it may say ErrBallotIn of this very ballot.
	Take(ctx context.Context, v OpenVote, s Slip) error

	// Withdraw takes out what was called out for a unit; ErrBallotIn where there is nothing such.
	Withdraw(ctx context.Context, v OpenVote, unit string) error

	// Amend replaces what is kept beside the ballots by what change makes of it, while nobody else can. An error of
	// change is returned and changes nothing.
	Amend(ctx context.Context, v OpenVote, change func([]byte) ([]byte, error)) error

	// Tally is what is in; nil where there are no ballots of such a vote. How often each choice was made in a secret
	// vote it says only to who counts.
	Tally(ctx context.Context, v OpenVote, counts bool) (*Tally, error)
}

// OpenVote is a vote or round by the decision that opened it.
type OpenVote struct {
	Opened int
	Secret bool
}

// Slip is a ballot.
type Slip struct {
	Unit   string
	Choice string // empty in a Tally of a secret vote
	Own    bool   // cast by the unit itself: nobody changes it; else it was called out
}

// Beside is what becomes of a vote's ballots with the entries that it is appended with: one of its parts.
type Beside struct {
	Vote  OpenVote
	Issue *Issue // the vote begins
	Count int    // it ends, counted as its ballots are in this version of its Tally
	Drop  bool   // it ends without a count
}

// Issue is what the hosts know of a vote that begins.
type Issue struct {
	About   []byte   // for who takes its ballots; it says nothing to the store
	Choices []string // of a secret vote, what can be chosen
}

// Tally is what is in at a moment.
type Tally struct {
	Version int            // another after every change, from 1
	About   []byte         // of the Issue
	Beside  []byte         // what Amend has made, empty before
	In      []Slip         // by unit
	Counts  map[string]int // of a secret vote, by choice, for who counts
}
