package ceremony

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// card is an award with those who get it, or an officer: alone in the middle, between two rules.
func (s *Screen) card(env screen.Env, p *kit.Canvas, step scoring.Step) {
	st, b := env.Styles, env.Snap.Rulebook()
	style, title, sign := st.Good, "", "★"
	if step.Kind == scoring.RevealAward {
		a, _ := b.Award(step.Award)
		style, title, sign = awardStyle(env, step.Award), b.AwardName(step.Award).In(env.Lang), a.Sign
	} else {
		title = env.Say("%s năm học %s", "%s of %s", env.OfficeName(step.Office),
			strings.ReplaceAll(b.Years.Next(env.Snap.Year()), "-", "–"))
	}
	large := len(step.Units) == 1 && p.W >= midWidth
	each := 1
	if p.H >= 5*len(step.Units)+10 {
		each = 2 // air between the names
	}
	lines := 6 + each*len(step.Units)
	if large {
		lines += 2 + kit.FigureSmall.Height()
	}
	banner := s.banner(env, p, step, lines)
	lines += len(banner)
	for range max((p.H-lines)/2, 0) {
		p.Blank()
	}
	long := 64
	for _, line := range banner {
		long = max(long, kit.Width(line))
	}
	rule := kit.Line("━", min(p.W-4, long))
	p.Centred(style, rule)
	p.Blank()
	p.Centred(style, sign+"  "+strings.ToUpper(title)+"  "+sign)
	p.Blank()
	for _, line := range banner {
		p.Centred(style, line)
	}
	for _, unit := range step.Units {
		if banner != nil {
			break // the only one
		}
		p.Centred(style, s.named(env, p.W, unit, step, large))
		if each == 2 {
			p.Blank()
		}
	}
	if large {
		s.proof(env, p, step)
	}
	p.Centred(style, rule)
}

// banner is the name of the only unit of a card in letters for the back row, as large as there is room for; nil where
// there is none, or for a name that has no such letters.
func (s *Screen) banner(env screen.Env, p *kit.Canvas, step scoring.Step, others int) []string {
	const largest = 3
	if len(step.Units) != 1 {
		return nil
	}
	for scale := largest; scale > 0; scale-- {
		lines, ok := kit.Banner(env.Snap.Units()[step.Units[0]].Name(), scale)
		if ok && kit.Width(lines[0]) <= p.W-4 && others+len(lines) <= p.H {
			return append(lines, "")
		}
	}
	return nil
}

// named is a unit's name, spaced out for the room, with its total where several stand under one another.
func (s *Screen) named(env screen.Env, w, unit int, step scoring.Step, large bool) string {
	const nameCells, totalCells = 34, 12
	name := strings.ToUpper(env.Snap.Units()[unit].Name())
	if wide := kit.Spaced(name); kit.Width(wide) <= min(nameCells, w-totalCells) {
		name = wide
	}
	if large || step.Kind == scoring.RevealOfficer {
		return name
	}
	t := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	return kit.Left(name, nameCells) + kit.Right(t.Measured(t.Place(unit)), totalCells)
}

// proof is what an award or an office rests on: the total in large figures, or the count.
func (s *Screen) proof(env screen.Env, p *kit.Canvas, step scoring.Step) {
	st := env.Styles
	if step.Kind == scoring.RevealOfficer {
		race, _ := env.Snap.Race(step.Office)
		if n := len(race.Rounds); n > 0 {
			p.Centred(st.Text, race.Rounds[n-1].Sum.In(env.Lang))
			p.Blank()
		}
		return
	}
	t := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	for _, line := range kit.Figures(t.Measured(t.Place(step.Units[0])), kit.FigureSmall) {
		p.Centred(awardStyle(env, step.Award), line)
	}
	if basis := t.Basis(step.Units[0]); !basis.IsZero() {
		p.Centred(st.Text, basis.In(env.Lang))
	}
	p.Blank()
}
