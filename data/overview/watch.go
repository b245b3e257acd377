package overview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
	"time"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/postgres"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// source is a store with meetings.
type source interface {
	list(context.Context) ([]listed, error)
	read(ctx context.Context, m listed, from int) ([]record.Entry, error)
	wait(context.Context) // until there may be something new
	close() error
}

// listed is a meeting as its store lists it.
type listed struct {
	path, name string
	looks      string // the same as long as nothing is recorded
	id         int    // in a database
}

// mostKept is how many states are kept: some 50 MB.
const mostKept = 64

// Watch is the meetings of a store, kept up to date.
type Watch struct {
	from   source
	states *recent
	seen   map[string]string // by path, the looks that the summary is of
	end    context.CancelFunc
	over   sync.WaitGroup
	reads  int // records that were read as a whole, for tests

	mu      sync.Mutex
	all     []Meeting // in order; nothing in it ever changes
	lost    error
	changed chan struct{} // closed at the next change
}

// Open looks at all meetings of a store: a folder of meeting files, or a database, whose address names no meeting.
func Open(ctx context.Context, name string) (*Watch, error) {
	w, err := open(ctx, name)
	if err != nil {
		return nil, err
	}
	ctx, w.end = context.WithCancel(ctx)
	w.over.Go(func() { w.run(ctx) })
	return w, nil
}

// Once is all meetings of a store as they are now.
func Once(ctx context.Context, name string) ([]Meeting, error) {
	w, err := open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer w.from.close()
	w.look(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return w.all, w.lost
}

func open(ctx context.Context, name string) (*Watch, error) {
	w := &Watch{states: newRecent(mostKept), seen: map[string]string{}, changed: make(chan struct{})}
	switch {
	case postgres.Is(name):
		index, err := postgres.OpenIndex(ctx, name)
		if err != nil {
			return nil, err
		}
		w.from = database{index}
	case !store.IsFile(name):
		_, err := store.OpenReader(ctx, name) // says why there is none
		return nil, err
	default:
		st, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil,
				lang.Errorf("%s: không có thư mục này; nêu thư mục chứa các tệp .thidua, hoặc postgres://MÁY/CSDL",
					"%s: there is no such folder; name a folder of .thidua files, or postgres://HOST/DB",
					clean.Escape(name))
		case err != nil:
			return nil, err
		case !st.IsDir():
			return nil,
				lang.Errorf("%s: là một tệp; nêu thư mục chứa các tệp .thidua", "%s: it is a file; name a folder of "+
					".thidua files", clean.Escape(name))
		}
		w.from = folder(name)
	}
	return w, nil
}

// Meetings is all of them as far as is known, in order of their names, and why the newest cannot be read; changed is
// closed at the next change.
func (w *Watch) Meetings() (all []Meeting, changed <-chan struct{}, lost error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.all, w.changed, w.lost
}

// Close ends the watching.
func (w *Watch) Close() error {
	w.end()
	w.over.Wait()
	return w.from.close()
}

func (w *Watch) run(ctx context.Context) {
	for ctx.Err() == nil {
		w.look(ctx)
		w.from.wait(ctx)
	}
}

// show shows what is known now.
func (w *Watch) show(all []Meeting, lost error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.all, w.lost = all, lost
	close(w.changed)
	w.changed = make(chan struct{})
}

// showEvery is how often what has been read so far is shown while there is more to read.
const showEvery = 100 * time.Millisecond

// look brings all meetings up to date.
func (w *Watch) look(ctx context.Context) {
	found, err := w.from.list(ctx)
	if err != nil {
		if ctx.Err() == nil && (w.lost == nil || w.lost.Error() != err.Error()) {
			w.show(w.all, err)
		}
		return
	}
	all, fresh := w.merge(found)
	if len(fresh) == 0 && w.lost == nil && len(all) == len(w.all) {
		return
	}
	shown := time.Now()
	w.show(slices.Clone(all), nil)
	for _, i := range fresh {
		if ctx.Err() != nil {
			return
		}
		at := slices.IndexFunc(all, func(m Meeting) bool { return m.Path == found[i].path })
		all[at] = w.update(ctx, found[i], all[at])
		if time.Since(shown) > showEvery {
			w.show(slices.Clone(all), nil)
			shown = time.Now()
		}
	}
	w.show(all, nil)
}

// merge is the meetings that there are now, with what is known of them, and which of them have changed, as indexes of
// those found.
func (w *Watch) merge(found []listed) (all []Meeting, fresh []int) {
	known := map[string]Meeting{}
	for _, m := range w.all {
		known[m.Path] = m
	}
	for i, f := range found {
		m, ok := known[f.path]
		if !ok {
			m = Meeting{Path: f.path, Name: f.name}
		}
		delete(known, f.path)
		all = append(all, m)
		if looks, seen := w.seen[f.path]; !seen || looks != f.looks {
			fresh = append(fresh, i)
		}
	}
	for path := range known { // they are gone
		delete(w.seen, path)
		w.states.drop(path)
	}
	slices.SortStableFunc(all, byName)
	return all, fresh
}

// update reads what is new in a meeting. What cannot be read keeps what was known of it.
func (w *Watch) update(ctx context.Context, f listed, was Meeting) Meeting {
	snap, err := w.read(ctx, f)
	if err != nil {
		was.Err = err
		if ctx.Err() == nil && !errors.Is(err, record.ErrAway) {
			w.seen[f.path] = f.looks // once is enough, until something is recorded
		}
		return was
	}
	w.seen[f.path] = f.looks
	w.states.put(f.path, snap)
	return Of(f.path, f.name, snap)
}

// read is the state of a meeting: what was kept with what is new, else all of it.
func (w *Watch) read(ctx context.Context, f listed) (*meeting.Snapshot, error) {
	if s := w.states.get(f.path); s != nil {
		entries, err := w.from.read(ctx, f, s.Seq())
		if err != nil {
			return nil, err
		}
		if len(entries) > 0 && entries[0].Hash == s.Fingerprint() {
			if next, err := meeting.Extend(s, entries[1:]); err == nil {
				return next, nil
			}
		}
		w.states.drop(f.path) // another record of that name
	}
	w.reads++
	entries, err := w.from.read(ctx, f, 1)
	if err != nil {
		return nil, err
	}
	snap, faults := meeting.Replay(entries)
	if len(faults) > 0 {
		return nil, &meeting.Damaged{Path: f.path, Faults: faults}
	}
	return snap, nil
}

// byName orders meetings by what they are called, numbers in it as numbers.
func byName(a, b Meeting) int { return names.Natural(a.Name, b.Name) }
