package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"thidua/data/demo"
	"thidua/data/follow"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring"
)

// endless is a record of which there is always one more entry to come.
type endless struct {
	m         *meeting.Meeting
	given     int
	confirmed int
}

func (e *endless) Connect(context.Context, []follow.Mark) (follow.Stream, error) { return e, nil }

func (e *endless) Next() ([]record.Entry, int, error) {
	if e.given == e.m.Snapshot().Seq() {
		_, err := e.m.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{scoring.Note{
			Unit: "Nam Định", Target: "1.1", Text: strings.Repeat("dài ", 200) + fmt.Sprint(e.given)}}})
		if err != nil {
			return nil, 0, err
		}
	}
	next := e.m.Snapshot().Log[e.given]
	e.given++
	return []record.Entry{{Seq: next.Seq, Body: next.Body, Hash: next.Hash}}, next.Seq, nil
}

func (e *endless) Confirm(seq int) error { e.confirmed = seq; return nil }

func (e *endless) Close(bool) {}

// followWhileFull follows a record until the disk of the copy is full: that ends it, and says so, and what was
// confirmed is there.
func followWhileFull(ctx context.Context, dir string) error {
	m, err := demo.Meeting(nil)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "copy.thidua")
	c, err := follow.OpenCopy(ctx, path)
	if err != nil {
		return err
	}
	from := &endless{m: m}
	err = follow.Run(ctx, from, c, time.Now, func(follow.Status) {})
	if !errors.Is(err, record.ErrFull) {
		return fmt.Errorf("with a full disk following ends with %w", err)
	}
	if err := c.Close(); err != nil && !errors.Is(err, record.ErrUntidy) {
		return fmt.Errorf("the copy is closed with %w", err)
	}
	kept, err := meeting.Read(ctx, path)
	if err != nil {
		return fmt.Errorf("the copy cannot be read: %w", err)
	}
	if n := from.confirmed; n < m.Snapshot().Seq()/2 || kept.Seq() < n ||
		kept.Log[n-1].Hash != m.Snapshot().Log[n-1].Hash {
		return fmt.Errorf("confirmed are %d decisions, the copy has %d", n, kept.Seq())
	}
	return nil
}
