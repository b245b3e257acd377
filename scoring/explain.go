package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Outcome is how the group stands to a difference between what it agreed and what the appraisal gave.
type Outcome string

// The outcomes.
const (
	Unexplained Outcome = ""         // nobody has said anything of it yet
	ToDiscuss   Outcome = "discuss"  // explained, and still to be talked over with who appraised: it is not closed
	Accepted    Outcome = "accepted" // explained and taken as it is: the difference is closed
)

// Explain says why the appraisal gives something else than was agreed at a criterion or field of a unit, and how the
// group stands to that. It counts as long as both values stay as they were, and changes no number.
type Explain struct {
	Unit      string
	Criterion string // where the difference is: a scored criterion, or where the appraisal gave a bonus or penalty
	Outcome   Outcome
	Reason    string
}

// KindExplain is the kind of Explain.
const KindExplain Kind = "explain"

// Kind is KindExplain.
func (Explain) Kind() Kind { return KindExplain }

func (a Explain) unit() string { return a.Unit }
func (a Explain) node() string { return a.Criterion }
func (Explain) late() bool     { return true }

// Name is what people call the outcome.
func (o Outcome) Name() lang.Text {
	switch o {
	case Accepted:
		return lang.Text{VI: "đã chấp nhận", EN: "accepted"}
	case ToDiscuss:
		return lang.Text{VI: "cần trao đổi", EN: "to be discussed"}
	}
	return lang.Text{VI: "chưa giải trình", EN: "not explained"}
}

// explained is what was said of the difference at one criterion or field.
type explained struct {
	at   int // index of Rulebook.Criteria
	cell *cell[explanation]
}

// explanation is what was said, and of which two values.
type explanation struct {
	Explain
	agreed, appraised Points
}

func (a Explain) enter(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	at, err := s.node(u, a.Criterion)
	if err != nil {
		return err
	}
	agreed, appraised := u.pair(at)
	switch {
	case a.Outcome != Accepted && a.Outcome != ToDiscuss:
		return refuse(ErrOutcome, lang.Sayf("không có kết luận %q", "there is no outcome %q", string(a.Outcome)),
			lang.Sayf("dùng accepted (chấp nhận) hoặc discuss (cần trao đổi)",
				"use accepted, or discuss where it is to be talked over"))
	case strings.TrimSpace(a.Reason) == "":
		return refuse(ErrNoReason, lang.Sayf("giải trình phải có nội dung", "an explanation has to say something"),
			lang.Sayf("ghi lý do", "give a reason"))
	case d.Seq > s.Seq() && agreed == appraised:
		return refuse(ErrOutcome,
			lang.Sayf("%s %s: điểm thẩm định không khác điểm thống nhất",
				"%s %s: the appraisal gives what was agreed", a.Unit, a.Criterion),
			lang.Sayf("xem các chênh lệch bằng «thidua appraise»", "see the differences with «thidua appraise»"))
	}
	return s.edit(a.Unit, func(u *Unit) {
		i, found := u.explainedAt(at)
		u.explained = slices.Clone(u.explained)
		if !found {
			u.explained = slices.Insert(u.explained, i, explained{at: at})
		}
		c := &u.explained[i].cell
		*c = (*c).put(d, explanation{a, agreed, appraised})
	})
}

func (a Explain) leave(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) {
		u.explained = slices.Clone(u.explained)
		for i := range u.explained {
			u.explained[i].cell = u.explained[i].cell.mark(d.Seq, false)
		}
	})
}

func (u *Unit) explainedAt(at int) (i int, found bool) {
	return slices.BinarySearchFunc(u.explained, at, func(e explained, at int) int { return e.at - at })
}
