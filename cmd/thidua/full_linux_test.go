package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"thidua/data/meeting"
)

// moreCommands are those of this system alone.
func moreCommands() map[string]func() { return map[string]func(){"thidua-full": fullDisk} }

// TestOnFullDisk exports, and applies a batch, with more and more room left: exit status 1 only where nothing was
// written or recorded, and 0 where it was, also where the parts of a record cannot be put into one file for want of
// room.
func TestOnFullDisk(t *testing.T) {
	t.Parallel()
	one := []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
	group := []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	cmd := exec.Command("thidua-full", t.TempDir(), everyKind(t))
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: one, GidMappings: group}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, fs.ErrPermission) || strings.HasPrefix(string(out), "skip") {
		t.Skipf("no file system of its own can be mounted here: %v %s", err, out)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// fullDisk is the test in a process of its own, which mounts a small file system that is gone with it.
func fullDisk() {
	dir, from := os.Args[1], os.Args[2]
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=2m"); err != nil {
		fmt.Println("skip:", err)
		return
	}
	ctx := context.Background()
	if err := errors.Join(exportWhileFull(ctx, dir, from), applyWhileFull(ctx, dir, from),
		followWhileFull(ctx, dir)); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func applyWhileFull(ctx context.Context, dir, from string) error {
	whole, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	batch := filepath.Join(dir, "batch.toml")
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "[[decision]]\nkind = \"score\"\nunit = \"Nam Định\"\ncriterion = \"1.1\"\n"+
			"percent = %d\nreason = %q\n",
			i, strings.Repeat("dài ", 60))
	}
	if err := os.WriteFile(batch, []byte(text.String()), 0o600); err != nil {
		return err
	}
	ends := map[string]int{}
	for left := int64(0); left <= 320<<10; left += 16 << 10 {
		how, err := applyWith(ctx, dir, whole, batch, left)
		if err != nil {
			return fmt.Errorf("with %d kB left: %w", left>>10, err)
		}
		ends[how]++
	}
	if ends["refused"] == 0 || ends["untidy"] == 0 || ends["recorded"] == 0 {
		return fmt.Errorf("the disk was not full in every way: %v", ends)
	}
	return nil
}

// applyWith applies a batch to a meeting with so many bytes left, and says how it ended.
func applyWith(ctx context.Context, dir string, whole []byte, batch string, left int64) (string, error) {
	path, filler := filepath.Join(dir, "m.thidua"), filepath.Join(dir, "filler")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		return "", err
	}
	before, err := meeting.Read(ctx, path)
	if err != nil {
		return "", err
	}
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return "", err
	}
	if err := os.WriteFile(filler, make([]byte, max(0, int64(st.Bavail)*st.Bsize-left)), 0o600); err != nil {
		return "", err
	}
	var out, complaint bytes.Buffer
	code := run(ctx, []string{"--lang", "en", "apply", path, batch}, stdio{strings.NewReader(""), &out, &complaint})
	if err := os.Remove(filler); err != nil {
		return "", err
	}
	after, err := meeting.Read(ctx, path)
	if err != nil {
		return "", err
	}
	for _, end := range []string{"", "-wal", "-shm", "-lock"} {
		_ = os.Remove(path + end)
	}
	said := complaint.String()
	untidy := strings.Contains(said, "decisions, all recorded, nothing to repeat; only putting them into one file ")
	switch n := after.Seq() - before.Seq(); {
	case code == exitFail && n == 0 && !untidy:
		return "refused", nil
	case code == exitDone && n == 60 && untidy:
		return "untidy", nil
	case code == exitDone && n == 60 && !untidy:
		return "recorded", nil
	default:
		return "", fmt.Errorf("exit status %d, %d recorded: %s", code, n, said)
	}
}
