package postgres_test

import (
	"flag"
	"fmt"
	"os"
	"sync/atomic"
	"testing"

	"thidua/data/postgres"
	"thidua/data/postgres/postgrestest"
	"thidua/data/record"
	"thidua/data/record/recordtest"
)

var (
	shared postgrestest.Shared
	mortal postgrestest.Shared // to be killed, and started again
	long   = flag.Bool("long", false, "cut at every byte, race as often as the proof asks for")
	number atomic.Int64
)

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	shared.End()
	mortal.End()
	os.Exit(code)
}

// address is the address of a new meeting in a database.
func address(database string) string {
	return fmt.Sprintf("%s?sslmode=disable&meeting=Cụm+%d", database, number.Add(1))
}

// created is a meeting with n entries, open for writing. It is closed with the test.
func created(t testing.TB, name string, n int) *postgres.Store {
	t.Helper()
	s, err := postgres.Create(t.Context(), name, recordtest.Make(t, record.Entry{}, recordtest.Bodies(n, 300)...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	database := shared.Start(t).NewDatabase(t)
	recordtest.TestStore(t, func(t *testing.T) record.Store { return created(t, address(database), 3) })
}
