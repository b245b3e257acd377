package scoring

import (
	"math/bits"

	"thidua/scoring/lang"
)

// Explanation says why a number is what it is: the sum that makes it, remarks, and the clauses it follows.
type Explanation struct {
	Title   lang.Text
	Terms   []Term
	Result  lang.Text // the number itself, with its unit
	Notes   []lang.Text
	Clauses []Clause
	Opened  Settling // how what is still open about it is settled

	book *Rulebook // in whose words it is said
}

// Settling is how something is settled that is still open.
type Settling uint8

// How it is settled.
const (
	NothingOpen Settling = iota
	ByVoting             // the units vote: on the order of a tie, or on who is proposed for an award
	ByElecting           // the units elect who is proposed for an award
)

// Term is one line of a sum.
type Term struct {
	Label  lang.Text
	How    lang.Text // how the line comes to its points: "85 % × 30"
	Points Points    // signed: a penalty is negative
	Node   int       // the criterion or field it is about, index of Rulebook.Criteria; -1 for none
}

// Sum adds up the terms.
func (e Explanation) Sum() Points {
	var p Points
	for _, t := range e.Terms {
		p += t.Points
	}
	return p
}

func (e *Explanation) note(vi, en string, args ...any) {
	said := e.book.Said(lang.Text{VI: vi, EN: en})
	e.Notes = append(e.Notes, lang.Sayf(said.VI, said.EN, args...))
}

// cite adds clauses once each, in the order in which they are named.
func (e *Explanation) cite(b *Rulebook, ids ...string) {
next:
	for _, id := range ids {
		if id == "" {
			continue
		}
		for _, c := range e.Clauses {
			if c.ID == id {
				continue next
			}
		}
		e.Clauses = append(e.Clauses, b.Clause(id))
	}
}

// WhyPoints explains what a criterion or field gives a unit at a stage.
func (s *State) WhyPoints(st Stage, unit, at int) Explanation {
	u, n := s.units[unit], &s.book.Criteria[at]
	e := Explanation{book: s.book,
		Title:  lang.Sayf("%s · %s %s", "%s · %s %s", u.name, n.Code, n.Title),
		Result: lang.Sayf("%s điểm", "%s points", u.Points(st, at)),
	}
	if !u.HasSheet() {
		e.whyNoSheet(u)
		return e
	}
	if !u.Applies(at) {
		e.note("Không áp dụng cho %s: không tính vào điểm tối đa lẫn tổng điểm.",
			"Does not apply to %s: left out of maximum and total.", u.name)
		return e
	}
	if !n.Scored {
		for i := at + 1; i < n.End; i++ {
			if c := &s.book.Criteria[i]; c.Parent == at && u.Applies(i) {
				e.Terms = append(e.Terms,
					Term{Label: lang.Sayf("%s %s", "%s %s", c.Code, c.Label()),
						How: lang.Sayf("tối đa %s", "of %s", u.Max(i)), Points: u.Points(st, i), Node: i})
			}
		}
		e.cite(s.book, s.book.TotalClause)
		return e
	}
	e.Terms = []Term{s.term(st, u, at)}
	s.whyMark(&e, st, u, at)
	e.cite(s.book, s.book.LevelClause)
	if n.Assessor != "" {
		e.note("Đơn vị đánh giá: %s.", "Assessed by %s.", n.Assessor)
	}
	return e
}

// term is a scored criterion's own sum.
func (s *State) term(st Stage, u *Unit, at int) Term {
	n := &s.book.Criteria[at]
	t := Term{Label: lang.Sayf("%s %s", "%s %s", n.Code, n.Label()), Points: u.Points(st, at), Node: at}
	m, _ := u.Mark(st, at)
	t.How = n.how(m)
	return t
}

// whyMark says where a criterion's mark comes from.
func (s *State) whyMark(e *Explanation, st Stage, u *Unit, at int) {
	self, _ := u.Mark(Self, at)
	if d := u.Decided(st, at); d != nil {
		e.note("Đơn vị tự chấm: %s.", "The unit scored itself: %s.", s.book.Criteria[at].Said(self))
		e.note("Thay đổi bởi quyết định số %d.", "Changed by decision %d.", d.Seq)
		if a, ok := d.Act.(Score); ok && a.Reason != "" {
			e.note("Lý do: %s", "Reason: %s", a.Reason)
		}
		return
	}
	if st == Agreed {
		e.note("Cụm giữ nguyên mức tự chấm.", "The cluster left the self-score as it is.")
	}
}

// WhyTotal explains a unit's total: its fields, bonuses and penalties.
func (s *State) WhyTotal(st Stage, unit int) Explanation {
	u := s.units[unit]
	e := Explanation{book: s.book,
		Title:  lang.Sayf("%s · tổng điểm (%s)", "%s · total (%s)", u.name, s.book.StageName(st)),
		Result: lang.Sayf("%s điểm trên %s", "%s points of %s", u.Total(st), u.Maximum()),
	}
	for i, n := range s.book.Criteria {
		if n.Parent < 0 && u.Applies(i) {
			e.Terms = append(e.Terms,
				Term{Label: lang.Sayf("%s %s", "%s %s", n.Code, n.Label()),
					How: lang.Sayf("tối đa %s", "of %s", u.Max(i)), Points: u.Points(st, i), Node: i})
		}
	}
	e.cite(s.book, s.book.TotalClause)
	for _, g := range u.Bonuses(st) {
		e.Terms = append(e.Terms, s.grantTerm(lang.Text{VI: "thưởng", EN: "bonus"}, g, g.Points))
		e.cite(s.book, s.book.Bonus.Clause)
	}
	for _, g := range u.Penalties(st) {
		e.Terms = append(e.Terms, s.grantTerm(lang.Text{VI: "trừ", EN: "penalty"}, g, -g.Points))
		e.cite(s.book, s.book.Penalty.Clause)
	}
	return e
}

// grantTerm is the line of a bonus or penalty.
func (s *State) grantTerm(what lang.Text, g Grant, p Points) Term {
	return Term{Label: lang.Sayf("%s tại %s", "%s at %s", what, g.Said(s.book)), How: lang.Both(g.Reason), Points: p,
		Node: g.Target}
}

// Gap is how far a unit is from the next one above it.
type Gap struct {
	Above int    // the unit, index of State.Units
	Need  Points // the fewest points, in hundredths, that would put it ahead
}

// ToPass is what a unit would need to pass the one above it; ok is false for the first, and for units that share its
// rank.
func (s *State) ToPass(st Stage, unit int) (g Gap, ok bool) {
	t := s.Standings(st)
	lo, _ := t.Sharing(t.Place(unit))
	if lo == 0 || !s.units[unit].HasSheet() {
		return Gap{}, false
	}
	above := t.At(lo - 1).Unit
	return Gap{Above: above, Need: s.need(st, s.units[unit], s.units[above])}, true
}

// need is the fewest hundredths of a point that lift u above v.
func (s *State) need(st Stage, u, v *Unit) Points {
	const step = Point / 100
	goal := v.Total(st) // the most that u may have and still not be ahead
	if s.book.Rank.By == ByShare && v.scope.max > 0 && goal > 0 {
		hi, lo := bits.Mul64(uint64(goal), uint64(u.scope.max))
		q, _ := bits.Div64(hi, lo, uint64(v.scope.max))
		goal = Points(q)
	}
	return (goal-u.Total(st))/step*step + step
}
