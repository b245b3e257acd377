package review

import (
	"thidua/data/view"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// treeRoomy is from how many cells on rows are indented by their depth, where all titles find room.
const treeRoomy = 60

// tree is the head of the columns and the rows in sight, at most w cells wide.
func (s *Screen) tree(env screen.Env, area kit.Rect, w int) []string {
	const tall = 8 // from so many lines on every title is shown whole
	st, b := env.Styles, env.Snap.Rulebook()
	below := kit.Rect{X: area.X, Y: area.Y + 1, W: area.W, H: area.H - 1}
	w = min(area.W-gap, w) // the same whether the marks are needed or not
	g, tight := s.kept.grid.grid(gridOf{lookOf(env), s.at.Unit, w}, func() (kit.Grid, bool) {
		return s.treeGrid(env, w)
	})
	how := wrapping{w: g.W("title"), all: below.H >= tall}
	if !tight {
		how.indent = max((w-treeRoomy)/4, 0)
	}
	if how != s.wrapped || !how.all {
		s.wrap(b, how)
	}
	s.lines.Place(below, 1)
	here, _ := s.lines.Here()
	lines := []string{treeHead(env, g, w).String() + kit.Blank(area.W-w)}
	wide := columns{g.W("max"), g.W("self"), g.W("agreed"), g.W("points")}
	all := rowsOf{lookOf(env), b, s.wrapped, wide, s.at.Unit, w, len(s.rows), tight}
	return append(lines, s.lines.Draw(st, func(c *kit.Canvas, l line, _ bool) {
		r, on := s.rows[l.row], l.row == here.row
		draw := func() string { return s.lineOf(env, g, l, on, w) + kit.Blank(c.W-w) }
		if on && s.editor.Editing() { // it changes with every key
			c.Add(draw())
			return
		}
		c.Add(s.kept.rows.row(env, all, rowOf{l, r.node, on, s.folded[r.node]}, r, draw))
	})...)
}

// lineOf is a line of the tree.
func (s *Screen) lineOf(env screen.Env, g kit.Grid, l line, here bool, w int) string {
	switch r := s.rows[l.row]; {
	case r.grant != nil:
		return s.grantRow(env, r, w)
	case r.note != "":
		return kit.NewRow(w).Gap(3).Put(env.Styles.Accent, "✎ ").Left(env.Styles.Text, r.note, w-7).String()
	}
	return s.nodeRow(env, g, l, here, w)
}

// nodeRow is a line of a criterion or field: the first has the numbers. What is being typed stands in the place of the
// agreed percent, and what it would be worth in the place of the points.
func (s *Screen) nodeRow(env screen.Env, g kit.Grid, l line, here bool, w int) string {
	st, u, at := env.Styles, env.Snap.Units()[s.at.Unit], s.rows[l.row].node
	row := kit.NewRow(w)
	if here {
		row = kit.NewMarked(w, st.Cursor)
	}
	if l.part > 0 {
		s.title(env, row, l, here, g.W("title"))
		return row.String()
	}
	if !u.Applies(at) {
		s.title(env, row, l, here, g.W("title"))
		return row.Put(st.Text, "  "+view.Off(u).In(env.Lang)).String()
	}
	place, typed := screen.Place{Unit: s.at.Unit, Node: at}, ""
	return g.RowIn(row, st, at, func(id string, row *kit.Row, w int) bool {
		switch id {
		case "title":
			s.title(env, row, l, here, w)
			return true
		case "agreed":
			points, typing := s.editor.Inline(env, place, row, w)
			if typing {
				typed = view.Points(env.Lang, points)
			}
			return typing
		case "points":
			if typed != "" {
				row.Right(st.Text, typed, w)
			}
			return typed != ""
		}
		return false
	}).String()
}

// title is a line of a criterion's title below the fields that it belongs to, in so many cells with the pointer.
func (s *Screen) title(env screen.Env, row *kit.Row, l line, here bool, w int) {
	st, b, at := env.Styles, env.Snap.Rulebook(), s.rows[l.row].node
	n, style, fold, pointer := &b.Criteria[at], st.Text, "  ", " "
	if !n.Scored {
		style, fold = st.Title, "▾ "
		if s.folded[at] {
			fold = "▸ "
		}
	}
	if here {
		pointer = "›"
	}
	text, indent := n.Label(), s.indent(n.Depth)
	if s.wrapped.all || here {
		text = s.titleLines(b, at)[l.part]
	}
	if rest := w - indent - beforeTitle; l.part > 0 {
		code := s.labels(b).codes[at]
		row.Gap(indent+beforeTitle+code).Left(style, text, rest-code)
	} else {
		row.Put(st.Accent, pointer).Gap(indent).Put(st.Dim, fold).Left(style, n.Code+" "+text, rest)
	}
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
	if r.grant.Appraised {
		what = env.Say("thẩm định: %s", "appraised: %s", what)
	}
	return kit.NewRow(w).Gap(3).Put(style, sign+" ").Left(st.Text, what, w-5-pointsWidth-2).Right(style,
		view.Signed(env.Lang, points), pointsWidth).String()
}
