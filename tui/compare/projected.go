package compare

import (
	"strings"

	"thidua/data/table"
	"thidua/data/view"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// roomWidth is from how many cells on the room sees the units with large figures.
const roomWidth = 100

// block is how a unit is drawn for the room: its name, what was agreed and its points as large as there is room for.
type block struct {
	size                 kit.FigureSize
	height               int // lines of a unit
	name, agreed, points int // cells
	t                    table.Table
}

// block lays the units out for the room; ok is false where there is no room for large figures, or something is typed.
func (s *Screen) block(env screen.Env, w, room int) (b block, ok bool) {
	n := len(s.all.Units)
	if !env.Projector || s.editor.Editing() || w < roomWidth {
		return b, false
	}
	for size := kit.FigureBig; size > kit.FigurePlain; size-- {
		b = block{size: size, height: size.Height(), t: s.all.Table(env.Lang)}
		if size == kit.FigureBig {
			b.height++ // air below
		}
		for unit, u := range env.Snap.Units() {
			b.name = max(b.name, kit.Width(u.Name()))
			b.agreed = max(b.agreed, kit.Width(b.drawn("agreed", unit)[0]))
			b.points = max(b.points, kit.Width(b.drawn("points", unit)[0]))
		}
		b.agreed = max(b.agreed, agreedWidth)
		b.points = max(b.points, pointsWidth)
		if n*b.height <= room && b.bar(w) >= shortestBar {
			return b, true
		}
	}
	return b, false
}

// blockGap is how many cells stand between the columns.
const blockGap = 3

// bar is how long a unit's bar is.
func (b block) bar(w int) int {
	return min(w-pointer-b.name-b.agreed-b.points-3*blockGap-farWidth, longestBar)
}

// drawn is a number of a unit, large; what is no number stands as text in the middle.
func (b block) drawn(id string, unit int) []string {
	text := strings.TrimSpace(b.t.At(unit, id).Text)
	if strings.Trim(text, "0123456789.,%− ") == "" {
		return kit.Figures(text, b.size)
	}
	out := make([]string, b.size.Height())
	for y := range out {
		out[y] = kit.Blank(kit.Width(text))
	}
	out[len(out)/2] = text
	return out
}

// head is the line of the heads.
func (b block) head(env screen.Env, w int) string {
	st := env.Styles.Title
	head := func(id string) string { return b.t.HeadText(b.t.Index(id)) }
	row := kit.NewRow(w).Gap(pointer).Left(st, head("unit"), b.name).Gap(blockGap).
		Right(st, head("agreed"), b.agreed).Gap(blockGap).Right(st, head("points"), b.points).Gap(blockGap)
	return row.Left(env.Styles.Text, scale(b.bar(w)), b.bar(w)).String()
}

// blocks is the line of the heads and all units, below what stands above them.
func (s *Screen) blocks(env screen.Env, b block, area kit.Rect, above int) []string {
	h := len(s.all.Units) * b.height
	s.list.Place(kit.Rect{X: area.X, Y: area.Y + above + 1, W: area.W, H: h}, b.height)
	return append([]string{b.head(env, area.W)}, s.list.Draw(env.Styles, func(p *kit.Canvas, unit int, _ bool) {
		p.Add(s.large(env, b, s.all.Units[unit], p.W)...)
	})...)
}

// large is one unit: its name beside its figures, and a bar as thick as they are.
func (s *Screen) large(env screen.Env, b block, r view.Compared, w int) (lines []string) {
	st, u := env.Styles, env.Snap.Units()[r.Unit]
	name, style := st.Strong, st.Of(b.t.At(r.Unit, "agreed").Class)
	if r.Unit == s.at.Unit {
		name = st.Accent
	}
	agreed, points := b.drawn("agreed", r.Unit), b.drawn("points", r.Unit)
	middle := b.size.Height() / 2
	for y := range b.height {
		row := kit.NewRow(w)
		if y >= b.size.Height() {
			lines = append(lines, row.String())
			continue
		}
		text, sign := "", ""
		if y == middle {
			text = strings.ToUpper(u.Name())
			if r.Unit == s.at.Unit {
				sign = "› "
			}
		}
		row.Left(st.Accent, sign, pointer).Left(name, text, b.name).Gap(blockGap)
		if !r.Applies {
			if y == middle {
				row.Put(st.Text, kit.Cut(view.Off(u).In(env.Lang), row.Space()))
			}
			lines = append(lines, row.String())
			continue
		}
		row.Right(style, agreed[y], b.agreed).Gap(blockGap).Right(st.Strong, points[y], b.points).Gap(blockGap)
		if y == 0 && b.size == kit.FigureSmall {
			row.Gap(b.bar(w)) // air between the bars
		} else {
			s.bar(env, row, r, b.bar(w))
		}
		if y == middle && r.Far {
			row.Right(st.Warn, view.FarWord().In(env.Lang), min(farWidth, row.Space()))
		}
		lines = append(lines, row.String())
	}
	return lines
}
