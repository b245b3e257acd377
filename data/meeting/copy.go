package meeting

import (
	"context"
	"time"

	"thidua/data/record"
	"thidua/data/store"
)

// SaveCopy writes every decision on record to a meeting of another name, which must not exist yet: the same chain, the
// same fingerprint. It takes them from memory, so that it goes well also when the file they were recorded in is gone or
// its disk failed. The meeting goes on where it was.
func (m *Meeting) SaveCopy(ctx context.Context, name string) (*Snapshot, error) {
	snap := m.Snapshot()
	entries := make([]record.Entry, len(snap.Log))
	for i, e := range snap.Log {
		entries[i] = record.Entry{Seq: e.Seq, Body: e.Body, Hash: e.Hash}
	}
	return snap, store.SaveCopy(ctx, name, Holder(time.Now), entries)
}

// Intact fails where nothing more can be recorded: the disk failed, or the file was moved, replaced or cut. It looks at
// the file.
func (m *Meeting) Intact() error { return store.Intact(m.store) }
