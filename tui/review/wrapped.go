package review

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// A title that is longer than its column goes on in a second line, so that none is cut: the tree is a list of lines, of
// which the first of each row has the numbers.

// line is one line of the tree.
type line struct {
	row  int // index of rows
	part int // which line of the row's title, from 0
}

// wrapping is what the lines of the tree depend on beside its rows.
type wrapping struct {
	w      int  // cells that titles have; 0: nothing has been drawn yet
	indent int  // by how many cells a row is moved for its depth, at most
	all    bool // every title is shown whole, and not only the one under the cursor
}

// labels is how many cells the codes and the titles of a rulebook take.
type labels struct {
	of      *scoring.Rulebook
	codes   []int
	titles  []int
	longest int // of both together

	whole wrapping   // for which titles have been broken
	lines [][]string // into these, as far as they were asked for
}

// Cells in front of a title: the pointer and the sign of a field.
const beforeTitle = 3

// labels measures the rulebook: once, for it stays the same from picture to picture.
func (s *Screen) labels(b *scoring.Rulebook) *labels {
	if s.label.of == b {
		return &s.label
	}
	l := labels{of: b}
	for i := range b.Criteria {
		code, title := kit.Width(b.Criteria[i].Code)+1, kit.Width(b.Criteria[i].Label())
		l.codes, l.titles = append(l.codes, code), append(l.titles, title)
		l.longest = max(l.longest, code+title)
	}
	s.label = l
	return &s.label
}

// wrap lists the lines of the rows, and puts the cursor where it belongs.
func (s *Screen) wrap(b *scoring.Rulebook, how wrapping) {
	s.wrapped = how
	cursor := s.cursor()
	s.shown = s.shown[:0]
	for i, r := range s.rows {
		s.shown = append(s.shown, line{row: i})
		if how.w == 0 || r.extra() || !how.all && i != cursor {
			continue
		}
		for part := 1; part < len(s.titleLines(b, r.node)); part++ {
			s.shown = append(s.shown, line{row: i, part: part})
		}
	}
	s.lines.Show(s.shown)
	s.lines.Select(line{row: cursor})
}

// titleLines is a criterion's title in as many lines as it takes; all but the first stand below the first's words.
func (s *Screen) titleLines(b *scoring.Rulebook, node int) []string {
	n, l := &b.Criteria[node], s.labels(b)
	const fewest = 6 // in fewer cells than these nothing can be read
	w := s.wrapped.w - beforeTitle - s.indent(n.Depth) - l.codes[node]
	if l.lines == nil || l.whole != s.wrapped {
		l.whole, l.lines = s.wrapped, make([][]string, len(b.Criteria))
	}
	switch {
	case l.lines[node] != nil:
	case l.titles[node] <= w || w < fewest:
		l.lines[node] = []string{n.Label()}
	default:
		l.lines[node] = kit.Wrap(n.Label(), w, 0)
	}
	return l.lines[node]
}

// indent is by how many cells a row is moved for its depth.
func (s *Screen) indent(depth int) int {
	return min(depth, s.wrapped.indent)
}

// treeGrid is the criterion's title and its numbers. Where titles find no room, the numbers stand closer together:
// tight.
func (s *Screen) treeGrid(env screen.Env, w int) (g kit.Grid, tight bool) {
	const title = 28 // the least beside which there is a number that can be left out
	t := view.Criteria(&env.Snap.State, s.at.Unit, env.Lang)
	c := s.kept.numbers.columns(env, s.at.Unit, t)
	roomy := columns{max: max(c.max, maxWidth), self: max(c.self, selfWidth), agreed: max(c.agreed, agreedWidth),
		points: max(c.points, pointsWidth)}
	rest := w - roomy.max - roomy.self - roomy.agreed - roomy.points - markWidth - 1
	if tight = rest < s.labels(env.Snap.Rulebook()).longest+beforeTitle; !tight {
		c = roomy
	}
	return kit.NewGrid(t, w,
		kit.Col{ID: "title", W: title, Fills: true},
		kit.Col{ID: "max", W: c.max},
		kit.Col{ID: "self", W: c.self},
		kit.Col{ID: "agreed", W: c.agreed},
		kit.Col{ID: "points", W: c.points},
		kit.Col{ID: "mark", Before: 1, W: markWidth}), tight
}

// treeHead is the line of the heads. That of the maximum may begin above the titles, which need none.
func treeHead(env screen.Env, g kit.Grid, w int) *kit.Row {
	row := kit.NewRow(w)
	if !g.Has("max") {
		return g.After("title").HeadIn(row.Gap(g.W("title")), env.Styles)
	}
	row.Right(env.Styles.Title, g.HeadOf("max"), g.W("title")+g.W("max"))
	return g.After("max").HeadIn(row, env.Styles)
}
