package roll

import (
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
	here, _ := s.here(env)
	side := []kit.Binding{all[0], all[1]}
	side[0].Action, side[0].Keys, side[0].Shown, side[0].Weight = doLineDown, []string{"right"}, "→", 0
	side[1].Action, side[1].Keys, side[1].Shown = doLineUp, []string{"left"}, "←"
	all[0].Keys = append(all[0].Keys, "enter")
	all[0].Off, all[1].Off = lang.Text{}, lang.Text{}
	all[0].Help = lang.Text{VI: "đơn vị sau", EN: "the next unit"}
	all[1].Help = lang.Text{VI: "đơn vị trước", EN: "the unit before"}
	if here.unit == len(env.Snap.Units())-1 {
		all[0].Off = lang.Text{VI: "đây là đơn vị cuối", EN: "this is the last unit"}
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
		if here, _ := s.here(env); here.person != "" {
			s.list.Select(line{unit: here.unit})
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

// next goes to the unit that stands so many after the one under the cursor, if there is one.
func (s *Screen) next(env screen.Env, by int) {
	here, _ := s.here(env)
	if to := here.unit + by; to >= 0 && to < len(env.Snap.Units()) {
		s.list.Select(line{unit: to})
	}
}
