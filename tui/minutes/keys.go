package minutes

import (
	"slices"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doEdit     kit.Action = "edit"
	doAdd      kit.Action = "add-line"
	doFill     kit.Action = "fill"
	doSkip     kit.Action = "skip"
	doWithdraw kit.Action = "withdraw-line"
	doAdopt    kit.Action = "adopt"
	doEarlier  kit.Action = "earlier-sitting"
	doLater    kit.Action = "later-sitting"
)

// The keys that sentences name as well.
const (
	keyFill  = "*"
	keyAdd   = "+"
	keySkip  = "↓"
	keyAdopt = "="
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	switch {
	case s.entry != nil:
		return s.typingKeys()
	case s.confirm.Waits(doWithdraw):
		off := lang.Text{}
		if s.sent {
			off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return s.confirm.Keys(lang.Text{VI: "rút dòng này", EN: "withdraw it"},
			lang.Text{VI: "rút dòng này khỏi biên bản; nhật ký vẫn giữ", EN: "take the line out; the record keeps it"},
			lang.Text{VI: "giữ lại", EN: "keep it"}, lang.Text{VI: "giữ dòng này", EN: "leave the line as it is"}, off)
	}
	off := s.off(env)
	return append([]kit.Binding{
		{Action: doFill, Keys: kit.Named(keyFill), Shown: keyFill, Weight: 90, Off: off.fill,
			Label: lang.Text{VI: "điền phần thiếu", EN: "fill in"},
			Help: lang.Text{VI: "hỏi lần lượt những mục biên bản còn thiếu",
				EN: "asks for what the minutes lack, one thing after the other"}},
		{Action: doEdit, Keys: []string{"enter"}, Shown: "Enter", Weight: 85, Off: off.edit,
			Label: lang.Text{VI: "ghi, sửa", EN: "fill in, correct"},
			Help:  lang.Text{VI: "ghi hoặc sửa mục đang chọn", EN: "fills in or corrects what is under the cursor"}},
		{Action: doAdd, Keys: kit.Named(keyAdd), Shown: keyAdd, Weight: 80, Off: off.add,
			Label: lang.Text{VI: "thêm ý kiến", EN: "add a line"},
			Help:  lang.Text{VI: "thêm một ý kiến vào phần đang chọn", EN: "adds what was said to the section"}},
		{Action: doWithdraw, Keys: []string{"delete"}, Shown: "Del", Weight: 60, Off: off.line,
			Label: lang.Text{VI: "rút dòng…", EN: "withdraw…"},
			Help:  lang.Text{VI: "rút dòng đang chọn khỏi biên bản", EN: "takes the line out of the minutes"}},
		{Action: doAdopt, Keys: kit.Named(keyAdopt), Shown: keyAdopt, Weight: 55, Off: off.adopt,
			Label: lang.Text{VI: "thông qua kết quả trù bị", EN: "adopt"},
			Help: lang.Text{VI: "đưa ra biểu quyết: thông qua kết quả phiên trù bị",
				EN: "puts to the vote: to adopt what the preparatory sitting settled"}},
		{Action: doEarlier, Keys: []string{"left"}, Shown: "←", Weight: 35, Off: off.earlier,
			Label: lang.Text{VI: "phiên trước", EN: "earlier sitting"},
			Help:  lang.Text{VI: "xem phiên họp trước", EN: "the sitting before"}},
		{Action: doLater, Keys: []string{"right"}, Shown: "→", Weight: 34, Off: off.later,
			Label: lang.Text{VI: "phiên sau", EN: "later sitting"},
			Help:  lang.Text{VI: "xem phiên họp sau", EN: "the sitting after"}},
	}, s.list.Keys(30)...)
}

// offs say why the keys do not work.
type offs struct{ edit, add, line, fill, adopt, earlier, later lang.Text }

func (s *Screen) off(env screen.Env) (out offs) {
	here, _ := s.list.Here()
	all := len(env.Snap.Sittings())
	frozen := env.Frozen()
	out = offs{frozen, frozen, frozen, frozen, or(frozen, s.whyNotAdopt(env)), lang.Text{}, lang.Text{}}
	if here.field > 0 {
		out.add = or(out.add, lang.Text{VI: "chọn một phần bên dưới", EN: "choose a section below"})
	}
	if s.back > 0 {
		out.add = or(out.add, lang.Text{VI: "đang xem phiên trước", EN: "this is an earlier sitting"})
	}
	if here.line == 0 {
		out.line = or(out.line, lang.Text{VI: "chọn một dòng đã ghi", EN: "choose a line that is on record"})
	}
	if _, lacks := s.lacking(env, 0); !lacks {
		out.fill = or(out.fill, lang.Text{VI: "ở đây không thiếu gì", EN: "nothing is lacking here"})
	}
	if here.field == 0 && here.line == 0 {
		out.edit = or(out.edit, lang.Text{VI: "đây là tên một phần", EN: "this is the name of a section"})
	}
	if s.back >= all-1 {
		out.earlier = lang.Text{VI: "đây là phiên đầu", EN: "this is the first sitting"}
	}
	if s.back == 0 {
		out.later = lang.Text{VI: "đây là phiên sau cùng", EN: "this is the last sitting"}
	}
	return out
}

// or is the first reason that there is.
func or(reasons ...lang.Text) lang.Text {
	for _, r := range reasons {
		if !r.IsZero() {
			return r
		}
	}
	return lang.Text{}
}

// typingKeys are those of what is being typed.
func (s *Screen) typingKeys() []kit.Binding {
	help := lang.Text{VI: "ghi mục này", EN: "put it on record"}
	if s.entry.at.field == 0 && s.entry.speaker == nil {
		help = lang.Text{VI: "sang nội dung; để trống nếu không ghi ai nói",
			EN: "on to what was said; nobody may be named"}
	}
	out := s.entry.prompt.Keys(help)
	if s.entry.at.field == 0 && s.entry.speaker == nil {
		out[0].Label = lang.Text{VI: "tiếp", EN: "go on"}
	}
	if s.filling {
		out = append(out, kit.Binding{Action: doSkip, Keys: kit.Named(keySkip), Shown: keySkip, Weight: 80,
			Label: lang.Text{VI: "để sau", EN: "later"},
			Help:  lang.Text{VI: "để mục này trống, sang mục sau", EN: "leave it empty, on to the next"}})
	}
	return out
}

// whyNotAdopt says why there is nothing to adopt.
func (s *Screen) whyNotAdopt(env screen.Env) lang.Text {
	for _, l := range env.Snap.Lacks() {
		if l.Of == scoring.LackAdoption {
			return lang.Text{}
		}
	}
	return lang.Text{VI: "chỉ phiên tổng kết sau phiên trù bị, và một lần",
		EN: "only a plenary after a preparatory sitting, and once"}
}

// lacking is the first field from one on that the papers lack.
func (s *Screen) lacking(env screen.Env, from int) (i int, ok bool) {
	x := s.sitting(env)
	lacks := env.Snap.Lacks()
	for i, f := range fields() {
		if i >= from && f.asked && slices.ContainsFunc(lacks, func(l scoring.Lack) bool {
			return l.Sitting == x.Number && l.Of == f.lack
		}) {
			return i, true
		}
	}
	return 0, false
}
