package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"thidua/data/clean"
	"thidua/data/names"
	"thidua/data/record"
	"thidua/scoring/lang"
)

// Store is one meeting of a database, open for writing, by Create or OpenWriter, or for reading, by OpenReader.
type Store struct {
	address  *Address
	id       int // of the meeting
	readOnly bool

	turn chan struct{} // holds a value while nobody uses what follows: one at a time
	conn *session      // nil while there is none
	tip  end
	over bool
	skew atomic.Int64 // see Skew

	news
}

// end is the last entry that a store has seen: number and hash, zero before the first.
type end struct {
	seq  int
	hash string
}

var _ record.Shared = (*Store)(nil)

// Create makes a meeting of a name that is not taken in the database, with its first entries, at least one, and opens
// it for writing. What exists is fs.ErrExist. The tables are made where they are not there yet.
func Create(ctx context.Context, name string, first []record.Entry) (*Store, error) {
	a, err := Parse(name)
	if err == nil {
		err = a.needsMeeting()
	}
	if err != nil {
		return nil, err
	}
	if len(first) == 0 {
		return nil, a.said(record.ErrSequence,
			lang.Sayf("cuộc họp chưa có quyết định nào", "the meeting has no decision yet"),
			lang.Sayf("ghi quyết định mở đầu ngay khi tạo", "give the first one when making it"))
	}
	if err := record.Follow(a.shown, 0, "", first); err != nil {
		return nil, err
	}
	mark := rand.Text()
	for wait := newPause(); ; {
		s, err := a.create(ctx, first, mark)
		if err == nil || !errors.Is(err, record.ErrDoubt) {
			return s, err
		}
		if wait.next(ctx) != nil { // not known: asked again, the meeting is there with these entries or it is not
			return nil, err
		}
	}
}

func (a *Address) create(ctx context.Context, first []record.Entry, mark string) (*Store, error) {
	conn, err := dial(ctx, a)
	if err != nil {
		return nil, a.explain(err)
	}
	if err = migrate(ctx, conn, a); err == nil {
		err = a.checkDurable(ctx, conn)
	}
	if err == nil {
		err = a.insertMeeting(ctx, conn, first, mark)
	}
	if err != nil {
		conn.close()
		return nil, err
	}
	return a.find(ctx, conn, false)
}

// insertMeeting writes a whole meeting in one transaction.
func (a *Address) insertMeeting(ctx context.Context, conn *session, first []record.Entry, mark string) error {
	err := conn.together(ctx, func() error {
		id, err := conn.number(ctx, `INSERT INTO thidua.meetings (name, folded) VALUES ($1, $2) RETURNING id`,
			a.Meeting, names.Fold(a.Meeting))
		if err != nil {
			return err
		}
		for _, e := range first {
			if _, _, err := conn.query(ctx, nil, insertFirst, id, e.Seq, e.Body, e.Hash, mark); err != nil {
				return err
			}
		}
		return nil
	})
	switch {
	case err == nil:
		return nil
	case lost(err):
		return &record.Error{Path: a.shown, What: lang.Sayf(
			"mất liên lạc với cơ sở dữ liệu khi đang tạo cuộc họp: không biết đã tạo xong hay chưa",
			"the database went away while the meeting was made: it is not known whether it was"),
			Mend: lang.Sayf("xem bằng «thidua log»", "see with «thidua log»"), Err: record.ErrDoubt}
	case code(err) != codeUnique:
		return a.explain(err)
	}
	return a.taken(ctx, conn, first, mark)
}

// taken refuses a name that is taken, unless what is there was sent by this very call, which did not hear of it.
func (a *Address) taken(ctx context.Context, conn *session, first []record.Entry, mark string) error {
	newest := first[len(first)-1]
	sent, _, err := conn.text(ctx, `SELECT e.sent FROM thidua.entries e JOIN thidua.meetings m ON m.id = e.meeting
		WHERE m.folded = $1 AND e.seq = $2::bigint`, names.Fold(a.Meeting), newest.Seq)
	if err == nil && sent == mark {
		_, _, err = conn.query(ctx, nil, `UPDATE thidua.meetings SET barrier = barrier + 1 WHERE folded = $1`,
			names.Fold(a.Meeting))
		return a.explain(err)
	}
	if err != nil {
		return a.explain(err)
	}
	return a.said(fs.ErrExist,
		lang.Sayf("cơ sở dữ liệu đã có cuộc họp tên này, không ghi đè",
			"the database has a meeting of this name, which is not overwritten"),
		lang.Sayf("chọn tên khác, hoặc mở bằng «thidua open»", "choose another name, or open it with «thidua open»"))
}

// OpenWriter opens a meeting for reading and writing, beside whoever else has it open.
func OpenWriter(ctx context.Context, name string) (*Store, error) { return open(ctx, name, true) }

// OpenReader opens a meeting for reading.
func OpenReader(ctx context.Context, name string) (*Store, error) { return open(ctx, name, false) }

func open(ctx context.Context, name string, writing bool) (*Store, error) {
	a, err := Parse(name)
	if err == nil {
		err = a.needsMeeting()
	}
	if err != nil {
		return nil, err
	}
	conn, err := dial(ctx, a)
	if err != nil {
		return nil, a.explain(err)
	}
	if err := ready(ctx, conn, a, writing); err != nil {
		conn.close()
		return nil, err
	}
	return a.find(ctx, conn, !writing)
}

// Glance is how a meeting looks from outside: the same as long as nobody writes to it.
func Glance(name string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), answerWithin)
	defer cancel()
	s, err := OpenReader(ctx, name)
	if err != nil {
		return "", err
	}
	defer s.Close()
	return s.tip.hash, nil
}

// find makes a store of the meeting that an address names, on a connection that is its from then on.
func (a *Address) find(ctx context.Context, conn *session, readOnly bool) (*Store, error) {
	id, err := conn.number(ctx, `SELECT id FROM thidua.meetings WHERE folded = $1`, names.Fold(a.Meeting))
	if err == nil && id == 0 {
		err = a.noMeeting(ctx, conn)
	}
	if err != nil {
		conn.close()
		return nil, a.explain(err)
	}
	newest, err := a.newest(ctx, conn, id)
	if err != nil {
		conn.close()
		return nil, a.explain(err)
	}
	s := &Store{address: a, id: id, readOnly: readOnly, conn: conn, turn: make(chan struct{}, 1)}
	s.skew.Store(int64(conn.skew))
	s.news.begin()
	s.know(newest)
	s.turn <- struct{}{}
	return s, nil
}

// newest is the end of a record that is there; one without any decision is refused.
func (a *Address) newest(ctx context.Context, conn *session, id int) (end, error) {
	found, _, err := conn.query(ctx, nil,
		`SELECT seq, hash FROM thidua.entries WHERE meeting = $1::bigint ORDER BY seq DESC LIMIT 1`, id)
	if err != nil {
		return end{}, err
	}
	if len(found) == 0 {
		return end{}, a.said(record.ErrDamaged,
			lang.Sayf("cuộc họp không còn quyết định nào", "no decision of the meeting is left"),
			lang.Sayf("khôi phục cơ sở dữ liệu từ bản sao lưu", "restore the database from a backup"))
	}
	seq, err := strconv.Atoi(string(found[0][0]))
	return end{seq, string(found[0][1])}, err
}

// noMeeting says that a database has no such meeting, and which it has.
func (a *Address) noMeeting(ctx context.Context, conn *session) error {
	const most = 5
	found, _, err := conn.query(ctx, nil, `SELECT name FROM thidua.meetings ORDER BY id DESC LIMIT $1::bigint`, most)
	if err != nil {
		return err
	}
	var there []string
	for _, r := range found {
		there = append(there, "«"+clean.Show(string(r[0]))+"»")
	}
	slices.Sort(there)
	mend := lang.Sayf("kiểm tra lại tên; ở đó có %[1]s", "check the name; there are %[1]s", strings.Join(there, ", "))
	if len(there) == 0 {
		mend = lang.Sayf("tạo cuộc họp bằng «thidua new»", "make a meeting with «thidua new»")
	}
	return a.said(fs.ErrNotExist,
		lang.Sayf("cơ sở dữ liệu không có cuộc họp tên này", "the database has no meeting of this name"), mend)
}

// lock waits for the store's turn. It must be given back.
func (s *Store) lock(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-s.turn:
	}
	if s.over {
		s.unlock()
		return s.closed()
	}
	return nil
}

func (s *Store) unlock() { s.turn <- struct{}{} }

func (s *Store) closed() error {
	return s.address.said(fs.ErrClosed, lang.Sayf("nhật ký đã đóng", "the record is closed"),
		lang.Sayf("mở lại cuộc họp", "open the meeting again"))
}

// connected is the store's connection, made anew where it broke.
func (s *Store) connected(ctx context.Context) (*session, error) {
	if s.conn != nil && !s.conn.IsClosed() {
		return s.conn, nil
	}
	conn, err := dial(ctx, s.address)
	if err != nil {
		return nil, err
	}
	s.conn = conn
	s.skew.Store(int64(conn.skew))
	return conn, nil
}

// Skew is how far the database's clock is before this machine's. Hosts whose clocks are apart write times by the one
// that they have together.
func (s *Store) Skew() time.Duration { return time.Duration(s.skew.Load()) }

// know notes the end of the record.
func (s *Store) know(newest end) {
	s.tip = newest
	s.seen.Store(int64(newest.seq))
}

// drop lets go of a connection that broke.
func (s *Store) drop() {
	if s.conn != nil {
		s.conn.close()
		s.conn = nil
	}
}

// Close is record.Store's. Nothing is left to be written: what was not recorded by then is not.
func (s *Store) Close() error {
	s.news.end()
	<-s.turn
	defer s.unlock()
	if !s.over {
		s.over = true
		s.drop()
	}
	return nil
}

// pause is the time between two attempts to reach a database: it grows.
type pause struct{ d time.Duration }

func newPause() *pause { return &pause{10 * time.Millisecond} }

const longestPause = time.Second

// next waits; it fails when the context ends.
func (p *pause) next(ctx context.Context) error {
	t := time.NewTimer(p.d)
	defer t.Stop()
	p.d = min(p.d*2, longestPause)
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
