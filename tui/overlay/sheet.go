package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/clean"
	"thidua/data/view"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// handing asks for the file of a sheet that comes late.
type handing struct {
	prompt *kit.Prompt
	wrong  lang.Sayer // what was wrong with the file that was named before; nil: nothing
}

// NewSheet asks for the file of the sheet of a unit that has none. wrong is what was found in the one named before, a
// line for each finding; nil at first.
func NewSheet(file string, wrong lang.Sayer) Overlay {
	const longest = 1000
	h := &handing{wrong: wrong, prompt: kit.NewPrompt(lang.Text{VI: "Tệp bản tự chấm", EN: "File of the sheet"},
		lang.Text{VI: "gõ tên tệp", EN: "type the name of a file"}, longest)}
	h.prompt.Set(file)
	return h
}

// ID is Sheet.
func (h *handing) ID() ID { return Sheet }

// Keys read or close.
func (h *handing) Keys(Env) []kit.Binding {
	return []kit.Binding{
		taking(lang.Text{VI: "đọc và ghi", EN: "read and record"},
			lang.Text{VI: "đọc bản tự chấm trong tệp này; không lỗi nào thì ghi ngay",
				EN: "read the sheet in this file; without a finding it is put on record"}),
		closing(),
	}
}

// Do carries out an action.
func (h *handing) Do(_ Env, a kit.Action) Effect {
	if a != doTake {
		return Effect{Close: a == doClose}
	}
	if missing := h.prompt.Missing(); !missing.IsZero() {
		return Effect{Effect: screen.Alarm(missing)}
	}
	return Effect{Close: true, Sheet: clean.Line(h.prompt.Value())}
}

// Type takes what is typed.
func (h *handing) Type(_ Env, msg tea.KeyPressMsg) { h.prompt.Key(msg) }

// Paste takes pasted text.
func (h *handing) Paste(_ Env, text string) { h.prompt.Insert(text) }

// about says which units have no sheet.
func (h *handing) about(env Env) (out []string) {
	for _, u := range env.Live.Units() {
		if !u.HasSheet() {
			out = append(out, env.Say("%s: %s", "%s: %s", u.Name(), view.NoSheet(u)))
		}
	}
	return out
}

// findings are what is wrong with the file, a line each.
func (h *handing) findings(env Env) []string {
	if h.wrong == nil {
		return nil
	}
	return strings.Split(h.wrong.In(env.Lang), "\n")
}

// Draw draws which sheets are missing, the name as it is typed, and what is wrong with the file.
func (h *handing) Draw(env Env, body kit.Rect) screen.View {
	canvas := kit.NewCanvas(body)
	for _, line := range h.about(env) {
		canvas.Text(env.Styles.Text, line, 2)
	}
	canvas.Blank()
	at := h.prompt.Draw(canvas, env.Styles, env.Lang)
	canvas.Blank()
	for _, line := range h.findings(env) {
		canvas.Text(env.Styles.Bad, "✗ "+line, 3)
	}
	v := over(body, canvas.Lines)
	v.Cursor = &screen.Cursor{X: at.X, Y: at.Y}
	return v
}

// Speak says the same.
func (h *handing) Speak(env Env) []string {
	return append(append(h.about(env), h.findings(env)...), h.prompt.Speak(env.Lang))
}
