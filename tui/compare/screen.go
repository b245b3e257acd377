// Package compare is the screen «Đối chiếu»: one criterion or field across all units, side by side.
package compare

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"thidua/data/view"
	"thidua/scoring"
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
	rows   []row
	median scoring.Percent
	names  int // cells of the longest name of a unit
}

// row is one unit at the criterion: what it scored itself, what was agreed, how much of the maximum that is.
type row struct {
	unit            int
	applies         bool
	self, agreed    scoring.Percent // for a field: the part of its maximum
	scored, settled bool
	points          scoring.Points
	handed          int  // pieces of evidence
	far             bool // far from the others
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
	screen.Recorder
	screen.Placer
	screen.Focuser
	screen.Pointer
} = (*Screen)(nil)

// Title is «Đối chiếu».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Đối chiếu", EN: "Compare"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Một tiêu chí của mọi đơn vị, cạnh nhau. ━ là mức cụm thống nhất, ◇ là mức tự chấm. «Lệch xa» là cách " +
			"trung vị của cụm từ 20 điểm phần trăm trở lên. Sửa như ở Rà soát; ← → sang tiêu chí khác.",
		EN: "One criterion of all units, side by side. ━ is what was agreed, ◇ the unit's own score. «Far off» is 20 " +
			"points of percent or more from the cluster's median. Edit as on the review screen; ← → change the " +
			"criterion.",
	}
}

// farOff is how far from the median, in hundredths of a percent, a unit must be to be marked: a fifth of the scale.
const farOff scoring.Percent = 20_00

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) {
	all := env.Snap.Units()
	s.at.Unit = min(s.at.Unit, len(all)-1)
	s.rows = s.rows[:0]
	var agreed []scoring.Percent
	for i, u := range all {
		r := read(env.Snap.Rulebook(), u, s.at.Node)
		r.unit = i
		if r.applies {
			agreed = append(agreed, r.agreed)
		}
		s.rows = append(s.rows, r)
	}
	if s.list.Len() != len(all) {
		units := make([]int, len(all))
		for i := range units {
			units[i] = i
		}
		s.list.Show(units)
	}
	s.list.Select(s.at.Unit)
	s.median = median(agreed)
	for i := range s.rows {
		r := &s.rows[i]
		r.far = r.applies && len(agreed) > 2 && max(r.agreed-s.median, s.median-r.agreed) >= farOff
	}
}

// read takes one unit's figures at a node.
func read(b *scoring.Rulebook, u *scoring.Unit, node int) row {
	n := &b.Criteria[node]
	r := row{applies: u.Applies(node), points: u.Points(scoring.Agreed, node), handed: len(u.Sheet().Evidence[n.Code])}
	if n.Scored {
		r.self, r.scored = u.Percent(scoring.Self, node)
		r.agreed, r.settled = u.Percent(scoring.Agreed, node)
		return r
	}
	r.self, r.agreed = part(u.Points(scoring.Self, node), u.Max(node)), part(r.points, u.Max(node))
	r.scored, r.settled = true, true
	return r
}

// part is what part of a maximum some points are, rounded for looking at.
func part(p, max scoring.Points) scoring.Percent {
	if max <= 0 {
		return 0
	}
	return scoring.Percent((p*2*scoring.Points(scoring.FullPercent)/max + 1) / 2)
}

// median is the middle of some percents; of two in the middle, the mean.
func median(all []scoring.Percent) scoring.Percent {
	if len(all) == 0 {
		return 0
	}
	slices.SortFunc(all, func(a, b scoring.Percent) int { return cmp.Compare(a, b) })
	if n := len(all); n%2 == 0 {
		return (all[n/2-1] + all[n/2]) / 2
	}
	return all[len(all)/2]
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

// Editing reports whether something is being typed.
func (s *Screen) Editing() bool { return s.editor.Editing() }

// Recorded ends the edit that has been written, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) { s.editor.Recorded(env, err) }

// Type takes what is typed into a field.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	s.editor.Type(msg)
	return screen.Effect{}
}

// Paste takes pasted text into a field.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	s.editor.Paste(text)
	return screen.Effect{}
}

// Speak says what the cursor is on.
func (s *Screen) Speak(env screen.Env) string {
	if said := s.editor.Speak(env); said != "" {
		return said
	}
	r, n := s.rows[s.at.Unit], &env.Snap.Rulebook().Criteria[s.at.Node]
	name := env.Snap.Units()[s.at.Unit].Name()
	if !r.applies {
		return env.Say("%s %s, %s: không áp dụng", "%s %s, %s: does not apply", n.Code, n.Title, name)
	}
	said := env.Say("%s %s, %s: tự chấm %s, cụm %s, %s điểm; trung vị %s",
		"%s %s, %s: self %s, agreed %s, %s points; median %s",
		n.Code, n.Title, name, view.Percent(env.Lang, r.self, r.scored),
		view.Percent(env.Lang, r.agreed, r.settled), r.points, s.median)
	if r.far {
		said += env.Say("; lệch xa", "; far off")
	}
	return said
}
