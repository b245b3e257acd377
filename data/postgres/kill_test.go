package postgres_test

import (
	"context"
	"errors"
	"testing"

	"thidua/data/postgres"
	"thidua/data/record"
	"thidua/data/record/recordtest"
)

// rounds is how often a server is killed in a test.
func rounds() int {
	if *long {
		return 30
	}
	return 2
}

// TestKilledWhileWriting: a server is killed while entries are appended one by one and started again. The append that
// was on its way gets an answer by itself, none fails, and each is on record once.
func TestKilledWhileWriting(t *testing.T) {
	server := mortal.Start(t)
	name := address(server.NewDatabase(t))
	s := created(t, name, 1)
	const each = 40
	all := readAll(t, s)
	for range rounds() {
		entries := recordtest.Make(t, all[len(all)-1], recordtest.Bodies(each, 300)...)
		halfway, failed := make(chan struct{}), make(chan error, 1)
		go func() {
			for i, e := range entries {
				if i == each/2 {
					close(halfway)
				}
				if err := s.Append(t.Context(), []record.Entry{e}); err != nil {
					failed <- err
					return
				}
			}
			failed <- nil
		}()
		<-halfway
		server.Kill()
		server.Restart(t)
		if err := <-failed; err != nil {
			t.Fatalf("it does not go on by itself: %v", err)
		}
		all = append(all, entries...)
		hasExactly(t, name, all)
	}
}

// TestKilledInDoubt: an append that is given up while the server is dead says what is true: that nothing was recorded,
// or that nobody knows. The next append of the same entry settles it either way.
func TestKilledInDoubt(t *testing.T) {
	server := mortal.Start(t)
	name := address(server.NewDatabase(t))
	s := created(t, name, 1)
	all := readAll(t, s)
	for range rounds() {
		next := recordtest.Make(t, all[len(all)-1], recordtest.Bodies(200, 300)...)
		ctx, giveUp := context.WithCancel(t.Context())
		begun, ended := make(chan struct{}), make(chan struct{})
		acked, err := 0, error(nil)
		go func() {
			defer close(ended)
			for i, e := range next {
				if i == 3 {
					close(begun)
				}
				if err = s.Append(ctx, []record.Entry{e}); err != nil {
					return
				}
				acked++
			}
		}()
		<-begun
		server.Kill()
		giveUp()
		<-ended
		server.Restart(t)
		got := readAll(t, s)
		extra := len(got) - len(all) - acked
		switch {
		case err == nil && extra == 0:
		case errors.Is(err, record.ErrDoubt) && (extra == 0 || extra == 1):
		case errors.Is(err, record.ErrAway) && extra == 0:
		case errors.Is(err, context.Canceled) && extra == 0:
		default:
			t.Fatalf("%d acknowledged, %d more on record, said: %v", acked, extra, err)
		}
		all = append(all, next[:acked+extra]...)
		hasExactly(t, name, all)
		if acked+extra < len(next) {
			if err := s.Append(t.Context(), next[acked+extra:acked+extra+1]); err != nil {
				t.Fatalf("what was not recorded cannot be repeated: %v", err)
			}
			all = append(all, next[acked+extra])
		}
	}
	hasExactly(t, name, all)
}

// readAll is everything that a store has.
func readAll(t *testing.T, s record.Store) []record.Entry {
	t.Helper()
	entries, err := s.Entries(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// hasExactly fails where a meeting that is opened anew has other entries than these.
func hasExactly(t *testing.T, name string, want []record.Entry) {
	t.Helper()
	s, err := postgres.OpenReader(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got := readAll(t, s)
	if len(got) != len(want) {
		t.Fatalf("%d entries on record, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].Hash != want[i].Hash || string(got[i].Body) != string(want[i].Body) {
			t.Fatalf("entry %d is another", i+1)
		}
	}
}
