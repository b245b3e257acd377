package postgres_test

import (
	"context"
	"testing"

	"thidua/data/postgres"
	"thidua/data/record"
	"thidua/data/record/recordtest"
)

// TestDyingServerShowsNothing: an append waits for the second copy when the server is killed. In its last moments the
// server lets the append go; nobody who reads then is given it, for the server that takes over may not have it.
func TestDyingServerShowsNothing(t *testing.T) {
	server := mortal.Start(t)
	database := server.NewDatabase(t)
	for range rounds() {
		name := address(database)
		s := created(t, name, 2)
		readers := make([]*postgres.Store, 4)
		for i := range readers {
			readers[i] = opened(t, name)
		}
		// A second copy that nobody keeps: appends wait for it for ever.
		server.Exec(t, "postgres", `ALTER SYSTEM SET synchronous_standby_names = 'nobody'`, `SELECT pg_reload_conf()`)
		ctx, giveUp := context.WithCancel(t.Context())
		acked := make(chan int, 1)
		go func() {
			acked <- appendUntilAway(ctx, s, recordtest.Make(t, readAll(t, s)[1], recordtest.Bodies(900, 9)...))
		}()
		for server.Text(t, "postgres", `SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`) != "1" {
		}
		most := make(chan int, len(readers))
		for _, r := range readers {
			go func() { most <- readUntilAway(ctx, r) }()
		}
		server.Kill()
		giveUp()
		known := 2 + <-acked
		for range readers {
			if n := <-most; n > known {
				t.Errorf("a reader was given %d entries; %d were acknowledged", n, known)
			}
		}
		server.Restart(t)
		server.Exec(t, "postgres", `ALTER SYSTEM RESET synchronous_standby_names`, `SELECT pg_reload_conf()`)
	}
}

// appendUntilAway appends entry after entry, and gives how many were acknowledged before it was given up.
func appendUntilAway(ctx context.Context, s *postgres.Store, entries []record.Entry) (acked int) {
	for _, e := range entries {
		if s.Append(ctx, []record.Entry{e}) != nil {
			break
		}
		acked++
	}
	return acked
}

// readUntilAway reads again and again until the database is away, and gives the most entries it was given.
func readUntilAway(ctx context.Context, s *postgres.Store) (most int) {
	for {
		got, err := s.Entries(ctx, 1)
		if err != nil {
			return most
		}
		most = max(most, len(got))
	}
}

// opened is a meeting that is open for reading until the test ends.
func opened(t *testing.T, name string) *postgres.Store {
	t.Helper()
	s, err := postgres.OpenReader(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
