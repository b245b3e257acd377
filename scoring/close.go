package scoring

import "thidua/scoring/lang"

// Close ends the meeting: from then on it takes no decision but Reopen (rule 9).
type Close struct{ Reason string }

// Reopen lets a closed meeting go on (rule 9).
type Reopen struct{ Reason string }

// KindClose is the kind of Close.
const KindClose Kind = "close"

// Kind is KindClose.
func (Close) Kind() Kind { return KindClose }

// KindReopen is the kind of Reopen.
const KindReopen Kind = "reopen"

// Kind is KindReopen.
func (Reopen) Kind() Kind { return KindReopen }

func (Reopen) late() bool { return true }

func (a Close) enter(s *State, d *Decision) error {
	if blockers := s.Blockers(); len(blockers) > 0 {
		r := refuse(ErrBlocked, lang.Sayf("chưa thể chốt", "the meeting cannot be closed yet"), lang.Text{})
		for _, b := range blockers {
			r.Parts = append(r.Parts, b.What)
		}
		return r
	}
	s.closing = s.closing.put(d, a)
	return nil
}

func (Close) leave(*State, *Decision) error {
	return refuse(ErrUndo, lang.Sayf("không hoàn tác việc chốt", "closing cannot be undone"),
		lang.Sayf("mở lại cuộc họp, có lý do", "reopen the meeting, with a reason"))
}

func (a Reopen) enter(s *State, d *Decision) error {
	if !s.Closed() {
		return refuse(ErrNotClosed, lang.Sayf("cuộc họp chưa chốt", "the meeting is not closed"),
			lang.Sayf("không cần mở lại", "there is nothing to reopen"))
	}
	if a.Reason == "" {
		return refuse(ErrNoReason, lang.Sayf("mở lại cuộc họp phải có lý do", "to reopen the meeting needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	s.closing = s.closing.mark(s.closing.top().dec.Seq, false)
	return nil
}

func (Reopen) leave(*State, *Decision) error {
	return refuse(ErrUndo, lang.Sayf("không hoàn tác việc mở lại", "reopening cannot be undone"),
		lang.Sayf("chốt lại khi xong", "close the meeting again when it is done"))
}

// Closed reports whether the meeting is closed.
func (s *State) Closed() bool { return s.closing.top() != nil }

// open refuses everything but what is late while the meeting is closed. What is late can be taken back then as well.
func (s *State) open(a Act) error {
	of, _ := s.Undone(&Decision{Act: a})
	if a, ok := of.Act.(late); ok && a.late() || !s.Closed() {
		return nil
	}
	return refuse(ErrClosed,
		lang.Sayf("cuộc họp đã chốt ở quyết định số %d",
			"the meeting was closed by decision %d", s.closing.top().dec.Seq),
		lang.Sayf("mở lại (reopen) với lý do nếu cần sửa", "reopen it with a reason if something must change"))
}

// Takes reports whether a decision is one that the meeting takes as it is, open or closed; whether the rules take it is
// another question.
func (s *State) Takes(a Act) bool { return s.open(a) == nil }

// BlockerKind says what kind of thing stands in the way of closing.
type BlockerKind uint8

// What may stand in the way of closing, and, from NotYetClosed on, of announcing the results.
const (
	NoQuorum BlockerKind = iota
	NotAccepted
	Undecided
	StillOpen
	NotYetClosed
	SharedRank
	NotYetScored
	NobodyHolds
	Waiting       // an award that asks for a vote
	WaitingBallot // an award that asks for a ballot
)

// What is worth a word before a meeting is closed, and stands in the way of nothing.
const (
	NotElected BlockerKind = iota + 100
	Unanswered
	LeftUnscored
)

// Blocker is one thing that stands in the way of closing the meeting or of announcing its results.
type Blocker struct {
	Kind BlockerKind
	Unit int // the unit it is about; -1 for none in particular
	Node int // the criterion or target it is about, an index of Rulebook.Criteria; -1 for none
	What lang.Text
}

// Blockers lists everything that is missing before the meeting can be closed (rule 9).
func (s *State) Blockers() []Blocker {
	var out []Blocker
	if need, met := s.Quorum(); !met {
		out = append(out,
			Blocker{NoQuorum, -1, -1,
				lang.Sayf("%d trong %d đơn vị có mặt, cần ít nhất %d", "%d of %d units present, at least %d needed",
					s.Present(), len(s.units), need)})
	}
	if o := s.opening; o != nil {
		out = append(out,
			Blocker{StillOpen, -1, -1,
				lang.Sayf("cuộc bỏ phiếu số %d chưa kết thúc: «%s»",
					"the vote of decision %d has not ended: «%s»", o.Decision.Seq, o.Open.What)})
	}
	for i, u := range s.units {
		if u.HasSheet() && !u.Accepted() {
			out = append(out,
				Blocker{NotAccepted, i, -1,
					lang.Sayf("%s chưa được thống nhất bản chấm", "the sheet of %s is not accepted", u.name)})
		}
	}
	for _, row := range s.agreed.rows {
		if row.award == undecided || row.beside.open != 0 {
			out = append(out,
				Blocker{Undecided, int(row.unit), -1,
					lang.Sayf("khen thưởng của %s chưa ngã ngũ do bằng điểm",
						"the award of %s is undecided because of a tie", s.units[row.unit].name)})
		}
	}
	out = append(out, s.waiting()...)
	if s.book.second() {
		out = append(out, s.notScored()...)
	}
	return out
}

// waiting lists the awards whose vote or ballot has not been taken, each with the units whose turn it is.
func (s *State) waiting() (out []Blocker) {
	for i, a := range s.book.Awards {
		units := s.Nominated(Agreed, i)
		if len(units) == 0 {
			continue
		}
		kind, what := Waiting, lang.Sayf("%s chờ biểu quyết: %s",
			"the %s waits for a vote: %s", a.Short, s.unitList(units))
		if a.Ballot.Nominees > 0 {
			kind, what = WaitingBallot, lang.Sayf("%s chờ bỏ phiếu giữa %s",
				"the %s waits for a ballot among %s", a.Short, s.unitList(units))
		}
		out = append(out, Blocker{kind, units[0], -1, what})
	}
	return out
}

// notScored lists the criteria that nobody scored and that the meeting has not decided to leave so.
func (s *State) notScored() (out []Blocker) {
	for i, u := range s.units {
		for _, at := range u.NotScored(false) {
			out = append(out, Blocker{NotYetScored, i, at,
				lang.Sayf("%s chưa được chấm %s", "%s has no score for %s", u.name, s.book.Criteria[at].Code)})
		}
	}
	return out
}

// Warnings lists what is worth a word before the meeting is closed: officers not elected, requests that nobody
// answered, criteria left without a score, each by name.
func (s *State) Warnings() []Blocker {
	var out []Blocker
	for _, o := range s.book.Election.Offices {
		if _, _, ok := s.Elected(o); !ok {
			out = append(out, Blocker{NotElected, -1, -1,
				lang.Sayf("chưa bầu %s", "no %s is elected", s.book.OfficeName(o))})
		}
	}
	for i, u := range s.units {
		for _, q := range u.OpenRequests() {
			at, _ := s.book.Index(q.Target)
			out = append(out, Blocker{Unanswered, i, at,
				lang.Sayf("%s đề nghị thưởng %s điểm tại %s: chưa trả lời",
					"%s asks for %s points at %s: no answer yet",
					u.name, q.Points, q.Target)})
		}
	}
	for i, u := range s.units {
		for _, at := range u.NotScored(true) {
			_, reason, _ := u.Left(at)
			out = append(out, Blocker{LeftUnscored, i, at,
				lang.Sayf("%s để lại %s không chấm: %s", "%s stays without a score for %s: %s", u.name,
					s.book.Criteria[at].Code, reason)})
		}
	}
	return out
}

// Quorum is how many units must be present for the meeting to be closed, and whether they are (rule 9).
func (s *State) Quorum() (need int, met bool) {
	present, members := s.Present(), len(s.units)
	return s.book.Closing.Quorum.needed(members), s.book.Closing.Quorum.met(present, members)
}
