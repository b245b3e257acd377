package scoring

import (
	"strings"

	"thidua/scoring/lang"
)

// Decline says that a unit gives way: it is proposed for an award, or for none at all, to nobody's blame. It uses up
// nothing, and keeps its turn for the awards that it does not decline.
type Decline struct {
	Unit   string
	Award  string // empty: every award
	Reason string
}

// KindDecline is the kind of Decline.
const KindDecline Kind = "decline"

// Kind is KindDecline.
func (Decline) Kind() Kind { return KindDecline }

func (a Decline) unit() string { return a.Unit }

// given is what a unit gave way in: an award by its index, everyAward for all of them.
type given struct {
	award int
	cell  *cell[string] // the reason
}

const everyAward = -1

func (a Decline) enter(s *State, d *Decision) error {
	at, err := s.declinable(a.Award)
	if err != nil {
		return err
	}
	if strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason, lang.Sayf("xin rút phải có lý do", "to give way needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	if d.Seq > s.Seq() && (u.declined(at) || u.declined(everyAward)) {
		return refuse(ErrAward, lang.Sayf("%s đã xin rút", "%s has given way already", a.Unit),
			lang.Sayf("hoàn tác lần trước nếu cần sửa", "undo the decision before if it must change"))
	}
	return s.edit(a.Unit, func(u *Unit) {
		u.give(at, func(c *cell[string]) *cell[string] { return c.put(d, a.Reason) })
	})
}

func (a Decline) leave(s *State, d *Decision) error {
	at, err := s.declinable(a.Award)
	if err != nil {
		return err
	}
	return s.edit(a.Unit, func(u *Unit) {
		u.give(at, func(c *cell[string]) *cell[string] { return c.mark(d.Seq, false) })
	})
}

// declinable finds the award that is declined.
func (s *State) declinable(id string) (int, error) {
	if id == "" {
		return everyAward, nil
	}
	return s.awardAt(id)
}

// awardAt finds an award by its id.
func (s *State) awardAt(id string) (int, error) {
	var ids []lang.Sayer
	for i, a := range s.book.Awards {
		if a.ID == id {
			return i, nil
		}
		ids = append(ids, lang.Both(a.ID))
	}
	return 0, refuse(ErrAward, lang.Sayf("bộ tiêu chí không có khen thưởng %q", "the rulebook has no award %q", id),
		lang.Sayf("dùng %s", "use %s", lang.List(ids...)))
}

// give changes what is said of one award.
func (u *Unit) give(award int, change func(*cell[string]) *cell[string]) {
	next := make([]given, 0, len(u.gives)+1)
	found := false
	for _, g := range u.gives {
		if g.award == award {
			g.cell, found = change(g.cell), true
		}
		next = append(next, g)
	}
	if !found {
		next = append(next, given{award, change(nil)})
	}
	u.gives = next
}

// declined reports whether the unit gave way in an award, or in all of them.
func (u *Unit) declined(award int) bool {
	for _, g := range u.gives {
		if (g.award == award || g.award == everyAward) && g.cell.top() != nil {
			return true
		}
	}
	return false
}

// Declined is why the unit gives way in an award, by its index in the rulebook, and the decision that says so; nil
// where it does not.
func (u *Unit) Declined(award int) (d *Decision, reason string) {
	for _, g := range u.gives {
		if g.award != award && g.award != everyAward {
			continue
		}
		if c := g.cell.top(); c != nil && (d == nil || c.dec.Seq > d.Seq) {
			d, reason = c.dec, c.value
		}
	}
	return d, reason
}
