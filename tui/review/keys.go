package review

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What the keys of this screen do.
const (
	doPercent kit.Action = "percent"
	doBonus   kit.Action = "bonus"
	doPenalty kit.Action = "penalty"
	doUp      kit.Action = "up"
	doDown    kit.Action = "down"
	doFirst   kit.Action = "first"
	doLast    kit.Action = "last"
	doNext    kit.Action = "next-criterion"
	doNextU   kit.Action = "next-unit"
	doPrevU   kit.Action = "previous-unit"
	doFold    kit.Action = "fold"
	doAccept  kit.Action = "accept"

	doRecord kit.Action = "record"
	doField  kit.Action = "field"
	doCancel kit.Action = "cancel"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	if s.edit != nil {
		return s.editKeys()
	}
	return s.browseKeys(env)
}

func (s *Screen) browseKeys(env screen.Env) []kit.Binding {
	return []kit.Binding{
		{Action: doPercent, Keys: []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}, Shown: "0–9", Weight: 90, Off: s.whyNoPercent(env),
			Label: lang.Text{VI: "sửa %", EN: "percent"}, Help: lang.Text{VI: "gõ phần trăm cụm thống nhất cho tiêu chí", EN: "type the percent the cluster agrees on"}},
		{Action: doBonus, Keys: []string{"+", "plus"}, Shown: "+", Weight: 80, Off: s.whyNoGrant(env),
			Label: lang.Text{VI: "thưởng", EN: "bonus"}, Help: lang.Text{VI: "điểm thưởng tại tiêu chí hay mục này, có lý do", EN: "bonus points at this criterion or field, with a reason"}},
		{Action: doPenalty, Keys: []string{"-", "minus", "−"}, Shown: "−", Weight: 79, Off: s.whyNoGrant(env),
			Label: lang.Text{VI: "trừ", EN: "penalty"}, Help: lang.Text{VI: "điểm trừ tại tiêu chí hay mục này, có lý do", EN: "penalty points at this criterion or field, with a reason"}},
		{Action: doAccept, Keys: []string{"="}, Shown: "=", Weight: 60, Off: s.whyNoAccept(env),
			Label: lang.Text{VI: "thông qua", EN: "accept"}, Help: lang.Text{VI: "thông qua bản chấm của đơn vị như đang có", EN: "accept the unit's sheet as it now stands"}},
		{Action: doNextU, Keys: []string{"pgdown"}, Shown: "PgDn", Weight: 70,
			Label: lang.Text{VI: "đơn vị sau", EN: "next unit"}, Help: lang.Text{VI: "sang đơn vị sau, cùng tiêu chí", EN: "the next unit, at the same criterion"}},
		{Action: doPrevU, Keys: []string{"pgup"}, Shown: "PgUp",
			Label: lang.Text{VI: "đơn vị trước", EN: "previous unit"}, Help: lang.Text{VI: "về đơn vị trước, cùng tiêu chí", EN: "the previous unit, at the same criterion"}},
		{Action: doNext, Keys: []string{"enter"}, Shown: "Enter", Weight: 50,
			Label: lang.Text{VI: "tiêu chí sau", EN: "next criterion"}, Help: lang.Text{VI: "xuống tiêu chí được chấm tiếp theo", EN: "the next scored criterion"}},
		{Action: doUp, Keys: []string{"up"}, Shown: "↑",
			Label: lang.Text{VI: "lên", EN: "up"}, Help: lang.Text{VI: "lên một dòng", EN: "one row up"}},
		{Action: doDown, Keys: []string{"down"}, Shown: "↓",
			Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "xuống một dòng", EN: "one row down"}},
		{Action: doFold, Keys: []string{"space"}, Shown: "Space", Weight: 20, Off: s.whyNoFold(env),
			Label: lang.Text{VI: "gập, mở mục", EN: "fold"}, Help: lang.Text{VI: "gập hay mở mục dưới con trỏ", EN: "fold or unfold the field under the cursor"}},
		{Action: doFirst, Keys: []string{"home"}, Shown: "Home",
			Label: lang.Text{VI: "đầu", EN: "first"}, Help: lang.Text{VI: "về dòng đầu", EN: "the first row"}},
		{Action: doLast, Keys: []string{"end"}, Shown: "End",
			Label: lang.Text{VI: "cuối", EN: "last"}, Help: lang.Text{VI: "đến dòng cuối", EN: "the last row"}},
	}
}

func (s *Screen) editKeys() []kit.Binding {
	record := kit.Binding{Action: doRecord, Keys: []string{"enter"}, Shown: "Enter", Weight: 90,
		Label: lang.Text{VI: "ghi", EN: "record"}, Help: lang.Text{VI: "ghi quyết định vào nhật ký", EN: "put the decision on record"}}
	if s.edit.Sent {
		record.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	}
	other := lang.Text{VI: "lý do", EN: "reason"}
	if s.edit.InText {
		other = lang.Text{VI: "số điểm", EN: "number"}
	}
	return []kit.Binding{
		record,
		{Action: doField, Keys: []string{"tab", "shift+tab"}, Shown: "Tab", Weight: 80,
			Label: other, Help: lang.Text{VI: "giữa số và lý do", EN: "between number and reason"}},
		{Action: doCancel, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
			Label: lang.Text{VI: "bỏ", EN: "cancel"}, Help: lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}},
	}
}

// whyClosed says why nothing can be changed, if so.
func whyClosed(env screen.Env) lang.Text {
	if env.Snap.Closed() {
		return lang.Text{VI: "cuộc họp đã chốt", EN: "the meeting is closed"}
	}
	return lang.Text{}
}

func (s *Screen) whyNoGrant(env screen.Env) lang.Text {
	if t := whyClosed(env); !t.IsZero() {
		return t
	}
	if !env.Snap.Units()[s.unit].Applies(s.node) {
		return lang.Text{VI: "tiêu chí này không áp dụng cho đơn vị", EN: "this does not apply to the unit"}
	}
	return lang.Text{}
}

func (s *Screen) whyNoPercent(env screen.Env) lang.Text {
	if t := s.whyNoGrant(env); !t.IsZero() {
		return t
	}
	if n := &env.Snap.Rulebook().Criteria[s.node]; !n.Scored {
		return lang.Sayf("%s là một mục: chọn tiêu chí bên dưới để chấm", "%s is a field: choose a criterion below it", n.Code)
	}
	return lang.Text{}
}

func (s *Screen) whyNoAccept(env screen.Env) lang.Text {
	if t := whyClosed(env); !t.IsZero() {
		return t
	}
	if u := env.Snap.Units()[s.unit]; u.Accepted() {
		return lang.Sayf("bản chấm của %s đã được thông qua", "the sheet of %s is accepted already", u.Name())
	}
	return lang.Text{}
}

func (s *Screen) whyNoFold(env screen.Env) lang.Text {
	if env.Snap.Rulebook().Criteria[s.node].Scored {
		return lang.Text{VI: "chỉ gập được các mục", EN: "only fields can be folded"}
	}
	return lang.Text{}
}

// percentText is a unit's percent as it stands, for filling in.
func percentText(u *scoring.Unit, node int) string {
	if p, ok := u.Percent(scoring.Agreed, node); ok {
		return p.In(lang.VI)
	}
	return ""
}
