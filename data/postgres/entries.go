package postgres

import (
	"context"
	"encoding/binary"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// readEntries reads from a number on. Of a table that only grows one statement sees one state.
const readEntries = `SELECT seq, body, hash FROM thidua.entries WHERE meeting = $1::bigint AND seq >= $2::bigint
	ORDER BY seq`

// Entries is record.Store's.
func (s *Store) Entries(ctx context.Context, from int) ([]record.Entry, error) {
	if err := s.lock(ctx); err != nil {
		return nil, err
	}
	defer s.unlock()
	ctx, stop := s.untilClosed(ctx)
	defer stop()
	from = max(from, 1)
	out, err := s.read(ctx, from)
	if lost(err) && ctx.Err() == nil { // the connection may have been idle for an hour; a new one says how it is
		s.drop()
		out, err = s.read(ctx, from)
	}
	if lost(err) && ctx.Err() == nil {
		s.drop()
		s.gone(err)
		return nil, s.address.explain(err)
	}
	if err != nil {
		if ctx.Err() != nil {
			s.drop()
			return nil, ctx.Err()
		}
		return nil, s.address.explain(err)
	}
	s.back()
	return s.check(from, out)
}

// Each is record.Store's.
func (s *Store) Each(ctx context.Context, from int, take func(record.Entry)) error {
	entries, err := s.Entries(ctx, from)
	for _, e := range entries {
		take(e)
	}
	return err
}

// read asks for entries, and for the one before them, for its hash.
func (s *Store) read(ctx context.Context, from int) ([]record.Entry, error) {
	conn, err := s.connected(ctx)
	if err != nil {
		return nil, err
	}
	found, _, err := conn.query(ctx, []int16{asBytes}, readEntries, s.id, from-1)
	if err != nil {
		return nil, err
	}
	out := make([]record.Entry, len(found))
	for i, r := range found {
		out[i] = record.Entry{Seq: int(binary.BigEndian.Uint64(r[0])), Body: r[1], Hash: string(r[2])}
	}
	if len(out) > 0 && out[len(out)-1].Seq > s.tip.seq {
		return out, conn.alive(ctx)
	}
	return out, nil
}

// alive asks the server for a sign of life. A server that dies lets an append go that still waits for the second copy,
// and who reads in that moment sees what its author is never told and the second copy may not have. A process of the
// server that waits sees that the server is dead, and ends without an answer; one that only reads may not see it yet.
// What was read just before is then not believed.
func (s *session) alive(ctx context.Context) error {
	_, _, err := s.query(ctx, nil, `SELECT pg_sleep(0.002)`)
	return err
}

// check follows the entries from the one before the first that was asked for, and holds their end against the one that
// was known: a record only grows. What could be read is given back also where something is wrong with it.
func (s *Store) check(from int, found []record.Entry) ([]record.Entry, error) {
	var wrong error
	out, last, next := found, end{}, max(from-1, 1)
	for _, e := range found {
		switch {
		case wrong != nil:
		case e.Seq != next:
			wrong = s.damaged(lang.Sayf("thiếu quyết định số %d", "decision %d is missing", next))
		case e.Seq >= from && !e.Follows(last.hash):
			wrong = s.damaged(lang.Sayf("quyết định số %d không khớp mã kiểm chứng",
				"decision %d does not match its hash", e.Seq))
		case e.Seq == s.tip.seq && e.Hash != s.tip.hash:
			wrong = s.damaged(lang.Sayf("quyết định số %d đã bị thay", "decision %d has been replaced", e.Seq))
		}
		if e.Seq < from {
			out = out[1:]
		}
		last, next = end{e.Seq, e.Hash}, e.Seq+1
	}
	switch {
	case wrong != nil:
	case last.seq > s.tip.seq:
		s.know(last)
	case last.seq < s.tip.seq && from <= s.tip.seq+1:
		wrong = s.shortened(max(last.seq, from-2))
	}
	return out, wrong
}

func (s *Store) damaged(what lang.Text) error {
	return s.address.said(record.ErrDamaged, what,
		lang.Sayf("khôi phục cơ sở dữ liệu từ bản sao lưu; «thidua verify» liệt kê chỗ hỏng",
			"restore the database from a backup; «thidua verify» lists what is wrong"))
}

// shortened says that a database has only some of what it once had: it was put back from a backup, or a server took
// over that had not got all of it.
func (s *Store) shortened(left int) error {
	return s.address.said(record.ErrShortened,
		lang.Sayf("đã ghi %d quyết định nhưng cơ sở dữ liệu chỉ còn %d",
			"%d decisions were recorded, but the database has only %d", s.tip.seq, left),
		lang.Sayf("lưu một bản từ chương trình này sang tệp, rồi đưa máy chủ có đủ quyết định trở lại",
			"save a copy from this program in a file, then bring the server back that has all of them"))
}
