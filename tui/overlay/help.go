package overlay

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// helping is the help page: what the screen is for, what its keys do, the order of a meeting, and what the marks mean.
// What is typed searches it, with or without diacritics, and what a line says can be done from it.
type helping struct {
	title func() lang.Text // what it is about, where that is no screen; nil: the screen below
	about func() lang.Text
	field kit.Field
	rows  kit.List[helpLine]
	said  []helpEntry // what the lines are of, as last laid out
	w     int         // cells of a line, as last drawn
}

// helpLine is a line of an entry: its first names the key, the others go on with the sentence.
type helpLine struct{ entry, part int }

// NewHelp explains the screen and lists its keys.
func NewHelp() Overlay {
	h := &helping{field: kit.NewField(80), w: widestPage}
	h.rows.Passes = func(l helpLine) bool { return l.part > 0 || h.said[l.entry].head }
	return h
}

// NewHelpOn explains something that is no screen of a meeting, and lists its keys.
func NewHelpOn(title, about func() lang.Text) Overlay {
	h := NewHelp().(*helping)
	h.title, h.about = title, about
	return h
}

// ID is Help.
func (h *helping) ID() ID { return Help }

// Keys choose a line, do what it says, and close.
func (h *helping) Keys(env Env) []kit.Binding {
	h.lay(env)
	take := taking(lang.Text{VI: "làm điều đó", EN: "do it"},
		lang.Text{VI: "làm điều mà dòng này nói", EN: "do what this line says"})
	if e, ok := h.here(); !ok {
		take.Off = lang.Text{VI: "không có dòng nào có từ này", EN: "no line has this word"}
	} else if !e.does {
		take.Off = lang.Text{VI: "dòng này chỉ để đọc; chọn dòng có phím",
			EN: "this line is to be read; choose one with a key"}
	}
	return append([]kit.Binding{take, closing("f1", "?", "ctrl+q")}, moving(&h.rows)...)
}

// here is the entry under the cursor.
func (h *helping) here() (helpEntry, bool) {
	l, ok := h.rows.Here()
	if !ok || l.entry >= len(h.said) {
		return helpEntry{}, false
	}
	return h.said[l.entry], !h.said[l.entry].head
}

// Do carries out an action.
func (h *helping) Do(env Env, a kit.Action) Effect {
	h.lay(env)
	switch a {
	case doClose:
		return Effect{Close: true}
	case doTake:
		e, _ := h.here()
		if !e.off.IsZero() {
			return Effect{Effect: screen.Alarm(e.off)}
		}
		took := e.take
		took.Close = true
		return took
	}
	h.rows.Do(a)
	return Effect{}
}

// Type searches.
func (h *helping) Type(env Env, msg tea.KeyPressMsg) {
	if h.field.Key(msg) {
		h.search(env)
	}
}

// Paste searches for what is pasted.
func (h *helping) Paste(env Env, text string) {
	h.field.Insert(text)
	h.search(env)
}

// search begins again at the best line: the first that can be done.
func (h *helping) search(env Env) {
	h.rows = kit.List[helpLine]{Passes: h.rows.Passes}
	h.lay(env)
}

// lay writes the lines as they are now: keys come and go, also while the page is open.
func (h *helping) lay(env Env) {
	first := h.said == nil || h.rows.Len() == 0
	h.said = found(h.entries(env), h.field.Value())
	var lines []helpLine
	for i, e := range h.said {
		for part := range e.wrapped(env, h.w) {
			lines = append(lines, helpLine{i, part})
		}
	}
	h.rows.Show(lines)
	if !first {
		return
	}
	for i, e := range h.said {
		if e.does {
			h.rows.Select(helpLine{i, 0})
			return
		}
	}
	h.rows.Select(helpLine{})
	h.rows.Move(+1)
}

// Scroll moves the choice.
func (h *helping) Scroll(env Env, by int) {
	h.lay(env)
	h.rows.Move(by)
}

// Draw draws what is being typed, and below it what fits.
func (h *helping) Draw(env Env, body kit.Rect) screen.View {
	st := env.Styles
	h.w = min(body.W, widestPage)
	h.lay(env)
	prompt := env.Say("Tìm trong trợ giúp: ", "Find in the help: ")
	text, at := h.field.View(max(body.W-kit.Width(prompt), 1))
	lines := []string{kit.NewRow(body.W).Put(st.Title, prompt).Put(st.Edit, text).String(),
		st.Rule.Render(kit.Line("─", body.W))}
	w := h.rows.Place(kit.Rect{X: body.X, Y: body.Y + len(lines), W: body.W, H: body.H - len(lines)}, 1)
	if w < h.w { // the marks of a list longer than the screen take their room
		h.w = w
		h.lay(env)
	}
	lines = append(lines, h.rows.Draw(st, func(c *kit.Canvas, l helpLine, here bool) {
		h.said[l.entry].draw(env, c, l.part, h.w, here)
	})...)
	if h.rows.Len() == 0 {
		lines = append(lines, kit.NewRow(body.W).Put(st.Text, env.Say("Không tìm thấy gì.", "Nothing found.")).String())
	}
	v := over(body, lines)
	v.Cursor = &screen.Cursor{X: body.X + kit.Width(prompt) + at, Y: body.Y}
	return v
}

// Speak reads what fits, an entry a line, and last the one that Enter would do.
func (h *helping) Speak(env Env) (said []string) {
	h.lay(env)
	for _, e := range h.said {
		if text := e.spoken(env); text != "" {
			said = append(said, text)
		}
	}
	if e, ok := h.here(); ok && e.does {
		said = append(said, env.Say("đang chọn: %s", "chosen: %s", e.spoken(env)))
	}
	return said
}
