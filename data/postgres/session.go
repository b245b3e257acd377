package postgres

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// answerWithin is how long a database has to answer before its connection counts as broken.
const answerWithin = 10 * time.Second

// session is one connection to a database. It is for one goroutine at a time.
type session struct {
	*pgconn.PgConn
	heard  []string // what came by LISTEN and was not looked at yet
	warned bool     // the server warned of something since this was last cleared
	skew   time.Duration
}

// dial connects to the first server of an address that takes it.
func dial(ctx context.Context, a *Address) (*session, error) {
	s := &session{}
	c := a.config.Copy()
	c.OnNotification = func(_ *pgconn.PgConn, n *pgconn.Notification) { s.heard = append(s.heard, n.Payload) }
	c.OnNotice = func(_ *pgconn.PgConn, n *pgconn.Notice) {
		s.warned = s.warned || n.SeverityUnlocalized == "WARNING"
	}
	conn, err := pgconn.ConnectConfig(ctx, c)
	if err != nil {
		return nil, err
	}
	s.PgConn = conn
	// so that a server does not keep for hours what a machine began that is gone; not every server knows all of them
	_, _, _ = s.query(ctx, nil, `SELECT set_config('tcp_keepalives_idle', '5', false),
		set_config('tcp_keepalives_interval', '2', false), set_config('tcp_keepalives_count', '3', false),
		set_config('idle_in_transaction_session_timeout', '10s', false)`)
	s.compareClocks(ctx)
	return s, nil
}

// compareClocks finds out how far the server's clock is before this machine's, to half the time of the question.
func (s *session) compareClocks(ctx context.Context) {
	asked := time.Now()
	said, ok, err := s.text(ctx, `SELECT extract(epoch FROM clock_timestamp())::text`)
	took := time.Since(asked)
	if at, bad := strconv.ParseFloat(said, 64); ok && err == nil && bad == nil {
		s.skew = time.UnixMicro(int64(at * 1e6)).Sub(asked.Add(took / 2))
	}
}

// close lets go of a connection. It does not wait long for a server that does not answer.
func (s *session) close() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = s.PgConn.Close(ctx)
}

// rows are what a statement gave, each value as text or, of a column of bytes, as they are.
type rows [][][]byte

// values makes the parameters of a statement: text, numbers, bytes, nil.
func values(args []any) (params [][]byte, formats []int16) {
	for _, a := range args {
		format := int16(0)
		var p []byte
		switch a := a.(type) {
		case string:
			p = []byte(a)
		case int:
			p = strconv.AppendInt(nil, int64(a), 10)
		case []byte:
			p, format = a, 1
		}
		params, formats = append(params, p), append(formats, format)
	}
	return params, formats
}

// asText and asBytes are what columns are asked for as; a list of one stands for all columns.
const (
	asText  int16 = 0
	asBytes int16 = 1
)

// query carries out one statement and gives its rows, with how many it touched.
func (s *session) query(ctx context.Context, columns []int16, sql string, args ...any) (rows, int, error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	params, formats := values(args)
	res := s.ExecParams(ctx, sql, params, nil, formats, columns).Read()
	return res.Rows, int(res.CommandTag.RowsAffected()), res.Err
}

// exec carries out statements, each by itself.
func (s *session) exec(ctx context.Context, statements ...string) error {
	for _, sql := range statements {
		if _, _, err := s.query(ctx, nil, sql); err != nil {
			return err
		}
	}
	return nil
}

// text is the first value of the first row of a statement; ok is false where there is none, or it is null.
func (s *session) text(ctx context.Context, sql string, args ...any) (string, bool, error) {
	r, _, err := s.query(ctx, nil, sql, args...)
	if err != nil || len(r) == 0 || r[0][0] == nil {
		return "", false, err
	}
	return string(r[0][0]), true, nil
}

// number is text for a number, 0 where there is none.
func (s *session) number(ctx context.Context, sql string, args ...any) (int, error) {
	t, ok, err := s.text(ctx, sql, args...)
	if err != nil || !ok {
		return 0, err
	}
	return strconv.Atoi(t)
}

// together carries out what f does as one transaction, which lasts when it returns nil, also where the database's own
// default is that it may not.
func (s *session) together(ctx context.Context, f func() error) error {
	if err := s.exec(ctx, `BEGIN`); err != nil {
		return err
	}
	_, _, err := s.query(ctx, nil, durable)
	if err == nil {
		err = f()
	}
	if err != nil {
		return errors.Join(err, s.exec(ctx, `ROLLBACK`))
	}
	return s.exec(ctx, `COMMIT`)
}

// durable makes the transaction that runs wait for the disk, and for a synchronous standby; what waits longer already
// (remote_apply) is left so.
const durable = `SELECT set_config('synchronous_commit',
	CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, true)`
