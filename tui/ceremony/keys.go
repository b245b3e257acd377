package ceremony

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doUp      kit.Action = "up"
	doDown    kit.Action = "down"
	doGo      kit.Action = "go"
	doClose   kit.Action = "close-meeting"
	doReopen  kit.Action = "reopen"
	doRecord  kit.Action = "record"
	doCancel  kit.Action = "cancel"
	doStart   kit.Action = "start"
	doNext    kit.Action = "next"
	doBack    kit.Action = "back"
	doRestart kit.Action = "restart"
	doBlank   kit.Action = "blank"
	doStop    kit.Action = "stop"
	doOrder   kit.Action = "order"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	switch {
	case !env.Leads() && s.running:
		return nil // the one who leads reveals
	case s.typing:
		record := kit.Binding{Action: doRecord, Keys: []string{"enter"}, Shown: "Enter", Weight: 90,
			Label: lang.Text{VI: "ghi", EN: "record"}, Help: lang.Text{VI: "ghi vào nhật ký", EN: "put it on record"}}
		if s.sent {
			record.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return []kit.Binding{record,
			{Action: doCancel, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
				Label: lang.Text{VI: "bỏ", EN: "cancel"},
				Help:  lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}}}
	case s.running:
		return s.runningKeys()
	case env.Snap.Closed():
		return s.closedKeys(env)
	}
	blockers, left := env.Snap.Blockers(), todo(env)
	shut, none := env.Frozen(), lang.Text{}
	if shut.IsZero() {
		shut = env.Barred(scoring.KindClose)
	}
	if shut.IsZero() && len(blockers) > 0 {
		shut = lang.Sayf("còn %d việc trước khi chốt",
			"%d things are missing before the meeting can be closed", len(blockers))
	}
	if len(left) == 0 {
		none = lang.Text{VI: "không còn việc nào", EN: "nothing is missing"}
	}
	alone := none
	if len(left) == 1 {
		alone = lang.Text{VI: "không có dòng nào khác", EN: "there is no other line"}
	}
	return []kit.Binding{
		{Action: doGo, Keys: []string{"enter"}, Shown: "Enter", Weight: 90, Off: none,
			Label: lang.Text{VI: "đến việc này", EN: "go there"},
			Help:  lang.Text{VI: "đến nơi giải quyết việc này", EN: "go to where this is settled"}},
		{Action: doClose, Keys: []string{"="}, Shown: "=", Weight: 85, Off: shut,
			Label: lang.Text{VI: "chốt cuộc họp", EN: "close the meeting"},
			Help:  lang.Text{VI: "chốt: từ đó chỉ còn mở lại", EN: "close it: from then on it can only be reopened"}},
		{Action: doDown, Keys: []string{"down", "pgdown"}, Shown: "↓", Weight: 40, Off: alone,
			Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "việc sau", EN: "the next"}},
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Off: alone, Label: lang.Text{VI: "lên", EN: "up"},
			Help: lang.Text{VI: "việc trước", EN: "the one before"}},
	}
}

func (s *Screen) closedKeys(env screen.Env) []kit.Binding {
	notYet := lang.Text{}
	if missing := env.Snap.Preflight(); len(missing) > 0 {
		notYet = missing[0].What
	}
	reopen := env.Barred(scoring.KindReopen)
	if env.Mode == screen.Replay {
		reopen = env.Frozen()
	}
	keys := []kit.Binding{{Action: doReopen, Keys: []string{"ctrl+o"}, Shown: "Ctrl+O", Weight: 40, Off: reopen,
		Label: lang.Text{VI: "mở lại", EN: "reopen"},
		Help:  lang.Text{VI: "mở lại cuộc họp, có lý do", EN: "reopen the meeting, with a reason"}}}
	if !env.Leads() {
		return keys
	}
	return append([]kit.Binding{
		{Action: doStart, Keys: []string{"enter", "pgdown"}, Shown: "Enter", Weight: 90, Off: notYet,
			Label: lang.Text{VI: "bắt đầu công bố", EN: "begin the ceremony"},
			Help:  lang.Text{VI: "công bố từng bước, từ hạng cuối", EN: "reveal the results, from the last place"}},
		{Action: doOrder, Keys: []string{"space"}, Shown: "Space", Weight: 70,
			Label: lang.Text{VI: "thứ tự công bố", EN: "order"},
			Help: lang.Text{VI: "từ hạng cuối lên, hoặc thay đổi lớn nhất sau cùng",
				EN: "from the last place up, or the largest change last"}},
	}, keys...)
}

func (s *Screen) runningKeys() []kit.Binding {
	end, start := lang.Text{}, lang.Text{}
	if s.shown == len(s.steps) {
		end = lang.Text{VI: "đã công bố hết", EN: "everything has been revealed"}
	}
	if s.shown == 0 {
		start = lang.Text{VI: "đang ở đầu", EN: "this is the beginning"}
	}
	return []kit.Binding{
		{Action: doNext, Keys: []string{"pgdown", "right", "enter", "space", "down"}, Shown: "PgDn", Weight: 90,
			Off: end, Label: lang.Text{VI: "bước tiếp", EN: "next"},
			Help: lang.Text{VI: "công bố bước tiếp theo", EN: "reveal the next step"}},
		{Action: doBack, Keys: []string{"pgup", "left", "up"}, Shown: "PgUp", Weight: 80, Off: start,
			Label: lang.Text{VI: "lùi", EN: "back"},
			Help:  lang.Text{VI: "che lại bước vừa công bố", EN: "hide the last step again"}},
		{Action: doBlank, Keys: []string{"."}, Shown: ".", Weight: 70, Label: lang.Text{VI: "để trống", EN: "blank"},
			Help: lang.Text{VI: "để trống màn hình, hoặc hiện lại", EN: "blank the screen, or show it again"}},
		{Action: doRestart, Keys: []string{"home"}, Shown: "Home", Weight: 50, Off: start,
			Label: lang.Text{VI: "từ đầu", EN: "restart"},
			Help:  lang.Text{VI: "che lại tất cả, bắt đầu lại", EN: "hide everything, begin again"}},
		{Action: doStop, Keys: []string{"esc"}, Shown: "Esc", Weight: 40, Label: lang.Text{VI: "kết thúc", EN: "end"},
			Help: lang.Text{VI: "kết thúc công bố", EN: "end the ceremony"}},
	}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	switch a {
	case doUp, doDown:
		n := len(todo(env))
		if s.at++; a == doUp {
			s.at += n - 2
		}
		s.at %= n
	case doGo:
		return s.goTo(env)
	case doClose:
		s.sent = true
		return screen.Effect{Acts: []scoring.Act{scoring.Close{}}}
	case doReopen:
		s.typing, s.field = true, kit.NewField(maxReason)
	case doCancel:
		s.typing = false
	case doRecord:
		if s.field.Value() == "" {
			return screen.Note("Ghi lý do mở lại.", "Give the reason to reopen.")
		}
		s.sent = true
		return screen.Effect{Acts: []scoring.Act{scoring.Reopen{Reason: s.field.Value()}}}
	case doStart:
		return s.start(env)
	case doOrder:
		s.order = s.order.Other()
	case doStop:
		if s.shown < len(s.steps) && !s.ending {
			s.ending = true
			return screen.Note("Chưa công bố hết: Esc lần nữa để kết thúc.",
				"Not everything has been announced: Esc once more ends the ceremony.")
		}
		s.running, s.blank, s.ending = false, false, false
	default:
		s.ending = false
		s.step(a)
	}
	return screen.Effect{}
}

// start works the steps out, once.
func (s *Screen) start(env screen.Env) screen.Effect {
	steps, err := env.Snap.Ceremony(s.order)
	if err != nil {
		return screen.Refused(err)
	}
	s.steps, s.shown, s.running, s.blank = steps, 0, true, false
	return screen.Effect{}
}

// step moves through the ceremony.
func (s *Screen) step(a kit.Action) {
	switch a {
	case doNext:
		s.shown, s.blank = min(s.shown+1, len(s.steps)), false
	case doBack:
		s.shown, s.blank = max(s.shown-1, 0), false
	case doRestart:
		s.shown, s.blank = 0, false
	case doBlank:
		s.blank = !s.blank
	}
}

// goTo goes to where something is done.
func (s *Screen) goTo(env screen.Env) screen.Effect {
	left := todo(env)
	if s.at >= len(left) {
		return screen.Effect{}
	}
	return screen.Effect{Go: left[s.at].leads, At: left[s.at].at}
}
