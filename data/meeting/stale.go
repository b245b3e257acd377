package meeting

import (
	"errors"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// ErrStale is a change of something that somebody else has changed since its author looked: it is shown, not
// overwritten.
var ErrStale = errors.New("changed by somebody else meanwhile")

// allows refuses what the author may not decide, and what was typed without having seen the newest value.
func (s *Snapshot) allows(p Proposal) error {
	var refused Refused
	for i, a := range p.Acts {
		err := p.Who.may(a)
		if undo, ok := a.(scoring.Undo); ok && err == nil {
			err = s.MayUndo(p.Who, undo.Seq)
		}
		if err == nil {
			err = s.mayCount(p, a)
		}
		if err == nil && p.Seen > 0 {
			err = s.stale(a, p.Seen)
		}
		if err != nil {
			refused.Acts = append(refused.Acts, RefusedAct{i, err})
		}
	}
	if len(refused.Acts) > 0 {
		return &refused
	}
	return nil
}

// stale refuses a change of a cell that a decision after seen has changed.
func (s *Snapshot) stale(a scoring.Act, seen int) error {
	cell := decision.CellOf(a)
	if cell == (decision.Cell{}) {
		return nil
	}
	for i := len(s.Log) - 1; i >= max(seen, 0); i-- {
		d := s.Log[i].Decision
		if decision.CellOf(s.Changes(d)) == cell {
			return &scoring.Refusal{Kind: ErrStale,
				What: lang.Sayf("%s vừa thay đổi chỗ này, quyết định số %d: %s",
					"%s has just changed this, decision %d: %s", lang.Both(d.By), d.Seq,
					decision.Sentence(&s.State, d)),
				Mend: lang.Sayf("xem lại, rồi Enter lần nữa nếu vẫn muốn thay",
					"look at it, and press Enter once more to replace it")}
		}
	}
	return nil
}
