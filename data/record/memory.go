package record

import (
	"bytes"
	"context"
	"slices"
	"sync"
)

// Memory is a Store that does not last: for the demo and for tests.
type Memory struct {
	mu      sync.RWMutex
	entries []Entry
	closed  bool
}

var _ Store = (*Memory)(nil)

// NewMemory is an empty record in memory.
func NewMemory() *Memory { return new(Memory) }

// MemoryOf is a record in memory that has entries already. They are taken as they are: those of a record that was held
// against its hashes before.
func MemoryOf(entries []Entry) *Memory { return &Memory{entries: copied(entries)} }

// Append is Store's.
func (m *Memory) Append(ctx context.Context, entries []Entry) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return closed("")
	}
	var end tip
	if n := len(m.entries); n > 0 {
		end = tip{n, m.entries[n-1].Hash}
	}
	if _, err := end.follow("", entries); err != nil {
		return err
	}
	m.entries = append(m.entries, copied(entries)...)
	return nil
}

// Entries is Store's.
func (m *Memory) Entries(ctx context.Context, from int) ([]Entry, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return nil, closed("")
	}
	return copied(m.entries[min(max(from, 1)-1, len(m.entries)):]), nil
}

// Each is Store's.
func (m *Memory) Each(ctx context.Context, from int, take func(Entry)) error {
	entries, err := m.Entries(ctx, from)
	for _, e := range entries {
		take(e)
	}
	return err
}

// Close is Store's; the record is gone.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries, m.closed = nil, true
	return nil
}

// copied is entries with bodies of their own, so that nobody can change the record from outside.
func copied(entries []Entry) []Entry {
	out := slices.Clone(entries)
	for i := range out {
		out[i].Body = bytes.Clone(out[i].Body)
	}
	return out
}
