package overlay

import (
	"strings"

	"thidua/data/outputs"
	"thidua/tui/files"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Draw draws the list, what is lacking, and below it the folder, or how far the writing is, or what came of it.
func (p *Papers) Draw(env Env, body kit.Rect) screen.View {
	if p.reading != nil {
		return p.reading.draw(env, body)
	}
	st, all := env.Styles, p.look(env)
	foot := kit.NewCanvas(kit.Rect{X: body.X, Y: body.Y, W: body.W, H: max(body.H/2-1, 2)})
	at := p.foot(env, foot, all)
	c := kit.NewCanvas(body)
	c.Add(kit.NewRow(c.W).Put(st.Title, env.Say("VĂN BẢN VÀ SỐ LIỆU", "PAPERS AND FIGURES")).
		Put(st.Text, " · "+p.about(env, all)).String())
	c.Rule(st)
	area := c.Rest(len(foot.Lines))
	area.H = min(area.H, len(all))
	p.list.Place(area, 1)
	c.Add(p.list.Draw(st, func(c *kit.Canvas, name string, here bool) { p.line(env, c, all, name, here) })...)
	top := len(c.Lines)
	c.Add(foot.Lines...)
	v := over(body, c.Lines)
	if p.prompt != nil {
		v.Cursor = &screen.Cursor{X: at.X, Y: body.Y + top + at.Y - foot.Y}
	}
	return v
}

// about says how much is to be written.
func (p *Papers) about(env Env, all []outputs.Output) string {
	if n := len(p.chosen); n > 0 {
		return env.Say("chọn %d trên %d tệp", "%d of %d chosen", n, len(all))
	}
	return env.Say("%d tệp, xuất tất cả", "%d files, all are exported", len(all))
}

// line draws a file: whether it is chosen, its name, what it is, and what it lacks.
func (p *Papers) line(env Env, c *kit.Canvas, all []outputs.Output, name string, here bool) {
	const file = 20 // cells
	st, row, pointer := env.Styles, kit.NewRow(c.W), "  "
	if here {
		row, pointer = kit.NewMarked(c.W, st.Cursor), "› "
	}
	mark := "[ ] "
	if p.chosen[name] {
		mark = "[✓] "
	}
	for _, o := range all {
		if o.Name != name {
			continue
		}
		said, ready := files.State(o)
		style, sign := st.Warn, "! "
		if ready {
			style, sign = st.Good, "✓ "
		}
		row.Put(st.Key, pointer+mark).Left(st.Strong, name, file).
			Left(st.Text, o.Title.In(env.Lang), min(34, max(c.W-file-34, 10))).Put(style, "  "+sign+said.In(env.Lang))
	}
	c.Add(row.String())
}

// foot is what stands below the list; the result is where the cursor of the folder belongs.
func (p *Papers) foot(env Env, c *kit.Canvas, all []outputs.Output) (at kit.Cursor) {
	st := env.Styles
	c.Blank()
	switch {
	case p.writing != nil:
		c.Add(kit.NewRow(c.W).Put(st.Accent, p.bar()).Put(st.Text, " "+p.progress(env)).String())
	case p.prompt != nil:
		c.Text(st.Text, env.Say("Ghi %d tệp vào thư mục này; tệp cùng tên được thay, không tệp nào được mở ra.",
			"%d files go into this folder; those of the same name are replaced, nothing is opened.",
			len(p.names(all))), 2)
		at = p.prompt.Draw(c, st, env.Lang)
	case p.outcome != nil:
		style := st.Good
		if p.failed {
			style = st.Bad
		}
		for line := range strings.SplitSeq(p.outcome.In(env.Lang), "\n") {
			c.Text(style, line, 4)
		}
	}
	for _, line := range p.missing(env) {
		c.Text(st.Text, line, 2)
	}
	return at
}

// missing says what keeps the file under the cursor from being ready, and which key mends it.
func (p *Papers) missing(env Env) (out []string) {
	o := p.here(env)
	if o.Draft {
		out = append(out, env.Say("! %s là dự thảo đến khi chốt cuộc họp (%s)",
			"! %s is a draft until the meeting is closed (%s)", o.Name, screen.Ceremony.Key()))
	}
	for _, l := range o.Lacks {
		out = append(out, "! "+l.What.In(env.Lang)+" ("+screen.Fills(l).Key()+")")
	}
	return out
}

// bar is how far the writing is, drawn.
func (p *Papers) bar() string {
	const cells = 24
	done := cells * p.writing.Done / max(p.writing.All, 1)
	return kit.Line("█", done) + kit.Line("░", cells-done)
}

// progress says how far the writing is.
func (p *Papers) progress(env Env) string {
	w := p.writing
	return strings.TrimSpace(env.Say("%d/%d %s", "%d/%d %s", w.Done, w.All, w.Name))
}

// Speak says the file under the cursor, or what is asked, or what came of it.
func (p *Papers) Speak(env Env) []string {
	all := p.look(env)
	switch {
	case p.reading != nil:
		return p.reading.speak(env)
	case p.writing != nil:
		return []string{env.Say("đang ghi %d tệp", "writing %d files", p.writing.All)}
	case p.prompt != nil:
		return []string{env.Say("ghi %d tệp", "%d files are written", len(p.names(all))), p.prompt.Speak(env.Lang)}
	}
	var said []string
	if p.outcome != nil {
		said = strings.Split(p.outcome.In(env.Lang), "\n")
	}
	o := p.here(env)
	is, _ := files.State(o)
	chosen := ""
	if p.chosen[o.Name] {
		chosen = env.Say(", đã chọn", ", chosen")
	}
	said = append(said, p.about(env, all), env.Say("%s: %s, %s, %s%s", "%s: %s, %s, %s%s", p.list.Spoken(), o.Name,
		o.Title, is, chosen))
	return append(said, p.missing(env)...)
}
