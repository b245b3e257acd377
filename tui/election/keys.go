package election

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doDigit  kit.Action = "digit"
	doUp     kit.Action = "up"
	doDown   kit.Action = "down"
	doRecord kit.Action = "record-round"
	doClear  kit.Action = "clear"
	doLots   kit.Action = "lots"
	doDraw   kit.Action = "draw"
	doOther  kit.Action = "other"
	doYes    kit.Action = "record-lots"
	doCancel kit.Action = "cancel"

	doBox     kit.Action = "open-box"
	doOpened  kit.Action = "count-box"
	doDiscard kit.Action = "discard-box"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.lots != nil {
		yes := kit.Binding{Action: doYes, Keys: []string{"enter"}, Shown: "Enter", Weight: 90,
			Label: lang.Text{VI: "ghi", EN: "record"},
			Help:  lang.Text{VI: "ghi kết quả bốc thăm", EN: "record the draw"}}
		if s.sent {
			yes.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return []kit.Binding{yes,
			{Action: doOther, Keys: []string{"up", "down", "tab"}, Shown: "↑ ↓", Weight: 80,
				Label: lang.Text{VI: "đơn vị trúng", EN: "who was drawn"},
				Help:  lang.Text{VI: "chọn đơn vị được rút trúng", EN: "choose the unit that was drawn"}},
			{Action: doCancel, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
				Label: lang.Text{VI: "bỏ", EN: "cancel"},
				Help:  lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}},
		}
	}
	r, open := race(env)
	if b := boxOpen(env, r); b != nil && open {
		return s.boxKeys(env, b)
	}
	off, lotsOff := env.Frozen(),
		lang.Text{VI: "chỉ bốc thăm khi hai đơn vị ngang nhau mọi mặt",
			EN: "lots are only drawn between two that are level in every way"}
	switch {
	case !off.IsZero():
		lotsOff = off
	case !open:
		off = lang.Text{VI: "đã bầu xong; hoàn tác ở Nhật ký (F8) nếu phải bầu lại",
			EN: "all are elected; undo it on the record (F8) if there must be another election"}
		lotsOff = off
	case len(r.Tied) > 0:
		off = lang.Text{VI: "hai đơn vị ngang nhau mọi mặt: bốc thăm bằng phím *",
			EN: "two are level in every way: * records the draw"}
		lotsOff = env.Barred(scoring.KindLots)
	case env.Snap.Present() == 0:
		off = lang.Text{VI: "chưa có đơn vị nào có mặt: điểm danh trước (F9)",
			EN: "no unit is present: call the roll first (F9)"}
	}
	record, empty := off, off
	if record.IsZero() && s.typed(r) == 0 {
		record = lang.Text{VI: "chưa có phiếu nào: gõ số phiếu", EN: "no ballots yet: type the counts"}
		empty = record
	}
	keys := []kit.Binding{
		{Action: doLots, Keys: []string{"*", "mul"}, Shown: "*", Weight: 70, Off: lotsOff,
			Label: lang.Text{VI: "bốc thăm", EN: "lots"},
			Help:  lang.Text{VI: "ghi kết quả bốc thăm của chủ tọa", EN: "record the lots drawn by the chair"}},
		{Action: doDraw, Keys: []string{"ctrl+d"}, Shown: "Ctrl+D", Weight: 20, Off: lotsOff,
			Label: lang.Text{VI: "máy rút thăm", EN: "draw by program"},
			Help: lang.Text{VI: "chương trình rút thăm, ghi kèm mã để ai cũng kiểm lại được",
				EN: "the program draws, and records the seed so that anyone can repeat it"}},
		{Action: doRecord, Keys: []string{"="}, Shown: "=", Weight: 85, Off: record,
			Label: lang.Text{VI: "chốt vòng", EN: "record the round"},
			Help:  lang.Text{VI: "ghi kết quả vòng bầu này", EN: "put this round on record"}},
	}
	if !open || len(r.Tied) > 0 {
		return keys // there is nothing to count
	}
	keys = append(keys, openKeys(env, off)...)
	return append(keys, []kit.Binding{
		{Action: doDigit, Keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: "0–9", Weight: 90,
			Off: off, Label: lang.Text{VI: "số phiếu", EN: "votes"},
			Help: lang.Text{VI: "gõ số phiếu của dòng này", EN: "type the votes of this line"}},
		{Action: doDown, Keys: []string{"down", "enter", "pgdown"}, Shown: "Enter", Weight: 80,
			Label: lang.Text{VI: "dòng sau", EN: "next line"},
			Help:  lang.Text{VI: "dòng tiếp theo", EN: "the next line"}},
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Label: lang.Text{VI: "dòng trước", EN: "line before"},
			Help: lang.Text{VI: "dòng trước đó", EN: "the line before"}},
		{Action: doClear, Keys: []string{"delete"}, Shown: "Del", Off: empty,
			Label: lang.Text{VI: "xóa số đã gõ", EN: "clear"},
			Help:  lang.Text{VI: "xóa mọi số đã gõ của vòng này", EN: "clear what was typed for this round"}},
	}...)
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	r, _ := race(env)
	if b := boxOpen(env, r); b != nil {
		return s.doWithBox(env, r, b, a, key)
	}
	switch a {
	case doBox:
		if err := env.Room.AskBox(env.Who, meeting.NewBox(&env.Snap.State, r)); err != nil {
			return screen.Refused(err)
		}
	case doDigit:
		s.counts[s.on].Type(key)
	case doDown:
		s.on = (s.on + 1) % max(len(s.counts), 1)
	case doUp:
		s.on = (s.on + max(len(s.counts), 1) - 1) % max(len(s.counts), 1)
	case doClear:
		clear(s.counts)
	case doRecord:
		return s.record(env, r)
	case doLots:
		s.lots = &lots{field: kit.NewField(maxReason)}
	case doOther:
		s.lots.on = 1 - s.lots.on
	case doCancel:
		s.lots = nil
	case doDraw:
		mark := seed()
		return s.propose(env, r, scoring.Draw(mark, len(r.Tied)),
			env.Say("chương trình rút thăm theo yêu cầu của chủ tọa", "drawn by the program at the chair's request"),
			mark)
	case doYes:
		if s.lots.field.Value() == "" {
			return screen.Note("Ghi cách bốc thăm, ví dụ: chủ tọa bốc thăm trước hội nghị.",
				"Say how lots were drawn, such as: by the chair before the meeting.")
		}
		return s.propose(env, r, s.lots.on, s.lots.field.Value(), "")
	}
	return screen.Effect{}
}

// propose records a draw.
func (s *Screen) propose(env screen.Env, r scoring.Race, winner int, reason, seed string) screen.Effect {
	s.sent = true
	return screen.Effect{Acts: []scoring.Act{scoring.Lots{Office: r.Office,
		Winner: env.Snap.Units()[r.Tied[winner]].Name(), Reason: reason, Seed: seed}}}
}

// record puts the round on record, or says what does not add up.
func (s *Screen) record(env screen.Env, r scoring.Race) screen.Effect {
	if _, err := s.preview(env, r); err != nil {
		return screen.Refused(err)
	}
	s.sent = true
	return screen.Effect{Acts: []scoring.Act{s.counted(env, r)}}
}
