package scoring

import (
	"errors"

	"thidua/scoring/lang"
)

// Undo withdraws a decision. Nothing is deleted: the record keeps both. To undo an undo lets the decision count again.
type Undo struct{ Seq int }

// KindUndo is the kind of Undo.
const KindUndo Kind = "undo"

// Kind is KindUndo.
func (Undo) Kind() Kind { return KindUndo }

// changes is what was undone, by which the meeting changes back.
func (a Undo) changes(s *State) Act {
	of, ok := s.Decision(a.Seq)
	if !ok {
		return nil
	}
	return s.Changes(of)
}

func (a Undo) enter(s *State, d *Decision) error {
	target, ok := s.Decision(a.Seq)
	if !ok {
		return refuse(ErrUndo, lang.Sayf("không có quyết định số %d", "there is no decision %d", a.Seq),
			lang.Sayf("xem số bằng «thidua log»", "see the numbers with «thidua log»"))
	}
	if by, gone := s.Withdrawn(a.Seq); gone {
		return refuse(ErrUndo,
			lang.Sayf("quyết định số %d đã được hoàn tác bởi số %d", "decision %d was undone by %d already", a.Seq, by),
			lang.Sayf("để làm lại, hoàn tác số %d", "to bring it back, undo %d", by))
	}
	if err := target.Act.leave(s, target); err != nil {
		return becauseUndone(a.Seq, err)
	}
	s.withdraw(a.Seq, d.Seq)
	if s.undos == nil || s.undos.seq < d.Seq { // else it counts again
		s.undos = &undoing{d.Seq, a.Seq, s.undos}
	}
	return nil
}

// undoing is an undo and what it took out, with those before it.
type undoing struct {
	seq, of int
	prev    *undoing
}

func (a Undo) leave(s *State, d *Decision) error {
	target, ok := s.Decision(a.Seq)
	if !ok || s.withdrawn.at(a.Seq) != d.Seq {
		return refuse(ErrUndo,
			lang.Sayf("quyết định số %d không còn bị hoàn tác bởi số %d",
				"decision %d is not undone by %d any more", a.Seq, d.Seq), lang.Text{})
	}
	if err := target.Act.enter(s, target); err != nil {
		return becauseUndone(d.Seq, err)
	}
	s.withdraw(a.Seq, 0)
	return nil
}

// becauseUndone says which undo ran into a rule.
func becauseUndone(seq int, err error) error {
	var r *Refusal
	if !errors.As(err, &r) {
		return err
	}
	out := *r
	out.What = lang.Sayf("hoàn tác số %d: %s", "undo of %d: %s", seq, r.What)
	return &out
}

// Undone is the decision that an undo is about in the end, and whether it brings that back: an undo of an undo does, an
// undo of that takes it out again. Of anything but an undo it is the decision itself.
func (s *State) Undone(d *Decision) (base *Decision, back bool) {
	back = true
	for base = d; ; back = !back {
		u, ok := base.Act.(Undo)
		if !ok {
			return base, back
		}
		next, ok := s.Decision(u.Seq)
		if !ok {
			return base, back
		}
		base = next
	}
}

// NextRedo is the undo to withdraw next for a redo, nil if there is none: the newest that still counts, as long as
// nothing but undos and redos followed it. So redo walks all the way back through the undos that nothing followed.
func (s *State) NextRedo() *Decision {
	for e := s.log; e != nil; e = e.prev {
		if _, ok := e.dec.Act.(Undo); !ok {
			return nil
		}
		if _, gone := s.Withdrawn(e.dec.Seq); gone {
			continue
		}
		if _, back := s.Undone(&e.dec); !back {
			return &e.dec
		}
	}
	return nil
}
