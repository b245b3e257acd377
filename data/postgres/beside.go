package postgres

import (
	"context"
	"errors"
	"fmt"

	"thidua/data/record"
)

// errMoved is that something that was to be continued, or counted, is not as it was.
var errMoved = errors.New("it is not as it was")

// sendBeside is send for entries with which something becomes of ballots. One thing after the other is made sure of:
// an end of a vote without its entry, or an entry without the end of the vote, must never be.
func (s *Store) sendBeside(ctx context.Context, conn *session, entries []record.Entry, mark string,
	beside []record.Beside) (done bool, err error) {
	err = conn.together(ctx, func() error {
		last := s.tip
		for _, e := range entries {
			n, err := 1, error(nil)
			if e.Seq == 1 {
				_, n, err = conn.query(ctx, nil, insertFirst, s.id, e.Seq, e.Body, e.Hash, mark)
			} else {
				_, n, err = conn.query(ctx, nil, insertNext, s.id, last.seq, e.Body, e.Hash, mark, last.hash)
			}
			if err == nil && n != 1 {
				err = errMoved
			}
			if err != nil {
				return err
			}
			last = end{e.Seq, e.Hash}
		}
		for _, b := range beside {
			if err := s.besides(ctx, conn, b); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, errMoved) && !conn.IsClosed() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	_, _, _ = conn.query(ctx, nil, notify, fmt.Sprint(s.id, " ", entries[len(entries)-1].Seq))
	return true, nil
}

// besides does what becomes of a vote's ballots, in the transaction that runs.
func (s *Store) besides(ctx context.Context, conn *session, b record.Beside) error {
	switch {
	case b.Issue != nil:
		return s.issue(ctx, conn, b.Vote, b.Issue)
	case b.Drop:
		return s.dropBallots(ctx, conn, b.Vote)
	}
	n, err := conn.number(ctx, `SELECT version FROM `+votesOf(b.Vote)+where+` FOR UPDATE`, s.id, b.Vote.Opened)
	if err == nil && n != b.Count {
		err = errMoved
	}
	if err == nil {
		err = s.dropBallots(ctx, conn, b.Vote)
	}
	return err
}

// issue begins a vote. What another program may have left of an earlier one goes.
func (s *Store) issue(ctx context.Context, conn *session, v record.OpenVote, i *record.Issue) error {
	for _, old := range []record.OpenVote{{}, {Secret: true}} {
		for _, table := range append(ballotsOf(old), votesOf(old)) {
			if _, _, err := conn.query(ctx, nil, `DELETE FROM `+table+` WHERE meeting = $1::bigint`, s.id); err != nil {
				return err
			}
		}
	}
	_, _, err := conn.query(ctx, nil, `INSERT INTO `+votesOf(v)+` (meeting, opened, version, about, beside)
		VALUES ($1::bigint, $2::bigint, 1, $3, $4)`, s.id, v.Opened, i.About, []byte{})
	if v.Secret {
		for _, c := range i.Choices {
			if err == nil {
				_, _, err = conn.query(ctx, nil, `INSERT INTO thidua.secret_counts (meeting, opened, choice, n)
					VALUES ($1::bigint, $2::bigint, $3, 0)`, s.id, v.Opened, c)
			}
		}
	}
	return err
}

// dropBallots leaves nothing of a vote.
func (s *Store) dropBallots(ctx context.Context, conn *session, v record.OpenVote) error {
	for _, table := range append(ballotsOf(v), votesOf(v)) {
		if _, _, err := conn.query(ctx, nil, `DELETE FROM `+table+where, s.id, v.Opened); err != nil {
			return err
		}
	}
	return nil
}
