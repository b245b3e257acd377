package vote

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Where the votes leave units level, the chair rules on their order, or lots are drawn; either with a reason.

const (
	doRuling kit.Action = "ruling"
	doLots   kit.Action = "lots"
)

// The keys of the other ways to an order; lots have the key that they have in an election.
const (
	keyRuling = "!"
	keyLots   = "*"
)

// maxReason is the most characters of what is said about a ruling or a draw.
const maxReason = 300

// settling is an order that is not voted on, being typed: who takes the place, and why or how.
type settling struct {
	how    scoring.OrderHow
	list   kit.List[int] // the units not placed yet; under the cursor, who takes the place
	prompt *kit.Prompt
	was    tie // the places when it began
}

// settleKeys lead to the other ways to an order: after a vote that gave nobody the place they are what comes next.
func (q *question) settleKeys(env screen.Env, sent bool) []kit.Binding {
	off := env.Barred(scoring.KindOrder)
	switch {
	case sent:
		off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	case q.casting() != nil:
		off = lang.Text{VI: "đang lấy phiếu: kiểm hoặc hủy trước đã",
			EN: "ballots are coming in: count or drop them first"}
	case off.IsZero() && q.begun():
		off = lang.Text{VI: "đã gõ số phiếu: ghi hoặc xóa trước",
			EN: "counts have been typed: record or clear them first"}
	}
	weight := 40
	if !q.tie.failed.IsZero() {
		weight = 86
	}
	return []kit.Binding{
		{Action: doRuling, Keys: kit.Named(keyRuling), Shown: keyRuling, Weight: weight, Off: off,
			Label: lang.Text{VI: "chủ tọa quyết định", EN: "chair's ruling"},
			Help: lang.Text{VI: "chủ tọa quyết định thứ tự, kèm lý do",
				EN: "the chair rules on the order, with a reason"}},
		{Action: doLots, Keys: kit.Named(keyLots), Shown: keyLots, Weight: weight, Off: off,
			Label: lang.Text{VI: "bốc thăm", EN: "lots"},
			Help:  lang.Text{VI: "ghi thứ tự đã bốc thăm, kèm cách bốc", EN: "record the order drawn, and how it was"}},
	}
}

// settle begins one of them.
func (q *question) settle(how scoring.OrderHow) {
	label, missing := lang.Text{VI: "Lý do", EN: "Reason"}, lang.Text{VI: "Ghi lý do chủ tọa quyết định như vậy.",
		EN: "Say why the chair rules so."}
	if how == scoring.OrderByLots {
		label, missing = lang.Text{VI: "Bốc thăm thế nào", EN: "How lots were drawn"},
			lang.Text{VI: "Ghi cách bốc thăm, ví dụ: chủ tọa bốc thăm trước hội nghị.",
				EN: "Say how lots were drawn, such as: by the chair before the meeting."}
	}
	q.settling = &settling{how: how, prompt: kit.NewPrompt(label, missing, maxReason), was: *q.tie}
	q.settling.list.Show(q.tie.left)
}

// keys are those while an order is typed.
func (x *settling) keys() []kit.Binding {
	moves := x.list.Keys(80)
	moves[0].Label = lang.Text{VI: "đơn vị", EN: "unit"}
	moves[0].Help = lang.Text{VI: "chọn đơn vị xếp ở hạng này", EN: "choose the unit that takes the rank"}
	return append(x.prompt.Keys(lang.Text{VI: "xếp đơn vị đã chọn; hạng cuối thì ghi cả thứ tự",
		EN: "place the unit chosen; with the last rank, record the order"}), moves...)
}

// doSettling carries out an action while an order is typed; ok is false for any other.
func (s *Screen) doSettling(env screen.Env, a kit.Action) (effect screen.Effect, ok bool) {
	q := s.q
	x := q.settling
	switch {
	case a == kit.PromptLeave:
		*q.tie = x.was
		q.counts, q.settling = make([]kit.Number, len(q.tie.left)+1), nil
	case a == kit.PromptTake && !x.prompt.Missing().IsZero():
		return screen.Effect{Note: x.prompt.Missing()}, true
	case a == kit.PromptTake && len(q.tie.left) > 2:
		q.tie.take(env, x.list.Index())
		q.counts = make([]kit.Number, len(q.tie.left)+1)
		x.list.Show(q.tie.left)
		x.list.Select(q.tie.left[0])
	case a == kit.PromptTake:
		reason, _ := x.prompt.Take()
		s.sent, q.pending = true, settled
		return screen.Effect{Acts: []scoring.Act{scoring.Order{Units: q.tie.whole(env, x.list.Index()), How: x.how,
			Reason: reason}}}, true
	default:
		return screen.Effect{}, x.list.Do(a)
	}
	return screen.Effect{}, true
}

// draw is who takes the place, and why or how.
func (x *settling) draw(env screen.Env, p *kit.Canvas) *screen.Cursor {
	st := env.Styles
	title := env.Say("Chủ tọa quyết định thứ tự", "The chair rules on the order")
	if x.how == scoring.OrderByLots {
		title = env.Say("Thứ tự đã bốc thăm", "The order drawn by lots")
	}
	p.Text(st.Warn, title, 1)
	const below = 2
	x.list.Place(p.Rest(below), 1)
	p.Add(x.list.Draw(st, func(c *kit.Canvas, unit int, here bool) {
		row, mark := kit.NewRow(c.W), "  "
		if here {
			row, mark = kit.NewMarked(c.W, st.Cursor), "› "
		}
		c.Add(row.Put(st.Strong, mark+env.Snap.Units()[unit].Name()).String())
	})...)
	at := x.prompt.Draw(p, st, env.Lang)
	return &at
}
