package record

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	codes "modernc.org/sqlite/lib"

	"thidua/scoring/lang"
)

// OpenWriter opens a meeting file for reading and writing. It fails with *LockedError where somebody has it open so
// already, and refuses a record that is shorter than what was acknowledged.
func OpenWriter(ctx context.Context, path string, holder Holder) (*SQLite, error) {
	path, err := resolve(ctx, path)
	if err != nil {
		return nil, err
	}
	if _, err := probeFiles(path); err != nil { // no lock file beside what is no file
		return nil, err
	}
	const longest = "-journal" // of what is made beside it
	if _, err := os.Lstat(path + longest); errors.Is(err, syscall.ENAMETOOLONG) {
		return nil, badPath(path, err)
	}
	lock, err := takeLock(ctx, path, holder)
	if err != nil {
		return nil, err
	}
	s, err := openLocked(ctx, path, lock)
	if err != nil {
		return nil, explain(path, errors.Join(err, lock.abandon()))
	}
	return s, nil
}

// openLocked opens the file whose lock is held.
func openLocked(ctx context.Context, path string, lock *lockFile) (_ *SQLite, err error) {
	_ = os.Remove(newPath(path)) // left by a process that died in Create
	seen, err := probeFiles(path)
	if err != nil {
		return nil, err
	}
	if links(path) > 1 {
		return nil, linked(path)
	}
	main, err := seen.check(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := precheck(ctx, path, seen.ack, main); err != nil {
		return nil, err
	}
	s := &SQLite{path: path, lock: lock}
	defer func() {
		if err != nil && s.conn != nil {
			err = errors.Join(err, s.conn.close())
		}
	}()
	if err := s.open(ctx, readWrite, seen.ack); err != nil {
		return nil, err
	}
	// SQLite opens what cannot be written for reading, and does not say so
	if err := s.conn.checkWritable(); err != nil {
		return nil, err
	}
	// before the main file says WAL: from then on it needs somebody to vouch for it
	if err := lock.writeAckTwice(s.tip); err != nil {
		return nil, err
	}
	mode, err := get[string](s.conn, `PRAGMA journal_mode = WAL`)
	if err == nil && mode != "wal" {
		err = &Error{path,
			lang.Sayf("ổ đĩa này không cho ghi song song với đọc", "this disk does not allow reading beside writing"),
			lang.Sayf("chép tệp sang ổ trong máy, đừng mở trên ổ mạng",
				"copy the file to a local disk, do not open it on a network drive"), ErrDisk}
	}
	if err == nil {
		_, err = s.conn.last() // makes the -wal file
	}
	if err == nil {
		s.files, err = statFiles(path)
	}
	return s, err
}

// precheck refuses a record that must not be continued. It only reads, so that what is refused stays as it is: a
// connection for writing would move what is left of a cut -wal file into the main file.
func precheck(ctx context.Context, path string, acked ack, main tip) error {
	s := &SQLite{path: path}
	err := s.open(ctx, readOnly, acked)
	if err == nil {
		err = s.checkMainTip(main)
	}
	if err == nil {
		_, err = s.Entries(ctx, s.tip.seq) // the last entry must fit to the one before
	}
	if s.conn != nil {
		err = errors.Join(err, s.conn.close())
	}
	return explain(path, err)
}

// OpenReader opens a meeting file for reading: also while somebody has it open for writing, and from read-only media if
// it was closed cleanly. It refuses a record that is shorter than what was acknowledged.
func OpenReader(ctx context.Context, path string) (*SQLite, error) {
	path, err := resolve(ctx, path)
	if err != nil {
		return nil, err
	}
	var seen probe
	for range 10 { // what looks wrong may be a writer at work: only what looks wrong twice, with nothing moving, is
		before := seen
		var gone error
		if seen, gone = probeFiles(path); gone != nil {
			return nil, gone
		}
		if err != nil && seen == before {
			return nil, err
		}
		s := &SQLite{path: path}
		var main tip
		if main, err = seen.check(ctx, path); err == nil {
			err = s.open(ctx, readOnly, seen.ack)
		}
		if err == nil {
			err = s.checkMainTip(main)
		}
		if err == nil {
			s.lone = seen.wal >= 0 && seen.ack.seq == 0
			return s, nil
		}
		if s.conn != nil {
			_ = s.conn.close()
		}
	}
	return nil, err
}

// open connects to the file, makes sure that it is a meeting's and whole, and gets ready.
func (s *SQLite) open(ctx context.Context, m mode, acked ack) error {
	err := s.connect(ctx, m)
	// a process died while it changed the journal mode
	if code(err) == codes.SQLITE_READONLY_ROLLBACK && m == readOnly {
		if err = s.connect(ctx, readWrite); err == nil {
			err = s.connect(ctx, readOnly)
		}
	}
	if err != nil {
		return err
	}
	if err := s.conn.checkAck(s.path, acked); err != nil {
		return err
	}
	if s.tip, err = s.conn.last(); err == nil {
		err = s.prepare()
	}
	return explain(s.path, err)
}

// connect connects anew and reads what kind of file it is.
func (s *SQLite) connect(ctx context.Context, m mode) (err error) {
	if s.conn != nil {
		_ = s.conn.close()
	}
	if s.conn, err = connect(ctx, s.path, m); err != nil {
		return explain(s.path, err)
	}
	return s.conn.identify(s.path)
}

// resolve makes a path absolute and follows links, so that everyone finds the same files beside it. The last part need
// not exist.
func resolve(ctx context.Context, path string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return "", explain(path, err)
	}
	real, err := filepath.EvalSymlinks(full)
	if errors.Is(err, fs.ErrNotExist) {
		if real, err = filepath.EvalSymlinks(filepath.Dir(full)); err == nil {
			real = filepath.Join(real, filepath.Base(full))
		}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return "",
			&Error{full, lang.Sayf("không có thư mục này", "there is no such folder"),
				lang.Sayf("kiểm tra lại đường dẫn", "check the path"), err}
	}
	if err != nil {
		return "", badPath(path, err)
	}
	return real, nil
}
