package record

import (
	"context"
	"errors"
	"time"

	codes "modernc.org/sqlite/lib"
)

// How long somebody who closes, or waits for somebody who does, tries again.
const (
	retryEvery   = 5 * time.Millisecond
	maxTries     = 1000            // so often, with a wait between, a lock is tried whose holder is leaving
	closeTimeout = time.Second / 2 // so long a writer that closes waits for those who still read
)

// wait is the time between two attempts.
func wait(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(retryEvery):
		return nil
	}
}

// closeWriter closes a writer's connection and lets go of its lock, with everything in one file if nobody reads any
// more. Readers are waited for as long as it says. If some stay, the files stay too, and the last of the readers tidies
// up: so the lock file names nobody from before the last attempt on. A reader that is gone before it finds a name there
// knows that another attempt follows; one that finds none takes the next turn itself.
func (s *SQLite) closeWriter(c *conn, longest time.Duration) error {
	if s.keepAsIs(c) {
		return s.closeAsIs(c)
	}
	err := c.exec(`PRAGMA busy_timeout = 0`)
	alone := false
	for start := time.Now(); err == nil && !alone && time.Since(start) < longest; {
		if alone, err = c.checkpoint(); err == nil && !alone {
			err = wait(context.Background())
		}
	}
	if err == nil && !alone {
		if err = s.lock.writeHolder(Holder{}); err == nil {
			alone, err = c.checkpoint()
		}
	}
	err = errors.Join(err, c.close())
	if alone {
		err = errors.Join(err, syncFolder(s.path)) // the -wal file must not come back after a power loss
	}
	s.lock.keep = !alone
	if err = errors.Join(err, s.lock.release()); err != nil {
		return untidy(s.path, s.tip.seq, explain(s.path, err))
	}
	return nil
}

// closeAsIs lets go of the files and leaves each as it is, as a process does that dies: nothing is moved into the main
// file, no -wal is removed, and the lock file keeps its ack. SQLite would do both when its last connection closes. It
// does not where another is open, nor when a connection closes that may only read; so one of these goes last.
func (s *SQLite) closeAsIs(c *conn) error {
	s.lock.keep = true
	var err error
	if p, _ := s.files.look(c); p == mainGone || p == mainOther {
		err = c.close() // SQLite sees that the file has moved, and leaves the rest alone
	} else if guard, e := connect(context.Background(), s.path, readOnly); e == nil {
		if e = guard.identify(s.path); e == nil { // it reads, and holds on to the file from then on
			err = c.close()
		}
		err = errors.Join(err, guard.close())
	}
	return explain(s.path, errors.Join(err, s.lock.release()))
}

// checkpoint moves what is in the -wal file into the main file and goes back to a rollback journal. It is false where
// readers are in the way.
func (c *conn) checkpoint() (bool, error) {
	var busy bool
	var log, moved int
	err := c.c.QueryRowContext(context.Background(), `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &log, &moved)
	if err != nil || busy {
		return false, err
	}
	mode, err := get[string](c, `PRAGMA journal_mode = DELETE`)
	if code(err)&0xff == codes.SQLITE_BUSY {
		return false, nil
	}
	return mode == "delete", err
}

// cleanUp puts a meeting back into one file that its last writer had to leave in several because somebody was reading.
// Who read does it when done, where it may write there. What a process left that died is not touched, nor what is in
// use: only a writer that has looked after its record leaves a lock file with an ack that names nobody. Where it does
// not succeed all is as safe as before.
func cleanUp(path string) {
	if w := readLockFile(path); w.ack.seq == 0 || !w.holder.isClosing() || !writable(path) {
		return
	}
	ctx := context.Background()
	lock, err := takeLock(ctx, path, Holder{})
	if err != nil {
		return
	}
	if readLockFile(path).ack.seq == 0 { // somebody else was quicker
		_ = lock.release()
		return
	}
	s, err := openLocked(ctx, path, lock)
	if err != nil {
		_ = lock.abandon()
		return
	}
	_ = s.closeWriter(s.conn, 0)
}
