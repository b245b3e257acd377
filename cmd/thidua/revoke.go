package main

import (
	"context"
	"fmt"

	"thidua/data/access"
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
	err := access.ChangeOf(ctx, path, func(l *access.List, s *scoring.State) (err error) {
		p, err = l.Revoke(s, name)
		closed = s.Closed()
		return err
	})
	if err != nil {
		return err
	}
	held, err := access.Put(ctx, path, person(), p.ID)
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
