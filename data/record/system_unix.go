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

// removeLocked removes the lock file while it is locked: whoever opened it before finds, once it has the lock, that it is not
// the file at the path any more, and starts over.
func (s *sidecar) removeLocked() error {
	return errors.Join(os.Remove(lockPath(s.path)), s.file.Close(), s.lock.Unlock())
}
