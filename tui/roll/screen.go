// Package roll is the screen «Điểm danh»: which units are present in the sitting that runs, by whom, and whether they
// are enough; who is excused, who is a guest, and who counts the ballots.
package roll

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the roll.
type Screen struct {
	list     kit.List[line]
	entry    *entry
	choosing bool // which sitting begins
	files    files.Known
	goesOn   bool // when what is on its way is on record, the next unit is called
}

// New begins at the first unit.
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
	screen.Focuser
	screen.Pointer
	screen.Tabler
} = (*Screen)(nil)

// Title is «Điểm danh».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Điểm danh", EN: "Roll"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Đơn vị nào có mặt, do ai đại diện, và đã đủ số đơn vị để quyết định chưa. Mỗi đơn vị có một phiếu, dù bao "+
			"nhiêu người. Ghi họ tên kèm chức vụ, lý do vắng, khách mời, tổ kiểm phiếu cho biên bản. %s bắt đầu một "+
			"phiên họp: điểm danh lại từ đầu. Bên cạnh, trên màn hình rộng: đơn vị đang chọn, số có mặt đủ cho "+
			"việc gì, "+
			"biên bản còn cần gì ở đây, và những gì còn lại trước khi chốt.",
		"Which units are present, by whom, and whether they are enough to decide. A unit has one vote, however many "+
			"people are there for it. Names with posts, reasons of absence, guests and tellers are for the minutes. "+
			"%s begins a sitting, with a new roll. Beside it, on a wide screen: the unit under the cursor, what those "+
			"present are enough for, what the minutes want here, and what is left before closing.", keySitting)
}

// here is the line under the cursor.
func (s *Screen) here() line {
	l, _ := s.list.Here()
	return l
}

// Editing reports whether something is being typed or chosen.
func (s *Screen) Editing() bool { return s.entry != nil || s.choosing }

// Type takes what is typed into the field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	if s.entry != nil {
		s.entry.prompt.Key(msg)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the field.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.entry != nil {
		s.entry.prompt.Insert(text)
	}
	return screen.Effect{}
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) { s.list.Show(lines(env)) }

// Recorded ends the typing of what is on record, and goes to the next unit, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	if s.goesOn && err == nil {
		s.next(env, +1)
	}
	s.goesOn = false
	if s.entry != nil && s.entry.prompt.Recorded(err) {
		s.entry = nil
	}
}

// At is where the screen is: it knows no criteria.
func (s *Screen) At(screen.Env) screen.Place { return screen.Place{Unit: s.here().unit, Node: -1} }

// Focus goes to a unit.
func (s *Screen) Focus(_ screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.list.Select(line{unit: p.Unit})
	}
}

// Table is the roll, a row for each unit.
func (s *Screen) Table(env screen.Env) table.Table { return view.Roll(env.Snap, env.Lang) }

// Click selects the unit or person under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if !s.Editing() {
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.Editing() {
		s.list.Move(rows)
	}
}

func propose(acts ...scoring.Act) screen.Effect { return screen.Effect{Acts: acts} }
