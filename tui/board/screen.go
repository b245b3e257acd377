// Package board is the screen «Xếp hạng»: the whole ranking, for the back row of the room.
package board

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the board.
type Screen struct {
	unit int // the unit under the cursor: the cursor follows it when places change
	top  int
}

// New begins at the top of the ranking.
func New(env screen.Env) *Screen {
	return &Screen{unit: env.Snap.Standings(scoring.Agreed).At(0).Unit}
}

var _ screen.Screen = (*Screen)(nil)

// Title is «Xếp hạng».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Xếp hạng", EN: "Ranking"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Toàn bộ bảng xếp hạng theo điểm cụm thống nhất. ▲▼ là số bậc so với điểm tự chấm, cách là khoảng cách với đơn vị ngay trên.",
		EN: "The whole ranking by the agreed scores. ▲▼ are the places moved since the self-scores, the gap is to the unit right above.",
	}
}

const (
	doUp     kit.Action = "up"
	doDown   kit.Action = "down"
	doFirst  kit.Action = "first"
	doLast   kit.Action = "last"
	doReview kit.Action = "review"
)

// Keys is the screen's key table.
func (s *Screen) Keys(screen.Env) []kit.Binding {
	return []kit.Binding{
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Weight: 80,
			Label: lang.Text{VI: "lên", EN: "up"}, Help: lang.Text{VI: "đơn vị ngay trên", EN: "the unit above"}},
		{Action: doDown, Keys: []string{"down", "pgdown"}, Shown: "↓", Weight: 80,
			Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "đơn vị ngay dưới", EN: "the unit below"}},
		{Action: doReview, Keys: []string{"enter"}, Shown: "Enter", Weight: 70,
			Label: lang.Text{VI: "rà soát đơn vị này", EN: "review this unit"}, Help: lang.Text{VI: "mở đơn vị này ở màn hình Rà soát", EN: "open this unit on the review screen"}},
		{Action: doFirst, Keys: []string{"home"}, Shown: "Home", Label: lang.Text{VI: "đầu", EN: "first"}, Help: lang.Text{VI: "đơn vị đứng đầu", EN: "the first place"}},
		{Action: doLast, Keys: []string{"end"}, Shown: "End", Label: lang.Text{VI: "cuối", EN: "last"}, Help: lang.Text{VI: "đơn vị đứng cuối", EN: "the last place"}},
	}
}

// Editing is false: nothing is typed here.
func (s *Screen) Editing() bool { return false }

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, _ string) screen.Effect {
	t := env.Snap.Standings(scoring.Agreed)
	at := t.Place(s.unit)
	switch a {
	case doUp:
		at--
	case doDown:
		at++
	case doFirst:
		at = 0
	case doLast:
		at = t.Len() - 1
	case doReview:
		return screen.Effect{Go: screen.Review, Unit: s.unit}
	}
	s.unit = t.At(min(max(at, 0), t.Len()-1)).Unit
	return screen.Effect{}
}

// Type does nothing: there is nothing to type here.
func (s *Screen) Type(screen.Env, tea.KeyPressMsg) screen.Effect { return screen.Effect{} }

// Paste does nothing.
func (s *Screen) Paste(screen.Env, string) screen.Effect { return screen.Effect{} }

// Show takes the newer snapshot; the cursor follows its unit.
func (s *Screen) Show(screen.Env) {}

// Recorded does nothing: the board proposes nothing.
func (s *Screen) Recorded(screen.Env, error) {}

// Focus moves the cursor to a unit.
func (s *Screen) Focus(unit int) { s.unit = unit }
