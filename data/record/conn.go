package record

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
)

// busyTimeout is how long, in milliseconds, SQLite waits for another process that reads or recovers the file at this
// moment.
const busyTimeout = 5000

// mode is what a connection may do; it is SQLite's URI parameter.
type mode string

const (
	readOnly  mode = "mode=ro"
	readWrite mode = "mode=rw"             // never makes a file
	immutable mode = "mode=ro&immutable=1" // the main file alone, without locks, journals or anything made beside it
)

// dsn names a file to the driver, as a URI whose parameters say how it is opened.
func dsn(path string, m mode) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/...
		path = "/" + path
	}
	q := url.Values{"_defensive": {"1"}, "_error_rc": {"1"}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", busyTimeout),
		"synchronous(FULL)", "fullfsync(1)", "checkpoint_fullfsync(1)", "trusted_schema(0)", "cell_size_check(1)",
	}}
	u := url.URL{Scheme: "file", Path: path, RawQuery: string(m) + "&" + q.Encode()}
	return u.String()
}

// conn is the one connection to a file.
type conn struct {
	db    *sql.DB
	c     *sql.Conn
	stmts []*sql.Stmt // prepared, to be closed: one left open would keep the file open
}

func connect(ctx context.Context, path string, m mode) (*conn, error) {
	c, err := sqlite.NewConnector(dsn(path, m))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(c)
	one, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &conn{db: db, c: one}, nil
}

func (c *conn) close() error {
	var err error
	for _, s := range c.stmts {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, c.c.Close(), c.db.Close())
}

func (c *conn) prepare(query string) (*sql.Stmt, error) {
	s, err := c.c.PrepareContext(context.Background(), query)
	if err == nil {
		c.stmts = append(c.stmts, s)
	}
	return s, err
}

// exec runs statements that give nothing back. Like every statement here it is not interrupted by a context: the driver
// would say that a commit was cancelled when it was done.
func (c *conn) exec(statements ...string) error {
	for _, s := range statements {
		if _, err := c.c.ExecContext(context.Background(), s); err != nil {
			return err
		}
	}
	return nil
}

// get reads one value.
func get[T any](c *conn, query string, args ...any) (T, error) {
	var v T
	err := c.c.QueryRowContext(context.Background(), query, args...).Scan(&v)
	return v, err
}

// checkWritable fails where the file cannot be written. It changes nothing.
func (c *conn) checkWritable() error { return c.exec(`UPDATE entries SET hash = hash WHERE 0`) }

// last is the last entry of the record on a connection.
func (c *conn) last() (tip, error) {
	var h tip
	err := c.c.QueryRowContext(context.Background(), lastEntry).Scan(&h.seq, &h.hash)
	return h, err
}

// walSize is how many bytes the -wal file must have at least for what is in use of it.
func (c *conn) walSize() (int64, error) {
	const header, frameHeader = 32, 24
	var busy, moved int
	var frames int64
	err := c.c.QueryRowContext(context.Background(), `PRAGMA wal_checkpoint(NOOP)`).Scan(&busy, &frames, &moved)
	if err != nil || frames <= 0 {
		return 0, err
	}
	return header + frames*(frameHeader+pageSize), nil
}
