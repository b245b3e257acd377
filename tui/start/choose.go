package start

import (
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// option is something that can be chosen.
type option struct {
	id    string
	label lang.Text
	more  lang.Text // beside it, shorter on narrow screens
	off   lang.Text // why it cannot be chosen; empty: it can
}

// choose asks for one of a list.
type choose struct {
	head    lang.Text
	help    lang.Text
	intro   func(env screen.Env, w int) []string // above the list; nil: nothing
	options []option
	list    kit.List[string]
	take    func(env screen.Env, id string) effect
	label   lang.Text // of Enter; empty: to the next step
	taken   lang.Text // what was chosen; empty: nothing yet
}

// newChoose asks for one of some options.
func newChoose(head, help lang.Text, options []option, take func(screen.Env, string) effect) *choose {
	c := &choose{head: head, help: help, take: take}
	c.set(options)
	return c
}

// set takes what can be chosen.
func (c *choose) set(options []option) {
	c.options = options
	ids := make([]string, len(options))
	for i, o := range options {
		ids[i] = o.id
	}
	c.list.Show(ids)
}

func (c *choose) title() lang.Text { return c.head }
func (c *choose) about() lang.Text { return c.help }

func (c *choose) answer() lang.Text { return c.taken }

func (c *choose) keys() []kit.Binding {
	enter := going()
	if !c.label.IsZero() {
		enter.Label = c.label
	}
	if i := c.list.Index(); i < len(c.options) {
		enter.Off = c.options[i].off
	}
	return append([]kit.Binding{enter, leaving()}, c.list.Keys(50)...)
}

func (c *choose) do(env screen.Env, a kit.Action) effect {
	switch {
	case a == doBack:
		return effect{back: true}
	case c.list.Do(a):
		return effect{}
	}
	if id, ok := c.list.Here(); ok && a == doTake {
		c.taken = c.options[c.index(id)].label
		return c.take(env, id)
	}
	return effect{}
}

func (c *choose) draw(env screen.Env, body kit.Rect) screen.View {
	st := env.Styles
	var lines []string
	if c.intro != nil {
		lines = append(lines, c.intro(env, body.W)...)
	} else if body.H >= roomy {
		lines = append(lines, paragraph(st.Text, env.In(c.help), body.W)...)
		lines = append(lines, kit.Blank(body.W))
	}
	const least = 3 // rows for the list
	lines = lines[:max(min(len(lines), body.H-least), 0)]
	each := 1
	if body.H-len(lines) >= 3*len(c.options) && body.H >= roomy {
		each = 2
	}
	c.list.Place(kit.Rect{X: body.X, Y: body.Y + len(lines), W: body.W, H: max(body.H-len(lines), 1)}, each)
	lines = append(lines, c.list.Draw(st, func(canvas *kit.Canvas, id string, here bool) {
		c.row(env, canvas, c.options[c.index(id)], here)
	})...)
	return whole(body, lines)
}

// roomy is how many rows a body has that says more than it must.
const roomy = 18

// row draws an option: its name, and beside or below it what it is.
func (c *choose) row(env screen.Env, canvas *kit.Canvas, o option, here bool) {
	st := env.Styles
	row, mark := kit.NewRow(canvas.W), "  "
	if here {
		row, mark = kit.NewMarked(canvas.W, st.Cursor), "› "
	}
	style := st.Strong
	if !o.off.IsZero() {
		style = st.Text
	}
	row.Put(st.Accent, mark).Put(style, env.In(o.label))
	more := env.In(o.more)
	if canvas.H > 1 {
		canvas.Add(row.String(), kit.NewRow(canvas.W).Gap(2).Put(st.Text, more).String())
		return
	}
	if more != "" {
		row.Put(st.Text, "  "+more)
	}
	canvas.Add(row.String())
}

func (c *choose) index(id string) int {
	for i, o := range c.options {
		if o.id == id {
			return i
		}
	}
	return 0
}

func (c *choose) click(env screen.Env, x, y int) effect {
	here, _ := c.list.Here()
	if at, ok := c.list.At(x, y); ok && at == here {
		return c.do(env, doTake)
	}
	c.list.Click(x, y)
	return effect{}
}

func (c *choose) wheel(rows int) { c.list.Move(rows) }
