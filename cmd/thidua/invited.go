package main

import (
	"context"
	"io"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/data/report"
	"thidua/data/view"
)

// listInvited writes who is invited to a meeting, and how each invitation stands.
func (a *app) listInvited(ctx context.Context, path, format string) error {
	snap, err := meeting.Read(ctx, path)
	if err != nil {
		return err
	}
	l, err := access.Load(access.Path(path))
	if err != nil {
		return err
	}
	guests := l.Guests(&snap.State)
	return a.write(format, view.Guests(guests, a.lang), func(w io.Writer) error { return report.GuestsJSON(w, guests) })
}
