package record_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"thidua/data/record"
	"thidua/data/record/recordtest"
)

func one() []record.Entry { return []record.Entry{next(record.Entry{})} }

func TestCreateNeverOverwrites(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"file", "file-wal", "link", "folder"} {
		path := filepath.Join(folder, name)
		switch name {
		case "link":
			if err := os.Symlink(filepath.Join(folder, "nowhere"), path); err != nil {
				noLinks(t, err)
			}
		case "folder":
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		default:
			if err := os.WriteFile(path, []byte("mine"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	before := files(t, folder)
	for _, name := range []string{"file", "link", "folder"} {
		if _, err := record.Create(context.Background(), filepath.Join(folder, name), someone(), one()); !errors.Is(err,
			fs.ErrExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := os.Remove(filepath.Join(folder, "file")); err != nil { // the -wal of a meeting that is gone
		t.Fatal(err)
	}
	if _, err := record.Create(context.Background(), filepath.Join(folder, "file"), someone(), one()); !errors.Is(err,
		fs.ErrExist) {
		t.Errorf("beside a -wal file: %v", err)
	}
	if after := files(t, folder); !slices.Equal(after, before[1:]) {
		t.Errorf("left %q", after)
	}
}

func TestCreateRefuses(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	gap := recordtest.Make(t, record.Entry{}, `1`, `2`, `3`)
	for _, tt := range []struct {
		name  string
		ctx   context.Context
		path  string
		first []record.Entry
		want  error
	}{
		{"no entry", context.Background(), path, nil, record.ErrSequence},
		{"a gap", context.Background(), path, []record.Entry{gap[0], gap[2]}, record.ErrSequence},
		{"not the first", context.Background(), path, gap[1:], record.ErrSequence},
		{"cancelled", cancelled, path, one(), context.Canceled},
		{"no such folder", context.Background(), filepath.Join(path, "x"), one(), fs.ErrNotExist},
	} {
		if _, err := record.Create(tt.ctx, tt.path, someone(), tt.first); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	if got := files(t, filepath.Dir(path)); len(got) != 0 {
		t.Errorf("left %q", got)
	}
}

// TestCreateAfterCrash: what a process left that died in Create, or a lock file of a meeting that is gone, is in
// nobody's way.
func TestCreateAfterCrash(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 2)
	path := meetingIn(t)
	if err := errors.Join(os.WriteFile(path+"-new", []byte("half"), 0o644),
		os.WriteFile(path+"-lock", m.files["-lock"], 0o644)); err != nil {
		t.Fatal(err)
	}
	closes(t, created(t, path, 1))
	whole(t, path, 1)
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left %q", got)
	}
	if err := os.Link(path, path+"-new"); err != nil { // died between its two last steps
		t.Fatal(err)
	}
	if _, err := read(path, true); err != nil {
		t.Fatal(err)
	}
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left %q", got)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	names := []string{"plain", "with space", "50%20 #1?mode=memory&x=y", "họp cụm 2 – Nam Định.thidua", ":memory:", "-",
		"a'b\"c;d`e", "%", "file:x", "&_pragma=user_version(9)", "\xff\xfe", "new\nline"}
	if runtime.GOOS != "linux" {
		names = names[:2]
	}
	for _, name := range names {
		path := filepath.Join(folder, name)
		closes(t, created(t, path, 2))
		if _, err := read(path, true); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		whole(t, path, 2)
	}
	if got := files(t, folder); len(got) != len(names) {
		t.Errorf("%q, want %q", got, names)
	}
}

// TestLinks: everyone who comes by a symbolic link meets at the same lock.
func TestLinks(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	s := created(t, path, 1)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(path, link); err != nil {
		noLinks(t, err)
	}
	var locked *record.LockedError
	if _, err := record.OpenWriter(context.Background(), link, someone()); !errors.As(err, &locked) {
		t.Errorf("by a link: %v", err)
	}
	extend(t, s, 1)
	whole(t, link, 2)
}

// noLinks leaves a test out on Windows, where links are made by administrators alone; elsewhere it fails.
func noLinks(t *testing.T, err error) {
	t.Helper()
	if runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	t.Skipf("left out: no link can be made here: %v", err)
}
