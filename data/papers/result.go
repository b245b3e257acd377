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
	out := []paper.Block{body("Điểm và thứ hạng dưới đây theo điểm " + x.blanks.Cluster + " thống nhất:"),
		fromTable(view.Standings(&x.State, scoring.Agreed, vi), nil)}
	out = append(out, x.moves()...)
	for _, e := range x.Log {
		if _, gone := x.Withdrawn(e.Seq); gone || !x.sitting.Holds(e.Seq) {
			continue
		}
		if _, undo := e.Act.(scoring.Undo); undo { // what it took back is not counted above, what it brought back is
			continue
		}
		switch x.Changes(e.Decision).(type) {
		case scoring.Order:
			out = append(out, item("Thứ tự khi bằng điểm: "+decision.Sentence(&x.State, e.Decision).In(vi)+"."))
		case scoring.Decline, scoring.Quota:
			out = append(out, item(view.Capital(decision.Sentence(&x.State, e.Decision).In(vi))+"."))
		}
	}
	return append(out, x.proposed()...)
}

// moves are the moves to corrected rulebooks that were made in the sitting: why, what fell away or is new, and every
// unit's points and rank before beside those that stand now.
func (x *source) moves() (out []paper.Block) {
	all := x.Moves()
	for i, m := range all {
		if !x.sitting.Holds(m.Decision.Seq) {
			continue
		}
		after := &x.State
		if i+1 < len(all) {
			after = all[i+1].Before
		}
		out = append(out, item(view.Capital(decision.Sentence(&x.State, m.Decision).In(vi))+"."))
		for _, said := range view.MovedCriteria(m) {
			out = append(out, item(view.Capital(said.In(vi))+"."))
		}
		out = append(out, fromTable(view.MovedUnits(m, after, vi), nil))
	}
	return out
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
	for i, a := range x.book.Awards {
		var waiting []string
		for _, unit := range x.Nominated(scoring.Agreed, i) {
			waiting = append(waiting, x.unitName(unit))
		}
		if len(waiting) > 0 {
			out = append(out, body(fmt.Sprintf("%s chờ biểu quyết: %s.", a.Name.In(vi), strings.Join(waiting, "; "))))
		}
	}
	return out
}

// holders are the units that are proposed for each award, by its id, in order of rank; a unit may hold several.
func (x *source) holders() map[string][]string {
	out := map[string][]string{}
	for _, s := range x.Standings(scoring.Agreed).All() {
		for _, id := range append([]string{s.Award}, s.Beside...) {
			out[id] = append(out[id], x.unitName(s.Unit))
		}
	}
	return out
}
