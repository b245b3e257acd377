package record

import "context"

// Store keeps one record. It may be used by several goroutines at once.
type Store interface {
	// Append puts entries at the end of the record. They are durable when it returns nil, all of them; after an error
	// none is recorded and the call may be repeated. They must continue the record: ErrSequence, ErrChain and ErrForm
	// say how not. Cancelling ctx stops it before it writes, never halfway.
	Append(ctx context.Context, entries []Entry) error

	// Entries reads the record from a number on, ascending; from 1 on, all of it. Where something is missing or does
	// not match its hash it fails with ErrDamaged or ErrShortened and still returns what could be read, for Check.
	Entries(ctx context.Context, from int) ([]Entry, error)

	// Each is Entries for whoever works on the first while the last are still read: it hands out one after the other,
	// and says at the end what Entries would say.
	Each(ctx context.Context, from int, take func(Entry)) error

	// Close lets go of the record; it may be repeated. Afterwards the other methods fail with fs.ErrClosed.
	Close() error
}
