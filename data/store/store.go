// Package store opens the record of a meeting by the name that people give it, whatever keeps it. A further kind of
// store is a package of its own that keeps the contract of record.Store, and a row in backends.
package store

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/data/postgres"
	"thidua/data/record"
	"thidua/scoring/lang"
)

// backend is a kind of store.
type backend struct {
	names  func(name string) bool // whether a meeting of this name would be kept there
	create func(ctx context.Context, name string, holder record.Holder, first []record.Entry) (record.Store, error)
	writer func(ctx context.Context, name string, holder record.Holder) (record.Store, error)
	reader func(ctx context.Context, name string) (record.Store, error)
	glance func(name string) (string, error)     // equal as long as nobody writes
	held   func(name string) *record.LockedError // who writes; nil: nobody
}

// backends are the kinds of store there are; the first that knows a name is taken.
func backends() []backend {
	return []backend{
		{
			names: postgres.Is,
			create: func(ctx context.Context, name string, _ record.Holder, e []record.Entry) (record.Store, error) {
				return opened(postgres.Create(ctx, name, e))
			},
			writer: func(ctx context.Context, name string, _ record.Holder) (record.Store, error) {
				return opened(postgres.OpenWriter(ctx, name))
			},
			reader: func(ctx context.Context, name string) (record.Store, error) {
				return opened(postgres.OpenReader(ctx, name))
			},
			glance: postgres.Glance,
			held:   func(string) *record.LockedError { return nil },
		},
		{
			names: isURL, create: noCreate, writer: noWriter, reader: noReader,
			glance: func(name string) (string, error) { return "", noStore(name) },
			held:   func(string) *record.LockedError { return nil },
		},
		{
			names: func(string) bool { return true },
			create: func(ctx context.Context, name string, h record.Holder, e []record.Entry) (record.Store, error) {
				return opened(record.Create(ctx, name, h, e))
			},
			writer: func(ctx context.Context, name string, h record.Holder) (record.Store, error) {
				return opened(record.OpenWriter(ctx, name, h))
			},
			reader: func(ctx context.Context, name string) (record.Store, error) {
				return opened(record.OpenReader(ctx, name))
			},
			glance: record.Glance,
			held:   record.Held,
		},
	}
}

// opened is a store, or none: a nil pointer in an interface is neither.
func opened[S record.Store](s S, err error) (record.Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// of is the store of a name: there is one for every name.
func of(name string) backend {
	kinds := backends()
	return kinds[slices.IndexFunc(kinds, func(b backend) bool { return b.names(name) })]
}

// Create makes a meeting of a name that is not taken yet, with its first entries, and opens it for writing.
func Create(ctx context.Context, name string, holder record.Holder, first []record.Entry) (record.Store, error) {
	return of(name).create(ctx, name, holder, first)
}

// OpenWriter opens a meeting for reading and writing; *record.LockedError where somebody else has it open so, unless
// the store is a record.Shared: several hosts may then.
func OpenWriter(ctx context.Context, name string, holder record.Holder) (record.Store, error) {
	return of(name).writer(ctx, name, holder)
}

// OpenReader opens a meeting for reading.
func OpenReader(ctx context.Context, name string) (record.Store, error) {
	return of(name).reader(ctx, name)
}

// Glance is how a meeting looks from outside: the same as long as nobody writes to it. It is cheap.
func Glance(name string) (string, error) { return of(name).glance(name) }

// Held says who has a meeting open for writing at the moment; nil: nobody has.
func Held(name string) *record.LockedError { return of(name).held(name) }

// SaveCopy writes a whole record under a name that is not taken yet: the same chain, the same fingerprint.
func SaveCopy(ctx context.Context, name string, holder record.Holder, entries []record.Entry) error {
	s, err := Create(ctx, name, holder, entries)
	if err != nil {
		return err
	}
	return s.Close()
}

// Intact fails where a store that is open takes nothing more, for good or until its file is back.
func Intact(s record.Store) error {
	if c, ok := s.(interface{ Intact() error }); ok {
		return c.Intact()
	}
	return nil
}

// Remark is what whoever checks the record of a store should know although nothing is wrong with it, or the zero Text.
func Remark(s record.Store) lang.Text {
	if r, ok := s.(interface{ Remark() lang.Text }); ok {
		return r.Remark()
	}
	return lang.Text{}
}

// isURL reports whether a name is an address of a kind for which there is no store. It is never said as it was typed:
// it may hold a password.
func isURL(name string) bool { return strings.Contains(name, "://") }

func noStore(name string) error {
	return &record.Error{Path: clean.Secrets(name),
		What: lang.Text{VI: "không mở được cuộc họp ở loại địa chỉ này",
			EN: "no meeting can be opened at an address of this kind"},
		Mend: lang.Text{VI: "dùng tệp cuộc họp (.thidua), hoặc postgres://MÁY/CSDL?meeting=TÊN",
			EN: "use a meeting file (.thidua), or postgres://HOST/DB?meeting=NAME"}, Err: fs.ErrNotExist}
}

func noCreate(_ context.Context, name string, _ record.Holder, _ []record.Entry) (record.Store, error) {
	return nil, noStore(name)
}

func noWriter(_ context.Context, name string, _ record.Holder) (record.Store, error) {
	return nil, noStore(name)
}

func noReader(_ context.Context, name string) (record.Store, error) { return nil, noStore(name) }
