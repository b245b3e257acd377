package record_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"thidua/data/record"
)

// TestDiskFull lets a process with a limit on the size of its files append until that is reached.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	play(t, "full", path).finish()
	whole(t, path, 13)
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

func playFull(ctx context.Context, path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	if err := grow(ctx, s, 2); err != nil {
		return err
	}
	list, err := s.Entries(ctx, 1)
	if err != nil {
		return err
	}
	st, err := os.Stat(path + "-wal")
	if err != nil {
		return err
	}
	for i := range 10 { // each time the disk is full at another byte of what must be written
		last := list[len(list)-1]
		batch := []record.Entry{next(last)}
		if err := limit(uint64(st.Size()) + uint64(i)*500); err != nil {
			return err
		}
		err := s.Append(ctx, batch)
		if e := limit(math.MaxUint64); e != nil {
			return e
		}
		if i*500 < 4000 && !errors.Is(err, record.ErrDisk) && !errors.Is(err, record.ErrFull) {
			return fmt.Errorf("with %d bytes left: %v", i*500, err)
		}
		if err != nil {
			if got, e := s.Entries(ctx, 1); e != nil || len(got) != len(list) {
				return fmt.Errorf("after a failed Append: %d entries, want %d: %v", len(got), len(list), e)
			}
			if err := s.Append(ctx, batch); err != nil {
				return fmt.Errorf("repeated: %w", err)
			}
		}
		if list, err = s.Entries(ctx, 1); err != nil {
			return err
		}
		if st, err = os.Stat(path + "-wal"); err != nil {
			return err
		}
	}
	return s.Close()
}

// limit bounds the size of the files this process may write, in bytes.
func limit(size uint64) error {
	var l syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &l); err != nil {
		return err
	}
	l.Cur = min(size, l.Max)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &l)
}

// TestReadOnlyFolder opens meetings in a folder that nothing can be written to, as somebody who is not root.
func TestReadOnlyFolder(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 3))
	crashed := filepath.Join(filepath.Dir(path), "crashed.thidua")
	closes(t, created(t, crashed, 1))
	p := play(t, "append", crashed)
	p.line()
	p.kill()
	folder := filepath.Dir(path)
	before := files(t, folder)
	for _, name := range before {
		if err := os.Chmod(filepath.Join(folder, name), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range []string{filepath.Dir(folder), folder} {
		if err := os.Chmod(d, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(filepath.Dir(folder), 0o755); os.Chmod(folder, 0o755) })
	play(t, "locked", path).finish()
	if after := files(t, folder); !slices.Equal(before, after) {
		t.Errorf("the folder has now %q, had %q", after, before)
	}
}

func playLocked(ctx context.Context, path string) error {
	if os.Getuid() == 0 {
		const nobody = 65534
		if err := syscall.Setuid(nobody); err != nil {
			return err
		}
	}
	for name, want := range map[string]int{path: 3, filepath.Join(filepath.Dir(path), "crashed.thidua"): 2} {
		s, err := record.OpenReader(ctx, name)
		if err != nil {
			return fmt.Errorf("OpenReader: %w", err)
		}
		if list, err := s.Entries(ctx, 1); err != nil || len(list) < want {
			return fmt.Errorf("%d entries, want %d: %w", len(list), want, err)
		}
		if err := s.Close(); err != nil {
			return err
		}
		if _, err := record.OpenWriter(ctx, name, someone()); !errors.Is(err, fs.ErrPermission) {
			return fmt.Errorf("OpenWriter: %w", err)
		}
	}
	if _, err := record.Create(ctx, path+"2", someone(), []record.Entry{next(record.Entry{})}); !errors.Is(err,
		fs.ErrPermission) {
		return fmt.Errorf("Create: %w", err)
	}
	return nil
}
