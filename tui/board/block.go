package board

import (
	"strconv"
	"strings"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// block is one unit: as many lines as the plan gives it, its words and pictures beside its figures.
func (s *Screen) block(env screen.Env, p plan, t scoring.Table, unit, w int) []string {
	st, i := env.Styles, t.Place(unit)
	rank, total := kit.Figures(s.rank(p, t, unit), p.size), kit.Figures(p.number(t, i), p.size)
	moved, awarded := p.t.At(i, "moved"), st.Of(p.t.At(i, "sign").Class)
	if s.field >= 0 {
		moved = table.Cell{} // that is in the ranking
	}
	middle, name := len(total)/2, p.named(env, t, unit)
	var columns [][]string
	if p.fields > 0 {
		columns = s.charted(env).columns(st, env.Snap.Units()[unit], len(total))
	}
	var lines []string
	for y := range p.height {
		row := kit.NewRow(w)
		if unit == s.unit && y < len(total) && !env.Projector {
			row = kit.NewMarked(w, st.Cursor)
		}
		row.Right(awarded, line(rank, y), p.rank).Gap(1)
		switch y {
		case middle:
			row.Left(st.Of(moved.Class), moved.Text, p.move).Left(st.Strong, line(name, y), p.name)
		case middle + 1:
			row.Gap(p.move).Left(st.Strong, nonEmpty(line(name, y), s.justWords(env, unit)), p.name)
		default:
			row.Gap(p.move).Left(st.Strong, line(name, y), p.name)
		}
		row.Gap(2).Right(awarded, line(total, y), p.total)
		s.wordsOn(env, p, row, t, i, y-middle)
		if p.fields > 0 {
			s.putFields(row.Gap(pictureGap), st, s.charted(env), columns, y)
		}
		if p.lines > 0 {
			p.ranks.Put(row.Gap(pictureGap), i*p.height+y, st.Dim, st.Accent)
		}
		lines = append(lines, row.String())
	}
	return lines
}

// line is a line of something drawn; empty below its end.
func line(of []string, y int) string {
	if y < 0 || y >= len(of) {
		return ""
	}
	return of[y]
}

func nonEmpty(a, b string) string {
	if strings.TrimSpace(a) != "" {
		return a
	}
	return b
}

// named is a unit's name beside its figures: on their middle line, or as large as they are and on one base line with
// them.
func (p *plan) named(env screen.Env, t scoring.Table, unit int) []string {
	name := env.Snap.Units()[unit].Name()
	h := p.size.Height()
	if !p.banners {
		out := make([]string, h)
		out[h/2] = strings.ToUpper(name)
		return out
	}
	drawn, _ := kit.Banner(name, 1)
	for len(drawn) < h+1 {
		drawn = append([]string{""}, drawn...)
	}
	return drawn[len(drawn)-h-1:]
}

// rank is a unit's place: in the ranking, or in the field that the board is sorted by.
func (s *Screen) rank(p plan, t scoring.Table, unit int) string {
	if s.field >= 0 && unit < len(s.inFieldRank) {
		return strconv.Itoa(s.inFieldRank[unit])
	}
	return p.t.At(t.Place(unit), "rank").Text
}

// wordsOn writes what stands beside a unit's figures on a line, counted from their middle: in the middle the gap and
// the award, above what the total is made of, below what the unit lacks for another award.
func (s *Screen) wordsOn(env screen.Env, p plan, row *kit.Row, t scoring.Table, i, y int) {
	st, cut := env.Styles, kit.Width(p.t.At(i, "outcome").Text) > p.words.W("outcome")
	award, detail := s.outcome(p, i)
	indent := min(p.words.W("gap")+2, p.beside)
	switch {
	case y == 0:
		p.words.RowIn(row, st, i, func(id string, row *kit.Row, w int) bool {
			switch {
			case id == "gap" && s.field >= 0:
				row.Right(st.Text, env.Say("chung %s", "overall %s", p.t.At(i, "rank").Text), w)
			case id == "outcome" && cut && p.height > 1:
				row.Left(st.Of(p.t.At(i, id).Class), award, w)
			default:
				return false
			}
			return true
		})
		row.Gap(max(p.beside-p.words.Width(), 0))
	case y == -1 && p.beside > 0:
		said := s.parts(p, i)
		if cut {
			said = detail
		}
		row.Gap(indent).Left(st.Text, said, p.beside-indent)
	case y == 1 && p.beside > 0:
		row.Gap(signWidth).Left(st.Text, s.lacks(env, t, i, p.beside-signWidth), p.beside-signWidth)
	case y == 2 && p.strip == 0 && p.beside >= narrowestAxis && p.fields > 0:
		s.axis(env, row.Gap(1), t, i, p.beside-1)
	default:
		row.Gap(p.beside)
	}
}

// outcome is a unit's award, and what else stands with it where that takes more than its column.
func (s *Screen) outcome(p plan, i int) (award, rest string) {
	text := p.t.At(i, "outcome").Text
	if award, rest, ok := strings.Cut(text, " · "); ok {
		return award, rest
	}
	if lines := kit.Wrap(text, p.words.W("outcome"), 2); len(lines) == 2 {
		return lines[1], lines[0] // read from above
	}
	return text, ""
}

// parts is what a total is made of, where no columns say it.
func (s *Screen) parts(p plan, i int) string {
	if p.words.Has("criteria_part") || p.t.At(i, "bonus_part").Text+p.t.At(i, "penalty_part").Text == "" {
		return ""
	}
	said := p.t.At(i, "criteria_part").Text
	for _, id := range []string{"bonus_part", "penalty_part"} {
		if more := p.t.At(i, id).Text; more != "" {
			said += " " + more
		}
	}
	return said
}

// justWords says how a unit has moved by the last decision.
func (s *Screen) justWords(env screen.Env, unit int) string {
	switch n := s.justMoved(unit); {
	case n > 0:
		return env.Say("↑%d vừa rồi", "↑%d just now", n)
	case n < 0:
		return env.Say("↓%d vừa rồi", "↓%d just now", -n)
	}
	return ""
}
