package record_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"thidua/data/record"
)

// TestReadOnlyFile refuses to write to a file that cannot be written, in a folder that can, and leaves nothing there. A
// reader of what a writer had to leave in several files does not touch them either.
func TestReadOnlyFile(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	s := created(t, path, 3)
	reader := play(t, "look", path)
	reader.line()
	closes(t, s)
	several := taken(t, path, 3)
	reader.finish()
	alone(t, path, 3)

	folder := filepath.Dir(path)
	for _, d := range []string{filepath.Dir(folder), folder} {
		if err := os.Chmod(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range []meeting{taken(t, path, 3), several} {
		m.put(t, path)
		for end := range m.files {
			mode := fs.FileMode(0o666)
			if end == "" {
				mode = 0o444
			}
			if err := os.Chmod(path+end, mode); err != nil {
				t.Fatal(err)
			}
		}
		play(t, "refused", path).finish()
		after := taken(t, path, 3)
		if want, got := slices.Sorted(maps.Keys(m.files)),
			slices.Sorted(maps.Keys(after.files)); !slices.Equal(got, want) {
			t.Errorf("there is now %q, was %q", got, want)
		}
		for end, b := range m.files {
			if string(after.files[end]) != string(b) {
				t.Errorf("%q was written to", end)
			}
		}
	}
}

// playRefused reads a file that is read-only, as somebody who is not root, and then tries to write to it.
func playRefused(ctx context.Context, path string) error {
	if os.Getuid() == 0 {
		const nobody = 65534
		if err := syscall.Setuid(nobody); err != nil {
			return err
		}
	}
	s, err := record.OpenReader(ctx, path)
	if err != nil {
		return err
	}
	if _, err := s.Entries(ctx, 1); err != nil {
		return err
	}
	if err := s.Close(); err != nil {
		return err
	}
	var trouble *record.Error
	if _, err := record.OpenWriter(ctx, path, someone()); !errors.Is(err, fs.ErrPermission) ||
		!errors.As(err, &trouble) {
		return fmt.Errorf("OpenWriter: %w", err)
	}
	return nil
}
