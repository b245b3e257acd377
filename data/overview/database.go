package overview

import (
	"context"
	"time"

	"thidua/data/postgres"
	"thidua/data/record"
)

// database is a database with all its meetings.
type database struct{ index *postgres.Index }

func (d database) list(ctx context.Context) ([]listed, error) {
	all, err := d.index.List(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]listed, len(all))
	for i, m := range all {
		out[i] = listed{path: m.Address, name: m.Name, looks: m.Hash, id: m.ID}
	}
	return out, nil
}

func (d database) read(ctx context.Context, m listed, from int) ([]record.Entry, error) {
	return d.index.Entries(ctx, m.id, from)
}

// How long a database that tells of what is new is not asked, and how long decisions that come one upon the other are
// gathered.
const (
	askedEvery = 2 * time.Second
	gathering  = 50 * time.Millisecond
)

func (d database) wait(ctx context.Context) {
	d.index.Wait(ctx, askedEvery)
	select {
	case <-ctx.Done():
	case <-time.After(gathering):
	}
}

func (d database) close() error { return d.index.Close() }
