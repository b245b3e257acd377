package kit

import (
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"thidua/data/clean"
)

// Field is a line of text being typed: the library's input, with what Vietnamese typing needs on top. What is in it is
// always clean and composed (NFC): a mark that arrives alone joins its letter, a pasted page becomes one line, and
// backspace takes a whole character however it is made up.
type Field struct {
	input textinput.Model
	limit int

	// Some input methods send an invisible character before they rewrite a word, and a backspace for it. How many of
	// those were dropped right before the cursor: as many backspaces are theirs.
	unseen int
}

// NewField makes an empty field that takes so many characters.
func NewField(limit int) Field {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	in.Focus()
	return Field{input: in, limit: limit}
}

// Key hands the field a key; false if the field has no use for it.
func (f *Field) Key(msg tea.KeyPressMsg) bool {
	before, at := f.input.Value(), f.input.Position()
	unseen := f.unseen
	f.unseen = 0
	switch key := msg.String(); {
	case msg.Text != "" && msg.Mod&^tea.ModShift == 0:
		f.Insert(msg.Text)
		return true
	case key == "backspace" || key == "ctrl+h": // some terminals send 0x08 for backspace
		if f.unseen = max(unseen-1, 0); unseen == 0 {
			f.back()
		}
		return true
	}
	f.input, _ = f.input.Update(msg)
	return f.input.Value() != before || f.input.Position() != at
}

// Insert puts text where the cursor is, as much of it as the limit allows.
func (f *Field) Insert(text string) {
	value := []rune(f.input.Value())
	at := min(f.input.Position(), len(value))
	head := clean.Compose(string(value[:at]) + clean.Line(text))
	if tail := string(value[at:]); utf8.RuneCountInString(head+tail) > f.limit {
		room := max(f.limit-utf8.RuneCountInString(tail), 0)
		runes := []rune(head)
		head = string(runes[:min(room, len(runes))])
	}
	f.input.SetValue(head + string(value[at:]))
	f.input.SetCursor(utf8.RuneCountInString(head))
	for ; unseen(text); f.unseen++ {
		_, n := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-n]
	}
}

// unseen reports whether a text ends with a character that input methods send to be taken back.
func unseen(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return last >= 0x200b && last <= 0x200d || last == 0x2060 || last == 0xfeff
}

// back deletes the character before the cursor.
func (f *Field) back() {
	value := []rune(f.input.Value())
	at := min(f.input.Position(), len(value))
	head := string(value[:at])
	if letters := Letters(head); len(letters) > 0 {
		head = head[:len(head)-len(letters[len(letters)-1])]
	}
	f.input.SetValue(head + string(value[at:]))
	f.input.SetCursor(utf8.RuneCountInString(head))
}

// Value is what has been typed.
func (f *Field) Value() string { return f.input.Value() }

// Set replaces what has been typed.
func (f *Field) Set(s string) {
	f.input.SetValue("")
	f.Insert(s)
}

// View is the part of the text that fits into w cells around the cursor, and the cell the cursor is in.
func (f *Field) View(w int) (text string, cursor int) {
	value, start, at := f.window(w)
	return Left(cutPlain(string(value[start:]), w), w), Width(string(value[start:at]))
}

// Hidden reports whether some of the text is out of sight at the left, or at the right, of w cells.
func (f *Field) Hidden(w int) (left, right bool) {
	value, start, _ := f.window(w)
	return start > 0, Width(string(value[start:])) > w
}

// window is the text, from where on it is in sight, and where the cursor is.
func (f *Field) window(w int) (value []rune, start, at int) {
	value = []rune(f.input.Value())
	at = min(f.input.Position(), len(value))
	for Width(string(value[start:at])) > w-1 && start < at {
		start++
	}
	return value, start, at
}

// cutPlain shortens without a mark: in a field the rest is only out of sight.
func cutPlain(s string, w int) string {
	if Width(s) <= w {
		return s
	}
	out, used := "", 0
	for _, letter := range Letters(s) {
		if used += Width(letter); used > w {
			break
		}
		out += letter
	}
	return out
}
