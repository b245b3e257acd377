package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/record"
	"thidua/data/record/recordtest"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// TestStore keeps the contract through the names of files.
func TestStore(t *testing.T) {
	recordtest.TestStore(t, func(t *testing.T) record.Store {
		first := recordtest.Make(t, record.Entry{}, recordtest.Bodies(2, 100)...)
		s, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "họp.thidua"), record.Holder{}, first)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

// TestURL: an address of a kind for which there is no store is refused without its password.
func TestURL(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	const name = "mysql://thuky:bí-mật@may/db?meeting=m"
	first := recordtest.Make(t, record.Entry{}, recordtest.Bodies(1, 100)...)
	_, created := store.Create(t.Context(), name, record.Holder{}, first)
	_, written := store.OpenWriter(t.Context(), name, record.Holder{})
	_, read := store.OpenReader(t.Context(), name)
	copied := store.SaveCopy(t.Context(), name, record.Holder{}, first)
	for _, err := range []error{created, written, read, copied} {
		var e *record.Error
		if !errors.As(err, &e) || !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		for _, l := range []lang.Lang{lang.VI, lang.EN} {
			if s := e.In(l); strings.Contains(s, "mật") || !strings.HasPrefix(s, "mysql://…@may/db") {
				t.Errorf("%v: %s", l, s)
			}
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
