package record

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// probe is what can be seen of a meeting without opening it. Two equal probes mean that nobody wrote in between.
type probe struct {
	size    int64 // bytes of the main file
	wal     int64 // bytes of the -wal file, -1 if there is none
	journal bool  // there is a rollback journal: a change of the journal mode was cut off
	ack     ack
}

// Glance is a meeting's files as they look from outside: two that are equal mean that nobody wrote in between. It opens
// nothing but the lock file. A file that cannot be looked at is an *Error.
func Glance(path string) (string, error) {
	seen, err := probeFiles(path)
	var written time.Time // of a file that was opened, written to and closed between two looks nothing else may tell
	if st, err := os.Stat(path); err == nil {
		written = st.ModTime()
	}
	return fmt.Sprint(seen.size, seen.wal, seen.journal, seen.ack, written.UnixNano()), err
}

// probeFiles looks at a meeting file and those beside it. The ack comes first: a record read afterwards has at least
// what it says.
func probeFiles(path string) (probe, error) {
	s := probe{wal: -1, ack: readLockFile(path).ack}
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return s, explain(path, err)
	case !st.Mode().IsRegular():
		return s, notMeeting(path, nil)
	}
	s.size = st.Size()
	if st, err := os.Stat(path + "-wal"); err == nil {
		s.wal = st.Size()
	}
	_, err = os.Stat(path + "-journal")
	s.journal = err == nil
	return s, nil
}

// check refuses a file that by its looks alone is not whole, before SQLite opens it and makes or removes anything
// beside it.
//
// The tip is that of the main file where a -wal file is beside it: together they must have as much.
func (p probe) check(ctx context.Context, path string) (tip, error) {
	switch {
	case p.size == 0: // SQLite would delete the -wal file of an empty main file
		return tip{}, &Error{path, lang.Sayf("tệp trống", "the file is empty"),
			lang.Sayf("lấy lại tệp từ bản sao", "restore the file from a copy"), join(ErrNotMeeting, ErrDamaged)}
	case p.wal > 0:
		return checkWAL(ctx, path)
	case p.wal == 0, p.journal:
		return tip{}, nil // SQLite puts the parts together; the record is compared with the ack afterwards
	case p.size%pageSize != 0:
		return tip{}, &Error{path,
			lang.Sayf("không phải tệp cuộc họp của thidua, hoặc bị cắt ngắn",
				"not a meeting file of thidua, or cut short"),
			lang.Sayf("kiểm tra lại tên tệp, hoặc lấy lại tệp từ bản sao",
				"check the name, or restore the file from a copy"), join(ErrNotMeeting, ErrDamaged)}
	}
	return tip{}, p.checkMain(ctx, path)
}

// rollbackMode is what the main file says of its journal, as bytes 18 and 19, once it was closed cleanly; in WAL mode
// both are 2.
const (
	journalMode  = `SELECT substr(data, 19, 2) FROM sqlite_dbpage WHERE pgno = 1`
	rollbackMode = "\x01\x01"
)

// checkWAL refuses a -wal file beside a main file that says it was closed cleanly: by then it was removed, durably. It
// is older than the main file, or another's, and SQLite would put it over newer decisions. Else it gives the end of the
// main file alone, the zero tip if that cannot be told: a process may have died while it wrote there.
func checkWAL(ctx context.Context, path string) (tip, error) {
	c, err := connect(ctx, path, immutable)
	if err != nil {
		return tip{}, nil
	}
	defer c.close()
	if mode, err := get[[]byte](c, journalMode); err == nil && string(mode) == rollbackMode {
		base := clean.Escape(filepath.Base(path))
		return tip{}, foreignWAL(path,
			lang.Sayf("tệp %s-wal bên cạnh không phải của tệp này: tệp đã được đóng trọn vẹn sau đó",
				"the file %s-wal beside it does not belong to it: the file was closed cleanly since", base))
	}
	return c.provenTip(), nil
}

// provenTip is the end of the record where the last entry follows from the one before, else the zero tip.
func (c *conn) provenTip() tip {
	rows, err := c.c.QueryContext(context.Background(), lastEntries)
	if err != nil {
		return tip{}
	}
	defer rows.Close()
	var last [2]Entry
	for i := 0; i < len(last) && rows.Next(); i++ {
		if err := rows.Scan(&last[i].Seq, &last[i].Body, &last[i].Hash); err != nil {
			return tip{}
		}
	}
	if rows.Err() != nil || last[0].Seq != last[1].Seq+1 || Chain(last[1].Hash, last[0].Body) != last[0].Hash {
		return tip{}
	}
	return tip{last[0].Seq, last[0].Hash}
}

// checkMainTip refuses a -wal file with which the record ends before, or otherwise than, the main file alone does.
func (s *SQLite) checkMainTip(main tip) error {
	if main.seq == 0 {
		return nil
	}
	hash, err := get[string](s.conn, `SELECT hash FROM entries WHERE seq = ?`, main.seq)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return explain(s.path, err)
	}
	if hash != main.hash {
		base := clean.Escape(filepath.Base(s.path))
		return foreignWAL(s.path,
			lang.Sayf("riêng tệp này có %d quyết định, cùng với tệp %s-wal bên cạnh thì chỉ có %d: tệp đó cũ hơn",
				"the file alone has %d decisions, with %s-wal beside it %d: that file is older",
				main.seq, base, s.tip.seq))
	}
	return nil
}

// checkMain reads the main file alone. In WAL mode it is whole without a -wal file only if an ack says so: a process
// died while it opened or closed the meeting. Else the newest decisions may be in a -wal file that did not come along.
func (p probe) checkMain(ctx context.Context, path string) error {
	l, err := connect(ctx, path, immutable)
	if err != nil {
		return explain(path, err)
	}
	defer l.close()
	if err := l.identify(path); err != nil {
		return err
	}
	mode, err := get[[]byte](l, journalMode)
	if err != nil {
		return explain(path, err)
	}
	if p.ack.seq > 0 || string(mode) == rollbackMode {
		return l.checkAck(path, p.ack)
	}
	base := clean.Escape(filepath.Base(path))
	return &Error{path,
		lang.Sayf("bản sao chụp khi cuộc họp chưa đóng, thiếu tệp %s-wal giữ các quyết định mới nhất",
			"a copy made while the meeting was not closed; the file %s-wal with the newest decisions is missing", base),
		lang.Sayf(
			"trên máy đã mở cuộc họp, mở tệp một lần rồi thoát bằng Ctrl+Q, sau đó chép lại; hoặc chép cả %[1]s-wal "+
				"và %[1]s-lock (tệp này cho biết đã ghi đến quyết định nào); nếu chỉ còn bản này, đặt cạnh nó một tệp "+
				"trống tên %[1]s-wal",
			"on the host's machine open the meeting once and leave it with Ctrl+Q, then copy it again; or copy "+
				"%[1]s-wal too and %[1]s-lock, which tells how far decisions were acknowledged; if this is all that "+
				"is left, put an empty file named %[1]s-wal beside it",
			base), ErrShortened}
}

// checkAck refuses a record that lacks what was acknowledged; a record without any decision is refused always.
func (c *conn) checkAck(path string, n ack) error {
	end, err := c.last()
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return damaged(path, lang.Sayf("tệp không còn quyết định nào", "no decision is left in the file"), nil)
	case err != nil:
		return explain(path, err)
	case end.seq < n.seq:
		return shortened(path, n.seq, end.seq)
	case n.seq == 0:
		return nil
	}
	hash, err := get[string](c, `SELECT hash FROM entries WHERE seq = ?`, n.seq)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return explain(path, err)
	}
	if hash != n.hash {
		return damaged(path,
			lang.Sayf("quyết định số %d trong tệp không phải quyết định đã xác nhận ghi",
				"decision %d in the file is not the one that was acknowledged", n.seq), nil)
	}
	return nil
}

// shortened says how many decisions are missing at the end.
func shortened(path string, acknowledged, left int) error {
	base := clean.Escape(filepath.Base(path))
	return &Error{path,
		lang.Sayf("đã xác nhận ghi %d quyết định nhưng tệp chỉ còn %d",
			"%d decisions were acknowledged, but the file has only %d", acknowledged, left),
		lang.Sayf(
			"đặt lại tệp %[1]s-wal vào cạnh tệp này hoặc lấy lại từ bản sao; "+
				"nếu chấp nhận phần còn lại, xóa %[1]s-lock",
			"put the file %[1]s-wal back beside it or restore a copy; to go on with what is left, delete %[1]s-lock",
			base), ErrShortened}
}
