package review

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Widths of the tree's number columns.
const (
	maxWidth    = 6
	selfWidth   = 6
	agreedWidth = 8
	pointsWidth = 9
	numbers     = maxWidth + selfWidth + agreedWidth + pointsWidth + 2

	treeRoomy = 60 // from this width on, rows are indented by their depth
)

// tree is the head of the columns and the rows in sight, at most w cells wide.
func (s *Screen) tree(env screen.Env, area kit.Rect, w int) []string {
	st := env.Styles
	below := kit.Rect{X: area.X, Y: area.Y + 1, W: area.W, H: area.H - 1}
	w = min(s.lines.Place(below, 1), w)
	head := kit.NewRow(w).End(numbers).
		Right(st.Title, env.Say("tối đa", "max"), maxWidth).Right(st.Title, env.Say("tự %", "self"), selfWidth).
		Right(st.Title, env.Say("cụm %", "agreed"), agreedWidth).Right(st.Title, env.Say("điểm", "points"), pointsWidth)
	lines := []string{head.String() + kit.Blank(area.W-w)}
	return append(lines, s.lines.Draw(st, func(c *kit.Canvas, i int, here bool) {
		line := ""
		switch r := s.rows[i]; {
		case r.grant != nil:
			line = s.grantRow(env, r, w)
		case r.note != "":
			line = kit.NewRow(w).Gap(3).Put(st.Accent, "✎ ").Left(st.Dim, r.note, w-7).String()
		default:
			line = s.nodeRow(env, r.node, here, w)
		}
		c.Add(line + kit.Blank(c.W-w))
	})...)
}

// nodeRow is one criterion or field.
func (s *Screen) nodeRow(env screen.Env, at int, here bool, w int) string {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[s.at.Unit]
	n := &b.Criteria[at]
	row := kit.NewRow(w)
	pointer, title, fold := " ", st.Text, "  "
	if here {
		row, pointer = kit.NewMarked(w, st.Cursor), "›"
	}
	if !n.Scored {
		title, fold = st.Title, "▾ "
		if s.folded[at] {
			fold = "▸ "
		}
	}
	indent := min(n.Depth, max((w-treeRoomy)/4, 0))
	row.Put(st.Accent, pointer).Gap(indent).Put(st.Dim, fold)
	row.Left(title, n.Code+" "+n.Label(), w-numbers-3-indent)
	if !u.Applies(at) {
		return row.Put(st.Dim, env.Say("  không áp dụng", "  does not apply")).String()
	}
	row.Right(st.Dim, lang.Decimal(env.Lang, int64(u.Max(at)), 6, 0, 2), maxWidth)
	if !n.Scored {
		row.Gap(selfWidth+agreedWidth).Right(st.Strong, view.Points(env.Lang, u.Points(scoring.Agreed, at)),
			pointsWidth)
	} else {
		s.percents(env, row, u, at)
	}
	if m := markOf(b, u, at); m != noMark {
		row.Gap(1).Put(markStyle(st, m), marks()[m].sign)
	}
	return row.String()
}

// percents are the self-scored and agreed percent and the points of a scored criterion; what is being typed stands in
// the place of the agreed percent.
func (s *Screen) percents(env screen.Env, row *kit.Row, u *scoring.Unit, at int) {
	st := env.Styles
	self, scored := u.Percent(scoring.Self, at)
	agreed, settled := u.Percent(scoring.Agreed, at)
	row.Right(st.Dim, view.Percent(env.Lang, self, scored), selfWidth)
	points, typing := s.editor.Inline(env, screen.Place{Unit: s.at.Unit, Node: at}, row, agreedWidth)
	if !typing {
		style := st.Text
		if agreed != self || settled != scored {
			style = st.Warn
		}
		row.Right(style, view.Percent(env.Lang, agreed, settled), agreedWidth)
		points = u.Points(scoring.Agreed, at)
	}
	row.Right(st.Text, view.Points(env.Lang, points), pointsWidth)
}

// grantRow is a bonus or penalty that stands.
func (s *Screen) grantRow(env screen.Env, r row, w int) string {
	st, n := env.Styles, env.Snap.Rulebook().Criteria[r.grant.Target]
	points, style, sign := r.grant.Points, st.Good, "+"
	what := env.Say("thưởng tại %s: %s", "bonus at %s: %s", n.Code, r.grant.Reason)
	if r.penalty {
		points, style, sign = -points, st.Bad, "−"
		what = env.Say("trừ tại %s: %s", "penalty at %s: %s", n.Code, r.grant.Reason)
	}
	return kit.NewRow(w).Gap(3).Put(style, sign+" ").Left(st.Dim, what, w-5-pointsWidth-2).Right(style,
		view.Signed(env.Lang, points), pointsWidth).String()
}
