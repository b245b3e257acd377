package sheet_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"thidua/data/sheet"
	"thidua/scoring/lang"
)

// nobody is who owns what is closed, where the tests run as the system's administrator, whom no folder keeps out.
const nobody = 65534

// asNobody runs f without that one's rights: file by file, Linux asks the thread that opens it.
func asNobody(f func()) {
	if os.Geteuid() != 0 {
		f()
		return
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	set := func(id uintptr) {
		_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, id, 0, 0) // gives the one before, never an error
	}
	set(nobody)
	defer set(0)
	f()
}

// closed is a folder of sheets with some rights of who owns it, in folders that everybody may enter.
func closed(t *testing.T, mode os.FileMode) (dir string) {
	t.Helper()
	dir = lay(t)
	if os.Geteuid() == 0 {
		all, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range append(all, dir) {
			if err := os.Chown(path, nobody, -1); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	return dir
}

// A folder that may not be read or entered is one finding, whatever it holds.
func TestClosedFolder(t *testing.T) {
	for mode, want := range map[os.FileMode]string{
		0o600: "the folder may not be entered; give the folder the right x, as by «chmod u+x»",
		0o300: "the folder may not be read; give the right to read the folder, as by «chmod u+r»",
	} {
		dir, book := closed(t, mode), open(t, "5350-2019")
		var folder, file string
		asNobody(func() {
			_, found := sheet.Load(book, cluster2(), dir)
			folder = found.In(lang.EN)
			_, found = sheet.Load(book, cluster2(), filepath.Join(dir, "nam-dinh.toml"))
			file = found.In(lang.EN)
		})
		if folder != dir+": "+want {
			t.Errorf("%o: %s", mode, folder)
		}
		if mode == 0o600 && !strings.Contains(file, "the folder of the file may not be entered") {
			t.Errorf("%o: %s", mode, file)
		}
	}
}
