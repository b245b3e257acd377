package scoring

import (
	"cmp"
	"slices"

	"thidua/scoring/lang"
)

// Ballot is the count of one round for one office: secret, a ballot for each unit present.
type Ballot struct {
	Office         Office
	Round          int            // 0 takes the next
	Votes          map[string]int // by candidate
	Blank, Spoiled int
	Issued         int // papers handed out, 0 where nobody counted them
	Returned       int // papers that came back, 0 where nobody counted them
}

// Kind is KindBallot.
func (Ballot) Kind() Kind { return KindBallot }

// complete fills in the round.
func (a Ballot) complete(s *State) Act {
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
	if len(r.Tied) > 0 {
		return refuse(ErrElection,
			lang.Sayf("%s và %s ngang nhau mọi mặt: chủ tọa bốc thăm",
				"%s and %s are level in every way: the chair draws lots", s.units[r.Tied[0]].name,
				s.units[r.Tied[1]].name),
			lang.Sayf("ghi kết quả bốc thăm (lots)", "record the lots")).under(s.book.Election.Clause)
	}
	if a.Round != 0 && a.Round != len(r.Rounds)+1 {
		return refuse(ErrElection,
			lang.Sayf("đây là vòng %d, không phải vòng %d", "this is round %d, not round %d", len(r.Rounds)+1, a.Round),
			lang.Sayf("sửa số vòng", "mend the round"))
	}
	base := s.Present()
	if o, ok := s.outcomes[d.Seq]; ok {
		base = o.present
	}
	if err := a.check(s, r, base); err != nil {
		return err
	}
	s.remember(d.Seq, outcome{present: base})
	a.Round = len(r.Rounds) + 1
	round := Round{Decision: d, Ballot: a, Candidates: r.Candidates, Notes: a.warnings(s)}
	r.Rounds = append(slices.Clone(r.Rounds), round)
	s.conclude(&r, base)
	s.putRace(at, r)
	return nil
}

// check refuses a count that cannot be: strangers, too many ballots, papers that do not add up.
func (a Ballot) check(s *State, r Race, present int) error {
	sum := a.Blank + a.Spoiled
	for name, n := range a.Votes {
		i, _, err := s.unit(name)
		if err != nil {
			return err
		}
		if !slices.Contains(r.Candidates, i) {
			return refuse(ErrElection,
				lang.Sayf("%s không phải ứng cử viên %s ở vòng này",
					"%s is no candidate for %s in this round", name, r.Office.Name()),
				lang.Sayf("ứng cử: %s", "candidates: %s", s.unitList(r.Candidates))).under(s.book.Election.Clause)
		}
		if n < 0 {
			sum = -1
			break
		}
		sum += n
	}
	switch {
	case sum < 0 || a.Blank < 0 || a.Spoiled < 0 || a.Issued < 0 || a.Returned < 0:
		return refuse(ErrElection, lang.Sayf("số phiếu không thể âm", "a number of ballots cannot be negative"),
			lang.Sayf("đếm lại", "count again"))
	case sum == 0:
		return refuse(ErrElection, lang.Sayf("không có phiếu nào", "there are no ballots"),
			lang.Sayf("ghi số phiếu của từng ứng cử", "give each candidate's votes"))
	case sum > present:
		return refuse(ErrElection,
			lang.Sayf("%d phiếu, nhưng chỉ có %d đơn vị có mặt", "%d ballots, but only %d units present", sum, present),
			lang.Sayf("mỗi đơn vị có mặt một phiếu: đếm lại",
				"a ballot for each unit present: count again")).under(s.book.Election.Clause)
	case a.Returned > 0 && a.Returned != sum:
		return refuse(ErrElection,
			lang.Sayf("thu về %d phiếu nhưng đếm được %d", "%d ballots returned, but %d counted", a.Returned, sum),
			lang.Sayf("đếm lại", "count again"))
	case a.Issued > 0 && (a.Issued < sum || a.Issued < a.Returned || a.Issued > present):
		return refuse(ErrElection,
			lang.Sayf("phát %d phiếu, thu về %d, có mặt %d đơn vị: không khớp",
				"%d ballots issued, %d returned, %d units present: that does not add up", a.Issued,
				max(a.Returned, sum), present), lang.Sayf("đếm lại", "count again"))
	}
	return nil
}

// warnings are what is worth saying about a count without stopping it.
func (a Ballot) warnings(s *State) (notes []lang.Text) {
	for name, n := range a.Votes {
		if n > 0 && s.sits(name) != "" && s.book.Election.Sitting == SittingWarn {
			notes = append(notes, lang.Sayf("%s đang là %s", "%s is the sitting %s", name, s.sits(name).Name()))
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
		s.conclude(&r, s.outcomes[r.Rounds[n-1].Decision.Seq].present)
	}
	s.putRace(at, r)
	return nil
}
