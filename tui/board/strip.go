package board

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// How many lines the picture of all units on one line takes at least and at most: a line for each award, the line
// itself, and the names below.
const (
	fewestStrip = 4
	mostStrip   = 9
	mostGoals   = 3
)

// margin is half a name: what is left free at either end of the line.
const margin = 6

// strip draws all units on one line from the least to the most, with the lines of the awards across it and the units'
// names below.
func (s *Screen) strip(env screen.Env, w, h int) []string {
	st, c, t := env.Styles, s.charted(env), env.Snap.Standings(scoring.Agreed)
	n := t.Ranked()
	if n < 2 || h < fewestStrip || w < 40 || n > mostLines {
		return nil
	}
	least, most := t.Measure(n-1), t.Measure(0)
	at := func(m scoring.Measure) int {
		return margin + m.Minus(least).Steps(most.Minus(least), w-1-2*margin)
	}
	lines, marks := s.goals(env, w, c.goals[:min(len(c.goals), mostGoals, h-fewestStrip+2)], at)
	book := env.Snap.Rulebook()
	var names []kit.Mark
	for i := n - 1; i >= 0; i-- {
		x := t.At(i)
		style := st.Of(view.AwardClass(book, x.Award))
		if x.Unit == s.unit {
			style = st.Accent
		}
		marks = append(marks, kit.Mark{At: at(t.Measure(i)), Sign: st.Signs.Unit, Style: style})
		names = append(names, kit.Mark{At: at(t.Measure(i)), Style: style,
			Sign: view.Rank(x) + " " + env.Snap.Units()[x.Unit].Name()})
	}
	axis := kit.NewRow(w)
	st.Signs.Strip(axis, st.Rule, w, marks...)
	lines = append(lines, axis.String())
	for _, l := range kit.Labels(w, h-len(lines), names) {
		lines = append(lines, kit.Spread(w, l))
	}
	return lines
}

// goals are what the awards take, each on a line of its own above the axis at its cell, and their marks on it.
func (s *Screen) goals(
	env screen.Env, w int, goals []view.Goal, at func(scoring.Measure) int,
) (lines []string, marks []kit.Mark) {
	st, book, c := env.Styles, env.Snap.Rulebook(), s.charted(env)
	style := func(g view.Goal) kit.Style { return st.Of(view.AwardClass(book, book.Awards[g.Award].ID)) }
	for i, g := range goals {
		row, used := kit.NewRow(w), 0
		if i == 0 {
			row.Put(st.Title, env.Say("KHOẢNG CÁCH", "DISTANCES"))
			used = w - row.Space()
		}
		said := env.Say("%s từ %s", "%s from %s", book.Awards[g.Award].Short, lang.Both(c.measured(g.Line))) + " " +
			book.Awards[g.Award].Sign
		row.Gap(at(g.Line)-kit.Width(said)+1-used).Put(style(g), said)
		for k := i - 1; k >= 0; k-- { // those above come down to the line
			if x := at(goals[k].Line); x >= w-row.Space() {
				row.End(w-x).Put(style(goals[k]), st.Signs.Line)
			}
		}
		lines = append(lines, row.String())
		marks = append(marks, kit.Mark{At: at(g.Line), Sign: st.Signs.Line, Style: style(g)})
	}
	return lines, marks
}

// narrowestAxis is how many cells the line of one unit takes at least.
const narrowestAxis = 24

// axis draws one unit on the line from the least to the most, with the lines of the awards across it.
func (s *Screen) axis(env screen.Env, row *kit.Row, t scoring.Table, i, w int) {
	st, book, n := env.Styles, env.Snap.Rulebook(), t.Ranked()
	if i >= n || n < 2 {
		row.Gap(w)
		return
	}
	least, most := t.Measure(n-1), t.Measure(0)
	at := func(m scoring.Measure) int { return m.Minus(least).Steps(most.Minus(least), w-1) }
	var marks []kit.Mark
	for _, g := range s.charted(env).goals {
		a := book.Awards[g.Award]
		marks = append(marks, kit.Mark{At: at(g.Line), Sign: a.Sign, Style: st.Of(view.AwardClass(book, a.ID))})
	}
	marks = append(marks, kit.Mark{At: at(t.Measure(i)), Sign: st.Signs.Unit,
		Style: st.Of(view.AwardClass(book, t.At(i).Award))})
	st.Signs.Strip(row, st.Rule, w, marks...)
}

// measured says what the ranking goes by, with as many decimals as the ranking has.
func (c *charts) measured(m scoring.Measure) string {
	said := m.Fixed(c.lang, c.decimals)
	if m.By == scoring.ByShare {
		return said + " %"
	}
	return said
}

// lacks says how far a unit is from the awards that it is not proposed for, the nearest first, as many as fit.
func (s *Screen) lacks(env screen.Env, t scoring.Table, i, w int) string {
	short := func(said string) string { return env.Say("kém %s", "%s short", lang.Both(said)) }
	said := view.PlacesOf(t, env.Lang).Behind(&env.Snap.State, s.charted(env).goals, i,
		func(said string) bool { return kit.Width(short(said)) <= w })
	if said == "" {
		return ""
	}
	return short(said)
}
