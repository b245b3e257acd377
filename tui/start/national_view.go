package start

import (
	"strings"

	"thidua/data/meeting"
	"thidua/data/overview"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// mostLines is how many lines a meeting takes at most: what it is called and how far it is, who leads, what is open,
// the last decision, and a blank one.
const mostLines = 5

// draw draws as many lines for each meeting as there is room for; where that is one, what is under the cursor stands
// below in full.
func (n *national) draw(env screen.Env, body kit.Rect) screen.View {
	st := env.Styles
	head := kit.NewRow(body.W)
	cursor := n.head(env, head)
	area := kit.Rect{X: body.X, Y: body.Y + 1, W: body.W, H: body.H - 1}
	each := max(min(area.H/max(n.list.Len(), 1), mostLines), 1)
	var below []string
	if each == 1 {
		below = n.below(env, body.W)
		area.H = max(area.H-len(below), 1)
	}
	n.list.Place(area, each)
	lines := n.list.Draw(st, func(c *kit.Canvas, path string, here bool) {
		if m := n.by[path]; m != nil {
			n.block(env, c, m, here)
		}
	})
	if n.list.Len() == 0 {
		lines = paragraph(st.Text, env.Say("  Không có cuộc họp nào.", "  There is no meeting."), body.W)
	}
	lines = append([]string{head.String()}, kit.Fill(lines, area.W, area.H)...)
	v := whole(body, append(lines, below...))
	v.Cursor = &screen.Cursor{X: body.X + cursor, Y: body.Y}
	return v
}

// head is the search, and how many there are; the result is where the cursor belongs.
func (n *national) head(env screen.Env, row *kit.Row) (cursor int) {
	st := env.Styles
	searching := min(row.Width()/3, 30)
	row.Put(st.Strong, env.Say("Tìm: ", "Search: "))
	cursor = row.Width() - row.Space()
	text, at := n.search.View(searching)
	row.Put(st.Edit, "["+text+"]").Gap(2)
	said, style := env.In(n.count()), st.Text
	if n.lost != nil {
		said, style = env.Say("✗ %s", "✗ %s", meeting.Say(n.lost)), st.Bad
	}
	row.Put(style, kit.Cut(said, row.Space()))
	return cursor + 1 + at
}

// below says of the meeting under the cursor what its line has no room for.
func (n *national) below(env screen.Env, w int) []string {
	path, _ := n.list.Here()
	m := n.by[path]
	if m == nil {
		return nil
	}
	c := kit.NewCanvas(kit.Rect{W: w, H: mostLines - 1})
	c.Rule(env.Styles)
	n.more(env, c, m, w, 0)
	for c.Room() > 0 {
		c.Blank()
	}
	return c.Lines
}

// block is a meeting in as many lines as the canvas has.
func (n *national) block(env screen.Env, c *kit.Canvas, m *overview.Meeting, here bool) {
	st := env.Styles
	row, mark := kit.NewRow(c.W), "  "
	if here {
		row, mark = kit.NewMarked(c.W, st.Cursor), "› "
	}
	row.Put(st.Accent, mark)
	style := st.Text
	switch {
	case m.Err != nil:
		style = st.Bad
	case m.Closed:
		style = st.Good
	}
	n.line(env, row, c, m, style)
	c.Add(row.String())
	if c.H > 1 {
		n.more(env, c, m, c.W, 4)
	}
}

// line is the first line of a meeting: what it is called, how it stands, how far it is, and as far as no line of its
// own has it what is open.
func (n *national) line(env screen.Env, row *kit.Row, c *kit.Canvas, m *overview.Meeting, style kit.Style) {
	st := env.Styles
	const state, narrow, wide, figures = 16, 8, 30, 5
	const roomyRow = 100
	bar := narrow
	switch {
	case c.H > 2:
		bar = max(min(row.Space()/4, wide), narrow)
	case c.W < roomyRow:
		bar = 0
	}
	open := env.In(m.Short())
	if open != "" {
		open = "! " + open
	}
	least := 0 // cells for what is open where no line of its own has it
	if c.H <= 2 {
		least = 26
	}
	name := max(min(row.Space()-state-bar-figures-3-least, 44), 20)
	row.Left(st.Strong, m.Called(env.Lang), name).Gap(1).Left(style, env.In(m.State()), state).Gap(1)
	if m.Read {
		row.Put(st.Good, kit.Line("█", bar*m.Progress()/100)).
			Put(st.Dim, kit.Line("░", bar-bar*m.Progress()/100)).
			Gap(min(bar, 1)).Left(st.Text, env.In(figuresOf(m)), figures)
	}
	switch {
	case c.H == 1 && row.Space()-kit.Width(open) > 12: // who leads, as far as there is room
		row.Left(st.Gold, env.In(leads(m)), row.Space()-kit.Width(open)-1).Gap(1).Put(st.Warn, open)
	case c.H <= 2:
		row.Put(st.Warn, open)
	case row.Space() > kit.Width(m.Name):
		row.End(kit.Width(m.Name)).Put(st.Dim, m.Name)
	}
}

// more is what there is to say of a meeting below its first line.
func (n *national) more(env screen.Env, c *kit.Canvas, m *overview.Meeting, w, indent int) {
	st := env.Styles
	if !m.Read && m.Err == nil {
		return
	}
	if m.Err != nil {
		c.Add(kit.NewRow(w).Gap(indent).Put(st.Bad, screen.Said(m.Err).In(env.Lang)).String())
		return
	}
	lead, open, last := env.In(leads(m)), env.In(m.Open()), env.In(n.last(m))
	sign, style := "! ", st.Warn
	if open == "" && m.Read {
		sign, style, open = "✓ ", st.Good,
			env.Say("không còn bằng điểm hay khen thưởng chưa quyết", "no tie and no award is open")
	}
	switch c.Room() {
	case 1:
		c.Add(kit.NewRow(w).Gap(indent).Put(st.Gold, lead).Put(st.Text, "   "+last).String())
	case 2:
		c.Add(kit.NewRow(w).Gap(indent).Put(st.Gold, lead).Put(style, "   "+sign+open).String(),
			kit.NewRow(w).Gap(indent).Put(st.Text, last).String())
	default:
		c.Add(kit.NewRow(w).Gap(indent).Put(st.Gold, lead).String(),
			kit.NewRow(w).Gap(indent).Put(style, sign+open).String(),
			kit.NewRow(w).Gap(indent).Put(st.Text, last).String())
	}
}

// figuresOf is how many sheets are agreed, of how many.
func figuresOf(m *overview.Meeting) lang.Text {
	return lang.Sayf("%d/%d", "%d/%d", m.Accepted, m.Sheets)
}

// progress says the same in words.
func (n *national) progress(m *overview.Meeting) lang.Text {
	return lang.Sayf("đã thống nhất %d/%d bản chấm", "%d of %d sheets agreed", m.Accepted, m.Sheets)
}

// leads says who is in first place, and by how much.
func leads(m *overview.Meeting) lang.Text {
	switch len(m.Leaders) {
	case 0:
		return lang.Text{}
	case 1:
		return lang.Sayf("1. %s %s", "1. %s %s", lang.Both(m.Leaders[0]), m.Figure)
	}
	return lang.Sayf("1. bằng điểm: %s %s", "1. level: %s %s", lang.Both(strings.Join(m.Leaders, ", ")), m.Figure)
}

// last is the last decision, and when it was made.
func (n *national) last(m *overview.Meeting) lang.Text {
	if !m.Read {
		return lang.Text{}
	}
	at := m.At // in the meeting's own time
	return lang.Sayf("%s · số %d: %s", "%s · no. %d: %s",
		lang.Text{VI: at.Format("15:04 02/01"), EN: at.Format("15:04 01-02")}, m.Seq, m.Last)
}
