package follow

import (
	"context"
	"errors"
	"time"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// Source is where a record is that a copy follows.
type Source interface {
	// Connect begins to read what comes after a copy with these marks. An error that time may mend is a *Lost.
	Connect(ctx context.Context, have []Mark) (Stream, error)
}

// Stream is a record that is being followed.
type Stream interface {
	// Next waits for what comes next: entries, maybe none, and how many the record has. An error that time may mend
	// is a *Lost.
	Next() (entries []record.Entry, newest int, err error)
	// Confirm says which entry is the last on the copy's disk.
	Confirm(seq int) error
	// Close ends the stream; leaving says that the copy does not come back. It ends a Next that waits.
	Close(leaving bool)
}

// Lost is that a source cannot be read just now: it is tried again.
type Lost struct{ Err error }

func (l *Lost) Error() string { return l.Err.Error() }

// In says why.
func (l *Lost) In(in lang.Lang) string { return lang.Sayf("%s", "%s", say(l.Err)).In(in) }

// Unwrap gives the cause.
func (l *Lost) Unwrap() error { return l.Err }

func say(err error) lang.Sayer {
	var s lang.Sayer
	if errors.As(err, &s) {
		return s
	}
	return lang.Both(err.Error())
}

// State is how a copy stands to its source.
type State uint8

// The states.
const (
	Connecting State = iota // for the first time
	Following               // connected
	Away                    // the source cannot be reached; it is tried again
)

// Status is how far a copy is.
type Status struct {
	State  State
	Has    int       // decisions on the copy's disk
	Newest int       // decisions that the source is known to have
	Since  time.Time // since when the copy is behind, or the source away; zero: the copy has all
	Why    error     // why the source cannot be reached
}

// Behind is how many decisions the copy is known to lack.
func (s Status) Behind() int { return max(s.Newest-s.Has, 0) }

// Pauses between two attempts to reach a source.
const (
	firstPause   = 200 * time.Millisecond
	longestPause = 2 * time.Second
)

// Run keeps a copy in step until the context ends, which is no error, or something is wrong that time does not mend.
// tell is told of each change, by one goroutine.
func Run(ctx context.Context, source Source, c *Copy, clock func() time.Time, tell func(Status)) error {
	r := &run{source: source, copy: c, clock: clock, tell: tell}
	r.Has, r.Newest = c.Seq(), c.Seq()
	r.tell(r.Status)
	for pause := firstPause; ; pause = min(2*pause, longestPause) {
		connected, err := r.follow(ctx)
		if ctx.Err() != nil {
			return nil
		}
		var lost *Lost
		if !errors.As(err, &lost) {
			return err
		}
		if connected {
			pause = firstPause
		}
		r.lose(lost)
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
	}
}

type run struct {
	Status
	source Source
	copy   *Copy
	clock  func() time.Time
	tell   func(Status)
}

// follow follows one connection to its end.
func (r *run) follow(ctx context.Context) (connected bool, err error) {
	stream, err := r.source.Connect(ctx, r.copy.marks())
	if err != nil {
		return false, r.about(err)
	}
	stop := context.AfterFunc(ctx, func() { stream.Close(true) })
	defer func() {
		if stop() {
			stream.Close(false)
		}
	}()
	for {
		entries, newest, err := stream.Next()
		if err != nil {
			return connected, r.about(err)
		}
		connected = true
		r.step(newest)
		if err := r.copy.append(context.WithoutCancel(ctx), entries); err != nil {
			return true, err
		}
		if len(entries) > 0 {
			if err := stream.Confirm(r.copy.Seq()); err != nil {
				return true, &Lost{err}
			}
			r.step(newest)
		}
	}
}

// about puts the name of the copy into a refusal.
func (r *run) about(err error) error {
	var refused *Refused
	if errors.As(err, &refused) {
		refused.Path = r.copy.path
	}
	return err
}

// step tells how far the copy is.
func (r *run) step(newest int) {
	was := r.Status
	r.State, r.Why, r.Has, r.Newest = Following, nil, r.copy.Seq(), newest
	switch {
	case r.Has >= newest:
		r.Since = time.Time{}
	case was.State != Following || was.Since.IsZero():
		r.Since = r.clock()
	}
	if r.Status != was {
		r.tell(r.Status)
	}
}

// lose tells that the source is away.
func (r *run) lose(why *Lost) {
	if r.State != Away {
		r.Since = r.clock()
	}
	r.State, r.Why = Away, why
	r.tell(r.Status)
}
