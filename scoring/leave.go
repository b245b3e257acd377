package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Leave leaves a criterion of a unit without a score, which counts 0: the meeting may then be closed over it.
type Leave struct {
	Unit      string
	Criterion string
	Reason    string
}

// KindLeave is the kind of Leave.
const KindLeave Kind = "leave"

// Kind is KindLeave.
func (Leave) Kind() Kind { return KindLeave }

func (a Leave) unit() string { return a.Unit }
func (a Leave) node() string { return a.Criterion }
func (Leave) votable() error { return nil }

func (a Leave) enter(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	leaf, err := s.leaf(u, a.Criterion)
	if err != nil {
		return err
	}
	if strings.TrimSpace(a.Reason) == "" {
		return refuse(ErrNoReason,
			lang.Sayf("để lại một tiêu chí không chấm phải có lý do",
				"to leave a criterion without a score needs a reason"),
			lang.Sayf("ghi lý do", "give a reason"))
	}
	if d.Seq > s.Seq() && u.mark(Agreed, leaf).Given() {
		return refuse(ErrScored, lang.Sayf("%s đã được chấm %s", "%s has a score for %s", a.Unit, a.Criterion),
			lang.Sayf("bỏ quyết định này, hoặc hoàn tác việc chấm trước", "leave this out, or undo the score first"))
	}
	return s.edit(a.Unit, func(u *Unit) {
		if u.left == nil {
			u.left = make([]*cell[Leave], len(u.book.leaves))
		}
		u.left = slices.Clone(u.left)
		u.left[leaf] = u.left[leaf].put(d, a)
	})
}

func (a Leave) leave(s *State, d *Decision) error {
	_, u, err := s.unit(a.Unit)
	if err != nil {
		return err
	}
	leaf, err := s.leaf(u, a.Criterion)
	if err != nil {
		return err
	}
	return s.edit(a.Unit, func(u *Unit) {
		u.left = slices.Clone(u.left)
		u.left[leaf] = u.left[leaf].mark(d.Seq, false)
	})
}

// Left is the decision to leave a scored criterion (an index of Rulebook.Criteria) without a score, and its reason; ok
// is false where there is none that counts, or the criterion has a score after all.
func (u *Unit) Left(at int) (d *Decision, reason string, ok bool) {
	n := &u.book.Criteria[at]
	if !n.Scored || u.left == nil || u.mark(Agreed, n.First).Given() {
		return nil, "", false
	}
	c := u.left[n.First].top()
	if c == nil {
		return nil, "", false
	}
	return c.dec, c.value.Reason, true
}

// NotScored are the criteria that apply to the unit and that nobody scored, as indexes of Rulebook.Criteria: those that
// the meeting leaves so, or the others.
func (u *Unit) NotScored(left bool) []int {
	var out []int
	for leaf, at := range u.book.leaves {
		if !u.HasSheet() || !u.applies(leaf) || u.mark(Agreed, leaf).Given() {
			continue
		}
		if _, _, ok := u.Left(at); ok == left {
			out = append(out, at)
		}
	}
	return out
}
