//go:build unix

package record

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// What the system says of a full disk and of one that cannot be written.
var (
	errNoSpace      error = syscall.ENOSPC
	errReadOnlyDisk error = syscall.EROFS
)

// noFollow opens a file only where it is no link to another.
const noFollow = syscall.O_NOFOLLOW

// links is how many names a file has; 1 where that cannot be told.
func links(path string) uint64 {
	st, err := os.Stat(path)
	if err != nil {
		return 1
	}
	if sys, ok := st.Sys().(*syscall.Stat_t); ok {
		return uint64(sys.Nlink)
	}
	return 1
}

// syncFolder makes names in the folder of a file durable. Some file systems cannot and need not.
func syncFolder(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}

// writable reports whether this process may write to a file and make and remove others beside it. It does not open the
// file, which would cost this process its locks on it. What is marked as read-only counts as such also for who may
// write everything.
func writable(path string) bool {
	st, err := os.Stat(path)
	const mayWrite = 2
	return err == nil && st.Mode().Perm()&0o222 != 0 && syscall.Access(path, mayWrite) == nil &&
		syscall.Access(filepath.Dir(path), mayWrite) == nil
}

// removeLocked removes the lock file while it is locked: whoever opened it before finds, once it has the lock, that it
// is not the file at the path any more, and starts over.
func (l *lockFile) removeLocked() error {
	return errors.Join(os.Remove(lockPath(l.path)), l.file.Close(), l.flock.Unlock())
}
