package meeting

import (
	"context"
	"sync"
	"time"

	"thidua/data/decision"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Watching is a meeting that is looked on at and not written to, whoever has it open. What is recorded elsewhere comes
// in as it is recorded, an interval later at most.
type Watching struct {
	path  string
	shown feed[*Snapshot]
	end   context.CancelFunc
	over  sync.WaitGroup

	mu   sync.Mutex
	lost error
}

// Watch opens a meeting to look on, and looks for what is new every so often. A record that cannot be read is an error
// as of Read.
func Watch(ctx context.Context, path string, every time.Duration) (*Watching, error) {
	if !store.IsFile(path) {
		return watchShared(ctx, path)
	}
	seen, err := store.Glance(path) // before the record: what comes in between is looked for once more
	if err != nil {
		return nil, err
	}
	snap, err := Read(ctx, path)
	if err != nil {
		return nil, err
	}
	ctx, end := context.WithCancel(ctx)
	w := &Watching{path: path, end: end}
	w.shown.change(func(*Snapshot) *Snapshot { return snap })
	w.over.Go(func() { w.follow(ctx, seen, every) })
	return w, nil
}

// follow looks for what is new until the context ends.
func (w *Watching) follow(ctx context.Context, seen string, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now, err := store.Glance(w.path)
		if err == nil && now == seen {
			w.lose(nil)
			continue
		}
		if err == nil {
			err = w.catchUp(ctx)
		}
		if w.lose(err); err == nil {
			seen = now
		}
	}
}

// catchUp reads the decisions that are new and shows them. A record that does not go on from what was seen is another
// one, and an error.
func (w *Watching) catchUp(ctx context.Context) error {
	snap := w.Snapshot()
	kept, err := store.OpenReader(ctx, w.path)
	if err != nil {
		return err
	}
	entries, err := kept.Entries(ctx, snap.Seq()+1)
	_ = kept.Close() // no longer open than need be: a writer that closes would wait
	if err != nil || len(entries) == 0 {
		return err
	}
	next, err := snap.continued(w.path, entries)
	if err == nil {
		w.shown.change(func(*Snapshot) *Snapshot { return next })
	}
	return err
}

// follow adds the entry that comes next.
func (s *Snapshot) follow(e record.Entry) *record.Fault {
	d, fault := reread(new(decision.Codec), e)
	switch {
	case fault != nil:
		return fault
	case e.Seq != s.Seq()+1 || record.Chain(s.Fingerprint(), e.Body) != e.Hash:
		return &record.Fault{Seq: e.Seq, Mend: lang.Text{VI: "mở lại cuộc họp", EN: "open the meeting again"},
			What: lang.Sayf("quyết định số %d không nối tiếp những gì đã xem",
				"decision %d does not go on from what was seen", e.Seq)}
	}
	return s.redo(d, e)
}

// lose notes what keeps the newest from being read; nil: nothing does.
func (w *Watching) lose(err error) {
	w.mu.Lock()
	changed := (w.lost == nil) != (err == nil)
	w.lost = err
	w.mu.Unlock()
	if changed { // whoever shows the meeting looks again
		w.shown.change(func(s *Snapshot) *Snapshot { return s })
	}
}

// Lost is why the newest cannot be read at the moment, as when a stick was pulled; nil: it can.
func (w *Watching) Lost() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.lost
}

// Snapshot is the newest state that was read.
func (w *Watching) Snapshot() *Snapshot { return w.shown.now() }

// Subscribe gives a channel with the newest snapshot, from now on until the context ends or the meeting is closed.
func (w *Watching) Subscribe(ctx context.Context) <-chan *Snapshot { return w.shown.subscribe(ctx) }

// Propose refuses everything.
func (w *Watching) Propose(context.Context, Proposal) (*Snapshot, error) {
	return nil, &scoring.Refusal{
		What: lang.Text{VI: "cuộc họp này chỉ mở để xem", EN: "the meeting is open only to read"},
		Mend: lang.Text{VI: "mở để ghi, ở một nơi thôi", EN: "open it for writing, in one place only"}}
}

// Close ends the watching.
func (w *Watching) Close() error {
	w.end()
	w.over.Wait()
	w.shown.end()
	return nil
}
