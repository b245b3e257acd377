package papers

import (
	"fmt"
	"strings"

	"thidua/data/decision"
	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// result is the ranking, how ties were settled, and what is proposed.
func (x *source) result() []paper.Block {
	out := []paper.Block{fromTable(view.Standings(&x.State, scoring.Agreed, vi), nil)}
	for _, e := range x.Log {
		if _, gone := x.Withdrawn(e.Seq); gone || !x.sitting.Holds(e.Seq) {
			continue
		}
		if _, ok := x.Changes(e.Decision).(scoring.Order); ok {
			out = append(out, item("Thứ tự khi bằng điểm: "+decision.Sentence(&x.State, e.Decision).In(vi)+"."))
		}
	}
	return append(out, x.proposed()...)
}

// proposed says which unit is proposed for which award, best first: an award is proposed, never given.
func (x *source) proposed() (out []paper.Block) {
	holders := x.holders()
	for _, a := range x.book.Awards {
		if names := holders[a.ID]; len(names) > 0 {
			out = append(out, body(fmt.Sprintf("Đề nghị tặng %s cho: %s.", a.Name.In(vi), strings.Join(names, "; "))))
		}
	}
	if names := holders[scoring.AwardUndecided]; len(names) > 0 {
		out = append(out, body(fmt.Sprintf("Chưa xác định: %s.", strings.Join(names, "; "))))
	}
	return out
}

// holders are the units that are proposed for each award, by its id, in order of rank.
func (x *source) holders() map[string][]string {
	out := map[string][]string{}
	for _, s := range x.Standings(scoring.Agreed).All() {
		out[s.Award] = append(out[s.Award], x.unitName(s.Unit))
	}
	return out
}
