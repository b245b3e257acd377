package record

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/gofrs/flock"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Where things stand in the lock file. Byte 0 is never read or written: on Windows the lock lies on it and is
// mandatory. There are two places for the ack, written in turn, so that a torn write leaves the one before.
const (
	holderAt     = 1
	ackAt        = 1024
	lockFileSize = ackAt + 2*ackSize
)

// lockFile is the lock file of a meeting, held by this process.
type lockFile struct {
	path     string
	flock    *flock.Flock // the lock
	file     *os.File     // the same file, for holder and ack
	previous Holder       // whom the file named before
	slot     int          // where the next ack goes: 0 or 1
	keep     bool         // the ack vouches for a record with parts missing or in several files: leave it
}

func lockPath(path string) string { return path + "-lock" }

// takeLock locks a meeting, or fails with *LockedError. A lock file that nobody holds is taken over; one whose holder
// is on the way out is waited for.
func takeLock(ctx context.Context, path string, holder Holder) (*lockFile, error) {
	var locked *LockedError
	for range maxTries {
		s, err := tryLock(path)
		switch {
		case errors.As(err, &locked) && locked.Holder.isClosing():
			if err := wait(ctx); err != nil {
				return nil, err
			}
		case err != nil:
			return nil, err
		case s != nil:
			if err := s.writeHolder(holder); err != nil {
				return nil, explain(path, errors.Join(err, s.release()))
			}
			return s, nil
		}
	}
	if locked != nil {
		return nil, locked
	}
	return nil,
		&Error{path, lang.Sayf("tệp khóa luôn thay đổi", "the lock file keeps changing"),
			lang.Sayf("thử lại", "try again"), ErrBusy}
}

// writeHolder says in the lock file who holds it, over what was there before.
func (l *lockFile) writeHolder(holder Holder) error {
	line := bytes.Repeat([]byte{' '}, ackAt-holderAt)
	line[copy(line[:len(line)-1], holder.encode())] = '\n'
	return l.write(line, holderAt)
}

// tryLock locks the file that is at the path now; nil if it was replaced or removed meanwhile, by a process that
// closed.
func tryLock(path string) (*lockFile, error) {
	lock := flock.New(lockPath(path), flock.SetFlag(os.O_CREATE|os.O_RDWR|noFollow), flock.SetPermissions(0o644))
	ok, err := lock.TryLock()
	if errors.Is(err, syscall.ELOOP) {
		return nil, &Error{path,
			lang.Sayf("%s là liên kết đến tệp khác", "%s is a link to another file", clean.Escape(lockPath(path))),
			lang.Sayf("xóa liên kết đó rồi thử lại", "remove the link, then try again"), join(fs.ErrPermission, err)}
	}
	if err != nil {
		return nil, explain(path, err)
	}
	if !ok {
		lock := readLockFile(path)
		return nil, &LockedError{path, lock.holder}
	}
	file, err := os.OpenFile(lockPath(path), os.O_RDWR|noFollow, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, lock.Unlock()
	}
	if err != nil {
		return nil, explain(path, errors.Join(err, lock.Unlock()))
	}
	s := &lockFile{path: path, flock: lock, file: file}
	if !s.inPlace() {
		s.keep = true // it is not ours
		return nil, s.release()
	}
	before := readLockFile(path)
	s.previous, s.keep = before.holder, before.ack.seq > 0
	return s, nil
}

// inPlace reports whether the file that is locked is still the one at the path, and so is the one that is written.
func (l *lockFile) inPlace() bool {
	locked, err1 := l.flock.Stat()
	written, err2 := l.file.Stat()
	there, err3 := os.Stat(lockPath(l.path))
	return err1 == nil && err2 == nil && err3 == nil && os.SameFile(locked, written) && os.SameFile(locked, there)
}

// writeAck leaves word of the last acknowledged entry.
func (l *lockFile) writeAck(h tip) error {
	at := ackAt + int64(l.slot)*ackSize
	l.slot = 1 - l.slot
	return l.write(ack(h).encode(), at)
}

// writeAckTwice leaves word in both places, synced: what stood there before was checked and is history.
func (l *lockFile) writeAckTwice(h tip) error {
	l.keep = true
	return errors.Join(l.writeAck(h), l.writeAck(h), l.file.Sync(), syncFolder(l.path))
}

// clearAck takes away the word about a file that is no more.
func (l *lockFile) clearAck() error {
	l.keep = false
	return errors.Join(l.write(make([]byte, 2*ackSize), ackAt), l.file.Sync())
}

func (l *lockFile) write(b []byte, at int64) error {
	_, err := l.file.WriteAt(b, at)
	return err
}

// release lets go of the lock and takes the file away, unless it is to be kept. That must not take away the lock of
// another process that has just opened the file: see removeLocked of each system.
func (l *lockFile) release() error {
	if !l.keep && l.inPlace() {
		return l.removeLocked()
	}
	return errors.Join(l.file.Close(), l.flock.Unlock())
}

// abandon lets go of a lock under which nothing was done. A file that stays says again whom it named before.
func (l *lockFile) abandon() error {
	if l.keep {
		_ = l.writeHolder(l.previous)
	}
	return l.release()
}

// lockContent is what a lock file says, whoever holds it.
type lockContent struct {
	holder Holder
	ack    ack  // zero if there is none, or none legible
	exists bool // there is a lock file
}

// readLockFile reads the lock file beside a meeting. What cannot be read counts as not said.
func readLockFile(path string) lockContent {
	f, err := os.OpenFile(lockPath(path), os.O_RDONLY|noFollow, 0)
	if err != nil {
		return lockContent{}
	}
	defer f.Close()
	b := make([]byte, lockFileSize)
	n, err := f.ReadAt(b[holderAt:], holderAt)
	if err != nil && err != io.EOF {
		return lockContent{exists: true}
	}
	return parseLockFile(b[:holderAt+n])
}

func parseLockFile(b []byte) lockContent {
	w := lockContent{exists: true}
	w.holder = parseHolder(b[min(holderAt, len(b)):min(ackAt, len(b))])
	for at := ackAt; at+ackSize <= len(b); at += ackSize {
		if n, ok := parseAck(b[at : at+ackSize]); ok && n.seq > w.ack.seq {
			w.ack = n
		}
	}
	return w
}
