// Package appraisal is the screen «Thẩm định»: what the upper body's departments gave beside what was agreed, criterion
// by criterion and unit by unit; each difference explained and closed; what that does to ranks and awards; and what was
// decided in the end.
//
//	screen.go   the screen, where its cursor is, and what it is told
//	keys.go     its key table, and what the keys do
//	explain.go  a difference being explained
//	matrix.go   the differences by criterion and unit
//	detail.go   the chosen one in full, and what it does to ranks and awards
//	speak.go    the same for those who listen
package appraisal

import (
	"slices"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/award"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is the appraisal beside what was agreed.
type Screen struct {
	list kit.List[int] // the criteria and fields at which there is a difference, by index of Rulebook.Criteria
	unit int           // the unit of the cursor
	from int           // the first unit in sight, where not all are

	explain *explaining // an explanation that is being typed; nil: none
	form    *award.Form // what was decided in the end, being typed; nil: nothing

	known known
	did   did
}

// known is what the screen shows, worked out once for a snapshot.
type known struct {
	of        *meeting.Snapshot
	all       []scoring.Difference
	by        map[screen.Place]scoring.Difference
	open      int
	discuss   int
	agreed    scoring.Table
	appraised scoring.Table
}

// New begins at the first difference.
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
	screen.Asker
	screen.Placer
	screen.Focuser
	screen.Carrier
	screen.Pointer
	screen.Tabler
} = (*Screen)(nil)

// Title is «Thẩm định».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Thẩm định", EN: "Appraisal"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Điểm thẩm định so với điểm đã thống nhất, chỉ những tiêu chí có chênh lệch: mỗi ô là điểm thẩm định trừ điểm "+
			"thống nhất. Dấu sau số: ✓ đã chấp nhận, ? cần trao đổi, ! chưa giải trình. %[1]s chấp nhận, %[2]s để "+
			"trao đổi, đều ghi lý do; %[3]s đến chênh lệch còn mở. %[4]s ghi quyết định chính thức của cấp trên "+
			"về khen "+
			"thưởng của đơn vị. Điểm của các vụ được nhận bằng lệnh thidua appraise.",
		"What the appraisal gave beside what was agreed, only where they differ: each cell is appraised minus "+
			"agreed. The "+
			"sign behind it: ✓ accepted, ? to be discussed, ! not explained. %[1]s accepts, %[2]s leaves it to be "+
			"discussed, both with a reason; %[3]s goes to the next open one. %[4]s takes down what was decided above "+
			"about the unit's award. The departments' scores are taken in by the command thidua appraise.",
		keyAccept, keyDiscuss, keyOpen, keyDecide)
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) {
	if s.known.of == env.Snap {
		return
	}
	k := known{of: env.Snap, all: env.Snap.Differences(), by: map[screen.Place]scoring.Difference{},
		agreed: env.Snap.Standings(scoring.Agreed), appraised: env.Snap.Standings(scoring.Appraised)}
	k.open, k.discuss = env.Snap.OpenDifferences()
	var nodes []int
	for _, d := range k.all {
		k.by[screen.Place{Unit: d.Unit, Node: d.Node}] = d
		if n := len(nodes); n == 0 || nodes[n-1] != d.Node {
			nodes = append(nodes, d.Node)
		}
	}
	first := s.known.of == nil || len(s.known.all) == 0
	s.known = k
	s.list.Show(nodes)
	s.unit = min(s.unit, len(env.Snap.Units())-1)
	if first && len(k.all) > 0 {
		s.unit = k.all[0].Unit
	}
}

// place is where the cursor is.
func (s *Screen) place() screen.Place {
	node, ok := s.list.Here()
	if !ok {
		node = -1
	}
	return screen.Place{Unit: s.unit, Node: node}
}

// here is the difference under the cursor; ok is false where the appraisal gave what was agreed.
func (s *Screen) here() (d scoring.Difference, ok bool) {
	d, ok = s.known.by[s.place()]
	return d, ok
}

// nextOpen is the next difference behind the cursor that is not closed, the others after it; ok is false where all are.
func (s *Screen) nextOpen() (d scoring.Difference, ok bool) {
	at := s.place()
	behind := func(d scoring.Difference) bool {
		return d.Node > at.Node || d.Node == at.Node && d.Unit > at.Unit
	}
	open := func(d scoring.Difference) bool { return d.Outcome != scoring.Accepted }
	if i := slices.IndexFunc(s.known.all, func(d scoring.Difference) bool { return open(d) && behind(d) }); i >= 0 {
		return s.known.all[i], true
	}
	if i := slices.IndexFunc(s.known.all, open); i >= 0 {
		return s.known.all[i], true
	}
	return d, false
}

// goTo moves the cursor to a difference.
func (s *Screen) goTo(d scoring.Difference) {
	s.unit = d.Unit
	s.list.Select(d.Node)
}

// At is the unit and the criterion of the cursor.
func (s *Screen) At(screen.Env) screen.Place { return s.place() }

// Focus moves the cursor to a place, as far as there is a difference.
func (s *Screen) Focus(_ screen.Env, p screen.Place) {
	if p.Unit >= 0 {
		s.unit = p.Unit
	}
	if p.Node >= 0 {
		s.list.Select(p.Node)
	}
}

// Carry moves the cursor to the place of another screen.
func (s *Screen) Carry(env screen.Env, p screen.Place) { s.Focus(env, p) }

// Carries is where the cursor is.
func (s *Screen) Carries(env screen.Env) screen.Place { return s.At(env) }

// Table is the whole matrix.
func (s *Screen) Table(env screen.Env) table.Table {
	return view.AppraisalMatrix(&env.Snap.State, env.Lang)
}

// Click moves the cursor to the criterion under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if !s.Editing() {
		s.list.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor by criteria.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.Editing() {
		s.list.Move(rows)
	}
}
