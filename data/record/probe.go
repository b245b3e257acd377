package record

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

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
func (p probe) check(ctx context.Context, path string) error {
	switch {
	case p.size == 0: // SQLite would delete the -wal file of an empty main file
		return &Error{path, lang.Sayf("tệp trống", "the file is empty"),
			lang.Sayf("lấy lại tệp từ bản sao", "restore the file from a copy"), join(ErrNotMeeting, ErrDamaged)}
	case p.wal >= 0, p.journal:
		return nil // SQLite puts the parts together; the record is compared with the ack afterwards
	}
	if p.size%pageSize != 0 {
		return &Error{path,
			lang.Sayf("không phải tệp cuộc họp của thidua, hoặc bị cắt ngắn",
				"not a meeting file of thidua, or cut short"),
			lang.Sayf("kiểm tra lại tên tệp, hoặc lấy lại tệp từ bản sao",
				"check the name, or restore the file from a copy"), join(ErrNotMeeting, ErrDamaged)}
	}
	return p.checkMain(ctx, path)
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
	mode, err := get[[]byte](l, `SELECT substr(data, 19, 2) FROM sqlite_dbpage WHERE pgno = 1`)
	if err != nil {
		return explain(path, err)
	}
	if p.ack.seq > 0 || string(mode) == "\x01\x01" {
		return l.checkAck(path, p.ack)
	}
	base := clean.Escape(filepath.Base(path))
	return &Error{path,
		lang.Sayf("bản sao chụp khi cuộc họp đang mở, thiếu tệp %s-wal giữ các quyết định mới nhất",
			"a copy made while the meeting was open; the file %s-wal with the newest decisions is missing", base),
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
