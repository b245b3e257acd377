package main

import (
	"context"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/data/report"
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
	if format == "json" {
		return report.GuestsJSON(a.out, guests)
	}
	return report.GuestsTable(a.out, guests, a.lang)
}
