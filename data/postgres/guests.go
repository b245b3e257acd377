package postgres

import (
	"context"
	"strconv"
	"sync"

	"thidua/data/names"
)

// Guests is the list of who is invited to a meeting, as one text that says nothing to a database. It may be used by
// several goroutines.
type Guests struct {
	address *Address

	mu   sync.Mutex
	conn *session // nil while there is none
	id   int
}

// OpenGuests is the list of a meeting of an address. It connects when it is first asked.
func OpenGuests(name string) (*Guests, error) {
	a, err := Parse(name)
	if err == nil {
		err = a.needsMeeting()
	}
	if err != nil {
		return nil, err
	}
	return &Guests{address: a}, nil
}

// Close lets go of the connection.
func (g *Guests) Close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.drop()
}

func (g *Guests) drop() {
	if g.conn != nil {
		g.conn.close()
		g.conn = nil
	}
}

// connected connects where there is no connection, and finds the meeting.
func (g *Guests) connected(ctx context.Context) (*session, error) {
	if g.conn != nil && !g.conn.IsClosed() {
		return g.conn, nil
	}
	conn, err := dial(ctx, g.address)
	if err != nil {
		return nil, err
	}
	g.conn = conn
	if err := ready(ctx, conn, g.address, false); err != nil {
		return nil, err
	}
	g.id, err = conn.number(ctx, `SELECT id FROM thidua.meetings WHERE folded = $1`, names.Fold(g.address.Meeting))
	if err == nil && g.id == 0 {
		err = g.address.noMeeting(ctx, conn)
	}
	return conn, err
}

// once carries out f on the connection; where that broke while nobody used it, on a new one.
func (g *Guests) once(ctx context.Context, f func(*session) error) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	fresh := g.conn == nil
	for {
		conn, err := g.connected(ctx)
		if err == nil {
			err = f(conn)
		}
		if err == nil {
			return nil
		}
		g.drop()
		if fresh || !lost(err) {
			return g.address.explain(err)
		}
		fresh = true
	}
}

// Version is a number that is another after every change of the list, 0 before the first.
func (g *Guests) Version(ctx context.Context) (n int, err error) {
	err = g.once(ctx, func(conn *session) (err error) {
		n, err = conn.number(ctx, `SELECT version FROM thidua.guests WHERE meeting = $1::bigint`, g.id)
		return err
	})
	return n, err
}

// Load is the list as it is, empty before the first change.
func (g *Guests) Load(ctx context.Context) (list []byte, err error) {
	err = g.once(ctx, func(conn *session) error {
		found, _, err := conn.query(ctx, []int16{asBytes}, `SELECT list FROM thidua.guests WHERE meeting = $1::bigint`,
			g.id)
		if err == nil && len(found) > 0 {
			list = found[0][0]
		}
		return err
	})
	return list, err
}

// Change replaces the list by what f makes of it, while nobody else can; nil leaves it as it is. An error of f is
// returned and changes nothing.
func (g *Guests) Change(ctx context.Context, f func(list []byte) ([]byte, error)) error {
	var failed error
	err := g.once(ctx, func(conn *session) error {
		return conn.together(ctx, func() error {
			if _, _, err := conn.query(ctx, nil, `INSERT INTO thidua.guests (meeting, list, version)
				VALUES ($1::bigint, $2, 0) ON CONFLICT (meeting) DO NOTHING`, g.id, []byte{}); err != nil {
				return err
			}
			found, _, err := conn.query(ctx, []int16{asBytes},
				`SELECT list FROM thidua.guests WHERE meeting = $1::bigint FOR UPDATE`, g.id)
			if err != nil {
				return err
			}
			var next []byte
			if next, failed = f(found[0][0]); failed != nil || next == nil {
				return nil
			}
			_, _, err = conn.query(ctx, nil, `UPDATE thidua.guests SET list = $2, version = version + 1
				WHERE meeting = $1::bigint`, strconv.Itoa(g.id), next)
			return err
		})
	})
	if failed != nil {
		return failed
	}
	return err
}
