//go:build unix

package record_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"thidua/data/record"
)

// TestMovedWhileOpen moves, replaces, removes and cuts the files of an open meeting: nothing is acknowledged from then
// on, closing removes nothing that is needed, and a copy of all that was acknowledged can be made.
func TestMovedWhileOpen(t *testing.T) {
	t.Parallel()
	elsewhere := func(path string) string { return filepath.Join(filepath.Dir(path), "khác.thidua") }
	rename := func(path string) error { return os.Rename(path, elsewhere(path)) }
	for _, tt := range []struct {
		name   string
		do     func(path string) error
		says   string
		rescue func(path string) (string, error) // brings the files together again, and says under which name
	}{
		{"renamed", rename, "removed, moved or renamed", func(path string) (string, error) {
			return elsewhere(path), os.Rename(path+"-wal", elsewhere(path)+"-wal")
		}},
		{"replaced by an older copy", func(path string) error {
			b, err := os.ReadFile(path)
			if err == nil {
				err = os.WriteFile(elsewhere(path), b, 0o644)
			}
			return errors.Join(err, os.Rename(elsewhere(path), path))
		}, "replaced by another", nil},
		{"removed", os.Remove, "removed, moved or renamed", nil},
		{"its folder removed", func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
			"removed, moved", nil},
		{"cut", func(path string) error { return os.Truncate(path, 4096) }, "cut short", nil},
		{"emptied", func(path string) error { return os.Truncate(path, 0) }, "cut short", nil},
		{"-wal removed", func(path string) error { return os.Remove(path + "-wal") }, "họp.thidua-wal was removed",
			func(path string) (string, error) { return path, nil }},
		{"-wal replaced", func(path string) error {
			return errors.Join(os.WriteFile(path+"-x", []byte("x"), 0o644), os.Rename(path+"-x", path+"-wal"))
		}, "họp.thidua-wal was removed or replaced", func(path string) (string, error) { return path, nil }},
		{"-wal cut", func(path string) error { return os.Truncate(path+"-wal", 4000) },
			"họp.thidua-wal was cut short", nil},
		{"-wal emptied", func(path string) error { return os.Truncate(path+"-wal", 0) },
			"họp.thidua-wal was cut short", nil},
		{"moved and put back", func(path string) error {
			return errors.Join(rename(path), os.Rename(elsewhere(path), path))
		}, "", func(path string) (string, error) { return path, nil }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			path := meetingIn(t)
			s := created(t, path, 3)
			extend(t, s, 2)
			list := entries(t, s)
			if err := tt.do(path); err != nil {
				t.Fatal(err)
			}
			acknowledged := tryMoved(t, s, list, tt.says)
			if tt.says == "" {
				list = entries(t, s)
			}
			if err := s.Close(); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Errorf("Close: %v", err)
			}
			if tt.rescue != nil {
				name, err := tt.rescue(path)
				if err != nil {
					t.Fatal(err)
				}
				whole(t, name, acknowledged)
			} else if got, err := read(path, false); err == nil && len(got) < acknowledged {
				t.Errorf("opens with %d of %d, silently", len(got), acknowledged)
			}
			copied(t, list)
		})
	}
}

// tryMoved tries to append where that must not be acknowledged, unless says is empty, and gives how many entries are.
func tryMoved(t *testing.T, s *record.SQLite, list []record.Entry, says string) int {
	t.Helper()
	one := next(list[len(list)-1])
	err := s.Append(t.Context(), []record.Entry{one})
	if says == "" {
		if err != nil || s.Intact() != nil {
			t.Errorf("Append = %v, %v", err, s.Intact())
		}
		return len(list) + 1
	}
	for _, err := range []error{err, s.Intact()} {
		if !errors.Is(err, record.ErrMoved) || !strings.Contains(err.Error(), says) ||
			!strings.Contains(err.Error(), fmt.Sprintf("%d decisions from before", len(list))) {
			t.Errorf("%v, want %q", err, says)
		}
	}
	return len(list)
}

// copied saves a record to another place, and compares.
func copied(t *testing.T, list []record.Entry) {
	t.Helper()
	other := meetingIn(t)
	if err := record.SaveCopy(t.Context(), other, someone(), list); err != nil {
		t.Fatal(err)
	}
	got, err := read(other, false)
	if err != nil || len(got) != len(list) || got[len(got)-1].Hash != list[len(list)-1].Hash {
		t.Errorf("the copy has %d entries of %d: %v", len(got), len(list), err)
	}
	alone(t, other, len(list))
	if err := record.SaveCopy(t.Context(), other, someone(), list); !errors.Is(err, os.ErrExist) {
		t.Errorf("over a file that exists: %v", err)
	}
}

// TestHardLinks refuses to write to a file with two names, and reads it.
func TestHardLinks(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 2))
	other := filepath.Join(filepath.Dir(path), "khác.thidua")
	if err := os.Link(path, other); err != nil {
		noLinks(t, err)
	}
	for _, name := range []string{path, other} {
		if _, err := read(name, true); !errors.Is(err, record.ErrLinked) {
			t.Errorf("%s: %v", name, err)
		}
		whole(t, name, 2)
	}
	if got := files(t, filepath.Dir(path)); len(got) != 2 {
		t.Errorf("left behind: %q", got)
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	if _, err := read(path, true); err != nil {
		t.Error(err)
	}
	if err := os.Link(path, path+"-new"); err != nil { // what a process leaves that dies while it makes a meeting
		t.Fatal(err)
	}
	if _, err := read(path, true); err != nil {
		t.Error(err)
	}
}

// TestLockIsNoLink: a link in the place of the lock file is not followed, its target not written.
func TestLockIsNoLink(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	target := filepath.Join(t.TempDir(), "thư riêng")
	if err := os.WriteFile(target, []byte("nội dung"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, path+"-lock"); err != nil {
		noLinks(t, err)
	}
	const want = "họp.thidua-lock is a link to another file"
	if _, err := read(path, true); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("OpenWriter = %v", err)
	}
	if b, err := os.ReadFile(target); err != nil || string(b) != "nội dung" {
		t.Errorf("the target holds %q, %v", b, err)
	}
	whole(t, path, 1)
}

// TestLongName: a name that leaves no room for those of the files beside it is called too long, whoever comes.
func TestLongName(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for n := 240; n <= 255; n++ {
		path := filepath.Join(folder, strings.Repeat("x", n))
		s, err := record.Create(context.Background(), path, someone(), []record.Entry{next(record.Entry{})})
		if err == nil {
			closes(t, s)
			continue
		}
		if !errors.Is(err, syscall.ENAMETOOLONG) || !strings.Contains(err.Error(), "the name is too long") {
			t.Errorf("Create, %d bytes: %v", n, err)
		}
		if err := os.Link(filepath.Join(folder, strings.Repeat("x", 240)), path); err != nil {
			continue
		}
		if _, err := read(path, true); err == nil || !strings.Contains(err.Error(), "the name is too long") {
			t.Errorf("OpenWriter, %d bytes: %v", n, err)
		}
	}
}
