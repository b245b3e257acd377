package review

import (
	"thidua/data/table"
	"thidua/data/view"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Widths of the tree's number columns.
const (
	maxWidth    = 6
	selfWidth   = 6
	agreedWidth = 8
	pointsWidth = 9
	markWidth   = 1

	treeRoomy = 60 // from this width on, rows are indented by their depth
)

// treeGrid is the criterion's title and its numbers.
func treeGrid(t table.Table, w int) kit.Grid {
	return kit.NewGrid(t, w,
		kit.Col{ID: "title", W: 8, Fills: true},
		kit.Col{ID: "max", W: maxWidth},
		kit.Col{ID: "self", W: selfWidth},
		kit.Col{ID: "agreed", W: agreedWidth},
		kit.Col{ID: "points", W: pointsWidth},
		kit.Col{ID: "mark", Before: 1, W: markWidth})
}

// tree is the head of the columns and the rows in sight, at most w cells wide.
func (s *Screen) tree(env screen.Env, area kit.Rect, w int) []string {
	st := env.Styles
	below := kit.Rect{X: area.X, Y: area.Y + 1, W: area.W, H: area.H - 1}
	w = min(s.lines.Place(below, 1), w)
	g := treeGrid(view.Criteria(&env.Snap.State, s.at.Unit, env.Lang), w)
	head := kit.NewRow(w).Gap(g.W("title"))
	lines := []string{g.After("title").HeadIn(head, st).String() + kit.Blank(area.W-w)}
	return append(lines, s.lines.Draw(st, func(c *kit.Canvas, i int, here bool) {
		line := ""
		switch r := s.rows[i]; {
		case r.grant != nil:
			line = s.grantRow(env, r, w)
		case r.note != "":
			line = kit.NewRow(w).Gap(3).Put(st.Accent, "✎ ").Left(st.Dim, r.note, w-7).String()
		default:
			line = s.nodeRow(env, g, r.node, here, w)
		}
		c.Add(line + kit.Blank(c.W-w))
	})...)
}

// nodeRow is one criterion or field. What is being typed stands in the place of the agreed percent, and what it would
// be worth in the place of the points.
func (s *Screen) nodeRow(env screen.Env, g kit.Grid, at int, here bool, w int) string {
	st, u := env.Styles, env.Snap.Units()[s.at.Unit]
	row := kit.NewRow(w)
	pointer := " "
	if here {
		row, pointer = kit.NewMarked(w, st.Cursor), "›"
	}
	if !u.Applies(at) {
		s.title(env, row, pointer, at, g.W("title"))
		return row.Put(st.Dim, "  "+view.Off(u).In(env.Lang)).String()
	}
	place, typed := screen.Place{Unit: s.at.Unit, Node: at}, ""
	return g.RowIn(row, st, at, func(id string, row *kit.Row, w int) bool {
		switch id {
		case "title":
			s.title(env, row, pointer, at, w)
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

// title is a criterion's title below the fields that it belongs to, in so many cells with the pointer.
func (s *Screen) title(env screen.Env, row *kit.Row, pointer string, at, w int) {
	st, n := env.Styles, &env.Snap.Rulebook().Criteria[at]
	style, fold := st.Text, "  "
	if !n.Scored {
		style, fold = st.Title, "▾ "
		if s.folded[at] {
			fold = "▸ "
		}
	}
	indent := min(n.Depth, max((row.Width()-treeRoomy)/4, 0))
	row.Put(st.Accent, pointer).Gap(indent).Put(st.Dim, fold)
	row.Left(style, n.Code+" "+n.Label(), w-indent-kit.Width(pointer+fold))
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
	return kit.NewRow(w).Gap(3).Put(style, sign+" ").Left(st.Dim, what, w-5-pointsWidth-2).Right(style,
		view.Signed(env.Lang, points), pointsWidth).String()
}
