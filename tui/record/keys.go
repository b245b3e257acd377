package record

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doFilter kit.Action = "filter"
	doClear  kit.Action = "clear-filter"
	doDone   kit.Action = "filter-done"
	doJump   kit.Action = "jump"
	doReplay kit.Action = "replay"
	doUndo   kit.Action = "undo-this"
	doMore   kit.Action = "read-on"
	doLess   kit.Action = "read-back"
)

// The keys that sentences name as well.
const (
	keyFilter = "/"
	KeyUndo   = "Del"
	keyReplay = "Space"
	keyMore   = "→"
	keyLess   = "←"
)

// linesAtOnce is how far the keys go through a long decision.
const linesAtOnce = 5

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
	case s.confirm.Waits(doUndo):
		off := lang.Text{}
		if s.sent {
			off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
		}
		return s.confirm.Keys(
			lang.Text{VI: "hoàn tác", EN: "undo it"},
			lang.Text{VI: "ghi việc hoàn tác", EN: "put the undo on record"},
			lang.Text{VI: "giữ nguyên", EN: "leave it"},
			lang.Text{VI: "giữ nguyên quyết định", EN: "leave the decision as it is"}, off)
	}
	none := lang.Text{}
	if s.list.Len() == 0 {
		none = lang.Text{VI: "không có quyết định nào ở đây", EN: "there is no decision here"}
	}
	replay := none
	if env.Mode == screen.Replay && s.seq() == env.Snap.Seq() {
		replay = lang.Text{VI: "đang xem quyết định này", EN: "this is the decision being seen"}
	}
	jump := none
	if p := s.At(env); jump.IsZero() && p.Unit < 0 {
		jump = lang.Text{VI: "quyết định này không gắn với một đơn vị", EN: "this decision is about no one unit"}
	}
	return append([]kit.Binding{
		{Action: doUndo, Keys: kit.Named(KeyUndo), Shown: KeyUndo, Weight: 80, Off: s.whyNoUndo(env, none),
			Label: lang.Text{VI: "hoàn tác…", EN: "undo…"},
			Help: lang.Text{VI: "xem trước và hoàn tác quyết định này",
				EN: "see what undoing this one would do, then undo it"}},
		{Action: doJump, Keys: []string{"enter"}, Shown: "Enter", Weight: 75, Off: jump,
			Label: lang.Text{VI: "đến nơi", EN: "go there"},
			Help: lang.Text{VI: "mở đơn vị và tiêu chí của quyết định ở Rà soát",
				EN: "open the decision's unit and criterion on the review screen"}},
		{Action: doFilter, Keys: kit.Named(keyFilter, "ctrl+f"), Shown: keyFilter, Weight: 70,
			Label: lang.Text{VI: "lọc", EN: "filter"},
			Help:  lang.Text{VI: "lọc theo đơn vị, loại, người, chữ", EN: "filter by unit, kind, person, words"}},
		{Action: doReplay, Keys: kit.Named(keyReplay), Shown: keyReplay, Weight: 65, Off: replay,
			Label: lang.Text{VI: "xem lại từ đây", EN: "replay"},
			Help: lang.Text{VI: "xem cuộc họp như sau quyết định này, đi từng bước",
				EN: "see the meeting as it was after this decision, step by step"}},
	}, append(s.reading(), s.list.Keys(30)...)...)
}

// reading are the keys that go through a decision that is longer than there is room for.
func (s *Screen) reading() []kit.Binding {
	more, less := lang.Text{}, lang.Text{}
	if s.long.more == 0 {
		more = lang.Text{VI: "đã thấy hết quyết định", EN: "all of the decision is in sight"}
	}
	if s.long.from == 0 {
		less = lang.Text{VI: "đây là đầu quyết định", EN: "this is the beginning of the decision"}
	}
	return []kit.Binding{
		{Action: doMore, Keys: kit.Named(keyMore, "right"), Shown: keyMore, Off: more,
			Label: lang.Text{VI: "đọc tiếp", EN: "read on"},
			Help:  lang.Text{VI: "phần sau của quyết định dài", EN: "what follows of a long decision"}},
		{Action: doLess, Keys: kit.Named(keyLess, "left"), Shown: keyLess, Off: less,
			Label: lang.Text{VI: "đọc lại", EN: "read back"},
			Help:  lang.Text{VI: "phần trước của quyết định dài", EN: "what comes before of a long decision"}},
	}
}

// whyNoUndo says why the decision under the cursor cannot be undone, as far as that can be said before it is tried.
func (s *Screen) whyNoUndo(env screen.Env, none lang.Text) lang.Text {
	seq := s.seq()
	if t := env.FrozenFor(scoring.Undo{Seq: seq}); !t.IsZero() {
		return t
	}
	if !none.IsZero() {
		return none
	}
	if by, gone := env.Snap.Withdrawn(seq); gone {
		return lang.Sayf("đã được hoàn tác bởi số %d; hoàn tác số %d để làm lại",
			"undone by %d already; undo %d to bring it back", by, by)
	}
	err := env.Snap.MayUndo(env.Who, seq)
	if err == nil {
		_, err = scoring.Apply(env.Snap.State, scoring.Decision{Act: scoring.Undo{Seq: seq}})
	}
	if err != nil {
		return screen.Said(err)
	}
	return lang.Text{}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	if s.list.Do(a) {
		return screen.Effect{}
	}
	switch a {
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
	case doMore:
		s.long.from += linesAtOnce
	case doLess:
		s.long.from = max(s.long.from-linesAtOnce, 0)
	case doReplay:
		return screen.Effect{Replay: s.seq()}
	case doUndo:
		s.confirm.Asks(a, s.seq())
	case kit.ConfirmNo:
		s.confirm.Drop()
	case kit.ConfirmYes:
		s.sent = true
		return screen.Effect{Acts: []scoring.Act{scoring.Undo{Seq: s.seq()}}}
	}
	return screen.Effect{}
}

// Click selects the decision under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if !s.Editing() {
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor by decisions.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.Editing() {
		s.list.Move(rows)
	}
}
