package meeting

import (
	"context"

	"thidua/data/record"
)

// A meeting whose record others continue as well (record.Shared): several hosts, each with an owner like this one. What
// another has recorded is read on, folded, and shown; what was proposed here meanwhile is judged anew by the rules, for
// the state that there is now.

// begin follows the record where others write to it too.
func (m *Meeting) begin(s record.Store) {
	m.life, m.stop = context.WithCancel(context.Background())
	if shared, ok := s.(record.Shared); ok {
		m.shared = shared
		if m.ballots, ok = s.(record.Ballots); ok {
			m.stirred = make(chan struct{}, 1)
			go m.watchBallots()
		}
		m.publish(m.Snapshot())
		go m.follow()
	}
}

// follow shows what others record, and whether the store can be reached, until the store is closed. That it is away is
// said at once, also while a proposal waits for it.
func (m *Meeting) follow() {
	grown := make(chan struct{}, 1)
	defer close(grown)
	go func() {
		for range grown {
			m.catchUp()
		}
	}()
	for range m.shared.News() {
		away := m.shared.Away()
		m.sayAway(away)
		if away == nil {
			select {
			case grown <- struct{}{}:
			default:
			}
		}
	}
}

// sayAway shows everybody that the store cannot be reached, or that it can again.
func (m *Meeting) sayAway(away error) {
	m.shown.change(func(s *Snapshot) *Snapshot {
		if s.Away == nil && away == nil {
			return s
		}
		next := *s
		next.Away = away
		return &next
	})
}

// catchUp shows what others have recorded. What is wrong with it stands there until it is read without a fault: until
// then nothing is recorded here either.
func (m *Meeting) catchUp() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.done {
		return
	}
	if err := m.readOn(m.life); err != nil && m.life.Err() == nil {
		m.sayAway(err)
	}
	m.stir()
}

// readOn takes in what others have recorded since. It is called by who holds the meeting.
func (m *Meeting) readOn(ctx context.Context) error {
	snap := m.Snapshot()
	entries, err := m.store.Entries(ctx, snap.Seq()+1)
	if err != nil {
		return err
	}
	if len(entries) == 0 {
		return nil
	}
	next, err := snap.continued(m.name, entries)
	if err == nil {
		m.publish(next)
	}
	return err
}

// hears takes in what others have recorded, and reports whether it is more than a snapshot has. A store that is away
// is not waited for.
func (m *Meeting) hears(ctx context.Context, s *Snapshot) bool {
	return m.shared.Away() == nil && m.readOn(ctx) == nil && m.Snapshot().Seq() > s.Seq()
}

// continued is a snapshot with the entries that come next.
func (s *Snapshot) continued(name string, entries []record.Entry) (*Snapshot, error) {
	next := &Snapshot{State: s.State, Log: s.Log}
	for _, e := range entries {
		if fault := next.follow(e); fault != nil {
			return nil, &Damaged{name, []record.Fault{*fault}}
		}
	}
	return next, nil
}

// untilOver is a context that ends also when a meeting is closed here that others share: a database that is away keeps
// nobody.
func (m *Meeting) untilOver(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	if m.shared == nil {
		return ctx, cancel
	}
	stop := context.AfterFunc(m.life, cancel)
	return ctx, func() { stop(); cancel() }
}
