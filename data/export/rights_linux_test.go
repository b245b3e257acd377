package export_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"thidua/data/export"
	"thidua/scoring/lang"
)

// asNobody runs f without the rights of the system's administrator, whom no folder keeps out: file by file, Linux asks
// the thread that opens it.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		f()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	const nobody = 65534
	set := func(id uintptr) {
		_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, id, 0, 0) // gives the one before, never an error
	}
	set(nobody)
	defer set(0)
	f()
}

// A folder that one may look into and not write into is said with the way out, and holds what it held.
func TestNoRightToWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "papers")
	if err := export.To(dir, []export.File{file("x", "old")}, nil); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, filepath.Dir(dir), filepath.Dir(filepath.Dir(dir))} {
		mode := fs.FileMode(0o755)
		if path == dir {
			mode = 0o555
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer func() { _ = os.Chmod(dir, 0o755) }()
	var err error
	asNobody(t, func() { err = export.To(dir, []export.File{file("x", "new"), file("y", "new")}, nil) })
	var f *export.Failure
	if !errors.As(err, &f) || !errors.Is(err, fs.ErrPermission) ||
		!strings.Contains(f.In(lang.EN), "papers/x: it could not be written (permission denied); the old files are as "+
			"they were; close it if it is open in another program, or choose a folder that you may write to") {
		t.Errorf("said %v", err)
	}
	same(t, contents(t, dir), map[string]string{"x": "old"})
}
