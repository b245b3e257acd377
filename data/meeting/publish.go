package meeting

import "context"

// Snapshot is the newest state that is on disk.
func (m *Meeting) Snapshot() *Snapshot { return m.shown.now() }

// Subscribe gives a channel with the newest snapshot, from now on until the context ends or the meeting closes; the
// channel is closed then. It holds one snapshot: who is slow finds the newest, not all of them.
func (m *Meeting) Subscribe(ctx context.Context) <-chan *Snapshot { return m.shown.subscribe(ctx) }

// publish shows a snapshot to everyone. Nobody else has it yet.
func (m *Meeting) publish(s *Snapshot) {
	if m.shared != nil {
		s.Away, s.Ballots = m.shared.Away(), m.whereabouts(s)
	}
	m.shown.change(func(*Snapshot) *Snapshot { return s })
	m.stir()
}
