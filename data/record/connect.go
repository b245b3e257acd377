package record

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
)

// patience is how long, in milliseconds, SQLite waits for another process that reads or recovers the file at this
// moment.
const patience = 5000

// access is what a connection may do; it is SQLite's URI parameter.
type access string

const (
	toRead  access = "mode=ro"
	toWrite access = "mode=rw"             // never makes a file
	toPeek  access = "mode=ro&immutable=1" // the main file alone, without locks, journals or anything made beside it
)

// dsn names a file to the driver. Every byte of the path that could mean something in a URI is written as %XX.
func dsn(path string, a access) string {
	var b strings.Builder
	b.WriteString("file://")
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/...
		b.WriteByte('/')
	}
	for i := range len(path) {
		switch c := path[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("/-._~:", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	fmt.Fprintf(&b, "?%s&_defensive=1&_error_rc=1&_pragma=busy_timeout(%d)", a, patience)
	for _, p := range []string{"synchronous(FULL)", "fullfsync(1)", "checkpoint_fullfsync(1)", "trusted_schema(0)",
		"cell_size_check(1)"} {
		b.WriteString("&_pragma=" + p)
	}
	return b.String()
}

// link is the one connection to a file.
type link struct {
	db    *sql.DB
	conn  *sql.Conn
	stmts []*sql.Stmt // prepared, to be closed: one left open would keep the file open
}

func connect(ctx context.Context, path string, a access) (*link, error) {
	c, err := sqlite.NewConnector(dsn(path, a))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(c)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &link{db: db, conn: conn}, nil
}

func (l *link) close() error {
	var err error
	for _, s := range l.stmts {
		err = errors.Join(err, s.Close())
	}
	return errors.Join(err, l.conn.Close(), l.db.Close())
}

func (l *link) prepare(query string) (*sql.Stmt, error) {
	s, err := l.conn.PrepareContext(context.Background(), query)
	if err == nil {
		l.stmts = append(l.stmts, s)
	}
	return s, err
}

// exec runs statements that give nothing back. Like every statement here it is not interrupted by a context: the driver
// would say that a commit was cancelled when it was done.
func (l *link) exec(statements ...string) error {
	for _, s := range statements {
		if _, err := l.conn.ExecContext(context.Background(), s); err != nil {
			return err
		}
	}
	return nil
}

// get reads one value.
func get[T any](l *link, query string, args ...any) (T, error) {
	var v T
	err := l.conn.QueryRowContext(context.Background(), query, args...).Scan(&v)
	return v, err
}

// mayWrite fails where the file cannot be written. It changes nothing.
func (l *link) mayWrite() error { return l.exec(`UPDATE entries SET hash = hash WHERE 0`) }

// newest is the last entry of the record on a connection.
func (l *link) newest() (head, error) {
	var h head
	err := l.conn.QueryRowContext(context.Background(), lastEntry).Scan(&h.seq, &h.hash)
	return h, err
}
