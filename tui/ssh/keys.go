package ssh

import (
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"thidua/data/clean"
)

// keyboard makes events of what a terminal sends: keys, mouse, pasted text, and answers to questions.
type keyboard struct {
	decoder uv.EventDecoder
	rest    []byte // the beginning of a sequence whose end has not come
	paste   *strings.Builder
	full    bool // the pasted text goes on, but no more of it is taken
}

// overlongMsg comes after a pasted text of which only the beginning was taken.
type overlongMsg struct{}

const (
	escTime     = 50 * time.Millisecond // after which ESC is a key, and not the beginning of one
	longestRest = 4 << 10               // bytes of a sequence; more is no sequence
	longestText = 64 << 10              // bytes of a pasted text: more than any field takes
)

// feed takes what has come. With expired nothing more is expected: what looks like a beginning is all there is.
func (k *keyboard) feed(b []byte, expired bool) (events []tea.Msg) {
	k.rest = append(k.rest, b...)
	expired = expired && k.waiting()
	for len(k.rest) > 0 {
		if k.halfLetter() {
			return events
		}
		n, event := k.decoder.Decode(k.rest)
		if n <= 0 || n > len(k.rest) {
			k.rest = nil
			break
		}
		if !expired && len(k.rest) < longestRest && unfinished(k.rest[:n], event) && n == len(k.rest) {
			return events
		}
		raw := string(k.rest[:n])
		k.rest = k.rest[n:]
		events = k.take(events, raw, event)
	}
	k.rest = nil // what it lay in may be large
	return events
}

// unfinished reports whether more may belong to an event that was made of all there is.
func unfinished(raw []byte, event uv.Event) bool {
	if _, unknown := event.(uv.UnknownEvent); unknown {
		return true
	}
	// the latter begins the end of an answer
	return raw[0] == ansi.ESC && (len(raw) <= 2 || raw[len(raw)-1] == ansi.ESC)
}

// halfLetter reports whether the rest of a letter is still to come. However long that takes, it belongs to it: no key
// begins like that.
func (k *keyboard) halfLetter() bool {
	letter := k.rest
	if letter[0] == ansi.ESC && len(letter) > 1 { // with Alt
		letter = letter[1:]
	}
	return !utf8.FullRune(letter)
}

// waiting reports whether something is left that only time will tell. In a pasted text ESC is no key.
func (k *keyboard) waiting() bool {
	return len(k.rest) > 0 && !k.halfLetter() && k.paste == nil
}

// take adds an event, and gathers what is pasted.
func (k *keyboard) take(events []tea.Msg, raw string, event uv.Event) []tea.Msg {
	switch event := event.(type) {
	case uv.PasteStartEvent:
		k.paste, k.full = &strings.Builder{}, false
		return events
	case uv.PasteEndEvent:
		if k.paste == nil {
			return events
		}
		text := strings.ToValidUTF8(k.paste.String(), "")
		k.paste = nil
		events = append(events, tea.PasteMsg{Content: text})
		if k.full {
			events = append(events, overlongMsg{})
		}
		return events
	case uv.MultiEvent:
		for _, e := range event {
			events = k.take(events, raw, e)
		}
		return events
	case uv.UnknownEvent, nil:
		return events
	}
	if k.paste != nil {
		k.full = k.full || k.paste.Len()+len(raw) > longestText
		if !k.full && !strings.HasPrefix(raw, "\x1b") {
			k.paste.WriteString(raw)
		}
		return events
	}
	return append(events, asMessage(event))
}

// asMessage is an event as Bubble Tea has it.
func asMessage(event uv.Event) tea.Msg {
	switch e := event.(type) {
	case uv.KeyPressEvent:
		return tea.KeyPressMsg(e)
	case uv.KeyReleaseEvent:
		return tea.KeyReleaseMsg(e)
	case uv.MouseClickEvent:
		return tea.MouseClickMsg(e)
	case uv.MouseWheelEvent:
		return tea.MouseWheelMsg(e)
	case uv.MouseMotionEvent:
		return tea.MouseMotionMsg(e)
	case uv.MouseReleaseEvent:
		return tea.MouseReleaseMsg(e)
	case uv.BackgroundColorEvent:
		return tea.BackgroundColorMsg(e)
	case uv.ModeReportEvent:
		return tea.ModeReportMsg(e)
	}
	return nil // no other is asked for
}

// isInput reports whether somebody did something, and what it is for the log of nothing else: a key, a click, a text.
// Answers of the terminal and a mouse that only moves are nobody's wish.
func isInput(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return true
	case tea.PasteMsg:
		return clean.Line(msg.Content) != ""
	}
	return false
}
