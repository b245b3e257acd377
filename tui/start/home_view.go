package start

import (
	"strings"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// draw draws the list, and what is under the cursor in full: beside it where there is room, else below.
func (h *home) draw(env screen.Env, body kit.Rect) screen.View {
	const wide, gap = 100, 3
	var parts []kit.Placed
	if head := h.banner(env, body); len(head) > 0 {
		parts = append(parts, kit.Placed{Rect: kit.Rect{X: body.X, Y: body.Y, W: body.W, H: len(head)}, Lines: head})
		body.Y, body.H = body.Y+len(head), body.H-len(head)
	}
	area, beside := body, body
	if body.W >= wide {
		area.W = body.W * 11 / 20
		beside.X, beside.W = body.X+area.W+gap, body.W-area.W-gap
	} else {
		const rows = 3
		area.H = max(body.H-rows, 3)
		beside.Y, beside.H = body.Y+area.H, body.H-area.H
	}
	each := 1
	if area.H >= 2*h.list.Len() {
		each = 2
	}
	h.list.Place(area, each)
	lines := h.list.Draw(env.Styles, func(c *kit.Canvas, id string, here bool) { h.row(env, c, id, here) })
	parts = append(parts, kit.Placed{Rect: area, Lines: kit.Fill(lines, area.W, area.H)})
	if beside.Shown() {
		lines := kit.Fill(h.details(env, beside, body.W >= wide), beside.W, beside.H)
		parts = append(parts, kit.Placed{Rect: beside, Lines: lines})
	}
	return screen.View{Parts: parts}
}

// banner is the program's name in large letters, where the list leaves room for it.
func (h *home) banner(env screen.Env, body kit.Rect) (lines []string) {
	large := h.large()
	if body.H < h.list.Len()+len(large)+2 {
		return nil
	}
	lines = append(lines, kit.Blank(body.W))
	for _, line := range large {
		lines = append(lines, kit.NewRow(body.W).Gap(2).Put(env.Styles.Accent, line).String())
	}
	return append(lines, kit.Blank(body.W))
}

// large is the program's name in large letters.
func (h *home) large() []string {
	lines, _ := kit.Banner("THI ĐUA", 1)
	return lines
}

// headOf is the head of a group.
func headOf(id string) lang.Text {
	switch strings.TrimPrefix(id, headID) {
	case "recent":
		return lang.Text{VI: "ĐÃ MỞ Ở MÁY NÀY", EN: "OPEN HERE BEFORE"}
	case "begin":
		return lang.Text{VI: "BẮT ĐẦU", EN: "BEGIN"}
	case "others":
		return lang.Text{VI: "VIỆC KHÁC", EN: "MORE"}
	}
	return lang.Text{} // between two groups
}

// row draws a line of the list.
func (h *home) row(env screen.Env, c *kit.Canvas, id string, here bool) {
	st := env.Styles
	if strings.HasPrefix(id, headID) {
		if c.H > 1 {
			c.Blank()
		}
		c.Add(kit.NewRow(c.W).Put(st.Title, env.In(headOf(id))).String())
		return
	}
	row, mark := kit.NewRow(c.W), "  "
	if here {
		row, mark = kit.NewMarked(c.W, st.Cursor), "› "
	}
	row.Put(st.Accent, mark)
	if t, ok := h.task(id); ok {
		c.Add(row.Put(st.Strong, env.In(t.label)).String())
		if c.H > 1 {
			c.Add(kit.NewRow(c.W).Gap(4).Put(st.Text, env.In(t.more)).String())
		}
		return
	}
	r := h.find(strings.TrimPrefix(id, recentID))
	if r == nil {
		return
	}
	said, style := r.state(st)
	state := env.In(said)
	if c.H > 1 {
		c.Add(row.Put(st.Strong, r.name()).String(), kit.NewRow(c.W).Gap(4).Put(style, state).String())
		return
	}
	const between = 2
	name := max(row.Space()-kit.Width(state)-between, min(kit.Width(r.name()), row.Space()/2))
	row.Left(st.Strong, r.name(), name).Gap(between).Put(style, state)
	c.Add(row.String())
}

// details say in full what is under the cursor.
func (h *home) details(env screen.Env, area kit.Rect, beside bool) []string {
	st := env.Styles
	c := kit.NewCanvas(kit.Rect{W: area.W, H: area.H})
	name, said := "", []string(nil)
	if r := h.here(); r != nil {
		name, said = r.name(), r.tell(env, h.opts.Now())
	} else if t, ok := h.chosen(); ok {
		name, said = env.In(t.label), []string{env.In(t.more)}
	}
	if beside {
		c.Blank()
		c.Text(st.Title, name, 2)
	} else {
		c.Rule(st)
		said = []string{strings.Join(said, " · ")}
	}
	for _, line := range said {
		c.Text(st.Text, line, 0)
	}
	return c.Lines
}
