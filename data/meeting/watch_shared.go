package meeting

import (
	"context"
	"errors"

	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// watchShared looks on at a meeting of a database, which says itself when there is something new.
func watchShared(ctx context.Context, path string) (*Watching, error) {
	kept, err := store.OpenReader(ctx, path)
	if err != nil {
		return nil, err
	}
	shared, ok := kept.(record.Shared)
	if !ok {
		return nil, errors.Join(lang.Errorf("%s không cho biết có gì mới",
			"%s does not say when there is something new", store.Shown(path)), kept.Close())
	}
	snap, err := load(ctx, path, kept)
	if err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	ctx, end := context.WithCancel(ctx)
	w := &Watching{path: path, end: end}
	w.shown.change(func(*Snapshot) *Snapshot { return lookedOn(snap) })
	context.AfterFunc(ctx, func() { _ = kept.Close() })
	w.over.Go(func() {
		for range shared.News() {
			err := shared.Away()
			if err == nil {
				err = w.readOn(ctx, shared)
			}
			if ctx.Err() == nil {
				w.lose(err)
			}
		}
	})
	return w, nil
}

// readOn reads the decisions that are new from a store that stays open.
func (w *Watching) readOn(ctx context.Context, kept record.Store) error {
	snap := w.Snapshot()
	entries, err := kept.Entries(ctx, snap.Seq()+1)
	if err != nil || len(entries) == 0 {
		return err
	}
	next, err := snap.continued(w.path, entries)
	if err == nil {
		w.shown.change(func(*Snapshot) *Snapshot { return lookedOn(next) })
	}
	return err
}

// lookedOn is a snapshot of who takes no ballots.
func lookedOn(s *Snapshot) *Snapshot {
	if o := s.Opening(); o != nil && o.Open.Terminals {
		s.Ballots = Elsewhere
	}
	return s
}
