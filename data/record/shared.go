package record

import "errors"

// What an Error of a store may be that several programs write to at once, besides those of every store.
var (
	ErrConflict = errors.New("somebody else has continued the record")
	ErrAway     = errors.New("the database cannot be reached")
	ErrDoubt    = errors.New("not known whether it was recorded")
	ErrDatabase = errors.New("the database refuses")
)

// Shared is a Store that several programs, on several machines, write to at once. Its Append fails with ErrConflict
// where another has continued the record: nothing is recorded then, and whoever reads on from there may try again.
// While the database is away Append waits for it; cancelled meanwhile it fails with ErrAway where nothing was sent, and
// with ErrDoubt where nobody knows whether it was recorded.
type Shared interface {
	Store

	// News gets a value when others may have appended, and when the database went away or came back. It holds one, and
	// is closed with the store.
	News() <-chan struct{}

	// Away says why the database cannot be reached just now; nil: it can.
	Away() error
}

// Follow checks that entries continue a record whose last entry has a number and a hash (0 and empty for none): the
// same for every store. The error is an Error about the meeting.
func Follow(meeting string, seq int, hash string, entries []Entry) error {
	_, err := tip{seq, hash}.follow(meeting, entries)
	return err
}
