package board

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// View draws the board: as large as the terminal allows for all units at once, and pictures in the room that is left.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	t := env.Snap.Standings(scoring.Agreed)
	foot := s.foot(env, body.W)
	var cursor *screen.Cursor
	if s.form != nil {
		h := min(s.form.Height(), body.H-3)
		foot, cursor = s.form.Draw(env, kit.Rect{X: body.X, Y: body.Y + body.H - h, W: body.W, H: h})
		foot = kit.Fill(foot, body.W, h)
	}
	top, foot := s.spare(env, t, body.H, foot)
	p, w := s.place(env, t, body, top, body.H-top-len(foot))
	if p.lines > 0 {
		p.ranks = env.Styles.Signs.RankLines(s.charted(env).orders, p.height, p.lines, s.unit)
	}
	lines := []string{s.head(env, p, w) + kit.Blank(body.W-w)}[:top]
	lines = append(lines, s.list.Draw(env.Styles, func(c *kit.Canvas, unit int, _ bool) {
		c.Add(s.block(env, p, t, unit, c.W)...)
	})...)
	if p.strip > 0 {
		strip := s.strip(env, body.W, min(p.strip, body.H-len(lines)-len(foot)))
		lines = append(kit.Fill(lines, body.W, body.H-len(foot)-len(strip)), strip...)
	}
	lines = append(kit.Fill(lines, body.W, body.H-len(foot)), foot...)
	return screen.View{Parts: []kit.Placed{{Rect: body, Lines: kit.Fill(lines, body.W, body.H)}}, Cursor: cursor}
}

// spare is how many rows the head takes, and what stands below the list: for the room large figures go before both.
func (s *Screen) spare(env screen.Env, t scoring.Table, h int, foot []string) (top int, kept []string) {
	large := t.Len() * kit.FigureSmall.Height()
	if env.Projector && s.form == nil && h-1-len(foot) < large && h >= large {
		return min(h-large, 1), nil
	}
	return 1, foot
}

// place gives the list its part of the body, of which the marks may take some cells.
func (s *Screen) place(env screen.Env, t scoring.Table, body kit.Rect, top, rows int) (p plan, w int) {
	p = s.plan(env, t, body.W, rows)
	area := kit.Rect{X: body.X, Y: body.Y + top, W: body.W, H: rows}
	if w = s.list.Place(area, p.height); w < body.W {
		p = s.plan(env, t, w, rows)
		s.list.Place(area, p.height)
	}
	return p, w
}

// number is what the board shows of a place: what it is ranked by, or what one field gives the unit.
func (p *plan) number(t scoring.Table, i int) string {
	if p.field.Len > 0 {
		return p.field.At(t.At(i).Unit, "points").Text
	}
	return p.t.At(i, "measure").Text
}

// head is the heads of the columns.
func (s *Screen) head(env screen.Env, p plan, w int) string {
	st := env.Styles.Title
	head := func(id string) string { return p.t.HeadText(p.t.Index(id)) }
	number := head("measure")
	if s.field >= 0 {
		n := &env.Snap.Rulebook().Criteria[s.field]
		number = n.Code + " " + n.Label()
	}
	rank := max(p.rank, 4)
	row := kit.NewRow(w).Right(st, head("rank"), rank).Gap(1+p.move-(rank-p.rank)).
		Left(st, head("unit"), p.name).Gap(2).Right(st, number, p.total)
	p.words.HeadIn(row, env.Styles)
	row.Gap(p.beside - p.words.Width())
	if p.fields > 0 {
		from := "≥" + view.Percent(env.Lang, s.charted(env).floor, true) + " %"
		said := env.Say("lĩnh vực %s", "fields %s", lang.Both(from))
		if kit.Width(said) > p.fields {
			said = from
		}
		row.Gap(pictureGap).Left(st, said, p.fields)
	}
	if p.lines > 0 {
		row.Gap(pictureGap).Left(st, env.Say("thứ hạng trong cuộc họp", "places over the meeting"), p.lines)
	}
	return row.String()
}
