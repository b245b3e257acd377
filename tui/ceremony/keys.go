package ceremony

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doGo      kit.Action = "go"
	doClose   kit.Action = "close-meeting"
	doReopen  kit.Action = "reopen"
	doStart   kit.Action = "start"
	doNext    kit.Action = "next"
	doBack    kit.Action = "back"
	doRestart kit.Action = "restart"
	doBlank   kit.Action = "blank"
	doStop    kit.Action = "stop"
	doHint    kit.Action = "hint"
	doOrder   kit.Action = "order"
)

// The keys that sentences name as well.
const (
	keyGo     = "Enter"
	keyClose  = "="
	keyStart  = "Enter"
	keyOrder  = "Space"
	KeyNext   = "PgDn"
	KeyReopen = "Ctrl+O"
	KeyBack   = "PgUp"
	keyBlank  = "."
	keyStop   = "Esc"
	keyHint   = "?"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	switch {
	case !env.Leads() && s.running:
		return nil // the one who leads reveals
	case s.reopen != nil:
		return s.reopen.Keys(lang.Text{VI: "ghi vào nhật ký", EN: "put it on record"})
	case s.running:
		return s.confirm.Guard(s.runningKeys())
	case env.Snap.Closed():
		return s.closedKeys(env)
	}
	blockers := env.Snap.Blockers()
	shut, none := env.Frozen(), lang.Text{}
	if shut.IsZero() {
		shut = env.Barred(scoring.KindClose)
	}
	if shut.IsZero() && len(blockers) > 0 {
		shut = lang.Sayf("còn %d việc trước khi chốt",
			"%d things are missing before the meeting can be closed", len(blockers))
	}
	if s.list.Len() == 0 {
		none = lang.Text{VI: "không còn việc nào", EN: "nothing is missing"}
	}
	return s.confirm.Guard(append([]kit.Binding{
		{Action: doGo, Keys: kit.Named(keyGo), Shown: keyGo, Weight: 90, Off: none,
			Label: lang.Text{VI: "đến việc này", EN: "go there"},
			Help:  lang.Text{VI: "đến nơi giải quyết việc này", EN: "go to where this is settled"}},
		{Action: doClose, Keys: kit.Named(keyClose), Shown: keyClose, Weight: 85, Off: shut,
			Label: lang.Text{VI: "chốt cuộc họp", EN: "close the meeting"},
			Help: lang.Text{VI: "chốt: từ đó chỉ còn mở lại",
				EN: "close it: from then on it can only be reopened"}},
	}, s.list.Keys(40)...))
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
	keys := []kit.Binding{{Action: doReopen, Keys: kit.Named(KeyReopen), Shown: KeyReopen, Weight: 40, Off: reopen,
		Label: lang.Text{VI: "mở lại", EN: "reopen"},
		Help:  lang.Text{VI: "mở lại cuộc họp, có lý do", EN: "reopen the meeting, with a reason"}}}
	if !env.Leads() {
		return keys
	}
	return append([]kit.Binding{
		{Action: doStart, Keys: kit.Named(keyStart, "pgdown"), Shown: keyStart, Weight: 90, Off: notYet,
			Label: lang.Text{VI: "bắt đầu công bố", EN: "begin the ceremony"},
			Help:  lang.Text{VI: "công bố từng bước, từ hạng cuối", EN: "reveal the results, from the last place"}},
		{Action: doOrder, Keys: kit.Named(keyOrder), Shown: keyOrder, Weight: 70,
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
		{Action: doNext, Keys: kit.Named(KeyNext, "right", "enter", "space", "down"), Shown: KeyNext, Weight: 90,
			Off: end, Label: lang.Text{VI: "bước tiếp", EN: "next"},
			Help: lang.Text{VI: "công bố bước tiếp theo", EN: "reveal the next step"}},
		{Action: doBack, Keys: kit.Named(KeyBack, "left", "up"), Shown: KeyBack, Weight: 80, Off: start,
			Label: lang.Text{VI: "lùi", EN: "back"},
			Help:  lang.Text{VI: "che lại bước vừa công bố", EN: "hide the last step again"}},
		{Action: doBlank, Keys: kit.Named(keyBlank), Shown: keyBlank, Weight: 70,
			Label: lang.Text{VI: "để trống", EN: "blank"},
			Help:  lang.Text{VI: "để trống màn hình, hoặc hiện lại", EN: "blank the screen, or show it again"}},
		{Action: doHint, Keys: kit.Named(keyHint), Shown: keyHint, Weight: 60,
			Label: lang.Text{VI: "xem bước tiếp", EN: "what comes next"},
			Help: lang.Text{VI: "hiện hoặc ẩn bước tiếp theo; đừng dùng khi cả phòng thấy màn hình này",
				EN: "show or hide what comes next; not where the room sees this screen"}},
		{Action: doRestart, Keys: []string{"home"}, Shown: "Home", Weight: 50, Off: start,
			Label: lang.Text{VI: "từ đầu", EN: "restart"},
			Help:  lang.Text{VI: "che lại tất cả, bắt đầu lại", EN: "hide everything, begin again"}},
		{Action: doStop, Keys: kit.Named(keyStop), Shown: keyStop, Weight: 40,
			Label: lang.Text{VI: "kết thúc", EN: "end"},
			Help:  lang.Text{VI: "kết thúc công bố", EN: "end the ceremony"}},
	}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	s.confirm.Press(a)
	if s.list.Do(a) {
		return screen.Effect{}
	}
	switch a {
	case doGo:
		return s.goTo()
	case doClose:
		return s.closeMeeting(env)
	case doReopen:
		s.reopen = kit.NewPrompt(lang.Text{VI: "Lý do mở lại", EN: "Reason to reopen"},
			lang.Text{VI: "Ghi lý do mở lại.", EN: "Give the reason to reopen."}, maxReason)
	case kit.PromptLeave:
		s.reopen = nil
	case kit.PromptTake:
		reason, missing := s.reopen.Take()
		if !missing.IsZero() {
			return screen.Effect{Note: missing}
		}
		return screen.Effect{Acts: []scoring.Act{scoring.Reopen{Reason: reason}}}
	case doStart:
		return s.start(env)
	case doOrder:
		s.order = s.order.Other()
	case doStop:
		if s.shown < len(s.steps) && s.confirm.Asks(a, s.shown) {
			return screen.Note("Chưa công bố hết: %[1]s lần nữa để kết thúc.",
				"Not everything has been announced: %[1]s once more ends the ceremony.", keyStop)
		}
		s.running, s.blank = false, false
	default:
		s.step(a)
	}
	return screen.Effect{}
}

// closeMeeting closes the meeting, asked twice: what is closed can only be reopened, with a reason that stays on
// record.
func (s *Screen) closeMeeting(env screen.Env) screen.Effect {
	if s.confirm.Asks(doClose, env.Snap.Seq()) {
		said := lang.Sayf("%s lần nữa để chốt; chốt rồi chỉ còn mở lại, có lý do.",
			"%s once more closes the meeting; then it can only be reopened, with a reason.", keyClose)
		if n := len(env.Snap.Warnings()); n > 0 {
			said = lang.Sayf("%s Còn %s nên xong trước.", "%s Still to be looked at: %s.",
				said, lang.Count(n, "điều", "thing", "things"))
		}
		return screen.Alarm(said)
	}
	return screen.Effect{Acts: []scoring.Act{scoring.Close{}}}
}

// start works the steps out, once.
func (s *Screen) start(env screen.Env) screen.Effect {
	steps, err := env.Snap.Ceremony(s.order)
	if err != nil {
		return screen.Refused(err)
	}
	s.steps, s.shown, s.running, s.blank, s.hinted = steps, 0, true, false, false
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
	case doHint:
		s.hinted = !s.hinted
	}
}

// goTo goes to where something is done.
func (s *Screen) goTo() screen.Effect {
	it, ok := s.list.Here()
	if !ok {
		return screen.Effect{}
	}
	return screen.Effect{Go: it.leads, At: it.at}
}
