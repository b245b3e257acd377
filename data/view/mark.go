package view

import (
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Mark is what is worth looking at about a criterion of a unit: a sign, with a word in the legend, and a class that
// only strengthens it.
type Mark int

// The marks, most pressing first.
const (
	NotScored Mark = iota
	Changed
	Requested
	NoEvidence
	Marks       // how many there are
	NoMark Mark = -1
)

// Sign is the mark's one cell.
func (m Mark) Sign() string { return [...]string{"∅", "≠", "+", "?"}[m] }

// Word says what the mark means.
func (m Mark) Word() lang.Text {
	return [...]lang.Text{
		{VI: "chưa chấm", EN: "not scored"}, {VI: "cụm sửa", EN: "changed"},
		{VI: "đề nghị thưởng", EN: "bonus asked"}, {VI: "thiếu minh chứng", EN: "no evidence"},
	}[m]
}

// Class is the mark's class.
func (m Mark) Class() table.Class {
	return [...]table.Class{table.Bad, table.Changed, table.Good, table.Detail}[m]
}

// MarkOf is the most pressing mark of a criterion or field for a unit.
func MarkOf(b *scoring.Rulebook, u *scoring.Unit, at int) Mark {
	n := &b.Criteria[at]
	if !u.Applies(at) {
		return NoMark
	}
	self, _ := u.Mark(scoring.Self, at)
	agreed, settled := u.Mark(scoring.Agreed, at)
	switch {
	case n.Scored && !settled:
		return NotScored
	case n.Scored && agreed != self:
		return Changed
	case requested(u, at):
		return Requested
	case n.Scored && len(n.Evidence) > 0 && n.Rate(agreed) > 0 && len(u.Sheet().Evidence[n.Code]) == 0:
		return NoEvidence
	}
	return NoMark
}

// CountMarks counts the marks of a unit.
func CountMarks(b *scoring.Rulebook, u *scoring.Unit) [Marks]int {
	var counts [Marks]int
	for i := range b.Criteria {
		if m := MarkOf(b, u, i); m != NoMark {
			counts[m]++
		}
	}
	return counts
}

func requested(u *scoring.Unit, at int) bool {
	_, ok := u.OpenRequest(at)
	return ok
}
