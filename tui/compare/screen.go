// Package compare is the screen «Đối chiếu»: one criterion or field across all units, side by side.
package compare

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen compares the units at one criterion or field.
type Screen struct {
	at     screen.Place
	list   kit.List[int] // the units
	editor edit.Editor
	all    view.Comparison
	names  int // cells of the longest name of a unit
	heat   heat
	parted parted
	titled int        // cells that the title above has
	cells  []kit.Rect // where each unit stands for the room; none where they are a list
}

// New begins with the first unit and criterion.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.at.Node = env.Snap.Rulebook().Leaves()[0]
	for _, u := range env.Snap.Units() {
		s.names = max(s.names, kit.Width(u.Name()))
	}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Keeper
	screen.Recorder
	screen.Placer
	screen.Focuser
	screen.Pointer
	screen.Carrier
	screen.Tabler
} = (*Screen)(nil)

// Title is «Đối chiếu».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Đối chiếu", EN: "Compare"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Một tiêu chí của mọi đơn vị, cạnh nhau. █ là mức cụm thống nhất, ◇ là mức tự chấm, ┃ là trung vị; "+
			"bên dưới là minh chứng của đơn vị đang chọn, với một mục là mọi đơn vị ở các mục cùng cấp. «Lệch xa» "+
			"là cách trung vị của cụm từ 20 điểm phần trăm trở lên. Sửa như ở Rà soát; %[1]s %[2]s sang tiêu chí "+
			"khác. Dán một cột số: mỗi số cho một đơn vị, từ đơn vị đang chọn xuống.",
		"One criterion of all units, side by side. █ is what was agreed, ◇ the unit's own score, ┃ the median; "+
			"below is the evidence of the unit chosen, of a field all units in the fields of its level. «Far off» is "+
			"20 points of percent or more from the cluster's median. Edit as on the review screen; %[1]s %[2]s "+
			"change the criterion. A pasted column of numbers is one for each unit, from the one chosen down.",
		keyBack, keyNext)
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) {
	all := env.Snap.Units()
	s.at.Unit = min(s.at.Unit, len(all)-1)
	s.all = view.Across(&env.Snap.State, s.at.Node)
	if s.list.Len() != len(all) {
		units := make([]int, len(all))
		for i := range units {
			units[i] = i
		}
		s.list.Show(units)
	}
	s.list.Select(s.at.Unit)
}

// At is where the screen is.
func (s *Screen) At(screen.Env) screen.Place { return s.at }

// Focus goes to a unit, a criterion or both.
func (s *Screen) Focus(env screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.at.Unit = p.Unit
	}
	if p.Node >= 0 {
		s.at.Node = p.Node
	}
	s.editor.Clear()
	s.Show(env)
}

// Carry goes on at the place of another screen.
func (s *Screen) Carry(env screen.Env, p screen.Place) { s.Focus(env, p) }

// Carries is where the screen is.
func (s *Screen) Carries(screen.Env) screen.Place { return s.at }

// Table is what the units have at the criterion or field.
func (s *Screen) Table(env screen.Env) table.Table { return s.all.Table(env.Lang) }

// Editing reports whether something is being typed.
func (s *Screen) Editing() bool { return s.editor.Editing() }

// Recorded ends the edit that has been written, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	s.editor.Recorded(env, err)
	switch b := env.Snap.Rulebook(); s.editor.Onward() {
	case edit.DoDown:
		s.at.Unit = min(s.at.Unit+1, len(env.Snap.Units())-1)
	case edit.DoUp:
		s.at.Unit = max(s.at.Unit-1, 0)
	case edit.DoNext:
		s.at.Node = sibling(b, s.at.Node, +1)
	case edit.DoPrior:
		s.at.Node = sibling(b, s.at.Node, -1)
	default:
		return
	}
	s.Show(env)
}

// Type takes what is typed into a field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	s.editor.Type(msg)
	return screen.Effect{}
}

// Paste takes pasted text into a field; where nothing is typed it is a column of scores for the units from here on.
func (s *Screen) Paste(env screen.Env, text string) screen.Effect {
	return s.editor.Paste(env, screen.Column{Text: text, At: s.at, Units: true})
}
