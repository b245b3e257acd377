package record

import (
	"errors"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doUp     kit.Action = "up"
	doDown   kit.Action = "down"
	doPageUp kit.Action = "page-up"
	doPageDn kit.Action = "page-down"
	doFirst  kit.Action = "first"
	doLast   kit.Action = "last"
	doFilter kit.Action = "filter"
	doClear  kit.Action = "clear-filter"
	doDone   kit.Action = "filter-done"
	doJump   kit.Action = "jump"
	doReplay kit.Action = "replay"
	doUndo   kit.Action = "undo-this"
	doYes    kit.Action = "yes"
	doNo     kit.Action = "no"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	switch {
	case s.typing:
		return []kit.Binding{
			{Action: doDone, Keys: []string{"enter", "down", "tab"}, Shown: "Enter", Weight: 90,
				Label: lang.Text{VI: "xong", EN: "done"}, Help: lang.Text{VI: "giữ bộ lọc", EN: "keep the filter"}},
			{Action: doClear, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
				Label: lang.Text{VI: "bỏ lọc", EN: "no filter"},
				Help:  lang.Text{VI: "bỏ lọc, xem tất cả", EN: "show all decisions"}},
		}
	case s.asking:
		yes := kit.Binding{Action: doYes, Keys: []string{"enter"}, Shown: "Enter", Weight: 90,
			Label: lang.Text{VI: "hoàn tác", EN: "undo it"},
			Help:  lang.Text{VI: "ghi việc hoàn tác", EN: "put the undo on record"}}
		if s.sent {
			yes.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return []kit.Binding{yes,
			{Action: doNo, Keys: []string{"esc"}, Shown: "Esc", Weight: 85,
				Label: lang.Text{VI: "giữ nguyên", EN: "leave it"},
				Help:  lang.Text{VI: "giữ nguyên quyết định", EN: "leave the decision as it is"}}}
	}
	none := lang.Text{}
	if len(s.shown) == 0 {
		none = lang.Text{VI: "không có quyết định nào ở đây", EN: "there is no decision here"}
	}
	replay := none
	if env.Mode == screen.Replay && s.seq == env.Snap.Seq() {
		replay = lang.Text{VI: "đang xem quyết định này", EN: "this is the decision being seen"}
	}
	jump := none
	if p := s.At(env); jump.IsZero() && p.Unit < 0 {
		jump = lang.Text{VI: "quyết định này không gắn với một đơn vị", EN: "this decision is about no one unit"}
	}
	return []kit.Binding{
		{Action: doUndo, Keys: []string{"delete"}, Shown: "Del", Weight: 80, Off: s.whyNoUndo(env, none),
			Label: lang.Text{VI: "hoàn tác…", EN: "undo…"},
			Help: lang.Text{VI: "xem trước và hoàn tác quyết định này",
				EN: "see what undoing this one would do, then undo it"}},
		{Action: doJump, Keys: []string{"enter"}, Shown: "Enter", Weight: 75, Off: jump,
			Label: lang.Text{VI: "đến nơi", EN: "go there"},
			Help: lang.Text{VI: "mở đơn vị và tiêu chí của quyết định ở Rà soát",
				EN: "open the decision's unit and criterion on the review screen"}},
		{Action: doFilter, Keys: []string{"/", "ctrl+f"}, Shown: "/", Weight: 70,
			Label: lang.Text{VI: "lọc", EN: "filter"},
			Help:  lang.Text{VI: "lọc theo đơn vị, loại, người, chữ", EN: "filter by unit, kind, person, words"}},
		{Action: doReplay, Keys: []string{"space"}, Shown: "Space", Weight: 65, Off: replay,
			Label: lang.Text{VI: "xem lại từ đây", EN: "replay"},
			Help: lang.Text{VI: "xem cuộc họp như sau quyết định này, đi từng bước",
				EN: "see the meeting as it was after this decision, step by step"}},
		{Action: doDown, Keys: []string{"down"}, Shown: "↓", Weight: 30, Label: lang.Text{VI: "xuống", EN: "down"},
			Help: lang.Text{VI: "quyết định sau", EN: "the next decision"}},
		{Action: doUp, Keys: []string{"up"}, Shown: "↑", Label: lang.Text{VI: "lên", EN: "up"},
			Help: lang.Text{VI: "quyết định trước", EN: "the decision before"}},
		{Action: doPageDn, Keys: []string{"pgdown"}, Shown: "PgDn", Label: lang.Text{VI: "trang sau", EN: "page down"},
			Help: lang.Text{VI: "mười quyết định sau", EN: "ten decisions on"}},
		{Action: doPageUp, Keys: []string{"pgup"}, Shown: "PgUp", Label: lang.Text{VI: "trang trước", EN: "page up"},
			Help: lang.Text{VI: "mười quyết định trước", EN: "ten decisions back"}},
		{Action: doFirst, Keys: []string{"home"}, Shown: "Home", Label: lang.Text{VI: "đầu", EN: "first"},
			Help: lang.Text{VI: "quyết định đầu tiên", EN: "the first decision"}},
		{Action: doLast, Keys: []string{"end"}, Shown: "End", Label: lang.Text{VI: "cuối", EN: "last"},
			Help: lang.Text{VI: "quyết định mới nhất", EN: "the newest decision"}},
	}
}

// whyNoUndo says why the decision under the cursor cannot be undone, as far as that can be said before it is tried.
func (s *Screen) whyNoUndo(env screen.Env, none lang.Text) lang.Text {
	if t := env.Frozen(); !t.IsZero() {
		return t
	}
	if !none.IsZero() {
		return none
	}
	if by, gone := env.Snap.Withdrawn(s.seq); gone {
		return lang.Sayf("đã được hoàn tác bởi số %d; hoàn tác số %d để khôi phục",
			"undone by %d already; undo %d to bring it back", by, by)
	}
	if err := env.Snap.MayUndo(env.Who, s.seq); err != nil {
		say := meeting.Say(err)
		return lang.Text{VI: say.In(lang.VI), EN: say.In(lang.EN)}
	}
	if _, err := scoring.Apply(env.Snap.State, scoring.Decision{Act: scoring.Undo{Seq: s.seq}}); err != nil {
		var r *scoring.Refusal
		if errors.As(err, &r) {
			return lang.Text{VI: r.In(lang.VI), EN: r.In(lang.EN)}
		}
	}
	return lang.Text{}
}

// pageRows is how many decisions PgUp and PgDn go.
const pageRows = 10

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	switch a {
	case doUp:
		s.move(-1)
	case doDown:
		s.move(+1)
	case doPageUp:
		s.move(-pageRows)
	case doPageDn:
		s.move(+pageRows)
	case doFirst:
		s.move(-len(s.shown))
	case doLast:
		s.move(+len(s.shown))
	case doFilter:
		s.typing = true
	case doDone:
		s.typing = false
	case doClear:
		s.typing = false
		s.filter.Set("")
		s.search(env)
	case doJump:
		return screen.Effect{Go: screen.Review, At: s.At(env)}
	case doReplay:
		return screen.Effect{Replay: s.seq}
	case doUndo:
		s.asking = true
	case doNo:
		s.asking = false
	case doYes:
		s.sent = true
		return screen.Effect{Acts: []scoring.Act{scoring.Undo{Seq: s.seq}}}
	}
	return screen.Effect{}
}

func (s *Screen) move(by int) {
	if len(s.shown) > 0 {
		s.seq = s.shown[max(min(s.index()+by, len(s.shown)-1), 0)]
	}
}

// Click selects the decision under the mouse.
func (s *Screen) Click(_ screen.Env, body kit.Rect, _, y int) screen.Effect {
	if i := s.top + y - body.Y - headLines; !s.Editing() && y >= body.Y+headLines && i < len(s.shown) {
		s.seq = s.shown[i]
	}
	return screen.Effect{}
}

// Wheel moves the cursor by decisions.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.Editing() {
		s.move(rows)
	}
}
