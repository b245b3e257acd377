package record

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

func newPath(path string) string { return path + "-new" }

// Create makes a meeting file with its first entries, at least one, and opens it for writing. It never overwrites: what
// exists is fs.ErrExist. The file appears under its name complete and durable, or not at all: it is built under another
// name in the same folder.
func Create(ctx context.Context, path string, holder Holder, first []Entry) (*SQLite, error) {
	path, err := resolve(ctx, path)
	if err != nil {
		return nil, err
	}
	if len(first) == 0 {
		return nil,
			&Error{path, lang.Sayf("cuộc họp chưa có quyết định nào", "the meeting has no decision yet"),
				lang.Sayf("ghi quyết định mở đầu ngay khi tạo tệp", "give the first one when making the file"),
				ErrSequence}
	}
	if _, err := (tip{}).follow(path, first); err != nil {
		return nil, err
	}
	if err := checkAbsent(path); err != nil { // no lock file beside what is not ours
		return nil, err
	}
	lock, err := takeLock(ctx, path, holder)
	if err != nil {
		return nil, err
	}
	s, err := createLocked(ctx, path, lock, first)
	if err != nil {
		return nil, explain(path, errors.Join(err, lock.release()))
	}
	return s, nil
}

// SaveCopy writes a whole record to a new file, complete and durable or not at all, and leaves it closed: the chain,
// and so the fingerprint, is the same. It never overwrites: what exists is fs.ErrExist.
func SaveCopy(ctx context.Context, path string, holder Holder, entries []Entry) error {
	s, err := Create(ctx, path, holder, entries)
	if err != nil {
		return err
	}
	return s.Close()
}

// createLocked makes the file whose lock is held. What fails leaves nothing behind.
func createLocked(ctx context.Context, path string, lock *lockFile, first []Entry) (*SQLite, error) {
	if err := checkAbsent(path); err != nil {
		return nil, err
	}
	if err := lock.clearAck(); err != nil { // an ack that is left over is about a file that is gone
		return nil, err
	}
	err := build(ctx, newPath(path), first)
	if err == nil {
		err = publish(newPath(path), path)
	}
	if err != nil {
		_ = os.Remove(newPath(path))
		return nil, err
	}
	s, err := openLocked(ctx, path, lock)
	if err != nil { // under our lock nobody has written to it
		for _, end := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(path + end)
		}
		lock.keep = false
	}
	return s, err
}

// vacant refuses a name that is taken, or has been: SQLite would put the -wal of another meeting into the new file.
func checkAbsent(path string) error {
	for _, end := range []string{"", "-wal", "-journal"} {
		_, err := os.Lstat(path + end)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return explain(path, err)
		case end == "":
			return &Error{path, lang.Sayf("đã có tệp này, không ghi đè", "the file exists and is not overwritten"),
				lang.Sayf("chọn tên khác, hoặc mở bằng «thidua open»",
					"choose another name, or open it with «thidua open»"), fs.ErrExist}
		default:
			return &Error{path,
				lang.Sayf("còn tệp %s của một cuộc họp cùng tên",
					"a file %s of another meeting of this name is left", clean.Escape(path+end)),
				lang.Sayf("chọn tên khác, hoặc chuyển tệp đó đi chỗ khác",
					"choose another name, or move that file away"), fs.ErrExist}
		}
	}
	return nil
}

// build writes a whole meeting file, durably.
func build(ctx context.Context, path string, first []Entry) (err error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return err
	}
	l, err := connect(ctx, path, readWrite)
	if err != nil {
		return err
	}
	defer func() {
		if err = errors.Join(err, l.close()); err == nil {
			err = syncFile(path)
		}
	}()
	return l.fill(first)
}

// fill puts everything into an empty file. The journal may stay in memory: if the process dies the file is thrown away.
func (c *conn) fill(first []Entry) error {
	if err := c.exec(append([]string{
		fmt.Sprintf(`PRAGMA page_size = %d`, pageSize),
		`PRAGMA journal_mode = MEMORY`,
		`BEGIN IMMEDIATE`,
		fmt.Sprintf(`PRAGMA application_id = %d`, applicationID),
		fmt.Sprintf(`PRAGMA user_version = %d`, formVersion),
	}, schema()...)...); err != nil {
		return err
	}
	for _, e := range first {
		if _, err := c.c.ExecContext(context.Background(), insertEntry, e.Seq, string(e.Body), e.Hash); err != nil {
			return err
		}
	}
	return c.exec(`COMMIT`)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// publish gives a finished file its name, without replacing anything, durably. A file system without links gets a
// rename; there only our lock keeps another process from taking the name at the same moment.
func publish(from, to string) error {
	if err := os.Link(from, to); err != nil {
		if err := checkAbsent(to); err != nil {
			return err
		}
		if err := os.Rename(from, to); err != nil {
			return err
		}
		return syncFolder(to)
	}
	err := errors.Join(os.Remove(from), syncFolder(to))
	if err != nil {
		_ = os.Remove(to)
	}
	return err
}
