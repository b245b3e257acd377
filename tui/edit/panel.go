package edit

import (
	"fmt"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Height is how many lines the panel wants.
func (d *Editor) Height(env screen.Env) int {
	falls := len(d.e.ahead(&env.Snap.State))
	if d.e.chooses() {
		return 4 + len(d.e.levels) + falls
	}
	if d.e.kind == Percent || d.e.kind.textOnly() {
		return 4 + falls
	}
	if d.e.kind == Sanction {
		return 7 + falls // the clause takes up to three lines
	}
	return 5 + falls
}

// Title says what is being edited. It may only be called while Editing.
func (d *Editor) Title(env screen.Env) string {
	title := d.e.name().In(env.Lang) + " · " + env.Snap.Units()[d.e.at.Unit].Name()
	if d.e.kind != Sanction {
		n := &env.Snap.Rulebook().Criteria[d.e.at.Node]
		title += " · " + n.Code + " " + n.Label()
	}
	return title
}

// Panel draws the field being typed in, with what would follow. It may only be called while Editing.
func (d *Editor) Panel(env screen.Env, area kit.Rect) ([]string, *screen.Cursor) {
	st, b := env.Styles, env.Snap.Rulebook()
	e, p := d.e, kit.NewCanvas(area)
	cursor := e.fields(env, area, p)
	switch e.kind {
	case Bonus, Penalty:
		p.Text(st.Accent, e.atMost(env), 1)
	case Sanction:
		c := b.Clause(b.SanctionClause)
		p.Text(st.Text, c.ID+": "+c.Text.In(env.Lang), max(min(area.H-4-len(e.falls(&env.Snap.State)), 3), 1))
	}
	for _, said := range e.ahead(&env.Snap.State) { // before what may be cut
		p.Text(st.Warn, "! "+said.In(env.Lang), 1)
	}
	e.consequence(env, p)
	return p.Lines, cursor
}

// Sheet draws the panel below a rule and its title, for screens that show nothing else of the place being edited.
func (d *Editor) Sheet(env screen.Env, area kit.Rect) ([]string, *screen.Cursor) {
	p := kit.NewCanvas(area)
	p.Rule(env.Styles)
	p.Text(env.Styles.Strong, d.Title(env), 1)
	area.Y += len(p.Lines)
	area.H -= len(p.Lines)
	lines, cursor := d.Panel(env, area)
	return append(p.Lines, lines...), cursor
}

// fields draws what is typed: the number or choice, and the reason behind it or on the next line.
func (e *Edit) fields(env screen.Env, area kit.Rect, p *kit.Canvas) *screen.Cursor {
	st, cursor := env.Styles, &screen.Cursor{X: area.X, Y: area.Y + len(p.Lines)}
	if e.chooses() {
		cursor.Y = area.Y + e.drawLevels(env, p)
	}
	y := area.Y + len(p.Lines)
	row := kit.NewRow(area.W)
	switch {
	case e.kind.textOnly(), e.chooses():
	case e.kind == Sanction:
		e.choices(env, row)
	default:
		number, unit := "["+kit.Right(e.typed(env.Lang), 7)+"]", e.unit(env)
		row.Put(active(st, !e.inText), number).Put(st.Text, unit).Gap(2)
		cursor.X = area.X + kit.Width(number) - 1
	}
	if e.kind == Sanction || row.Space() < e.text.LabelWidth(env.Lang)+20 { // the reason needs a line of its own
		p.Add(row.String())
		row = kit.NewRow(area.W)
		y++
	}
	x := e.text.Put(row, st, env.Lang, e.inText, 0)
	p.Add(row.String())
	if e.inText {
		return &screen.Cursor{X: area.X + x, Y: y}
	}
	return cursor
}

// choices draws the sanctions with the one chosen.
func (e *Edit) choices(env screen.Env, row *kit.Row) {
	st := env.Styles
	for i, s := range []scoring.Sanction{scoring.NoSanction, scoring.Downgraded, scoring.Excluded} {
		style, mark := st.Dim, "  "
		if s == e.choice {
			style, mark = active(st, !e.inText), "▸ "
		}
		row.Put(style, fmt.Sprintf("%s%d %s ", mark, i, s.Name().In(env.Lang))).Gap(1)
	}
}

func active(st kit.Styles, on bool) kit.Style {
	if on {
		return st.Edit
	}
	return st.Dim
}

// atMost says what a bonus or penalty may be, and what sets that limit.
func (e *Edit) atMost(env screen.Env) string {
	room := env.Snap.Units()[e.at.Unit].Room(e.kind == Bonus, e.place())
	if e.appraised {
		return env.Say("khi thẩm định tối đa %s điểm (theo %s)", "at the appraised stage at most %s points (%s)",
			room.Points, bound(env.Snap.Rulebook(), room))
	}
	return env.Say("tối đa %s điểm (theo %s)", "at most %s points (%s)", room.Points, bound(env.Snap.Rulebook(), room))
}

// bound names what sets the limit of a bonus or penalty.
func bound(b *scoring.Rulebook, r scoring.Room) lang.Text {
	if r.At < 0 {
		return lang.Sayf("tổng cho một đơn vị, %s", "the total for one unit, %s", r.Clause)
	}
	return lang.Sayf("mục %s, %s", "%s, %s", b.Criteria[r.At].Code, r.Clause)
}

// consequence says what would follow if the edit were recorded.
func (e *Edit) consequence(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	said := e.consequences(env)
	for i, line := range said.lines {
		switch {
		case said.refused != nil:
			env.Refuse(p, said.refused)
		case e.text.Sent():
			p.Text(st.Warn, line, 1)
		case said.figures && i == said.rank:
			p.Text(st.Accent, line, 1)
		case !said.figures || i > said.rank:
			p.Text(st.Text, line, 1)
		default:
			p.Text(st.Strong, line, 1)
		}
	}
}

// Inline draws the percent being typed in the cell where it will stand; ok is false while no percent is being typed
// there. Cell is where the cursor belongs then.
func (d *Editor) Inline(env screen.Env, at screen.Place, row *kit.Row, width int) (points scoring.Points, ok bool) {
	if d.e == nil || d.e.kind != Percent || d.e.at != at {
		return 0, false
	}
	points = env.Snap.Units()[at.Unit].Points(scoring.Agreed, at.Node)
	if o, ok := d.e.preview(&env.Snap.State); ok && o.err == nil {
		points = o.points
	}
	const closest = 7 // cells that a percent with its decimals takes between its signs
	if width > closest {
		row.Gap(1)
		width--
	}
	row.Force(env.Styles.Edit, "["+kit.Right(kit.Cut(d.e.typed(env.Lang), width-2), width-2)+"]")
	d.cell = row.Width() - row.Space() - 1
	return points, true
}

// Cell is how many cells of its row are before the cursor in the number that was drawn Inline last.
func (d *Editor) Cell() int { return d.cell }
