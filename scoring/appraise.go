package scoring

import "slices"

// Appraise is what the Ministry gives on a scored criterion; until then the agreed mark stands (rule 2). It changes
// nothing of what the cluster agreed, and a closed meeting takes it.
type Appraise struct {
	Unit      string
	Criterion string
	Mark      Mark
	Assessor  string // the department that gave it; empty where nobody said
	Reason    string // what it says of it; optional
	Source    string // the name of the file that it came in; empty where it came in none
	Digest    string // SHA-256 of that file, in hex
}

// KindAppraise is the kind of Appraise.
const KindAppraise Kind = "appraise"

// Kind is KindAppraise.
func (Appraise) Kind() Kind { return KindAppraise }

func (a Appraise) unit() string { return a.Unit }
func (a Appraise) node() string { return a.Criterion }
func (Appraise) late() bool     { return true }

func (a Appraise) enter(s *State, d *Decision) error {
	return s.write(a.Unit, a.Criterion, a.Mark, func(u *Unit, leaf int) {
		if u.appraised == nil {
			u.appraised = make([]*cell[Appraise], len(u.book.leaves))
		}
		u.appraised = slices.Clone(u.appraised)
		u.appraised[leaf] = u.appraised[leaf].put(d, a)
	})
}

func (a Appraise) leave(s *State, d *Decision) error {
	return s.write(a.Unit, a.Criterion, a.Mark, func(u *Unit, leaf int) {
		u.appraised = slices.Clone(u.appraised)
		u.appraised[leaf] = u.appraised[leaf].mark(d.Seq, false)
	})
}
