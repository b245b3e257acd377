package kit

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
)

// Prompt asks for a line of text, such as a reason: a label and a field with its limit. Enter takes what was typed, Esc
// leaves it; what has been taken stays as it is until it is known what came of it.
type Prompt struct {
	label   lang.Text
	missing lang.Text // what is said where it is taken with nothing in it; zero: it may be empty
	field   Field
	sent    bool
}

// What the keys of a prompt do.
const (
	PromptTake  Action = "prompt-take"
	PromptLeave Action = "prompt-leave"
)

// The keys of a prompt, which sentences name as well.
const (
	KeyTake  = "Enter"
	KeyLeave = "Esc"
)

// NewPrompt opens a prompt for at most so many characters. What it is for stands in the label; missing is what to say
// when it is taken empty, zero if it may be.
func NewPrompt(label, missing lang.Text, limit int) *Prompt {
	return &Prompt{label: label, missing: missing, field: NewField(limit)}
}

// Keys are those of a prompt whose text goes on record; help says what Enter does.
func (p *Prompt) Keys(help lang.Text) []Binding {
	take := Binding{Action: PromptTake, Keys: Named(KeyTake), Shown: KeyTake, Weight: 90,
		Label: lang.Text{VI: "ghi", EN: "record"}, Help: help}
	if p.sent {
		take.Off = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	}
	return []Binding{take, {Action: PromptLeave, Keys: Named(KeyLeave), Shown: KeyLeave, Weight: 85,
		Label: lang.Text{VI: "bỏ", EN: "cancel"},
		Help:  lang.Text{VI: "bỏ, không ghi gì", EN: "leave it; nothing is recorded"}}}
}

// Missing is what to say where nothing has been typed that has to be; zero otherwise.
func (p *Prompt) Missing() lang.Text {
	if p.Value() == "" {
		return p.missing
	}
	return lang.Text{}
}

// Take is what has been typed; where nothing has, missing is what to say.
func (p *Prompt) Take() (text string, missing lang.Text) {
	if missing = p.Missing(); missing.IsZero() {
		p.sent = true
	}
	return p.Value(), missing
}

// Recorded tells the prompt what came of what was taken. It reports whether the prompt has had its day: nothing was
// taken, or it was refused, it can be typed on.
func (p *Prompt) Recorded(err error) (done bool) {
	done = p.sent && err == nil
	p.sent = false
	return done
}

// Sent reports whether what was typed has been taken and it is not known yet what came of it.
func (p *Prompt) Sent() bool { return p.sent }

// Key hands the field a key; false if it has no use for it.
func (p *Prompt) Key(msg tea.KeyPressMsg) bool { return !p.sent && p.field.Key(msg) }

// Insert puts pasted text where the cursor is.
func (p *Prompt) Insert(text string) {
	if !p.sent {
		p.field.Insert(text)
	}
}

// Set replaces what has been typed.
func (p *Prompt) Set(text string) { p.field.Set(text) }

// LabelWidth is how many cells the label takes in a row.
func (p *Prompt) LabelWidth(l lang.Lang) int { return Width(p.label.In(l)) + 2 }

// Value is what has been typed so far.
func (p *Prompt) Value() string { return p.field.Value() }

// Speak says the label and what has been typed, for those who listen.
func (p *Prompt) Speak(l lang.Lang) string {
	if p.Value() == "" {
		return lang.Sayf("%s: chưa gõ gì", "%s: nothing typed", p.label).In(l)
	}
	return p.label.In(l) + ": " + p.Value()
}

// Put writes the prompt into a row, with marks where some of the text is out of sight; the result is how many cells
// from the left edge the cursor is. keep cells are left free at the end. A prompt that is not active, because another
// field is, shows where it would be typed.
func (p *Prompt) Put(row *Row, st Styles, l lang.Lang, active bool, keep int) (cursor int) {
	style := st.Text
	if active {
		style = st.Edit
	}
	row.Put(st.Strong, p.label.In(l)+": ")
	const brackets = 2
	left := row.used + 1
	w := max(row.Space()-keep-brackets, 1)
	text, at := p.field.View(w)
	from, to := "[", "]"
	before, after := p.field.Hidden(w)
	if before {
		from = "‹"
	}
	if after {
		to = "›"
	}
	row.Put(style, from+text+to)
	return left + at
}

// Draw adds the prompt to a canvas as a line of its own; the result is the cell in which the cursor belongs.
func (p *Prompt) Draw(c *Canvas, st Styles, l lang.Lang) Cursor {
	row := NewRow(c.W)
	x := p.Put(row, st, l, true, 0)
	c.Add(row.String())
	return Cursor{X: c.X + x, Y: c.Y + len(c.Lines) - 1}
}
