package meeting

import (
	"errors"

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
	switch a.(type) {
	case scoring.Score, scoring.Bonus, scoring.Penalty, scoring.Sanctioned, scoring.Appraise, scoring.Note:
	default:
		return nil
	}
	for i := len(s.Log) - 1; i >= max(seen, 0); i-- {
		d := s.Log[i].Decision
		if sameCell(a, s.changed(d)) {
			return &scoring.Refusal{Kind: ErrStale,
				What: lang.Sayf("%s vừa thay đổi chỗ này, quyết định số %d: %s",
					"%s has just changed this, decision %d: %s", lang.Both(d.By), d.Seq, Sentence(&s.State, d)),
				Mend: lang.Sayf("xem lại, rồi Enter lần nữa nếu vẫn muốn thay",
					"look at it, and press Enter once more to replace it")}
		}
	}
	return nil
}

// changed is the act that a decision made or took back: its own, that of what it undid, or what a vote decided.
func (s *Snapshot) changed(d *scoring.Decision) scoring.Act {
	switch a := d.Act.(type) {
	case scoring.Undo:
		if of, ok := s.State.Decision(a.Seq); ok {
			return s.changed(of)
		}
	case scoring.Vote:
		if a.Act != nil {
			return a.Act
		}
	}
	return d.Act
}

// sameCell reports whether two acts change the same thing of the same unit.
func sameCell(a, b scoring.Act) bool {
	return a.Kind() == b.Kind() && scoring.Subject(a) == scoring.Subject(b) && scoring.Target(a) == scoring.Target(b)
}
