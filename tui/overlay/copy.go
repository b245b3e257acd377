package overlay

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/clean"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// copying asks where a copy of all that is on record is to be saved.
type copying struct {
	prompt *kit.Prompt
	lost   error // why nothing more can be recorded where the meeting is, nil if it can
}

// NewCopy asks for the file, and offers one.
func NewCopy(offered string, lost error) Overlay {
	const longest = 1000
	c := &copying{lost: lost, prompt: kit.NewPrompt(lang.Text{VI: "Lưu vào tệp", EN: "Save to the file"},
		lang.Text{VI: "gõ tên tệp", EN: "type the name of a file"}, longest)}
	c.prompt.Set(offered)
	return c
}

// ID is Copy.
func (c *copying) ID() ID { return Copy }

// Keys save or close.
func (c *copying) Keys(Env) []kit.Binding {
	return []kit.Binding{
		taking(lang.Text{VI: "lưu", EN: "save"},
			lang.Text{VI: "lưu một bản đầy đủ vào tệp này; tệp đã có không bị ghi đè",
				EN: "save a whole copy in this file; one that exists is not overwritten"}),
		closing(),
	}
}

// Do carries out an action.
func (c *copying) Do(_ Env, a kit.Action) Effect {
	if a != doTake {
		return Effect{Close: a == doClose}
	}
	if missing := c.prompt.Missing(); !missing.IsZero() {
		return Effect{Effect: screen.Alarm(missing)}
	}
	return Effect{Close: true, Copy: clean.Line(c.prompt.Value())}
}

// Type takes what is typed.
func (c *copying) Type(_ Env, msg tea.KeyPressMsg) { c.prompt.Key(msg) }

// Paste takes pasted text.
func (c *copying) Paste(_ Env, text string) { c.prompt.Insert(text) }

// lines say what is saved, and why it should be.
func (c *copying) lines(env Env) []string {
	out := []string{env.Say("Bản sao có đủ %d quyết định, cùng mã kiểm chứng; cuộc họp vẫn ở tệp cũ.",
		"The copy has all %d decisions and the same fingerprint; the meeting stays where it is.", env.Live.Seq())}
	if c.lost != nil {
		out = append(out, env.Say("Tệp đang mở không ghi thêm được: lưu sang ổ khác, rồi thoát và mở bản sao.",
			"Nothing more can be recorded in the open file: save on another disk, then leave and open the copy."))
	}
	return out
}

// Draw draws what it is about, and the name as it is typed.
func (c *copying) Draw(env Env, body kit.Rect) screen.View {
	canvas := kit.NewCanvas(body)
	for _, line := range c.lines(env) {
		canvas.Add(kit.NewRow(body.W).Put(env.Styles.Text, line).String())
	}
	canvas.Add("")
	at := c.prompt.Draw(canvas, env.Styles, env.Lang)
	v := over(body, canvas.Lines)
	v.Cursor = &screen.Cursor{X: at.X, Y: at.Y}
	return v
}

// Speak says what it is about, and the name as it stands.
func (c *copying) Speak(env Env) []string { return append(c.lines(env), c.prompt.Speak(env.Lang)) }
