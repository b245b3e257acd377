package roll

import (
	"slices"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The roll is called unit by unit: the arrows up and down go by units, those to the sides through a unit's people.

const (
	doLineDown kit.Action = "line-down"
	doLineUp   kit.Action = "line-up"
)

// moves are the keys that move the cursor.
func (s *Screen) moves(env screen.Env) []kit.Binding {
	all := s.list.Keys(40)
	here := s.here()
	side := []kit.Binding{all[0], all[1]}
	side[0].Action, side[0].Keys, side[0].Shown, side[0].Weight = doLineDown, []string{"right"}, "→", 0
	side[1].Action, side[1].Keys, side[1].Shown = doLineUp, []string{"left"}, "←"
	all[0].Keys = append(all[0].Keys, "enter")
	all[0].Off, all[1].Off = lang.Text{}, lang.Text{}
	all[0].Help = lang.Text{VI: "đơn vị sau", EN: "the next unit"}
	all[1].Help = lang.Text{VI: "đơn vị trước", EN: "the unit before"}
	if here.of == tellers {
		all[0].Off = lang.Text{VI: "đây là mục cuối", EN: "nothing is called after this"}
	}
	if here == (line{}) {
		all[1].Off = lang.Text{VI: "đây là đơn vị đầu", EN: "this is the first unit"}
	}
	return append(all, side...)
}

// move carries out one of them; false for any other action.
func (s *Screen) move(env screen.Env, a kit.Action) bool {
	switch a {
	case kit.ListDown:
		s.next(env, +1)
	case kit.ListUp:
		if here := s.here(); here.person != "" {
			s.list.Select(here.head())
			break
		}
		s.next(env, -1)
	case doLineDown:
		s.list.Move(+1)
	case doLineUp:
		s.list.Move(-1)
	default:
		return false
	}
	return true
}

// next goes to the unit that stands so many after the one under the cursor, if there is one; after the last unit come
// the guests, then the tellers.
func (s *Screen) next(env screen.Env, by int) {
	heads := []line{}
	for i := range env.Snap.Units() {
		heads = append(heads, line{unit: i})
	}
	heads = append(heads, line{unit: -1, of: guests}, line{unit: -1, of: tellers})
	if to := slices.Index(heads, s.here().head()) + by; to >= 0 && to < len(heads) {
		s.list.Select(heads[to])
	}
}

// head is the line above those of the people to whom a line belongs.
func (l line) head() line {
	if l.unit >= 0 {
		return line{unit: l.unit}
	}
	return line{unit: -1, of: l.of}
}
