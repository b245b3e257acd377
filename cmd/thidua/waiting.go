package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/record"
)

// A program that has the meeting open gets this long to record what waits, which a running `serve` does at once.
const (
	patience = 1500 * time.Millisecond
	pause    = 20 * time.Millisecond
)

// recordWaiting records what waits, unless another program has the meeting open and does not record the change of this
// person soon: then it says which.
func recordWaiting(ctx context.Context, path, id string) (held *record.LockedError, err error) {
	for end := time.Now().Add(patience); ; {
		m, err := meeting.Open(ctx, path)
		if err == nil {
			err = access.RecordWaiting(ctx, access.Path(path), m, person())
			return nil, errors.Join(err, m.Close())
		}
		if !errors.As(err, &held) {
			return nil, err
		}
		if !stillWaiting(path, id) {
			return nil, nil
		}
		select {
		case <-ctx.Done():
			return held, nil
		case <-time.After(pause):
		}
		if time.Now().After(end) {
			return held, nil
		}
	}
}

// stillWaiting reports whether a person's invitation or revocation is still to be recorded.
func stillWaiting(path, id string) bool {
	l, err := access.Load(access.Path(path))
	return err != nil ||
		slices.ContainsFunc(l.People, func(p access.Person) bool { return p.ID == id && p.State != access.Recorded })
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
	fmt.Fprintln(a.err,
		clean.Line(
			a.say(
				"%s đang mở cuộc họp: điều này có hiệu lực, được ghi vào nhật ký ngay khi chương trình đó thấy "+
					"(«thidua serve» đang chạy thấy ngay), muộn nhất ở lần mở sau",
				"%s has the meeting open: this holds, and is recorded as soon as that program sees it (a running "+
					"«thidua serve» does at once), at the latest when the meeting is next opened", who)))
}
