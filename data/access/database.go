package access

import (
	"bytes"
	"context"
	"time"

	"thidua/data/store"
)

// The list of a meeting that is kept in a database lies there too, in the same form as in a file, but without a key of
// a host: each host has its own.

// lookWithin is how long a database has to say whether its list was changed: who signs in waits so long.
const lookWithin = 2 * time.Second

// inDatabase reports whether a path of a list is the address of a meeting in a database.
func inDatabase(path string) bool { return !store.IsFile(path) }

func loadFromDatabase(path string) (*List, error) {
	g, err := store.Guests(path)
	if err != nil {
		return nil, err
	}
	defer g.Close()
	text, err := g.Load(context.Background())
	if err != nil || len(text) == 0 {
		return &List{}, err
	}
	return decode(path, text)
}

func changeInDatabase(path string, f func(*List) error) error {
	g, err := store.Guests(path)
	if err != nil {
		return err
	}
	defer g.Close()
	return g.Change(context.Background(), func(before []byte) ([]byte, error) {
		l := &List{}
		if len(before) > 0 {
			if l, err = decode(path, before); err != nil {
				return nil, err
			}
		}
		if err := f(l); err != nil {
			return nil, err
		}
		after, err := l.encode()
		if err != nil || bytes.Equal(before, after) || len(before) == 0 && len(l.People) == 0 {
			return nil, err
		}
		return after, nil
	})
}

// versions tells whether the list of a database was changed. While the database is away it says no: the list that was
// read last goes on being asked.
type versions struct {
	list interface {
		Version(context.Context) (int, error)
	}
	seen int
	done bool
}

func newVersions(path string) *versions {
	g, err := store.Guests(path)
	if err != nil {
		return &versions{}
	}
	return &versions{list: g}
}

func (v *versions) changed() bool {
	if v.list == nil {
		return !v.done
	}
	ctx, cancel := context.WithTimeout(context.Background(), lookWithin)
	defer cancel()
	now, err := v.list.Version(ctx)
	if err != nil {
		return false
	}
	was, first := v.seen, !v.done
	v.seen, v.done = now, true
	return first || was != now
}
