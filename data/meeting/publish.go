package meeting

import "context"

// Snapshot is the newest state that is on disk.
func (m *Meeting) Snapshot() *Snapshot {
	m.pub.Lock()
	defer m.pub.Unlock()
	return m.snap
}

// Subscribe gives a channel with the newest snapshot, from now on until the context ends or the meeting closes; the channel
// is closed then. It holds one snapshot: who is slow finds the newest, not all of them.
func (m *Meeting) Subscribe(ctx context.Context) <-chan *Snapshot {
	ch := make(chan *Snapshot, 1)
	m.pub.Lock()
	defer m.pub.Unlock()
	if m.subs == nil {
		close(ch)
		return ch
	}
	ch <- m.snap
	m.subs[ch] = struct{}{}
	context.AfterFunc(ctx, func() {
		m.pub.Lock()
		defer m.pub.Unlock()
		if _, ok := m.subs[ch]; ok {
			delete(m.subs, ch)
			close(ch)
		}
	})
	return ch
}

// publish shows a snapshot to everyone. It never waits: an older snapshot that nobody has taken yet gives way.
func (m *Meeting) publish(s *Snapshot) {
	m.pub.Lock()
	defer m.pub.Unlock()
	m.snap = s
	for ch := range m.subs {
		select {
		case <-ch:
		default:
		}
		ch <- s // there is room: only publish sends, under the lock
	}
}

// hangUp ends all subscriptions.
func (m *Meeting) hangUp() {
	m.pub.Lock()
	defer m.pub.Unlock()
	for ch := range m.subs {
		close(ch)
	}
	m.subs = nil
}
