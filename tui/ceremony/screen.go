// Package ceremony is the screen «Công bố»: what is missing before the meeting can be closed; the closing; and the
// results revealed to the room, step by step.
package ceremony

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen closes the meeting and announces its results.
type Screen struct {
	list    kit.List[item] // what is left to do
	running bool
	blank   bool
	hinted  bool // the one who leads asked to see what comes next
	order   scoring.RevealOrder
	steps   []scoring.Step
	shown   int         // steps revealed so far
	reopen  *kit.Prompt // the reason to reopen, while it is typed
	confirm kit.Confirm // whether to close, or to end before all is revealed
	ahead   outlook     // what the awards would be
	files   files.Known
}

// New begins before the closing.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Placer
	screen.Pointer
} = (*Screen)(nil)

// maxReason is the most characters of a reason to close or reopen.
const maxReason = 300

// Title is «Công bố».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Công bố", EN: "Ceremony"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Trước khi chốt: danh sách những gì còn thiếu, %[1]s đến đúng chỗ; bên dưới, khen thưởng nếu chốt bây "+
			"giờ, đơn vị nào trong tầm, vướng gì, ai được nếu một đơn vị xin rút. Sau khi chốt: công bố từng bước từ "+
			"hạng cuối lên, rồi khen thưởng từ thấp lên cao, rồi người được bầu. %[2]s bước tới, %[3]s lùi, "+
			"%[4]s để trống "+
			"màn hình. "+
			"%[5]s hiện bước tiếp theo ở đây, trừ khi đang chiếu.",
		"Before closing: what is still missing, %[1]s goes right there; below it the awards if the meeting were "+
			"closed now, who is in reach, what binds, and whom it helps if a unit gives way. Afterwards: the "+
			"results, step by step "+
			"from the last place up, then the awards from the lowest, then who is elected. %[2]s goes on, %[3]s back, "+
			"%[4]s blanks "+
			"the screen. %[5]s shows here what comes next, unless the room is looking.",
		keyGo, KeyNext, KeyBack, keyBlank, keyHint)
}

// Show takes the newer snapshot. A ceremony that has begun keeps its steps; one whose meeting was reopened ends.
func (s *Screen) Show(env screen.Env) {
	s.list.Show(todo(env))
	if s.running && !env.Snap.Closed() {
		s.running, s.blank = false, false
	}
}

// Reveal is how far the ceremony has come.
func (s *Screen) Reveal() meeting.Reveal {
	return meeting.Reveal{Running: s.running, Blank: s.blank, Order: s.order, Shown: s.shown, Of: len(s.steps)}
}

// Mirror shows the ceremony as far as the one who leads has gone.
func (s *Screen) Mirror(env screen.Env, r meeting.Reveal) {
	if !r.Running {
		s.running, s.blank = false, false
		return
	}
	if !s.running || s.order != r.Order || len(s.steps) != r.Of {
		s.order = r.Order
		s.start(env)
	}
	s.shown, s.blank = min(r.Shown, len(s.steps)), r.Blank
}

// Editing reports whether a reason is being typed.
func (s *Screen) Editing() bool { return s.reopen != nil }

// Recorded ends what is on record, or lets it be tried again.
func (s *Screen) Recorded(_ screen.Env, err error) {
	if s.reopen != nil && s.reopen.Recorded(err) {
		s.reopen = nil
	}
}

// Type takes what is typed into the reason.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.reopen != nil {
		s.reopen.Key(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the reason.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.reopen != nil {
		s.reopen.Insert(text)
	}
	return screen.Effect{}
}

// At is the unit that was revealed last, or that the blocker is about.
func (s *Screen) At(screen.Env) screen.Place {
	p := screen.Place{Unit: -1, Node: -1}
	if s.running && s.shown > 0 {
		p.Unit = s.steps[s.shown-1].Units[0]
	} else if it, ok := s.list.Here(); !s.running && ok {
		p = it.at
	}
	return p
}

// Click selects the thing to do under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if !s.running {
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor; never the ceremony.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.running {
		s.list.Move(rows)
	}
}

// words says what a step reveals.
func (s *Screen) words(env screen.Env, st scoring.Step) string {
	switch st.Kind {
	case scoring.RevealAward:
		return env.Say("%s: %s", "%s: %s", env.Snap.Rulebook().AwardName(st.Award), env.Names(st.Units))
	case scoring.RevealOfficer:
		return env.Say("%s: %s", "%s: %s", env.OfficeName(st.Office), env.Names(st.Units))
	case scoring.RevealAll:
		return env.Say("toàn bộ kết quả", "all results")
	}
	t := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	x := t.At(t.Place(st.Units[0]))
	return env.Say("hạng %d: %s, %s", "rank %d: %s, %s",
		x.Rank, env.Snap.Units()[x.Unit].Name(), t.Said(x.Unit))
}
