package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"thidua/data/postgres"
	"thidua/data/postgres/postgrestest"
	"thidua/data/record"
	"thidua/data/record/recordtest"
)

// appender appends one entry after the other through a proxy that cuts.
type appender struct {
	*testing.T
	name  string // without the proxy
	proxy *postgrestest.Proxy
	store *postgres.Store
	all   []record.Entry
}

func newAppender(t *testing.T, server *postgrestest.Server, database string) *appender {
	t.Helper()
	a := &appender{T: t, name: address(database), proxy: server.NewProxy(t)}
	through := strings.Replace(a.name, fmt.Sprintf(":%d/", server.Port), fmt.Sprintf(":%d/", a.proxy.Port()), 1)
	a.store = created(t, through, 1)
	a.all = readAll(t, a.store)
	return a
}

// next is an entry that comes next.
func (a *appender) next() []record.Entry {
	return recordtest.Make(a.T, a.all[len(a.all)-1], fmt.Sprintf(`{"n":%d}`, len(a.all)))
}

// goesOn appends an entry while the connection is cut after so many bytes one way: it is recorded, by itself. false:
// nothing was left to be cut.
func (a *appender) goesOn(way postgrestest.Way, at int) bool {
	entries := a.next()
	a.proxy.CutAfter(way, at, func() {})
	if err := a.store.Append(a.Context(), entries); err != nil {
		a.Errorf("cut after %d bytes (way %d): %v", at, way, err)
	}
	a.all = append(a.all, entries...)
	return !a.proxy.LetThrough()
}

// givesUp appends an entry and gives up when the connection is cut: it says whether that is recorded, or that nobody
// knows; what it says is so.
func (a *appender) givesUp(way postgrestest.Way, at int) bool {
	entries := a.next()
	ctx, giveUp := context.WithCancel(a.Context())
	a.proxy.CutAfter(way, at, giveUp)
	err := a.store.Append(ctx, entries)
	cut := !a.proxy.LetThrough()
	giveUp()
	there, readErr := a.store.Entries(a.Context(), len(a.all)+1)
	switch {
	case readErr != nil:
		a.Errorf("cut after %d bytes (way %d): it cannot be read: %v", at, way, readErr)
	case err == nil && len(there) != 1:
		a.Errorf("cut after %d bytes (way %d): it is said to be recorded, and is not", at, way)
	case err == nil, errors.Is(err, record.ErrDoubt):
	case (errors.Is(err, record.ErrAway) || errors.Is(err, context.Canceled)) && len(there) == 0:
	default:
		a.Errorf("cut after %d bytes (way %d): %d recorded, and it says: %v", at, way, len(there), err)
	}
	if err != nil && len(there) == 0 { // nobody knew: the server may still be at it
		err := a.store.Append(a.Context(), entries)
		if errors.Is(err, record.ErrConflict) {
			there, err = a.store.Entries(a.Context(), len(a.all)+1)
			if err == nil && (len(there) != 1 || there[0].Hash != entries[0].Hash) {
				a.Errorf("cut after %d bytes (way %d): something else was recorded", at, way)
			}
		}
		if err != nil {
			a.Errorf("cut after %d bytes (way %d): what was not recorded cannot be repeated: %v", at, way, err)
		}
	}
	a.all = append(a.all, entries...)
	return cut
}

// TestCutAtEveryByte: whatever byte of an append or of its answer the connection is cut behind, the entry is recorded
// once where the append goes on by itself, and where it is given up the answer is true.
func TestCutAtEveryByte(t *testing.T) {
	server := shared.Start(t)
	database := server.NewDatabase(t)
	const workers = 8
	stride := 11 // of those that give up; with -long every byte
	if *long {
		stride = 1
	}
	var wg sync.WaitGroup
	var cuts [4]atomic.Int64
	next := make([]atomic.Int64, 4)
	for range workers {
		a := newAppender(t, server, database)
		wg.Go(func() {
			for _, way := range []postgrestest.Way{postgrestest.ToServer, postgrestest.ToClient} {
				for i := 0; a.goesOn(way, i); i = int(next[way].Add(1)) {
					cuts[way].Add(1)
				}
				for i := 0; a.givesUp(way, i*stride); i = int(next[2+way].Add(1)) {
					cuts[2+way].Add(1)
				}
			}
			hasExactly(t, a.name, a.all)
		})
	}
	wg.Wait()
	for i := range cuts {
		if n := cuts[i].Load(); n < 15 {
			t.Errorf("the connection was cut at %d places only", n)
		}
	}
	t.Logf("cut behind %d bytes of an append and %d of its answer, given up behind %d and %d", cuts[0].Load(),
		cuts[1].Load(), cuts[2].Load(), cuts[3].Load())
}
