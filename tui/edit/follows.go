package edit

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// consequences is what would follow if an edit were recorded, line by line, to be drawn and to be heard.
type consequences struct {
	lines   []string
	refused error // the rule that would refuse it; the line says so
	figures bool  // the lines are figures, and no instruction
	rank    int   // the line that says the rank
}

// consequences says what would follow, or what there is to do first.
func (e *Edit) consequences(env screen.Env) consequences {
	one := func(vi, en string, args ...any) consequences {
		return consequences{lines: []string{env.Say(vi, en, args...)}}
	}
	o, ok := e.preview(&env.Snap.State)
	switch {
	case e.text.Sent():
		return one("đang ghi…", "recording…")
	case e.kind == Note:
		return one("%[1]s để ghi; để trống rồi %[1]s để bỏ ghi chú",
			"%[1]s records it; empty and %[1]s takes the note away", kit.KeyTake)
	case e.kind == Leave:
		return one("tính 0 điểm, và không còn cản việc chốt; ghi lý do rồi %s",
			"it counts 0 points and no longer stands in the way of closing; give the reason, then %s", kit.KeyTake)
	case e.kind == Reject:
		return one("đề nghị được trả lời là không duyệt; ghi lý do rồi %s",
			"the request is answered: it is not granted; give the reason, then %s", kit.KeyTake)
	case !ok:
		return one("gõ số, %s để ghi, %s để bỏ", "type a number, %s to record, %s to leave", kit.KeyTake, kit.KeyLeave)
	case o.err != nil:
		return consequences{lines: []string{screen.Said(o.err).In(env.Lang)}, refused: o.err}
	}
	return e.figures(env, o)
}

// figures are the points, the rank and the award that would follow, and what would still be short of the unit above.
func (e *Edit) figures(env screen.Env, o outcome) consequences {
	out := consequences{figures: true}
	change, award := "", ""
	if o.points != o.before {
		change = " (" + view.Signed(env.Lang, o.points-o.before) + ")"
	}
	if o.award != scoring.AwardNone {
		award = " · " + env.Snap.Rulebook().AwardName(o.award).In(env.Lang)
	}
	if e.kind != Sanction {
		out.lines = append(out.lines, env.Say("→ %s điểm%s · tổng %s", "→ %s points%s · total %s",
			view.Points(env.Lang, o.points), change, view.PlacesOf(o.after, env.Lang).Whole(o.unit)))
	}
	out.rank = len(out.lines)
	out.lines = append(out.lines,
		env.Say("→ hạng %d %s%s", "→ rank %d %s%s", o.rank, view.Moved(o.rose), award))
	if o.above != "" {
		out.lines = append(out.lines, env.Say("còn thiếu %s điểm để vượt %s", "%s points short of passing %s",
			view.Points(env.Lang, o.gap), o.above))
	}
	return out
}
