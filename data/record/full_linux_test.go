package record_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"thidua/data/record"
)

// TestDiskWriteFails lets a process with a limit on the size of its files append until that is reached, each time at
// another byte of what must be written: it takes nothing more, and opened again goes on with all it acknowledged.
func TestDiskWriteFails(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	play(t, "limited", path).finish()
	whole(t, path, 21)
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

func playLimited(ctx context.Context, path string) error {
	signal.Ignore(syscall.SIGXFSZ)
	for i := range 10 {
		s, err := record.OpenWriter(ctx, path, someone())
		if err != nil {
			return err
		}
		if err := grow(ctx, s, 2); err != nil {
			return err
		}
		if err := failAt(ctx, s, path, uint64(i)*500); err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return fmt.Errorf("Close: %w", err)
		}
	}
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	return s.Close()
}

// failAt lets an Append fail that many bytes after the end of the -wal file, where it has as many to write.
func failAt(ctx context.Context, s *record.SQLite, path string, room uint64) error {
	list, err := s.Entries(ctx, 1)
	if err != nil {
		return err
	}
	st, err := os.Stat(path + "-wal")
	if err != nil {
		return err
	}
	batch := []record.Entry{next(list[len(list)-1])}
	if err := limit(uint64(st.Size()) + room); err != nil {
		return err
	}
	err = s.Append(ctx, batch)
	if e := limit(math.MaxUint64); e != nil {
		return e
	}
	if err == nil && room >= 4096 {
		return nil
	}
	if !errors.Is(err, record.ErrDisk) {
		return fmt.Errorf("with %d bytes left: %v", room, err)
	}
	if got, e := s.Entries(ctx, 1); e != nil || len(got) != len(list) {
		return fmt.Errorf("after a failed Append: %d entries, want %d: %v", len(got), len(list), e)
	}
	if err := s.Append(ctx, batch); !errors.Is(err, record.ErrDisk) || !errors.Is(s.Intact(), record.ErrDisk) {
		return fmt.Errorf("after the disk failed: %v, %v", err, s.Intact())
	}
	return nil
}

// TestDiskFull fills a file system at every half page: what does not fit is not recorded, and is once there is room.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	p := playApart(t, "full", folder)
	if said := p.line(); strings.HasPrefix(said, "skip:") {
		t.Skipf("left out: no file system of its own can be mounted here: %s", said)
	} else if said != "mounted" {
		t.Fatalf("the process that fills the disk says %q", said)
	}
	p.finish()
}

// playFull mounts a small file system, which is gone with the process, and fills it again and again.
func playFull(ctx context.Context, folder string) error {
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		fmt.Println("skip:", err)
		return nil
	}
	fmt.Println("mounted")
	path := filepath.Join(folder, "họp.thidua")
	s, err := record.Create(ctx, path, someone(), []record.Entry{next(record.Entry{})})
	if err != nil {
		return err
	}
	full := 0
	for i := range 12 {
		list, err := s.Entries(ctx, 1)
		if err != nil {
			return err
		}
		left, err := fillUp(filepath.Join(folder, "filler"), int64(i)*2048)
		if err != nil {
			return err
		}
		batch := []record.Entry{large(list[len(list)-1])}
		err = s.Append(ctx, batch)
		if err != nil {
			full++
			if !errors.Is(err, record.ErrFull) || s.Intact() != nil {
				return fmt.Errorf("with %d bytes left: %v, %v", left, err, s.Intact())
			}
		}
		if e := os.Remove(filepath.Join(folder, "filler")); e != nil {
			return e
		}
		if err != nil {
			if err := s.Append(ctx, batch); err != nil {
				return fmt.Errorf("once there is room: %w", err)
			}
		}
	}
	if full == 0 {
		return errors.New("the disk was never full")
	}
	list, err := s.Entries(ctx, 1)
	if err != nil || len(list) != 13 || len(record.Check(list)) > 0 {
		return fmt.Errorf("%d entries, want 13: %v", len(list), err)
	}
	return closeWhenFull(s, folder, path)
}

// large is an entry of about a page that continues a record.
func large(last record.Entry) record.Entry {
	body := fmt.Appendf(nil, `{"n":%d,"reason":"%s"}`, last.Seq+1, strings.Repeat("x", 3500))
	return record.Entry{Seq: last.Seq + 1, Body: body, Hash: record.Chain(last.Hash, body)}
}

// closeWhenFull closes a meeting on a full disk: that is said to be untidy, not lost.
func closeWhenFull(s *record.SQLite, folder, path string) error {
	if _, err := fillUp(filepath.Join(folder, "filler"), 0); err != nil {
		return err
	}
	err := s.Close()
	if !errors.Is(err, record.ErrUntidy) || !errors.Is(err, record.ErrFull) {
		return fmt.Errorf("closed on a full disk: %v", err)
	}
	if err := os.Remove(filepath.Join(folder, "filler")); err != nil {
		return err
	}
	if list, err := read(path, true); err != nil || len(list) != 13 {
		return fmt.Errorf("opened again: %d entries, want 13: %v", len(list), err)
	}
	return nil
}

// fillUp leaves so many bytes, rounded to pages, of a file system.
func fillUp(name string, leave int64) (int64, error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(filepath.Dir(name), &st); err != nil {
		return 0, err
	}
	n := (int64(st.Bavail) - leave/st.Bsize) * st.Bsize
	return leave, os.WriteFile(name, make([]byte, max(n, 0)), 0o600)
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

// playApart plays in a process that may mount file systems which nobody else sees.
func playApart(t *testing.T, part, path string) *player {
	t.Helper()
	one := []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
	group := []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	attr := &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: one, GidMappings: group}
	try := exec.Command("true")
	try.SysProcAttr = attr
	if err := try.Run(); err != nil {
		t.Skipf("no name spaces here: %v", err)
	}
	return playAs(t, part, path, attr)
}
