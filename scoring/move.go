package scoring

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Move puts a meeting under a corrected rulebook, from here on: what was decided stands at the same criteria, by code;
// what stood before is kept and can be shown beside. Only criteria, their points, limits, ranking, words and papers may
// differ: how votes and elections are held, and which awards there are, is what was decided by already.
type Move struct {
	Rulebook *Rulebook // compiled
	Text     string    // the rulebook as it was read, kept in the record
	Dropped  []string  // criteria and fields that are known to fall away with what was given on them
	Reason   string
	From     string // the id of the rulebook before; filled in where it is left out
}

// KindMove is the kind of Move.
const KindMove Kind = "move"

// Kind is KindMove.
func (Move) Kind() Kind { return KindMove }

func (a Move) complete(s *State) Act {
	if a.From == "" {
		a.From = s.book.ID
	}
	return a
}

func (a Move) enter(s *State, d *Decision) error {
	if err := a.check(s); err != nil {
		return err
	}
	before := *s
	if err := s.rebook(a.Rulebook, nil); err != nil {
		return err
	}
	for i, u := range s.units {
		if u.otherThan(before.units[i]) {
			u.change(d, true)
		}
	}
	s.moves = append(slices.Clone(s.moves), moved{d, &before})
	s.self, s.agreed = newRanking(s, Self), newRanking(s, Agreed)
	return nil
}

func (a Move) leave(s *State, d *Decision) error {
	n := len(s.moves)
	if n == 0 || s.moves[n-1].dec.Seq != d.Seq {
		return refuse(ErrMove, lang.Sayf("sau đó cuộc họp đã chuyển sang một bộ tiêu chí khác",
			"the meeting was moved to another rulebook since"),
			lang.Sayf("hoàn tác số %d trước", "undo %d first", s.moves[max(n-1, 0)].dec.Seq))
	}
	if s.opening != nil {
		return openWhileMoving()
	}
	before := s.moves[n-1].before
	for _, u := range s.units {
		if seq := u.onlyThere(before.book); seq > 0 {
			return refuse(ErrUndo, lang.Sayf("quyết định số %d (%s) ở tiêu chí chỉ có trong bộ này",
				"decision %d (%s) stands at a criterion that only this rulebook has", seq, lang.Both(u.name)),
				lang.Sayf("hoàn tác số %d trước", "undo %d first", seq))
		}
	}
	if err := s.rebook(before.book, before.units); err != nil {
		return err
	}
	for _, u := range s.units {
		if u.changes.holds(d.Seq) {
			u.change(d, false)
		}
	}
	s.moves = s.moves[:n-1]
	s.self, s.agreed = newRanking(s, Self), newRanking(s, Agreed)
	return nil
}

// check refuses a rulebook to which the meeting cannot be moved, with everything that stands in the way.
func (a Move) check(s *State) error {
	switch {
	case strings.TrimSpace(a.Reason) == "":
		return refuse(ErrNoReason,
			lang.Sayf("chuyển bộ tiêu chí phải có lý do", "to move to another rulebook needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	case a.Text == s.RulebookText():
		return refuse(ErrMove,
			lang.Sayf("cuộc họp đang theo đúng bộ tiêu chí này", "the meeting follows this rulebook already"),
			lang.Sayf("dùng bộ đã sửa", "use the corrected one"))
	case s.opening != nil:
		return openWhileMoving()
	}
	parts := a.rules(s)
	for _, u := range s.units {
		parts = append(parts, a.loses(s, u)...)
	}
	for _, code := range a.Dropped {
		if _, known := s.book.Index(code); !known {
			parts = append(parts,
				lang.Sayf("bộ tiêu chí đang dùng không có mã %q", "the rulebook in use has no criterion %q",
					code))
		} else if _, there := a.Rulebook.Index(code); there {
			parts = append(parts, lang.Sayf("%s vẫn có trong bộ mới", "%s is still in the new rulebook", code))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	r := refuse(ErrMove,
		lang.Sayf("không chuyển được sang bộ tiêu chí %s", "the meeting cannot be moved to the rulebook %s",
			a.Rulebook.ID), lang.Text{})
	r.Parts = parts
	return r
}

func openWhileMoving() error {
	return refuse(ErrMove, lang.Sayf("một cuộc bỏ phiếu đang mở", "a vote is open"),
		lang.Sayf("kết thúc hoặc hủy cuộc đó trước", "end it first, or declare it void"))
}

// rules says what of the new rulebook may not differ and does.
func (a Move) rules(s *State) (parts []lang.Text) {
	was, is := s.book, a.Rulebook
	differ := func(vi, en string, x, y any) {
		if !reflect.DeepEqual(x, y) {
			parts = append(parts, lang.Sayf("%s khác", "its %s differ", lang.Text{VI: vi, EN: en}))
		}
	}
	ids := func(b *Rulebook) (out []string) {
		for _, x := range b.Awards {
			out = append(out, x.ID)
		}
		return out
	}
	differ("các hình thức khen thưởng (mã, thứ tự)", "awards (ids, order)", ids(was), ids(is))
	differ("các chức danh được bầu", "offices", was.Election.Offices, is.Election.Offices)
	differ("cách ghi năm", "years", was.Years, is.Years)
	differ("edition (quy tắc họp)", "rules of a meeting (edition)", was.Edition, is.Edition)
	if s.balloted() {
		differ("quy tắc biểu quyết mà các cuộc đã lấy phiếu theo", "rules of votes, by which some were taken,",
			[]any{was.Vote, was.VoteOn}, []any{is.Vote, is.VoteOn})
		differ("quy tắc bầu mà các vòng đã lấy phiếu theo",
			"rules of elections, by which rounds were held,", was.Election,
			is.Election)
	}
	if s.own == nil && s.cluster != "" {
		x, _ := was.Cluster(s.cluster)
		y, ok := is.Cluster(s.cluster)
		if !ok || !slices.Equal(x.Units, y.Units) {
			parts = append(parts,
				is.Said(lang.Sayf("cụm %s gồm các đơn vị khác", "its cluster %s has other units", s.cluster)))
		}
	}
	return parts
}

// balloted reports whether votes or ballots have been counted.
func (s *State) balloted() bool {
	for e := s.log; e != nil; e = e.prev {
		switch e.dec.Act.Kind() {
		case KindVote, KindBallot, KindLots:
			if _, gone := s.Withdrawn(e.dec.Seq); !gone {
				return true
			}
		}
	}
	return false
}

// loses says what of a unit has no place under the new rulebook, and was not said to fall away.
func (a Move) loses(s *State, u *Unit) (parts []lang.Text) {
	for leaf, at := range u.book.leaves {
		was := &u.book.Criteria[at]
		to, ok := a.Rulebook.Index(was.Code)
		if !ok || !a.Rulebook.Criteria[to].Scored {
			if u.given(leaf) && !a.drops(s.book, at) {
				parts = append(parts, lang.Sayf("%s có điểm ở %s (%s), bộ mới không có tiêu chí này",
					"%s has a score at %s (%s), which the new rulebook has not", lang.Both(u.name), was.Code,
					lang.Both(was.Label())))
			}
			continue
		}
		for st := range stages {
			if m := u.mark(st, leaf); m.Given() && m != u.self[leaf] || st == Self && m.Given() {
				if err := a.Rulebook.Criteria[to].Takes(m); err != nil && !a.asBefore(u, leaf, m) {
					parts = append(parts, lang.Sayf("%s %s (%s): %s", "%s %s (%s): %s", lang.Both(u.name), was.Code,
						st.Name(), said(err)))
				}
			}
		}
		if u.off != nil && u.off[leaf] && !a.Rulebook.Criteria[to].Optional {
			parts = append(parts, lang.Sayf("%s %s đã ghi là không áp dụng, ở bộ mới áp dụng cho mọi đơn vị",
				"%s %s was declared not applicable and applies to every unit now", lang.Both(u.name), was.Code))
		}
	}
	for _, g := range slices.Concat(u.bonuses, u.penalties) {
		n := &u.book.Criteria[g.at.Target]
		if _, ok := a.Rulebook.Index(n.Code); !ok && g.points() != 0 && !a.drops(s.book, g.at.Target) {
			parts = append(parts, lang.Sayf("%s có điểm thưởng hay trừ tại %s (%s), bộ mới không có mục này",
				"%s has a bonus or penalty at %s (%s), which the new rulebook has not", lang.Both(u.name), n.Code,
				lang.Both(n.Label())))
		}
	}
	return parts
}

// asBefore reports whether a self-score is a percent up to 100, which sheets have always had as they stand.
func (a Move) asBefore(u *Unit, leaf int, m Mark) bool {
	to, _ := a.Rulebook.Index(u.criterion(leaf).Code)
	return m == u.self[leaf] && m.Entry() == EntryPercent && m.Percent() <= FullPercent &&
		a.Rulebook.Criteria[to].Gives(EntryPercent)
}

// given reports whether anybody gave anything on a scored criterion.
func (u *Unit) given(leaf int) bool {
	for st := range stages {
		if u.mark(st, leaf).Given() {
			return true
		}
	}
	return false
}

// drops reports whether a node, or a field above it, was said to fall away.
func (a Move) drops(b *Rulebook, at int) bool {
	for ; at >= 0; at = b.Criteria[at].Parent {
		if slices.Contains(a.Dropped, b.Criteria[at].Code) {
			return true
		}
	}
	return false
}

// said is what an error says to people.
func said(err error) lang.Sayer {
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	return lang.Both(err.Error())
}
