package scoring

import (
	"strings"

	"thidua/scoring/lang"
)

// Sanction is what a serious violation, found by the competent body, does to a unit's award (rule 6).
type Sanction string

// The sanctions.
const (
	NoSanction Sanction = "none"
	Excluded   Sanction = "excluded"   // gets nothing and uses up nothing
	Downgraded Sanction = "downgraded" // gets one step less than it would have got
)

// Name is what people call the sanction.
func (s Sanction) Name() lang.Text {
	switch s {
	case Excluded:
		return lang.Text{VI: "không xét khen thưởng", EN: "excluded from awards"}
	case Downgraded:
		return lang.Text{VI: "hạ bậc khen thưởng", EN: "award downgraded"}
	}
	return lang.Text{VI: "không", EN: "none"}
}

// Sanctioned puts a sanction on a unit, or lifts it.
type Sanctioned struct {
	Unit     string
	Sanction Sanction
	Reason   string // the conclusion it follows; needed unless the sanction is lifted
}

// KindSanction is the kind of Sanctioned.
const KindSanction Kind = "sanction"

// Kind is KindSanction.
func (Sanctioned) Kind() Kind { return KindSanction }

func (a Sanctioned) unit() string { return a.Unit }
func (Sanctioned) votable() error { return nil }

func (Sanctioned) value(u *Unit, _ int) any { return u.Sanction(Agreed) }

func (a Sanctioned) enter(s *State, d *Decision) error {
	if a.Sanction != NoSanction && a.Sanction != Excluded && a.Sanction != Downgraded {
		return refuse(ErrSanction, lang.Sayf("không có hình thức %q", "there is no sanction %q", string(a.Sanction)),
			lang.Sayf("dùng none, excluded hoặc downgraded",
				"use none, excluded or downgraded")).under(s.book.SanctionClause)
	}
	if a.Sanction != NoSanction && strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason,
			lang.Sayf("phải nêu kết luận của cấp có thẩm quyền",
				"a sanction needs the conclusion of the competent body"),
			lang.Sayf("ghi lý do", "give a reason")).under(s.book.SanctionClause)
	}
	return s.edit(a.Unit, func(u *Unit) { u.sanction = u.sanction.put(d, a) })
}

func (a Sanctioned) leave(s *State, d *Decision) error {
	return s.edit(a.Unit, func(u *Unit) { u.sanction = u.sanction.mark(d.Seq, false) })
}

// Sanction is the sanction on the unit at a stage; none counts among self-scores.
func (u *Unit) Sanction(st Stage) Sanction {
	if c := u.sanction.top(); c != nil && st != Self {
		return c.value.Sanction
	}
	return NoSanction
}

// SanctionReason is the conclusion that the sanction follows.
func (u *Unit) SanctionReason() string {
	if c := u.sanction.top(); c != nil {
		return c.value.Reason
	}
	return ""
}
