package scoring

import (
	"cmp"
	"maps"
	"slices"

	"thidua/scoring/lang"
)

// Ballot is the count of one round for one office: secret, a ballot for each unit present.
type Ballot struct {
	Office         Office
	Round          int            // 0 takes the next
	Votes          map[string]int // by candidate
	Blank, Spoiled int
	Issued         int      // papers handed out, 0 where nobody counted them
	Returned       int      // papers that came back, 0 where nobody counted them
	NotVoting      []string // units that may vote and handed in no ballot
	Terminals
}

// KindBallot is the kind of Ballot.
const KindBallot Kind = "ballot"

// Kind is KindBallot.
func (Ballot) Kind() Kind { return KindBallot }

// complete fills in the round, and how many ballots there were at terminals.
func (a Ballot) complete(s *State) Act {
	a.Terminals = a.sorted()
	if a.Opened > 0 {
		a.Issued = cmp.Or(a.Issued, len(s.electors(a)))
		a.Returned = cmp.Or(a.Returned, a.returned())
	}
	if r, _, err := s.race(a.Office); err == nil && a.Round == 0 {
		a.Round = len(r.Rounds) + 1
	}
	return a
}

func (a Ballot) enter(s *State, d *Decision) error {
	r, at, err := s.raceOpen(a.Office)
	if err != nil {
		return err
	}
	if err := a.inTurn(s, r, d); err != nil {
		return err
	}
	o, again := s.outcome(d.Seq)
	if !again {
		o = outcome{roll: s.roll(), round: len(r.Rounds) + 1, candidates: r.Candidates}
		if o.voters, err = a.fromTerminals(s); err != nil {
			return err
		}
	}
	if err := s.sameRoll(d.Seq, a.Opened); err != nil {
		return err
	}
	wrong, err := a.candidates(s, &r)
	if err != nil {
		return err
	}
	if err := a.check(s, o); err != nil {
		return err
	}
	s.remember(d.Seq, o)
	s.endedBy(d, a.Terminals)
	a.Round = len(r.Rounds) + 1
	round := Round{Decision: d, Ballot: a, Candidates: r.Candidates, Notes: a.warnings(s), wrong: wrong}
	r.Rounds = append(slices.Clone(r.Rounds), round)
	s.conclude(&r, o.present())
	s.putRace(at, r)
	return nil
}

// inTurn refuses a round when lots are to be drawn or another round is to be held, and one that counts again where its
// election is no longer as it was then.
func (a Ballot) inTurn(s *State, r Race, d *Decision) error {
	clause := s.book.Election.Clause
	if len(r.Tied) > 0 {
		return refuse(ErrElection,
			lang.Sayf("%s ngang nhau mọi mặt: chủ tọa bốc thăm",
				"%s are level in every way: the chair draws lots", s.unitList(r.Tied)),
			lang.Sayf("ghi kết quả bốc thăm (lots)", "record the lots")).under(clause)
	}
	if a.Round != 0 && a.Round != len(r.Rounds)+1 {
		return refuse(ErrElection,
			lang.Sayf("đây là vòng %d, không phải vòng %d", "this is round %d, not round %d", len(r.Rounds)+1, a.Round),
			lang.Sayf("sửa số vòng", "mend the round"))
	}
	if len(r.Candidates) == 0 {
		return refuse(ErrElection, lang.Sayf("không đơn vị nào ứng cử %s được",
			"no unit may stand for %s", s.book.OfficeName(r.Office)),
			lang.Text{}).under(clause)
	}
	o, again := s.outcome(d.Seq)
	if again && s.book.second() && (o.round != len(r.Rounds)+1 || !sameUnits(o.candidates, r.Candidates)) {
		return refuse(ErrUndo,
			lang.Sayf("ở quyết định số %d ứng cử vòng %d là %s, nay không còn như vậy",
				"the candidates of decision %d in round %d were %s, and are no longer these", d.Seq, o.round,
				s.unitList(o.candidates)),
			lang.Sayf("bầu lại vòng này", "hold the round anew")).under(clause)
	}
	return nil
}

// sameUnits reports whether two lists name the same units, in whatever order.
func sameUnits(a, b []int) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// candidates refuses votes for units that do not stand. A record of the first edition may hold some for those who stood
// in a round that had been undone: it is read as it was made, and the round says what is wrong with it.
func (a Ballot) candidates(s *State, r *Race) (wrong lang.Text, err error) {
	for _, name := range slices.Sorted(maps.Keys(a.Votes)) {
		i, _, err := s.unit(name)
		if err != nil {
			return wrong, err
		}
		switch {
		case slices.Contains(r.Candidates, i):
		case s.onRecord && slices.Contains(r.stale, i):
			wrong = lang.Sayf("%s có phiếu bầu %s mà không được ứng cử", "%s has votes for %s and may not stand", name,
				s.book.OfficeName(r.Office))
		default:
			return wrong, refuse(ErrElection,
				lang.Sayf("%s không phải ứng cử viên %s ở vòng này",
					"%s is no candidate for %s in this round", name, s.book.OfficeName(r.Office)),
				lang.Sayf("ứng cử: %s", "candidates: %s", s.unitList(r.Candidates))).under(s.book.Election.Clause)
		}
	}
	if !wrong.IsZero() {
		r.Candidates = r.stale
	}
	return wrong, nil
}

// returned is how many ballots came back.
func (a Ballot) returned() int {
	sum := a.Blank + a.Spoiled
	for _, n := range a.Votes {
		sum += n
	}
	return sum
}

// negative reports whether some number of ballots is less than none, or more than anyone can count.
func (a Ballot) negative() bool {
	for _, n := range a.Votes {
		if n < 0 || n > MaxBallots {
			return true
		}
	}
	return slices.ContainsFunc([]int{a.Blank, a.Spoiled, a.Issued, a.Returned},
		func(n int) bool { return n < 0 || n > MaxBallots })
}

// MaxBallots bounds a number of ballots far above any meeting, so that sums of them cannot run over.
const MaxBallots = 1_000_000

// check refuses a count that cannot be: too many ballots, papers that do not add up, and, in the second edition, too
// few.
func (a Ballot) check(s *State, o outcome) error {
	clause := s.book.Election.Clause
	if a.negative() {
		return refuse(ErrElection,
			lang.Sayf("số phiếu phải từ 0 đến %d", "a number of ballots is from 0 to %d", MaxBallots),
			lang.Sayf("đếm lại", "count again"))
	}
	voters := o.mayVote()
	if err := s.abstained(a.NotVoting, voters, ErrElection); err != nil {
		return err
	}
	present, members := len(voters), len(s.units)
	sum, may := a.returned(), present-len(a.NotVoting)
	quorum := s.book.Election.Quorum
	switch {
	case quorum.Ratio.Den > 0 && !quorum.met(present, members):
		return refuse(ErrElection,
			lang.Sayf("%d trong %d đơn vị có mặt, cần ít nhất %d để bầu cử",
				"%d of %d units present, at least %d needed for an election",
				present, members, quorum.needed(members)),
			lang.Sayf("điểm danh đơn vị còn thiếu", "call the roll of who is missing")).under(clause)
	case sum == 0:
		return refuse(ErrElection, lang.Sayf("không có phiếu nào", "there are no ballots"),
			lang.Sayf("ghi số phiếu của từng đơn vị ứng cử", "give each candidate's votes"))
	case sum > may:
		return refuse(ErrElection,
			lang.Sayf("%d phiếu, nhưng chỉ có %d đơn vị có mặt%s",
				"%d ballots, but only %d units present%s", sum, present,
				a.less()),
			lang.Sayf("mỗi đơn vị có mặt một phiếu: đếm lại",
				"a ballot for each unit present: count again")).under(clause)
	case s.book.second() && sum < may:
		return refuse(ErrElection,
			lang.Sayf("thiếu %d phiếu: mới có %d, trong khi có mặt %d đơn vị%s",
				"%d ballots are missing: %d are counted of %d units present%s", may-sum, sum, present, a.less()),
			lang.Sayf("đếm đủ phiếu trắng và phiếu không hợp lệ, hoặc ghi đơn vị không bỏ phiếu vào not_voting",
				"count the blank and the spoiled ones too, or name who does not vote in not_voting")).under(clause)
	case a.Returned > 0 && a.Returned != sum:
		return refuse(ErrElection,
			lang.Sayf("thu về %d phiếu nhưng đếm được %d", "%d ballots returned, but %d counted", a.Returned, sum),
			lang.Sayf("đếm lại", "count again"))
	case a.Issued > 0 && (a.Issued < sum || a.Issued > present):
		return refuse(ErrElection,
			lang.Sayf("phát %d phiếu, thu về %d, có mặt %d đơn vị: không khớp",
				"%d ballots issued, %d returned, %d units present: that does not add up", a.Issued,
				max(a.Returned, sum), present),
			lang.Sayf("đếm lại", "count again"))
	}
	return nil
}

// less says how many of those present do not vote.
func (a Ballot) less() lang.Text {
	if len(a.NotVoting) == 0 {
		return lang.Text{}
	}
	return lang.Sayf(" (%d không bỏ phiếu)", " (%d of them not voting)", len(a.NotVoting))
}

// warnings are what is worth saying about a count without stopping it.
func (a Ballot) warnings(s *State) (notes []lang.Text) {
	for name, n := range a.Votes {
		if n > 0 && s.sits(name) != "" && s.book.Election.Sitting == SittingWarn && s.book.contest(a.Office) < 0 {
			notes = append(notes,
				lang.Sayf("%s đang là %s", "%s is the sitting %s", name, s.book.OfficeName(s.sits(name))))
		}
	}
	voted := 0
	for _, n := range a.Votes {
		if n > 0 {
			voted++
		}
	}
	if voted == 1 && a.Blank+a.Spoiled == 0 {
		notes = append(notes,
			lang.Text{VI: "mọi phiếu giống nhau: ai cũng biết từng đơn vị bầu thế nào",
				EN: "all ballots are equal: everyone knows how each unit voted"})
	}
	slices.SortFunc(notes, func(x, y lang.Text) int { return cmp.Compare(x.VI, y.VI) })
	return notes
}

func (a Ballot) leave(s *State, d *Decision) error {
	r, at, err := s.race(a.Office)
	if err != nil {
		return err
	}
	if next := s.after(at, r, d.Seq); next > 0 {
		return refuse(ErrUndo,
			lang.Sayf("quyết định số %d dựa trên vòng bầu này", "decision %d builds on this round", next),
			lang.Sayf("hoàn tác số %d trước", "undo %d first", next))
	}
	r.Rounds = slices.Clone(r.Rounds[:len(r.Rounds)-1])
	r.Elected, r.How, r.Tied = -1, "", nil
	r.Candidates = s.mayStand(at)
	if n := len(r.Rounds); n > 0 {
		o, _ := s.outcome(r.Rounds[n-1].Decision.Seq)
		s.conclude(&r, o.present())
	} else if !s.book.second() {
		r.stale = r.Candidates
	}
	s.putRace(at, r)
	return nil
}
