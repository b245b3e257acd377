package vote

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doUp     kit.Action = "up"
	doDown   kit.Action = "down"
	doAsk    kit.Action = "ask"
	doTie    kit.Action = "tie"
	doRecord kit.Action = "record"
	doField  kit.Action = "field"
	doBackF  kit.Action = "field-back"
	doCancel kit.Action = "cancel"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.q != nil {
		record := kit.Binding{Action: doRecord, Keys: []string{"enter"}, Shown: "Enter", Weight: 90, Label: lang.Text{VI: "tiếp, ghi", EN: "next, record"}, Help: lang.Text{VI: "ô tiếp theo; ở ô cuối thì ghi kết quả", EN: "the next field; on the last one, record the vote"}}
		if s.sent {
			record.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return []kit.Binding{
			record,
			{Action: doField, Keys: []string{"tab", "down"}, Shown: "Tab", Weight: 80, Label: lang.Text{VI: "ô sau", EN: "next field"}, Help: lang.Text{VI: "ô tiếp theo", EN: "the next field"}},
			{Action: doBackF, Keys: []string{"shift+tab", "up"}, Shown: "↑", Label: lang.Text{VI: "ô trước", EN: "field before"}, Help: lang.Text{VI: "ô trước đó", EN: "the field before"}},
			{Action: doCancel, Keys: []string{"esc"}, Shown: "Esc", Weight: 85, Label: lang.Text{VI: "bỏ", EN: "cancel"}, Help: lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}},
		}
	}
	none := env.Frozen()
	if none.IsZero() && env.Snap.Present() == 0 {
		none = lang.Text{VI: "chưa có đơn vị nào có mặt: điểm danh trước (F9)", EN: "no unit is present: call the roll first (F9)"}
	}
	tie := none
	if all := lines(env); tie.IsZero() && (len(all) == 0 || all[s.at].tie == nil) {
		tie = lang.Text{VI: "chọn một nhóm bằng điểm ở trên cùng", EN: "choose units that are level, at the top"}
	}
	return []kit.Binding{
		{Action: doAsk, Keys: []string{"+", "plus"}, Shown: "+", Weight: 90, Off: none, Label: lang.Text{VI: "câu hỏi mới", EN: "new question"}, Help: lang.Text{VI: "biểu quyết một nội dung tự do", EN: "vote on a question of your own"}},
		{Action: doTie, Keys: []string{"enter"}, Shown: "Enter", Weight: 85, Off: tie, Label: lang.Text{VI: "biểu quyết thứ tự", EN: "vote on the order"}, Help: lang.Text{VI: "biểu quyết thứ tự của nhóm bằng điểm", EN: "vote on the order of units that are level"}},
		{Action: doDown, Keys: []string{"down", "pgdown"}, Shown: "↓", Weight: 40, Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "dòng sau", EN: "the next line"}},
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Label: lang.Text{VI: "lên", EN: "up"}, Help: lang.Text{VI: "dòng trước", EN: "the line before"}},
	}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	all := lines(env)
	switch a {
	case doUp:
		s.at = max(s.at-1, 0)
	case doDown:
		s.at = max(min(s.at+1, len(all)-1), 0)
	case doAsk:
		s.ask()
	case doTie:
		s.askTie(all[s.at].tie)
	case doCancel:
		s.q, s.sent = nil, false
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded.")
	case doField:
		s.step(+1)
	case doBackF:
		s.step(-1)
	case doRecord:
		return s.record(env)
	}
	return screen.Effect{}
}

// step goes to the next or previous field, going round at the ends.
func (s *Screen) step(by int) {
	q := s.q
	first := 0
	if q.free {
		first = -1
	}
	n := len(q.counts) - first
	q.on = (q.on-first+by+n)%n + first
}

// record goes to the next field, and from the last one puts the vote on record.
func (s *Screen) record(env screen.Env) screen.Effect {
	q := s.q
	if q.free && q.on < 0 && q.field.Value() == "" {
		return screen.Note("Gõ nội dung biểu quyết.", "Type the question.")
	}
	if q.on < len(q.counts)-1 {
		q.on++
		return screen.Effect{}
	}
	v, ok := q.current(env)
	if !ok {
		return screen.Note("Không đơn vị nào dẫn đầu: đếm lại, hoặc thảo luận rồi biểu quyết lại.", "No unit leads: count again, or discuss and vote again.")
	}
	ruling, err := q.ruling(env)
	if err != nil {
		said := meeting.Say(err)
		return screen.Alarm(lang.Text{VI: said.In(lang.VI), EN: said.In(lang.EN)})
	}
	if q.tie != nil && ruling.Verdict != scoring.Carried {
		return screen.Alarm(lang.Sayf("%s; biểu quyết lại vị trí này", "%s; vote on this place again", ruling.Sum))
	}
	if q.tie != nil && v.Act == nil {
		q.place(env)
		return screen.Effect{Note: ruling.Sum}
	}
	acts := []scoring.Act{}
	if q.tie != nil {
		for _, earlier := range q.tie.votes {
			acts = append(acts, earlier)
		}
	}
	s.sent = true
	return screen.Effect{Acts: append(acts, v)}
}
