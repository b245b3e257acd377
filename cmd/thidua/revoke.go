package main

import (
	"context"
	"errors"
	"fmt"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/finding"
	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/scoring"
)

// revoke takes an invitation back: from the list at once, and on the record as soon as that can be.
func (a *app) revoke(ctx context.Context, path, name string) error {
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
	held, err := settle(ctx, path)
	if err != nil {
		a.complain(meeting.Say(err)) // who is revoked stays out all the same
	}
	fmt.Fprintln(a.out, a.say("đã hủy lời mời của %s", "the invitation of %s is revoked", p.Name))
	if closed {
		fmt.Fprintln(a.err, a.say("cuộc họp đã chốt: việc hủy có hiệu lực ngay, được ghi vào nhật ký khi cuộc họp mở lại", "the meeting is closed: the revocation holds at once, and is recorded when the meeting is reopened"))
	} else {
		a.waits(held)
	}
	return nil
}

// changeList changes who may come in to a meeting as its record stands. The record is read under the list's lock: so both fit.
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

// settle records what waits, unless another program has the meeting open: then it says which.
func settle(ctx context.Context, path string) (held *record.LockedError, err error) {
	m, err := meeting.Open(ctx, path)
	if errors.As(err, &held) {
		return held, nil
	}
	if err != nil {
		return nil, err
	}
	err = access.Settle(ctx, access.Path(path), m, person())
	return nil, errors.Join(err, m.Close())
}

// waits says that a change is still to be recorded, and who will do that.
func (a *app) waits(held *record.LockedError) {
	if held == nil {
		return
	}
	who := a.text("chương trình khác", "another program")
	if h := held.Holder; h.Who != "" {
		who = a.say("%s (máy %s, tiến trình %d)", "%s (on %s, process %d)", h.Who, h.Host, h.PID)
	}
	fmt.Fprintln(a.err, clean.Line(a.say("%s đang mở cuộc họp: điều này có hiệu lực, được ghi vào nhật ký ngay khi chương trình đó thấy («thidua serve» đang chạy thấy ngay), muộn nhất ở lần mở sau",
		"%s has the meeting open: this holds, and is recorded as soon as that program sees it (a running «thidua serve» does at once), at the latest when the meeting is next opened", who)))
}
