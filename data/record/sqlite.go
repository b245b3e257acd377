package record

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"thidua/scoring/lang"
)

// SQLite is a Store in one file: open for writing, by Create or OpenWriter, or for reading, by OpenReader.
type SQLite struct {
	path string

	mu     sync.Mutex
	conn   *conn     // nil once closed
	lock   *lockFile // nil of a reader
	tip    tip       // of a writer the end of the record, of a reader the furthest it has seen
	files  *openFiles
	failed error // why nothing more can be written, nil while it can
	lone   bool  // of a reader: nothing said how far decisions were acknowledged
	begin  *sql.Stmt
	last   *sql.Stmt
	insert *sql.Stmt
	commit *sql.Stmt
	read   *sql.Stmt
}

var _ Store = (*SQLite)(nil)

// prepare makes the statements that every decision uses.
func (s *SQLite) prepare() (err error) {
	for _, p := range []struct {
		to    **sql.Stmt
		query string
	}{{&s.begin, `BEGIN IMMEDIATE`}, {&s.last, lastEntry}, {&s.insert, insertEntry}, {&s.commit, `COMMIT`},
		{&s.read, readEntries}} {
		if *p.to, err = s.conn.prepare(p.query); err != nil {
			return err
		}
	}
	return nil
}

// Append is Store's. It costs one sync of the -wal file. What can go wrong besides the entries: ErrFull, ErrDisk,
// ErrBusy, ErrReadOnly, and ErrMoved where the file is not in its place. The store stays usable after ErrFull and
// ErrBusy, and after ErrMoved once the file is back. After ErrDisk it takes nothing more: the system drops what it
// could not write and says yes to the next sync, so that what is acknowledged from then on may be missing.
func (s *SQLite) Append(ctx context.Context, entries []Entry) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.conn == nil:
		return closed(s.path)
	case s.lock == nil:
		return &Error{s.path, lang.Sayf("chỉ mở để xem", "open only to read"),
			lang.Sayf("mở để ghi rồi thử lại", "open it for writing, then try again"), ErrReadOnly}
	}
	end, err := s.tip.follow(s.path, entries)
	if err != nil || len(entries) == 0 {
		return err
	}
	if err := s.intact(); err != nil {
		return err
	}
	if err := s.write(entries); err != nil {
		_ = s.conn.exec(`ROLLBACK`) // fails where SQLite has rolled back by itself
		return s.fail(explain(s.path, err))
	}
	if err := s.intact(); err != nil { // whether the entries are in the file that is there now, nobody knows
		s.failed = err
		return err
	}
	s.tip = end
	// the entries are durable; an ack that cannot be written leaves the one before, still a lower bound
	_ = s.lock.writeAck(end)
	return nil
}

// fail remembers that the disk failed.
func (s *SQLite) fail(err error) error {
	if errors.Is(err, ErrDisk) {
		s.failed = diskFailed(s.path, s.tip.seq, err)
		return s.failed
	}
	return err
}

// write puts entries into the file in one transaction. There it asks again whether the stored end is ours: it is not if
// somebody took the lock file away and writes too.
func (s *SQLite) write(entries []Entry) error {
	ctx := context.Background()
	if _, err := s.begin.ExecContext(ctx); err != nil {
		return err
	}
	var stored tip
	if err := s.last.QueryRowContext(ctx).Scan(&stored.seq, &stored.hash); err != nil &&
		!errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if stored != s.tip {
		return &Error{s.path,
			lang.Sayf("chương trình khác đã ghi vào tệp: nhật ký dừng ở số %d, không phải số %d",
				"another program wrote to the file: the record ends at %d, not at %d", stored.seq, s.tip.seq),
			lang.Sayf("đóng rồi mở lại cuộc họp", "close the meeting and open it again"), ErrSequence}
	}
	for _, e := range entries {
		if _, err := s.insert.ExecContext(ctx, e.Seq, string(e.Body), e.Hash); err != nil {
			return err
		}
	}
	_, err := s.commit.ExecContext(ctx)
	return err
}

// Close is Store's. The last to close leaves one file behind, a writer or, where it may write, a reader; while somebody
// reads the -wal file stays, and the lock file with the ack that vouches for it. Decisions are safe also where it
// fails: that is ErrUntidy. Where the disk failed or the files are not in their places all of them are left as they
// are.
func (s *SQLite) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conn == nil {
		return nil
	}
	l := s.conn
	s.conn = nil
	if s.lock != nil {
		return s.closeWriter(l, closeTimeout)
	}
	err := l.close()
	cleanUp(s.path)
	return explain(s.path, err)
}
