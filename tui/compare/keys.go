package compare

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

const (
	doNext   kit.Action = "next-criterion"
	doBack   kit.Action = "previous-criterion"
	doField  kit.Action = "field"
	doParts  kit.Action = "parts"
	doFar    kit.Action = "far"
	doReview kit.Action = "review"
)

// The keys that sentences name as well.
const (
	keyNext = "→"
	keyBack = "←"
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
	moves := s.list.Keys(60)[:2] // pages and ends are those of the criteria
	moves[0].Keys = append(moves[0].Keys, "enter")
	moves[0].Label, moves[1].Label = lang.Text{VI: "đơn vị sau", EN: "next unit"}, lang.Text{VI: "đơn vị trước",
		EN: "previous unit"}
	return append(append(keys, moves...), s.steps(env)...)
}

// steps are the keys that go to other criteria, fields and outliers.
func (s *Screen) steps(env screen.Env) []kit.Binding {
	top, leaf, even := s.noStep(env)
	return []kit.Binding{
		{Action: doNext, Keys: kit.Named(keyNext, "pgdown"), Shown: keyNext, Weight: 75,
			Label: lang.Text{VI: "tiêu chí sau", EN: "next criterion"},
			Help: lang.Text{VI: "tiêu chí, hoặc mục cùng cấp, tiếp theo",
				EN: "the next criterion, or the next field of the same level"}},
		{Action: doBack, Keys: kit.Named(keyBack, "pgup"), Shown: keyBack, Weight: 74,
			Label: lang.Text{VI: "tiêu chí trước", EN: "previous"},
			Help: lang.Text{VI: "tiêu chí, hoặc mục cùng cấp, trước đó",
				EN: "the previous criterion, or field of the same level"}},
		{Action: doFar, Keys: []string{"space"}, Shown: "Space", Weight: 30, Off: even,
			Label: lang.Text{VI: "lệch xa", EN: "far off"},
			Help:  lang.Text{VI: "đến đơn vị lệch xa tiếp theo", EN: "the next unit that is far off"}},
		{Action: doField, Keys: []string{"home"}, Shown: "Home", Off: top,
			Label: lang.Text{VI: "cả mục", EN: "whole field"},
			Help:  lang.Text{VI: "xem cả mục chứa tiêu chí này", EN: "the field that holds this criterion"}},
		{Action: doParts, Keys: []string{"end"}, Shown: "End", Off: leaf,
			Label: lang.Text{VI: "từng phần", EN: "parts"},
			Help:  lang.Text{VI: "xem tiêu chí đầu tiên trong mục này", EN: "the first criterion of this field"}},
		{Action: doReview, Keys: []string{"backspace"}, Shown: "⌫",
			Label: lang.Text{VI: "về Rà soát", EN: "to review"},
			Help: lang.Text{VI: "mở đơn vị và tiêu chí này ở Rà soát",
				EN: "open this unit and criterion on the review screen"}},
	}
}

// noStep says why there is no field above, no part below, and no unit far off; empty: there is.
func (s *Screen) noStep(env screen.Env) (top, leaf, even lang.Text) {
	n := &env.Snap.Rulebook().Criteria[s.at.Node]
	if n.Parent < 0 {
		top = lang.Text{VI: "đây đã là lĩnh vực lớn nhất", EN: "this is the largest field already"}
	}
	if n.Scored {
		leaf = lang.Text{VI: "tiêu chí này không có phần nhỏ hơn", EN: "this criterion has no parts"}
	}
	if _, ok := s.nextFar(); !ok {
		even = lang.Text{VI: "không đơn vị nào lệch xa ở đây", EN: "no unit is far off here"}
	}
	return top, leaf, even
}

// Do carries out an action.
func (s *Screen) Do(env screen.Env, a kit.Action, key string) screen.Effect {
	if effect, ok := s.editor.Do(env, s.at, a, key); ok {
		return effect
	}
	if s.list.Do(a) {
		s.at.Unit = s.list.Index()
		return screen.Effect{}
	}
	b := env.Snap.Rulebook()
	switch a {
	case doNext:
		s.at.Node = sibling(b, s.at.Node, +1)
	case doBack:
		s.at.Node = sibling(b, s.at.Node, -1)
	case doFar:
		s.at.Unit, _ = s.nextFar()
	case doField:
		s.at.Node = b.Criteria[s.at.Node].Parent
	case doParts:
		s.at.Node++
	case doReview:
		return screen.Effect{Go: screen.Review, At: s.at}
	}
	s.Show(env)
	return screen.Effect{}
}

// sibling is the next criterion, or for a field the next field of the same depth, going round at the ends.
func sibling(b *scoring.Rulebook, node, step int) int {
	n := len(b.Criteria)
	for i := 1; i < n; i++ {
		at := (node + i*step + n*i) % n
		if c := &b.Criteria[at]; c.Scored == b.Criteria[node].Scored &&
			(c.Scored || c.Depth == b.Criteria[node].Depth) {
			return at
		}
	}
	return node
}

// nextFar is the next unit that is far from the others; ok is false if there is none.
func (s *Screen) nextFar() (unit int, ok bool) {
	for i := 1; i <= len(s.all.Units); i++ {
		if at := (s.at.Unit + i) % len(s.all.Units); s.all.Units[at].Far {
			return at, true
		}
	}
	return s.at.Unit, false
}

// Click selects the unit under the mouse.
func (s *Screen) Click(_ screen.Env, _ kit.Rect, x, y int) screen.Effect {
	if s.editor.Editing() {
		return screen.Effect{}
	}
	if s.list.Click(x, y) {
		s.at.Unit = s.list.Index()
	}
	for unit, cell := range s.cells {
		if cell.Has(x, y) && s.list.Select(unit) {
			s.at.Unit = unit
		}
	}
	return screen.Effect{}
}

// Wheel moves the cursor by units.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	if !s.editor.Editing() {
		s.list.Move(rows)
		s.at.Unit = s.list.Index()
	}
}
