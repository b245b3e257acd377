package record_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"thidua/data/record"
	"thidua/data/record/recordtest"
)

func someone() record.Holder {
	return record.Holder{Who: "Trần Văn An", Host: "may-thu-ky", PID: os.Getpid(),
		Since: time.Date(2020, 6, 12, 8, 15, 0, 0, time.FixedZone("", 7*3600))}
}

func meetingIn(t testing.TB) string { return filepath.Join(t.TempDir(), "họp.thidua") }

// created is a new meeting with n entries of about 300 bytes, open for writing. It is closed with the test.
func created(t testing.TB, path string, n int) *record.SQLite {
	t.Helper()
	s, err := record.Create(context.Background(), path, someone(),
		recordtest.Make(t, record.Entry{}, recordtest.Bodies(n, 300)...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// opened opens a meeting for reading. It is closed with the test.
func opened(t testing.TB, path string) *record.SQLite {
	t.Helper()
	s, err := record.OpenReader(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// entries reads the whole record.
func entries(t testing.TB, s record.Store) []record.Entry {
	t.Helper()
	got, err := s.Entries(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// extend appends n entries.
func extend(t testing.TB, s record.Store, n int) {
	t.Helper()
	var last record.Entry
	if got := entries(t, s); len(got) > 0 {
		last = got[len(got)-1]
	}
	if err := s.Append(context.Background(), recordtest.Make(t, last, recordtest.Bodies(n, 300)...)); err != nil {
		t.Fatal(err)
	}
}

func closes(t testing.TB, s record.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// files lists a folder.
func files(t testing.TB, folder string) []string {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range list {
		names = append(names, f.Name())
	}
	return names
}

func TestMemory(t *testing.T) {
	t.Parallel()
	recordtest.TestStore(t, func(*testing.T) record.Store { return record.NewMemory() })
}

func TestSQLite(t *testing.T) {
	t.Parallel()
	recordtest.TestStore(t, func(t *testing.T) record.Store { return created(t, meetingIn(t), 3) })
}
