package edit

import (
	"fmt"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Height is how many lines the panel wants.
func (d *Editor) Height(env screen.Env) int {
	falls := len(d.e.falls(&env.Snap.State))
	if d.e.kind == Percent || d.e.kind.textOnly() {
		return 4 + falls
	}
	return 5 + falls
}

// Title says what is being edited. It may only be called while Editing.
func (d *Editor) Title(env screen.Env) string {
	title := d.e.kind.Name().In(env.Lang) + " · " + env.Snap.Units()[d.e.at.Unit].Name()
	if d.e.kind != Sanction {
		n := &env.Snap.Rulebook().Criteria[d.e.at.Node]
		title += " · " + n.Code + " " + n.Label()
	}
	return title
}

// Panel draws the field being typed in, with what would follow. It may only be called while Editing.
func (d *Editor) Panel(env screen.Env, area kit.Rect) ([]string, *screen.Cursor) {
	st, b, u := env.Styles, env.Snap.Rulebook(), env.Snap.Units()[d.e.at.Unit]
	e, p := d.e, kit.NewCanvas(area)
	cursor := e.fields(env, area, p)
	switch e.kind {
	case Bonus, Penalty:
		room := u.Room(e.kind == Bonus, e.at.Node)
		p.Text(st.Accent, env.Say("tối đa %s điểm (theo %s)", "at most %s points (%s)", room.Points, bound(b, room)), 1)
	case Sanction:
		c := b.Clause(b.SanctionClause)
		p.Text(st.Dim, c.ID+": "+c.Text.In(env.Lang), 1)
	}
	for _, said := range e.falls(&env.Snap.State) { // before what may be cut
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
	st := env.Styles
	y := area.Y + len(p.Lines)
	row := kit.NewRow(area.W)
	cursor := &screen.Cursor{X: area.X, Y: y}
	switch e.kind {
	case Note, Leave, Reject:
	case Sanction:
		e.choices(env, row)
	default:
		number, unit := "["+kit.Right(e.number.In(env.Lang), 7)+"]", " %"
		switch e.kind {
		case Bonus:
			unit = env.Say(" điểm thưởng", " bonus")
		case Penalty:
			unit = env.Say(" điểm trừ", " penalty")
		}
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
	o, ok := e.preview(&env.Snap.State)
	switch {
	case e.text.Sent():
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case e.kind == Note:
		p.Text(st.Dim,
			env.Say("%[1]s để ghi; để trống rồi %[1]s để bỏ ghi chú",
				"%[1]s records it; empty and %[1]s takes the note away", kit.KeyTake), 1)
	case e.kind == Leave:
		p.Text(st.Dim, env.Say("tính 0 điểm, và không còn cản việc chốt; ghi lý do rồi %s",
			"it counts 0 points and no longer stands in the way of closing; give the reason, then %s", kit.KeyTake), 1)
	case e.kind == Reject:
		p.Text(st.Dim, env.Say("đề nghị được trả lời là không duyệt; ghi lý do rồi %s",
			"the request is answered: it is not granted; give the reason, then %s", kit.KeyTake), 1)
	case !ok:
		p.Text(st.Dim, env.Say("gõ số, %s để ghi, %s để bỏ", "type a number, %s to record, %s to leave",
			kit.KeyTake, kit.KeyLeave), 1)
	case o.err != nil:
		env.Refuse(p, o.err)
	default:
		e.follows(env, p, o)
	}
}

func (e *Edit) follows(env screen.Env, p *kit.Canvas, o outcome) {
	st := env.Styles
	change, award := "", ""
	if o.points != o.before {
		change = " (" + view.Signed(env.Lang, o.points-o.before) + ")"
	}
	if o.award != scoring.AwardNone {
		award = " · " + env.Snap.Rulebook().AwardName(o.award).In(env.Lang)
	}
	if e.kind != Sanction {
		p.Text(st.Strong,
			env.Say("→ %s điểm%s · tổng %s",
				"→ %s points%s · total %s", view.Points(env.Lang, o.points), change,
				view.PlacesOf(o.after, env.Lang).Whole(o.unit)), 1)
	}
	p.Text(st.Accent, env.Say("→ hạng %d %s%s", "→ rank %d %s%s", o.rank, view.Moved(o.rose), award), 1)
	if o.above != "" {
		p.Text(st.Dim,
			env.Say("còn thiếu %s điểm để vượt %s", "%s points short of passing %s",
				view.Points(env.Lang, o.gap), o.above), 1)
	}
}

// Inline draws the percent being typed in the cell where it will stand; ok is false while no percent is being typed
// there.
func (d *Editor) Inline(env screen.Env, at screen.Place, row *kit.Row, width int) (points scoring.Points, ok bool) {
	if d.e == nil || d.e.kind != Percent || d.e.at != at {
		return 0, false
	}
	points = env.Snap.Units()[at.Unit].Points(scoring.Agreed, at.Node)
	if o, ok := d.e.preview(&env.Snap.State); ok && o.err == nil {
		points = o.points
	}
	row.Gap(1).Force(env.Styles.Edit, "["+kit.Right(d.e.number.In(env.Lang), width-3)+"]")
	return points, true
}
