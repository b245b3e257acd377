package postgres

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/data/record"
	"thidua/scoring/lang"
)

var _ record.Ballots = (*Store)(nil)

// where says in SQL which vote is meant: its parameters are the first two.
const where = ` WHERE meeting = $1::bigint AND opened = $2::bigint`

// until carries out f until the database has answered it, or ctx ends.
func (s *Store) until(ctx context.Context, f func(ctx context.Context, conn *session) error) error {
	if err := s.lock(ctx); err != nil {
		return err
	}
	defer s.unlock()
	ctx, stop := s.untilClosed(ctx)
	defer stop()
	sent := false
	for wait := newPause(); ; {
		conn, err := s.connected(ctx)
		if err == nil {
			sent = true
			err = f(ctx, conn)
		}
		if c := code(err); c == codeSerialization || c == codeDeadlock {
			continue
		}
		if !lost(err) {
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

// change carries out f in a transaction that makes the next version of a vote's ballots, and tells the others.
// Whoever changes the same vote at the same time waits.
func (s *Store) change(ctx context.Context, v record.OpenVote, f func(*session) error) error {
	return s.until(ctx, func(ctx context.Context, conn *session) error {
		version := 0
		err := conn.together(ctx, func() (err error) {
			version, err = conn.number(ctx,
				`UPDATE `+votesOf(v)+` SET version = version + 1`+where+` RETURNING version`,
				s.id, v.Opened)
			if err == nil && version == 0 {
				err = s.noBallots(v)
			}
			if err == nil {
				err = f(conn)
			}
			return err
		})
		if err == nil {
			s.notifyBallots(ctx, conn, v, version)
		}
		return err
	})
}

// notifyBallots tells the others of a change; who does not hear of it asks by himself.
func (s *Store) notifyBallots(ctx context.Context, conn *session, v record.OpenVote, version int) {
	_, _, _ = conn.query(ctx, nil, notify, fmt.Sprint(s.id, " ", v.Opened, " ", version))
}

// Take is record.Ballots's. Each ballot has a mark of the call that sent it: sent once more after the connection broke,
// it is known again.
func (s *Store) Take(ctx context.Context, v record.OpenVote, b record.Slip) error {
	mark := rand.Text()
	return s.change(ctx, v, func(conn *session) error {
		n, err := s.insertBallot(ctx, conn, v, b, mark)
		if err != nil || n == 1 && !v.Secret {
			return err
		}
		if n == 0 {
			return s.ballotIsIn(ctx, conn, v, b, mark)
		}
		_, n, err = conn.query(ctx, nil, `UPDATE thidua.secret_counts SET n = n + 1`+where+` AND choice = $3`,
			s.id, v.Opened, b.Choice)
		if err == nil && n == 0 {
			err = s.address.said(record.ErrForm, lang.Sayf("không có lựa chọn này", "there is no such choice"),
				lang.Text{})
		}
		return err
	})
}

// insertBallot puts in that a unit has voted, and in an open vote how; n is 0 where its ballot is in already.
func (s *Store) insertBallot(ctx context.Context, conn *session, v record.OpenVote, b record.Slip, mark string) (n int,
	err error) {
	switch {
	case v.Secret:
		_, n, err = conn.query(ctx, nil, `INSERT INTO thidua.secret_ballots (meeting, opened, unit, sent)
			VALUES ($1::bigint, $2::bigint, $3, $4) ON CONFLICT DO NOTHING`, s.id, v.Opened, b.Unit, mark)
	case b.Own:
		_, n, err = conn.query(ctx, nil, `INSERT INTO thidua.ballots (meeting, opened, unit, choice, own, sent)
			VALUES ($1::bigint, $2::bigint, $3, $4, true, $5) ON CONFLICT DO NOTHING`, s.id, v.Opened, b.Unit,
			b.Choice, mark)
	default:
		_, n, err = conn.query(ctx, nil, `INSERT INTO thidua.ballots (meeting, opened, unit, choice, own, sent)
			VALUES ($1::bigint, $2::bigint, $3, $4, false, $5) ON CONFLICT (meeting, opened, unit)
			DO UPDATE SET choice = excluded.choice, sent = excluded.sent WHERE NOT thidua.ballots.own`, s.id, v.Opened,
			b.Unit, b.Choice, mark)
	}
	return n, err
}

// ballotIsIn refuses a second ballot of a unit, unless it is this very one, sent before.
func (s *Store) ballotIsIn(ctx context.Context, conn *session, v record.OpenVote, b record.Slip, mark string) error {
	sent, _, err := conn.text(ctx, `SELECT sent FROM `+ballotsOf(v)[0]+where+` AND unit = $3`, s.id, v.Opened, b.Unit)
	if err != nil || sent == mark {
		return err
	}
	return s.address.said(record.ErrBallotIn, lang.Sayf("%s đã bỏ phiếu rồi", "%s has voted already", b.Unit),
		lang.Sayf("mỗi đơn vị một phiếu", "each unit has one ballot"))
}

// Withdraw is record.Ballots's.
func (s *Store) Withdraw(ctx context.Context, v record.OpenVote, unit string) error {
	return s.change(ctx, v, func(conn *session) error {
		if v.Secret {
			return s.noneCalled(unit)
		}
		_, n, err := conn.query(ctx, nil, `DELETE FROM thidua.ballots`+where+` AND unit = $3 AND NOT own`, s.id,
			v.Opened, unit)
		if err == nil && n == 0 {
			err = s.noneCalled(unit)
		}
		return err
	})
}

func (s *Store) noneCalled(unit string) error {
	return s.address.said(record.ErrBallotIn, lang.Sayf("không có phiếu công khai của %s để sửa",
		"there is no open ballot of %s to change", unit), lang.Text{})
}

// Amend is record.Ballots's.
func (s *Store) Amend(ctx context.Context, v record.OpenVote, amend func([]byte) ([]byte, error)) error {
	var refused error
	err := s.change(ctx, v, func(conn *session) error {
		found, _, err := conn.query(ctx, []int16{asBytes}, `SELECT beside FROM `+votesOf(v)+where, s.id, v.Opened)
		if err != nil {
			return err
		}
		var next []byte
		if next, refused = amend(found[0][0]); refused != nil {
			return nil
		}
		_, _, err = conn.query(ctx, nil, `UPDATE `+votesOf(v)+` SET beside = $3`+where, s.id, v.Opened, next)
		return err
	})
	if refused != nil {
		return refused
	}
	return err
}

// Tally is record.Ballots's. It sees one state: whoever changes it holds the row that is read for it.
func (s *Store) Tally(ctx context.Context, v record.OpenVote, counts bool) (t *record.Tally, err error) {
	err = s.until(ctx, func(ctx context.Context, conn *session) (err error) {
		return conn.together(ctx, func() error {
			t, err = s.tally(ctx, conn, v, counts)
			return err
		})
	})
	return t, err
}

func (s *Store) tally(ctx context.Context, conn *session, v record.OpenVote, counts bool) (*record.Tally, error) {
	lock := "" // to look on holds nobody up, and may be a ballot behind
	if counts {
		lock = " FOR UPDATE"
	}
	found, _, err := conn.query(ctx, []int16{asText, asBytes, asBytes}, `SELECT version, about, beside FROM `+
		votesOf(v)+where+lock, s.id, v.Opened)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	t := &record.Tally{About: found[0][1], Beside: found[0][2]}
	if t.Version, err = strconv.Atoi(string(found[0][0])); err != nil {
		return nil, err
	}
	what := `unit, choice, own`
	if v.Secret {
		what = `unit, '', true`
	}
	found, _, err = conn.query(ctx, nil, `SELECT `+what+` FROM `+ballotsOf(v)[0]+where, s.id, v.Opened)
	if err != nil {
		return nil, err
	}
	for _, r := range found {
		t.In = append(t.In, record.Slip{Unit: string(r[0]), Choice: string(r[1]), Own: string(r[2]) == "t"})
	}
	slices.SortFunc(t.In, func(a, b record.Slip) int { return strings.Compare(a.Unit, b.Unit) })
	if counts && v.Secret {
		return t, s.counted(ctx, conn, v, t)
	}
	return t, nil
}

// counted adds how often each choice was made, which must come to the ballots that are in.
func (s *Store) counted(ctx context.Context, conn *session, v record.OpenVote, t *record.Tally) error {
	found, _, err := conn.query(ctx, nil, `SELECT choice, n FROM thidua.secret_counts`+where, s.id, v.Opened)
	if err != nil {
		return err
	}
	t.Counts = map[string]int{}
	sum := 0
	for _, r := range found {
		n, err := strconv.Atoi(string(r[1]))
		if err != nil {
			return err
		}
		t.Counts[string(r[0])] = n
		sum += n
	}
	if sum != len(t.In) {
		return s.address.said(record.ErrDamaged, lang.Sayf("%d phiếu kín được đếm, trong khi %d đơn vị đã bỏ phiếu",
			"%d secret ballots are counted, while %d units have voted", sum, len(t.In)),
			lang.Sayf("hủy, rồi biểu quyết lại", "declare it void, and vote again"))
	}
	return nil
}

func (s *Store) noBallots(v record.OpenVote) error {
	return s.address.said(record.ErrNoBallots, lang.Sayf("cuộc bỏ phiếu số %d không còn nhận phiếu",
		"the vote of decision %d takes no ballots any more", v.Opened),
		lang.Sayf("xem kết quả trong nhật ký", "see the record for its result"))
}
