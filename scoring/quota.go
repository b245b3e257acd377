package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Quota says that the meeting proposes at most so many of an award: the rulebook's number is a ceiling («không quá»).
type Quota struct {
	Award  string
	Number int
	Reason string
}

// KindQuota is the kind of Quota.
const KindQuota Kind = "quota"

// Kind is KindQuota.
func (Quota) Kind() Kind { return KindQuota }

func (Quota) votable() error { return nil }

func (a Quota) enter(s *State, d *Decision) error {
	at, err := s.awardAt(a.Award)
	if err != nil {
		return err
	}
	if most := s.book.Number(at, len(s.units)); a.Number < 0 || a.Number > most {
		return refuse(ErrAward,
			lang.Sayf("%s: đề nghị từ 0 đến %d, không phải %d", "%s: from 0 to %d may be proposed, not %d",
				s.book.Awards[at].Short, most, a.Number),
			lang.Sayf("ghi một số không quá %d", "give a number of at most %d", most)).under(s.book.Awards[at].Clause)
	}
	if strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason, lang.Sayf("đề nghị ít hơn phải có lý do", "to propose fewer needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	s.limit(at, func(c *cell[Quota]) *cell[Quota] { return c.put(d, a) })
	return nil
}

func (a Quota) leave(s *State, d *Decision) error {
	at, err := s.awardAt(a.Award)
	if err != nil {
		return err
	}
	s.limit(at, func(c *cell[Quota]) *cell[Quota] { return c.mark(d.Seq, false) })
	return nil
}

// limit changes what was decided on the number of an award, and deals out anew.
func (s *State) limit(award int, change func(*cell[Quota]) *cell[Quota]) {
	s.quotas = slices.Clone(s.quotas)
	for len(s.quotas) <= award {
		s.quotas = append(s.quotas, nil)
	}
	s.quotas[award] = change(s.quotas[award])
	s.redeal()
}

// Limited is the decision to propose fewer of an award than the rulebook lets, nil where there is none.
func (s *State) Limited(award int) (d *Decision, q Quota) {
	if award < len(s.quotas) {
		if c := s.quotas[award].top(); c != nil {
			return c.dec, c.value
		}
	}
	return nil, Quota{}
}

// redeal deals out the awards anew after something was decided that changes no places.
func (s *State) redeal() {
	next := *s.agreed
	next.rows = slices.Clone(next.rows)
	next.award(s)
	s.agreed = &next
}
