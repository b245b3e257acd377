package meeting

import (
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// counts reports whether a person may count a vote that somebody opened; by is the person's name where w has none.
func (w *Who) counts(opener, by string) bool {
	if w == nil || w.Role == scoring.Chair {
		return true
	}
	return names.Fold(opener) == names.Fold(w.Name) || by != "" && names.Fold(opener) == names.Fold(by)
}

// mayCount refuses the count of a vote from terminals by anybody but who opened it and the chair: whoever counts too
// early learns what nobody should.
func (s *Snapshot) mayCount(p Proposal, a scoring.Act) error {
	opened := 0
	switch a := a.(type) {
	case scoring.Vote:
		opened = a.Opened
	case scoring.Ballot:
		opened = a.Opened
	}
	o := s.Opening()
	if opened == 0 || o == nil || o.Decision.Seq != opened || p.Who.counts(o.Decision.By, p.By) {
		return nil
	}
	return &scoring.Refusal{Kind: ErrRights,
		What: lang.Sayf("chỉ %s, người đã mở, hoặc chủ tọa kiểm phiếu được",
			"only %s, who opened the vote, or the chair may count it", lang.Both(o.Decision.By)),
		Mend: lang.Sayf("đề nghị người đó kiểm phiếu", "ask that person to count")}
}
