package review

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// mark is what is worth looking at about a criterion: a sign with a word in the legend, which colour only strengthens.
type mark struct {
	sign string
	word lang.Text
}

// marks are all of them, most pressing first.
func marks() []mark {
	return []mark{
		{"∅", lang.Text{VI: "chưa chấm", EN: "not scored"}},
		{"≠", lang.Text{VI: "cụm sửa", EN: "changed"}},
		{"+", lang.Text{VI: "đề nghị thưởng", EN: "bonus asked"}},
		{"?", lang.Text{VI: "thiếu minh chứng", EN: "no evidence"}},
	}
}

const (
	markEmpty = iota
	markChanged
	markRequest
	markEvidence
	noMark = -1
)

// markOf is the most pressing mark of a node for a unit.
func markOf(b *scoring.Rulebook, u *scoring.Unit, at int) int {
	n := &b.Criteria[at]
	if !u.Applies(at) {
		return noMark
	}
	self, scored := u.Percent(scoring.Self, at)
	agreed, settled := u.Percent(scoring.Agreed, at)
	switch {
	case n.Scored && !settled:
		return markEmpty
	case n.Scored && (agreed != self || scored != settled):
		return markChanged
	case len(u.Sheet().Requests) > 0 && asked(b, u, at):
		return markRequest
	case n.Scored && len(n.Evidence) > 0 && agreed > 0 && len(u.Sheet().Evidence[n.Code]) == 0:
		return markEvidence
	}
	return noMark
}

// asked reports whether a unit asks for a bonus there that does not stand yet.
func asked(b *scoring.Rulebook, u *scoring.Unit, at int) bool {
	_, ok := edit.Request(u, b, at)
	return ok
}

// countMarks counts the marks of a unit.
func countMarks(b *scoring.Rulebook, u *scoring.Unit) []int {
	counts := make([]int, len(marks()))
	for i := range b.Criteria {
		if m := markOf(b, u, i); m != noMark {
			counts[m]++
		}
	}
	return counts
}

func markStyle(st kit.Styles, m int) kit.Style {
	switch m {
	case markEmpty:
		return st.Bad
	case markChanged:
		return st.Warn
	case markRequest:
		return st.Good
	}
	return st.Dim
}

// awardSign is the one-cell sign of an award, and its style.
func awardSign(env screen.Env, award string) (string, kit.Style) {
	b := env.Snap.Rulebook()
	for i, a := range b.Awards {
		if a.ID == award {
			if i == 0 {
				return a.Sign, env.Styles.Gold
			}
			return a.Sign, env.Styles.Silver
		}
	}
	if award == scoring.AwardUndecided {
		return "?", env.Styles.Warn
	}
	return " ", env.Styles.Dim
}
