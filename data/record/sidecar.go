package record

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/gofrs/flock"

	"thidua/scoring/lang"
)

// Where things stand in the lock file. Byte 0 is never read or written: on Windows the lock lies on it and is
// mandatory. There are two places for the note, written in turn, so that a torn write leaves the one before.
const (
	holderAt    = 1
	noteAt      = 1024
	sidecarSize = noteAt + 2*noteSize
)

// sidecar is the lock file of a meeting, held by this process.
type sidecar struct {
	path string
	lock *flock.Flock // the lock
	file *os.File     // the same file, for holder and note
	was  Holder       // whom the file named before
	turn int          // where the next note goes: 0 or 1
	keep bool         // the note vouches for a record with parts missing or in several files: leave it
}

func lockPath(path string) string { return path + "-lock" }

// takeLock locks a meeting, or fails with *LockedError. A lock file that nobody holds is taken over; one whose holder
// is on the way out is waited for.
func takeLock(ctx context.Context, path string, holder Holder) (*sidecar, error) {
	var locked *LockedError
	for range rounds {
		s, err := tryLock(path)
		switch {
		case errors.As(err, &locked) && locked.Holder.leaving():
			if err := wait(ctx); err != nil {
				return nil, err
			}
		case err != nil:
			return nil, err
		case s != nil:
			if err := s.sign(holder); err != nil {
				return nil, explain(path, errors.Join(err, s.release()))
			}
			return s, nil
		}
	}
	if locked != nil {
		return nil, locked
	}
	return nil,
		&Trouble{path, lang.Sayf("tệp khóa luôn thay đổi", "the lock file keeps changing"),
			lang.Sayf("thử lại", "try again"), ErrBusy}
}

// sign says in the lock file who holds it, over what was there before.
func (s *sidecar) sign(holder Holder) error {
	line := bytes.Repeat([]byte{' '}, noteAt-holderAt)
	line[copy(line[:len(line)-1], holder.encode())] = '\n'
	return s.write(line, holderAt)
}

// tryLock locks the file that is at the path now; nil if it was replaced or removed meanwhile, by a process that
// closed.
func tryLock(path string) (*sidecar, error) {
	lock := flock.New(lockPath(path), flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o644))
	ok, err := lock.TryLock()
	if err != nil {
		return nil, explain(path, err)
	}
	if !ok {
		side := readSidecar(path)
		return nil, &LockedError{path, side.holder}
	}
	file, err := os.OpenFile(lockPath(path), os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, lock.Unlock()
	}
	if err != nil {
		return nil, explain(path, errors.Join(err, lock.Unlock()))
	}
	s := &sidecar{path: path, lock: lock, file: file}
	if !s.inPlace() {
		s.keep = true // it is not ours
		return nil, s.release()
	}
	before := readSidecar(path)
	s.was, s.keep = before.holder, before.note.seq > 0
	return s, nil
}

// inPlace reports whether the file that is locked is still the one at the path, and so is the one that is written.
func (s *sidecar) inPlace() bool {
	locked, err1 := s.lock.Stat()
	written, err2 := s.file.Stat()
	there, err3 := os.Stat(lockPath(s.path))
	return err1 == nil && err2 == nil && err3 == nil && os.SameFile(locked, written) && os.SameFile(locked, there)
}

// note leaves word of the last acknowledged entry.
func (s *sidecar) note(h head) error {
	at := noteAt + int64(s.turn)*noteSize
	s.turn = 1 - s.turn
	return s.write(note(h).encode(), at)
}

// noteBoth leaves word in both places, synced: what stood there before was checked and is history.
func (s *sidecar) noteBoth(h head) error {
	s.keep = true
	return errors.Join(s.note(h), s.note(h), s.file.Sync(), syncFolder(s.path))
}

// noteNone takes away the word about a file that is no more.
func (s *sidecar) noteNone() error {
	s.keep = false
	return errors.Join(s.write(make([]byte, 2*noteSize), noteAt), s.file.Sync())
}

func (s *sidecar) write(b []byte, at int64) error {
	_, err := s.file.WriteAt(b, at)
	return err
}

// release lets go of the lock and takes the file away, unless it is to be kept. That must not take away the lock of
// another process that has just opened the file: see removeLocked of each system.
func (s *sidecar) release() error {
	if !s.keep && s.inPlace() {
		return s.removeLocked()
	}
	return errors.Join(s.file.Close(), s.lock.Unlock())
}

// giveUp lets go of a lock under which nothing was done. A file that stays says again whom it named before.
func (s *sidecar) giveUp() error {
	if s.keep {
		_ = s.sign(s.was)
	}
	return s.release()
}

// word is what a lock file says, whoever holds it.
type word struct {
	holder Holder
	note   note // zero if there is none, or none legible
	there  bool // there is a lock file
}

// readSidecar reads the lock file beside a meeting. What cannot be read counts as not said.
func readSidecar(path string) word {
	f, err := os.Open(lockPath(path))
	if err != nil {
		return word{}
	}
	defer f.Close()
	b := make([]byte, sidecarSize)
	n, err := f.ReadAt(b[holderAt:], holderAt)
	if err != nil && err != io.EOF {
		return word{there: true}
	}
	return parseSidecar(b[:holderAt+n])
}

func parseSidecar(b []byte) word {
	w := word{there: true}
	w.holder = parseHolder(b[min(holderAt, len(b)):min(noteAt, len(b))])
	for at := noteAt; at+noteSize <= len(b); at += noteSize {
		if n, ok := parseNote(b[at : at+noteSize]); ok && n.seq > w.note.seq {
			w.note = n
		}
	}
	return w
}
