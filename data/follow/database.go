package follow

import (
	"context"
	"errors"
	"sync"

	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// Database is a meeting that lies in a database, by its address.
type Database string

// Connect is Source's.
func (d Database) Connect(ctx context.Context, have []Mark) (Stream, error) {
	kept, err := store.OpenReader(ctx, string(d))
	if err != nil {
		return nil, away(err)
	}
	shared, ok := kept.(record.Shared)
	if !ok {
		return nil, errors.Join(lang.Errorf("%s không cho biết có gì mới",
			"%s does not say when there is something new", store.Shown(string(d))), kept.Close())
	}
	s := &databaseStream{kept: shared, close: sync.OnceFunc(func() { _ = kept.Close() })}
	s.ctx, s.end = context.WithCancel(context.WithoutCancel(ctx))
	if err := s.begin(ctx, have); err != nil {
		s.Close(false)
		return nil, away(err)
	}
	return s, nil
}

// away marks an error that time may mend: a database that cannot be reached.
func away(err error) error {
	if errors.Is(err, record.ErrAway) {
		return &Lost{err}
	}
	return err
}

type databaseStream struct {
	kept  record.Shared
	ctx   context.Context
	end   context.CancelFunc
	close func()
	news  <-chan struct{}
	seq   int  // the last entry that was given
	told  bool // how many there are
}

// begin holds the copy against the record.
func (s *databaseStream) begin(ctx context.Context, have []Mark) error {
	s.news = s.kept.News()
	if len(have) == 0 {
		return nil
	}
	s.seq = have[0].Seq
	last, err := s.kept.Entries(ctx, s.seq)
	if err == nil && len(last) > 0 && last[0].Seq == s.seq && last[0].Hash == have[0].Hash {
		return nil
	}
	all, err := s.kept.Entries(ctx, 1)
	if err != nil {
		return err
	}
	if refused := judge(have, len(all), func(seq int) string { return all[seq-1].Hash }); refused != nil {
		return refused
	}
	return nil
}

// Next is Stream's.
func (s *databaseStream) Next() ([]record.Entry, int, error) {
	for {
		entries, err := s.kept.Entries(s.ctx, s.seq+1)
		switch {
		case err != nil:
			return nil, 0, away(err)
		case len(entries) > 0:
			s.seq, s.told = entries[len(entries)-1].Seq, true
			return entries, s.seq, nil
		case !s.told:
			s.told = true
			return nil, s.seq, nil
		}
		if _, ok := <-s.news; !ok {
			return nil, 0, &Lost{lang.Errorf("đã thôi theo", "no longer followed")}
		}
		if err := s.kept.Away(); err != nil {
			return nil, 0, &Lost{err}
		}
	}
}

// Confirm is Stream's: a database is told nothing.
func (s *databaseStream) Confirm(int) error { return nil }

// Close is Stream's.
func (s *databaseStream) Close(bool) {
	s.end()
	s.close()
}
