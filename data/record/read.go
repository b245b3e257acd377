package record

import (
	"context"
	"database/sql"
	"path/filepath"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// Remark is what whoever checks a record that is open for reading should know although nothing is wrong with it; the
// zero Text if there is nothing.
func (s *SQLite) Remark() lang.Text {
	if !s.lone {
		return lang.Text{}
	}
	base := clean.Escape(filepath.Base(s.path))
	return lang.Sayf(
		"ghép từ bản sao của một cuộc họp chưa đóng, không có tệp %[1]s-lock cho biết đã ghi đến quyết định nào: có "+
			"thể thiếu các quyết định mới nhất; so với mã kiểm chứng trong biên bản (--against)",
		"put together from a copy of a meeting that was not closed, without %[1]s-lock, which tells how far decisions "+
			"were acknowledged: the newest may be missing; compare with the fingerprint in the minutes (--against)",
		base)
}

// maxHint bounds the room made for entries beforehand: the number that the last one has is what the file says, and may
// be anything.
const maxHint = 1 << 14

// Entries is Store's.
func (s *SQLite) Entries(ctx context.Context, from int) ([]Entry, error) {
	s.mu.Lock()
	hint := min(max(0, s.tip.seq-max(from, 1)+1), maxHint)
	s.mu.Unlock()
	out := make([]Entry, 0, hint)
	err := s.Each(ctx, from, func(e Entry) { out = append(out, e) })
	return out, err
}

// Each is Store's. Everything comes from one snapshot of the file, also while another process writes; the store waits
// until all is handed out.
func (s *SQLite) Each(ctx context.Context, from int, take func(Entry)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conn == nil {
		return closed(s.path)
	}
	from = max(from, 1)
	rows, err := s.read.QueryContext(context.Background(), from-1) // one more, for its hash
	if err != nil {
		return explain(s.path, err)
	}
	defer rows.Close()
	w := walk{store: s, from: from, next: max(from-1, 1)}
	for n := 0; rows.Next(); n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var e Entry
		var hash sql.RawBytes
		if err := rows.Scan(&e.Seq, &e.Body, &hash); err != nil {
			return explain(s.path, err)
		}
		e.Hash = string(hash)
		w.step(e)
		if e.Seq >= from {
			take(e)
		}
	}
	if err := rows.Err(); err != nil {
		return explain(s.path, err)
	}
	return w.finish()
}

// walk follows the entries as they are read and remembers the first thing that is wrong.
type walk struct {
	store *SQLite
	from  int // the first entry asked for; the one before is read too, for its hash
	next  int // the number that must come
	at    tip // the entry that came last
	err   error
}

func (w *walk) step(e Entry) {
	known := w.store.tip
	switch {
	case w.err != nil:
	case e.Seq > w.next:
		w.fail(lang.Sayf("thiếu quyết định số %d", "decision %d is missing", w.next))
	case e.Seq < w.next:
		w.fail(lang.Sayf("quyết định số %d không đúng chỗ, ở đó phải là số %d",
			"decision %d is out of place, there belongs %d", e.Seq, w.next))
	case e.Seq >= w.from && !e.Follows(w.at.hash):
		w.fail(lang.Sayf("quyết định số %d không khớp mã kiểm chứng", "decision %d does not match its hash", e.Seq))
	case e.Seq == known.seq && e.Hash != known.hash:
		w.fail(lang.Sayf("quyết định số %d đã bị thay", "decision %d has been replaced", e.Seq))
	}
	w.at, w.next = tip{e.Seq, e.Hash}, e.Seq+1
}

func (w *walk) fail(what lang.Text) { w.err = damaged(w.store.path, what, nil) }

// finish compares the end with the one known before: the record only grows.
func (w *walk) finish() error {
	switch known := w.store.tip.seq; {
	case w.err != nil:
	case w.at.seq > known:
		w.store.tip = w.at
	case w.at.seq < known && w.from <= known+1:
		w.err = shortened(w.store.path, known, max(w.at.seq, w.from-2))
	}
	return w.err
}
