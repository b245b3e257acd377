package scoring

import (
	"slices"

	"thidua/scoring/lang"
)

// Lack is something that the papers of a meeting say and that nobody has given yet. It stands in the way of nothing:
// where it is missing a paper has a row of dots.
type Lack struct {
	Sitting int // its number
	Of      LackOf
	Units   []int // whom it is about, as indexes of State.Units; none: the sitting
	What    lang.Text
}

// LackOf is what is lacking.
type LackOf uint8

// What may be lacking, in the order in which papers have it.
const (
	LackPlace LackOf = iota
	LackStart
	LackPeople  // the names of those who were there for a unit
	LackReasons // why a unit was absent
	LackChair
	LackSecretary
	LackTellers // of a sitting in which ballots were counted
	LackAdoption
	LackEnd // of a sitting that another one followed: the last ends when the meeting is closed
)

// Lacks is all that the papers of the meeting lack, sitting by sitting.
func (s *State) Lacks() (out []Lack) {
	all := s.Sittings()
	prepared := false
	for i, x := range all {
		last := i == len(all)-1
		at := func(of LackOf, missing bool, what lang.Text, units ...int) {
			if missing {
				if len(all) > 1 {
					what = lang.Sayf("phiên %d: %s", "sitting %d: %s", x.Number, what)
				}
				out = append(out, Lack{x.Number, of, units, what})
			}
		}
		unnamed, unexplained := s.silent(x)
		at(LackPlace, x.Place == "", lang.Text{VI: "chưa có địa điểm", EN: "no place"})
		at(LackStart, x.Start.IsZero(), lang.Text{VI: "chưa có giờ bắt đầu", EN: "no start"})
		at(LackPeople, len(unnamed) > 0, lang.Sayf("chưa có tên người dự của %s", "no names of those there for %s",
			s.unitList(unnamed)), unnamed...)
		at(LackReasons, len(unexplained) > 0, lang.Sayf("chưa có lý do vắng của %s", "no reason why %s was absent",
			s.unitList(unexplained)), unexplained...)
		at(LackChair, x.Chair.IsZero(), lang.Text{VI: "chưa có họ tên chủ tọa", EN: "no name of the chair"})
		at(LackSecretary, x.Secretary.IsZero(),
			lang.Text{VI: "chưa có họ tên thư ký", EN: "no name of the secretary"})
		at(LackTellers, len(x.Tellers) == 0 && s.counted(x),
			lang.Text{VI: "chưa có tổ kiểm phiếu", EN: "no names of the tellers"})
		at(LackAdoption, last && x.Form == Plenary && prepared && s.Adopted(x) == nil,
			lang.Text{VI: "chưa biểu quyết thông qua kết quả phiên trù bị",
				EN: "what the preparatory sitting settled has not been adopted"})
		at(LackEnd, !last && x.End.IsZero(), lang.Text{VI: "chưa có giờ kết thúc", EN: "no end"})
		prepared = prepared || x.Form == Preparatory
	}
	return out
}

// silent are the units that were there without a name, and those that were absent without a reason; while nobody has
// been called there are none.
func (s *State) silent(x Convened) (unnamed, unexplained []int) {
	roll := s.Attendance(x)
	if !slices.ContainsFunc(roll, func(a Attendance) bool { return a.Came }) {
		return nil, nil
	}
	for _, a := range roll {
		switch {
		case a.Came && len(a.People) == 0:
			unnamed = append(unnamed, a.Unit)
		case !a.Came && a.Reason == "":
			unexplained = append(unexplained, a.Unit)
		}
	}
	return unnamed, unexplained
}

// counted reports whether ballots on paper were counted in a sitting: a round of an election, or a secret vote, that
// did not come from terminals alone.
func (s *State) counted(x Convened) bool {
	for t := range s.votes.all {
		if x.Holds(t.Decision.Seq) && t.Vote.Secret && (t.Vote.Opened == 0 || t.Vote.Paper > 0) {
			return true
		}
	}
	for _, r := range s.races {
		for _, round := range r.Rounds {
			if x.Holds(round.Decision.Seq) && (round.Ballot.Opened == 0 || round.Ballot.Paper > 0) {
				return true
			}
		}
	}
	return false
}
