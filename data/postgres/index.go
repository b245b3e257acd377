package postgres

import (
	"context"
	"encoding/binary"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// Index is a database as the list of its meetings, on one connection however many they are.
type Index struct {
	address *Address
	base    string // the address without a meeting

	mu      sync.Mutex // held while the connection is used
	conn    *session
	listens bool
}

// Listed is a meeting of a database, with the end of its record.
type Listed struct {
	Name    string // as it is kept
	Address string // by which it is opened
	ID      int
	Seq     int
	Hash    string
}

// OpenIndex opens the list of meetings of a database; its address names none.
func OpenIndex(ctx context.Context, name string) (*Index, error) {
	a, err := Parse(name)
	if err != nil {
		return nil, err
	}
	if a.Meeting != "" {
		return nil, a.wrong(lang.Sayf("địa chỉ nêu một cuộc họp; ở đây cần cả cơ sở dữ liệu",
			"the address names one meeting; here the whole database is wanted"))
	}
	x := &Index{address: a, base: name}
	if err := x.dial(ctx); err != nil {
		return nil, a.explain(err)
	}
	if err := ready(ctx, x.conn, a, false); err != nil {
		x.conn.close()
		return nil, err
	}
	return x, nil
}

// dial connects anew. The database tells of what is new, where it can.
func (x *Index) dial(ctx context.Context) error {
	conn, err := dial(ctx, x.address)
	if err != nil {
		return err
	}
	err = conn.exec(ctx, `LISTEN thidua`)
	if lost(err) {
		conn.close()
		return err
	}
	x.conn, x.listens = conn, err == nil
	return nil
}

// connected is the connection, made anew where it broke.
func (x *Index) connected(ctx context.Context) (*session, error) {
	if x.conn == nil || x.conn.IsClosed() {
		if err := x.dial(ctx); err != nil {
			return nil, err
		}
	}
	return x.conn, nil
}

// List is all meetings, in the order in which they were made.
func (x *Index) List(ctx context.Context) ([]Listed, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	conn, err := x.connected(ctx)
	if err != nil {
		return nil, x.address.explain(err)
	}
	found, _, err := conn.query(ctx, nil, `SELECT m.id, m.name, e.seq, e.hash FROM thidua.meetings m,
		LATERAL (SELECT seq, hash FROM thidua.entries WHERE meeting = m.id ORDER BY seq DESC LIMIT 1) e ORDER BY m.id`)
	if err != nil {
		return nil, x.failed(err)
	}
	conn.heard = nil // whatever it was about is in the list
	out := make([]Listed, len(found))
	for i, r := range found {
		id, _ := strconv.Atoi(string(r[0]))
		seq, _ := strconv.Atoi(string(r[2]))
		out[i] = Listed{Name: string(r[1]), Address: x.addressOf(string(r[1])), ID: id, Seq: seq, Hash: string(r[3])}
	}
	return out, nil
}

// Entries reads a meeting's record from a number on.
func (x *Index) Entries(ctx context.Context, id, from int) ([]record.Entry, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	conn, err := x.connected(ctx)
	if err != nil {
		return nil, x.address.explain(err)
	}
	found, _, err := conn.query(ctx, []int16{asBytes}, readEntries, id, from)
	if err != nil {
		return nil, x.failed(err)
	}
	out := make([]record.Entry, len(found))
	for i, r := range found {
		out[i] = record.Entry{Seq: int(binary.BigEndian.Uint64(r[0])), Body: r[1], Hash: string(r[2])}
	}
	return out, nil
}

// Wait waits until somebody has recorded something, or so long; less where the database does not tell.
func (x *Index) Wait(ctx context.Context, longest time.Duration) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if !x.listens {
		longest = min(longest, askOnly)
	}
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	if x.conn == nil || x.conn.IsClosed() || !x.listens {
		<-ctx.Done()
		return
	}
	if len(x.conn.heard) == 0 {
		_ = x.conn.WaitForNotification(ctx)
	}
	x.conn.heard = nil
}

// failed drops a connection that broke.
func (x *Index) failed(err error) error {
	if lost(err) && x.conn != nil {
		x.conn.close()
		x.conn = nil
	}
	return x.address.explain(err)
}

// addressOf is the address of a meeting.
func (x *Index) addressOf(meeting string) string {
	sep := "?"
	if strings.Contains(x.base, "?") {
		sep = "&"
	}
	return fmt.Sprint(x.base, sep, "meeting=", url.QueryEscape(meeting))
}

// Close lets go of the database.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.conn != nil {
		x.conn.close()
	}
	return nil
}
