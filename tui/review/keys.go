package review

import (
	"slices"

	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What the keys of this screen do, beside those of the editor.
const (
	doNext  kit.Action = "next-criterion"
	doMark  kit.Action = "next-marked"
	doBack  kit.Action = "previous-marked"
	doNextU kit.Action = "next-unit"
	doPrevU kit.Action = "previous-unit"
	doFold  kit.Action = "fold"
)

// The keys that sentences name as well.
const (
	KeyMark = "→"
	KeyUnit = "PgDn"
)

// Keys is the screen's key table.
func (s *Screen) Keys(env screen.Env) []kit.Binding {
	keys := s.editor.Keys(env, s.at)
	if s.editor.Editing() {
		return keys
	}
	return s.keys(env, keys)
}

// keys adds the screen's own to those of the editor.
func (s *Screen) keys(env screen.Env, keys []kit.Binding) []kit.Binding {
	nothing, others := lang.Text{}, 0
	for _, n := range s.counts {
		others += n
	}
	if view.MarkOf(env.Snap.Rulebook(), env.Snap.Units()[s.at.Unit], s.at.Node) != view.NoMark {
		others-- // the one under the cursor
	}
	if others == 0 {
		nothing = lang.Text{VI: "đơn vị này không còn mục cần xem", EN: "nothing is left to look at here"}
	}
	moves := s.lines.Keys(0)
	// the pages are the units
	return slices.Concat(keys, moves[:2], moves[4:], []kit.Binding{
		{Action: doMark, Keys: kit.Named(KeyMark), Shown: KeyMark, Weight: 75, Off: nothing,
			Label: lang.Text{VI: "mục cần xem", EN: "to look at"},
			Help:  lang.Text{VI: "đến mục cần xem tiếp theo", EN: "the next thing that needs a look"}},
		{Action: doBack, Keys: []string{"left"}, Shown: "←", Off: nothing,
			Label: lang.Text{VI: "mục cần xem trước", EN: "back"},
			Help:  lang.Text{VI: "về mục cần xem trước đó", EN: "the previous thing that needs a look"}},
		{Action: doNextU, Keys: kit.Named(KeyUnit), Shown: KeyUnit, Weight: 70,
			Label: lang.Text{VI: "đơn vị sau", EN: "next unit"},
			Help:  lang.Text{VI: "sang đơn vị sau, cùng tiêu chí", EN: "the next unit, at the same criterion"}},
		{Action: doPrevU, Keys: []string{"pgup"}, Shown: "PgUp",
			Label: lang.Text{VI: "đơn vị trước", EN: "previous unit"},
			Help:  lang.Text{VI: "về đơn vị trước, cùng tiêu chí", EN: "the previous unit, at the same criterion"}},
		{Action: doNext, Keys: []string{"enter"}, Shown: "Enter", Weight: 50,
			Label: lang.Text{VI: "tiêu chí sau", EN: "next criterion"},
			Help:  lang.Text{VI: "xuống tiêu chí được chấm tiếp theo", EN: "the next scored criterion"}},
		{Action: doFold, Keys: []string{"space"}, Shown: "Space", Weight: 20, Off: s.whyNoFold(env),
			Label: lang.Text{VI: "gập, mở mục", EN: "fold"},
			Help:  lang.Text{VI: "gập hay mở mục dưới con trỏ", EN: "fold or unfold the field under the cursor"}},
	})
}

func (s *Screen) whyNoFold(env screen.Env) lang.Text {
	if env.Snap.Rulebook().Criteria[s.at.Node].Scored {
		return lang.Text{VI: "chỉ gập được các mục", EN: "only fields can be folded"}
	}
	return lang.Text{}
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	if effect, ok := s.editor.Do(env, s.at, a, key); ok {
		return effect
	}
	if s.lines.Do(a) {
		s.stepped()
		return screen.Effect{}
	}
	units, b := len(env.Snap.Units()), env.Snap.Rulebook()
	switch a {
	case doNextU:
		s.at.Unit = (s.at.Unit + 1) % units
	case doPrevU:
		s.at.Unit = (s.at.Unit + units - 1) % units
	case doNext:
		s.goTo(env, nextLeaf(b, s.at.Node, 1))
	case doMark, doBack:
		step := 1
		if a == doBack {
			step = -1
		}
		at, _ := nextMarked(b, env.Snap.Units()[s.at.Unit], s.at.Node, step, s.looked == s.at)
		s.goTo(env, at)
		s.looked = s.at
	case doFold:
		s.folded[s.at.Node] = !s.folded[s.at.Node]
	}
	s.Show(env)
	return screen.Effect{}
}

// stepped takes the place from the list's cursor.
func (s *Screen) stepped() {
	if at, ok := s.lines.Here(); ok {
		s.at.Node = s.rows[at.row].node
	}
}

func (s *Screen) goTo(env screen.Env, node int) {
	s.at.Node = node
	s.reveal(env.Snap.Rulebook(), node)
}

// Click selects the unit, criterion or place under the mouse.
func (s *Screen) Click(env screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if s.editor.Editing() {
		return screen.Effect{}
	}
	at, onLine := s.lines.At(x, y)
	unit, onUnit := s.units.At(x, y)
	place, onPlace := s.places.At(x, y)
	switch {
	case onLine:
		node := s.rows[at.row].node
		if s.at.Node == node && !env.Snap.Rulebook().Criteria[node].Scored {
			s.folded[node] = !s.folded[node]
		}
		s.at.Node = node
	case onUnit:
		s.at.Unit = unit
	case onPlace:
		s.at.Unit = place
	}
	s.Show(env)
	return screen.Effect{}
}

// Wheel moves the cursor by rows.
func (s *Screen) Wheel(env screen.Env, rows int) {
	if !s.editor.Editing() {
		s.lines.Move(rows)
		s.stepped()
	}
}
