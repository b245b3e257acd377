package main

import (
	"context"
	"errors"
	"fmt"

	"thidua/data/access"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/scoring"
)

// revoke takes an invitation back: from the list at once, and on the record as soon as that can be.
func (a *app) revoke(ctx context.Context, path, name string) error {
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	var p access.Person
	closed := false
	err := changeList(ctx, path, func(l *access.List, s *scoring.State) (err error) {
		p, err = l.Revoke(s, name)
		closed = s.Closed()
		return err
	})
	if err != nil {
		return err
	}
	held, err := recordWaiting(ctx, path, p.ID)
	if err != nil {
		a.complain(meeting.Say(err)) // who is revoked stays out all the same
	}
	a.tell("đã hủy lời mời của %s", "the invitation of %s is revoked", p.Name)
	if closed {
		fmt.Fprintln(a.err,
			a.say("cuộc họp đã chốt: việc hủy có hiệu lực ngay, được ghi vào nhật ký khi cuộc họp mở lại",
				"the meeting is closed: the revocation holds at once, and is recorded when the meeting is reopened"))
	} else {
		a.waits(held)
	}
	return nil
}

// changeList changes who may come in to a meeting as its record stands. The record is read under the list's lock: so
// both fit.
func changeList(ctx context.Context, path string, f func(*access.List, *scoring.State) error) error {
	if _, err := meeting.Read(ctx, path); err != nil { // no list beside what is no meeting
		return err
	}
	err := access.Change(access.Path(path), func(l *access.List) error {
		snap, err := meeting.Read(ctx, path)
		if err != nil {
			return err
		}
		return f(l, &snap.State)
	})
	if r := (*scoring.Refusal)(nil); errors.As(err, &r) {
		return finding.List{{File: path, What: meetingText(err)}}
	}
	return err
}
