package postgres

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"github.com/jackc/pgx/v5/pgconn"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// insertFirst puts in the first entry of a record; insertNext one behind the entry with the number and the hash that
// its author had last, or none. Whoever puts in the same number at the same time waits for the other, and fails.
// Each has a mark of the call that sent it: of two equal entries of two hosts nothing else tells whose is there.
const (
	insertFirst = `INSERT INTO thidua.entries (meeting, seq, body, hash, sent)
		VALUES ($1::bigint, $2::bigint, $3, $4, $5)`
	insertNext = `INSERT INTO thidua.entries (meeting, seq, body, hash, sent)
		SELECT meeting, seq + 1, $3::bytea, $4::text, $5::text
		FROM thidua.entries WHERE meeting = $1::bigint AND seq = $2::bigint AND hash = $6::text`
	// notify tells the others. It is no part of the transaction: it would hold up all others of the database. Nor does
	// it wait for the disk: who does not hear of it asks by himself.
	notify = `SELECT set_config('synchronous_commit', 'off', true), pg_notify('thidua', $1)`
)

// Append is record.Store's; see record.Shared for what it does while the database is away.
func (s *Store) Append(ctx context.Context, entries []record.Entry) error {
	return s.AppendBeside(ctx, entries)
}

// AppendBeside is record.Ballots's.
func (s *Store) AppendBeside(ctx context.Context, entries []record.Entry, beside ...record.Beside) error {
	if err := s.lock(ctx); err != nil {
		return err
	}
	defer s.unlock()
	if s.readOnly {
		return s.address.said(record.ErrReadOnly, lang.Sayf("chỉ mở để xem", "open only to read"),
			lang.Sayf("mở để ghi rồi thử lại", "open it for writing, then try again"))
	}
	if err := record.Follow(s.address.shown, s.tip.seq, s.tip.hash, entries); err != nil || len(entries) == 0 {
		return err
	}
	ctx, stop := s.untilClosed(ctx)
	defer stop()
	sent, mark := false, rand.Text()
	for wait := newPause(); ; {
		asked, err := s.write(ctx, entries, mark, beside)
		sent = sent || asked
		if !lost(err) {
			if err == nil {
				newest := entries[len(entries)-1]
				s.know(end{newest.Seq, newest.Hash})
			}
			s.back()
			return s.address.explain(err)
		}
		s.drop()
		s.gone(err)
		if wait.next(ctx) != nil {
			return s.unanswered(sent)
		}
	}
}

// unanswered says that a database is away: of what was sent nobody knows whether it is recorded.
func (s *Store) unanswered(sent bool) error {
	mend := lang.Sayf("khi có lại cơ sở dữ liệu, xem bằng «thidua log» rồi mới ghi lại",
		"when the database is back, look with «thidua log» before you repeat it")
	if !sent {
		return s.address.said(record.ErrAway,
			lang.Sayf("không liên lạc được cơ sở dữ liệu, chưa ghi gì",
				"the database cannot be reached, nothing was recorded"),
			lang.Sayf("thử lại khi có lại", "try again when it is back"))
	}
	return s.address.said(record.ErrDoubt,
		lang.Sayf("mất liên lạc với cơ sở dữ liệu khi đang ghi: không biết đã ghi được hay chưa",
			"the database went away while this was sent: it is not known whether it was recorded"), mend)
}

// write sends entries and hears what became of them. sent reports whether the database may have them although it
// failed; an error of package record is final.
func (s *Store) write(ctx context.Context, entries []record.Entry, mark string, beside []record.Beside) (sent bool,
	err error) {
	conn, err := s.connected(ctx)
	if err != nil {
		return false, err
	}
	conn.warned = false
	var done bool
	if len(beside) > 0 {
		done, err = s.sendBeside(ctx, conn, entries, mark, beside)
	} else {
		done, err = s.send(ctx, conn, entries, mark)
	}
	switch c := code(err); {
	case err == nil && done && !conn.warned:
		return true, nil
	case c == codeSerialization, c == codeDeadlock: // the database asks for it to be tried again
		return s.write(ctx, entries, mark, beside)
	case err != nil && c != codeUnique:
		return true, err
	}
	return true, s.settle(ctx, conn, entries, mark)
}

// send puts entries, and word of them for others, into one message to the database. done is false where there is no
// entry that they could follow.
func (s *Store) send(ctx context.Context, conn *session, entries []record.Entry, mark string) (done bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	p := conn.StartPipeline(ctx)
	queue := func(sql string, args ...any) {
		params, formats := values(args)
		p.SendQueryParams(sql, params, nil, formats, nil)
	}
	queue(`BEGIN`)
	queue(durable)
	hash := s.tip.hash
	for _, e := range entries {
		if e.Seq == 1 {
			queue(insertFirst, s.id, e.Seq, e.Body, e.Hash, mark)
		} else {
			queue(insertNext, s.id, e.Seq-1, e.Body, e.Hash, mark, hash)
		}
		hash = e.Hash
	}
	queue(`COMMIT`)
	p.SendPipelineSync()
	queue(notify, fmt.Sprint(s.id, " ", entries[len(entries)-1].Seq))
	if err := p.Sync(); err != nil {
		return false, errors.Join(err, p.Close())
	}
	if done, err = committed(p); err == nil {
		_ = p.Close() // what became of the word to others: who does not get it asks by himself
		return done, nil
	}
	_ = p.Close()
	if !lost(err) {
		err = errors.Join(err, conn.exec(ctx, `ROLLBACK`))
	}
	return false, err
}

// committed reads the answers to a transaction; done is whether its last entry went in.
func committed(p *pgconn.Pipeline) (done bool, err error) {
	for {
		switch r, err := p.GetResults(); r := r.(type) {
		case *pgconn.ResultReader:
			tag, err := r.Close()
			if err != nil {
				return false, err
			}
			if tag.Insert() {
				done = tag.RowsAffected() == 1
			}
		case *pgconn.PipelineSync:
			return done, nil
		default:
			if err == nil {
				err = io.ErrUnexpectedEOF
			}
			return false, err
		}
	}
}

// settle finds out what is in the place of entries that did not go in, or of which the database warned when they did.
// Where it is these very entries they were sent before, and are recorded now: one more write makes sure that they are
// also where the database keeps its second copy.
func (s *Store) settle(ctx context.Context, conn *session, entries []record.Entry, mark string) error {
	newest := entries[len(entries)-1]
	sent, _, err := conn.text(ctx, `SELECT sent FROM thidua.entries WHERE meeting = $1::bigint AND seq = $2::bigint
		AND hash = $3`, s.id, newest.Seq, newest.Hash)
	switch {
	case err != nil:
		return err
	case sent == mark:
		return conn.together(ctx, func() error {
			_, _, err := conn.query(ctx, nil, `UPDATE thidua.meetings SET barrier = barrier + 1 WHERE id = $1::bigint`,
				s.id)
			return err
		})
	}
	if err := s.checkTip(ctx, conn); err != nil {
		return err
	}
	return &record.Error{Path: s.address.shown,
		What: lang.Sayf("máy khác vừa ghi quyết định số %d", "another host has just recorded decision %d",
			entries[0].Seq),
		Mend: lang.Sayf("đọc lại nhật ký rồi ghi lại", "read the record again, then repeat"),
		Err:  errors.Join(record.ErrConflict, record.ErrSequence)}
}

// hashOf is the hash of an entry, as the database has it.
func (s *Store) hashOf(ctx context.Context, conn *session, seq int) (hash string, there bool, err error) {
	return conn.text(ctx, `SELECT hash FROM thidua.entries WHERE meeting = $1::bigint AND seq = $2::bigint`, s.id, seq)
}

// checkTip refuses a database that lacks, or has otherwise, what the store has seen in it.
func (s *Store) checkTip(ctx context.Context, conn *session) error {
	if s.tip.seq == 0 {
		return nil
	}
	hash, there, err := s.hashOf(ctx, conn, s.tip.seq)
	switch {
	case err != nil:
		return err
	case !there:
		n, err := conn.number(ctx, `SELECT max(seq) FROM thidua.entries WHERE meeting = $1::bigint`, s.id)
		if err != nil {
			return err
		}
		return s.shortened(n)
	case hash != s.tip.hash:
		return s.damaged(lang.Sayf("quyết định số %d đã bị thay", "decision %d has been replaced", s.tip.seq))
	}
	return nil
}
