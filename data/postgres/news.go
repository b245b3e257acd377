package postgres

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// How often a store asks whether others have appended: where the database tells by itself, in case word was lost, and
// where it does not.
const (
	askBeside = 2 * time.Second
	askOnly   = 50 * time.Millisecond
	// aliveWithin is how long the database has to answer that question.
	aliveWithin = 3 * time.Second
)

// news is what a store hears of others, and whether the database is there. It listens on a connection of its own from
// when it is first asked for until the store is closed.
type news struct {
	ctx   context.Context // ends with the store
	end   context.CancelFunc
	heard chan struct{} // holds one
	seen  atomic.Int64  // the last entry that whoever uses the store knows of
	votes atomic.Int64  // the last state of ballots that the store has told of

	mu      sync.Mutex
	away    error
	listens bool
	over    bool // heard is closed
}

func (n *news) begin() {
	n.ctx, n.end = context.WithCancel(context.Background())
	n.heard = make(chan struct{}, 1)
}

// untilClosed is a context that ends also when the store is closed.
func (n *news) untilClosed(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(n.ctx, cancel)
	return ctx, func() { stop(); cancel() }
}

// News is record.Shared's.
func (s *Store) News() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.listens {
		s.listens = true
		go s.listen()
	}
	return s.heard
}

// Away is record.Shared's.
func (s *Store) Away() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.away
}

func (n *news) tell() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.over {
		return
	}
	select {
	case n.heard <- struct{}{}:
	default:
	}
}

// gone notes that the database cannot be reached.
func (s *Store) gone(err error) {
	if s.ctx.Err() != nil || errors.Is(err, context.Canceled) {
		return
	}
	s.mu.Lock()
	was := s.away
	s.away = s.address.explain(err)
	s.mu.Unlock()
	if was == nil {
		s.tell()
	}
}

// back notes that it can.
func (s *Store) back() {
	s.mu.Lock()
	was := s.away
	s.away = nil
	s.mu.Unlock()
	if was != nil {
		s.tell()
	}
}

// listen hears of others until the store is closed.
func (s *Store) listen() {
	defer func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.news.over = true // not the store's own, which is under its turn
		close(s.heard)
	}()
	for wait := newPause(); ; {
		err := s.hear(wait)
		if s.ctx.Err() != nil {
			return
		}
		s.gone(err)
		if wait.next(s.ctx) != nil {
			return
		}
	}
}

// hear listens on one connection until it breaks.
func (s *Store) hear(wait *pause) error {
	conn, err := dial(s.ctx, s.address)
	if err != nil {
		return err
	}
	defer conn.close()
	every := askBeside
	if err := conn.exec(s.ctx, `LISTEN thidua`); lost(err) {
		return err
	} else if err != nil { // a database that does not know it
		every = askOnly
	}
	*wait = *newPause()
	for {
		newest, err := s.newest(conn)
		if err != nil {
			return err
		}
		s.back()
		cast, err := s.ballotState(conn)
		if err != nil {
			return err
		}
		if int64(newest) != s.seen.Load() || s.votes.Swap(int64(cast)) != int64(cast) {
			s.tell()
		}
		for asked := time.Now(); time.Since(asked) < every; {
			if err := s.wait(conn, every-time.Since(asked)); err != nil {
				return err
			}
		}
	}
}

// newest is the number of the last entry that the database has.
func (s *Store) newest(conn *session) (int, error) {
	ctx, cancel := context.WithTimeout(s.ctx, aliveWithin)
	defer cancel()
	return conn.number(ctx, `SELECT seq FROM thidua.entries WHERE meeting = $1::bigint ORDER BY seq DESC LIMIT 1`, s.id)
}

// ballotState is a number that is another after ballots have come in. Who may only read has no right to it.
func (s *Store) ballotState(conn *session) (int, error) {
	if s.readOnly {
		return 0, nil
	}
	ctx, cancel := context.WithTimeout(s.ctx, aliveWithin)
	defer cancel()
	n, err := conn.number(ctx, `SELECT coalesce(sum(version), 0) FROM (
		SELECT version FROM thidua.votes WHERE meeting = $1::bigint UNION ALL
		SELECT version FROM thidua.secret_votes WHERE meeting = $1::bigint) AS open`, s.id)
	if err != nil && !lost(err) {
		return 0, nil
	}
	return n, err
}

// wait waits for word of this meeting, at most so long.
func (s *Store) wait(conn *session, longest time.Duration) error {
	ctx, cancel := context.WithTimeout(s.ctx, longest)
	defer cancel()
	err := conn.WaitForNotification(ctx)
	for _, about := range conn.heard {
		var id, seq, cast int // of a decision two numbers; of a ballot the decision that opened the vote, and a third
		n, _ := fmt.Sscan(about, &id, &seq, &cast)
		if id == s.id && (n == 3 && !s.readOnly || n == 2 && int64(seq) > s.seen.Load()) {
			s.tell()
		}
	}
	conn.heard = nil
	if s.ctx.Err() == nil && ctx.Err() != nil && !conn.IsClosed() {
		return nil // only the time was over
	}
	return err
}
