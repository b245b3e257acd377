package view

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Goal is an award with what it takes: what the last unit that is proposed for it has.
type Goal struct {
	Award, Last int // the award, and the place of that unit
	Line        scoring.Measure
}

// Goals are what each award takes as agreed, in the rulebook's order; an award that nobody is proposed for takes
// nothing that could be said.
func Goals(s *scoring.State) (out []Goal) {
	t := s.Standings(scoring.Agreed)
	for i, a := range s.Rulebook().Awards {
		for at := t.Ranked() - 1; at >= 0; at-- {
			if x := t.At(at); x.Award == a.ID {
				out = append(out, Goal{i, at, t.Measure(at)})
				break
			}
		}
	}
	return out
}

// Behind says how far the unit at a place is from the awards that it is not proposed for, the nearest first: «Bằng khen
// 7,50 · Cờ thi đua 16,00», of as many as there are cells for; empty where it is short of none, or cannot get any.
func (p Places) Behind(s *scoring.State, goals []Goal, i int, fits func(said string) bool) string {
	x, book := p.At(i), s.Rulebook()
	if x.Rank == 0 || x.Barred != nil {
		return ""
	}
	var parts []string
	for k := len(goals) - 1; k >= 0; k-- {
		g := goals[k]
		d := g.Line.Minus(p.Measure(i))
		if i <= g.Last || d.IsZero() {
			continue
		}
		more := append(parts, lang.Sayf("%s %s", "%s %s", book.Awards[g.Award].Short,
			lang.Both(p.number(d, p.decimals))).In(p.lang))
		if len(parts) > 0 && !fits(strings.Join(more, " · ")) {
			break
		}
		parts = more
	}
	return strings.Join(parts, " · ")
}
