package record

import (
	"errors"
	"os"
	"syscall"
)

// What the system says of a full disk and of one that cannot be written.
var (
	errNoSpace      error = syscall.Errno(112) // ERROR_DISK_FULL
	errReadOnlyDisk error = syscall.Errno(19)  // ERROR_WRITE_PROTECT
)

// noFollow is nothing that Windows knows; there links cannot be made by everybody.
const noFollow = 0

// links is how many names a file has; 1 where that cannot be told.
func links(path string) uint64 {
	f, err := os.Open(path)
	if err != nil {
		return 1
	}
	defer f.Close()
	var info syscall.ByHandleFileInformation
	if err := syscall.GetFileInformationByHandle(syscall.Handle(f.Fd()), &info); err != nil {
		return 1
	}
	return uint64(info.NumberOfLinks)
}

// syncFolder does nothing: on Windows names are durable with the file.
func syncFolder(string) error { return nil }

// writable reports whether this process may write to a file. Whether it may make and remove others beside it, shows.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	return err == nil && f.Close() == nil
}

// removeLocked removes the lock file after letting go of it: a file that another process has open meanwhile cannot be
// removed, and then it is that one's lock. A file that stays is no lock.
func (l *lockFile) removeLocked() error {
	err := errors.Join(l.file.Close(), l.flock.Unlock())
	_ = os.Remove(lockPath(l.path))
	return err
}
