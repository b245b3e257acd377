package tui

import (
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// Plain is the same session for those who listen: instead of a picture it writes a line for each thing that changes —
// the screen, what the cursor is on, what is being typed, what was recorded. A screen reader says each line once.
type Plain struct {
	model *Model
	lines chan string
	done  chan struct{}

	title, said, note string
	front             front
}

// NewPlain wraps a session. Lines go to w, in order, from a goroutine of its own: a slow reader does not hold up the
// keys. Close waits until all have been written.
func NewPlain(m *Model, w io.Writer) *Plain {
	p := &Plain{model: m, lines: make(chan string, 256), done: make(chan struct{})}
	go func() {
		defer close(p.done)
		for line := range p.lines {
			fmt.Fprint(w, line+"\r\n") // the terminal is raw: a line feed alone would not go back to the left
		}
	}()
	return p
}

// Close ends the writing. It must be called after the program has ended.
func (p *Plain) Close() {
	close(p.lines)
	<-p.done
}

// Init begins the session and says where it is.
func (p *Plain) Init() tea.Cmd {
	p.say(lang.Sayf("%s, năm %s. F1 đọc các phím, Ctrl+Q để thoát.",
		"%s, %s. F1 reads the keys, Ctrl+Q leaves.", p.model.clusterName(), p.model.seen.Year()).In(p.model.opts.Lang))
	p.changes()
	return p.model.attend() // nothing is asked of the terminal: its answers would be read as typed
}

// Update hands everything to the session and says what has changed.
func (p *Plain) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		// nothing is drawn: no window is too small
		size.Width, size.Height = max(size.Width, kit.MinWidth), max(size.Height, kit.MinHeight)
		msg = size
	}
	if _, ok := msg.(tea.ResumeMsg); ok {
		p.title, p.said = "", "" // who comes back hears where that is
	}
	_, cmd := p.model.Update(msg)
	p.changes()
	return p, cmd
}

// View draws nothing.
func (p *Plain) View() tea.View { return tea.NewView("") }

// say writes a line. If the reader is so slow that the buffer is full, the oldest line gives way: the newest matters.
func (p *Plain) say(line string) {
	if line = strings.TrimSpace(line); line == "" {
		return
	}
	for {
		select {
		case p.lines <- line:
			return
		default:
		}
		select {
		case <-p.lines:
		default:
		}
	}
}

// changes says what is different from what was said last.
func (p *Plain) changes() {
	m := p.model
	env := m.env()
	if title := m.here().Title().In(env.Lang); title != p.title {
		p.title = title
		p.say(env.Say("Màn hình %s.", "Screen %s.", title))
	}
	if note := m.note.text.In(env.Lang); note != p.note {
		p.note = note
		p.say(note)
	}
	if m.front != p.front {
		p.front = m.front
		p.inFront()
	}
	said := m.here().Speak(env)
	if m.front.palette != nil {
		said = m.front.palette.speak(m)
	}
	if m.front.page == nil && !m.front.quit && said != p.said {
		p.said = said
		p.say(said)
	}
}

// inFront says what has come in front of the screen, or that it is gone.
func (p *Plain) inFront() {
	m := p.model
	switch {
	case m.front.quit:
		p.say(m.quitQuestion())
	case m.front.page != nil:
		const wide = 400 // a paragraph is one line
		lines := m.helpPage(wide)
		if !m.front.page.help {
			lines = m.whyPage(*m.front.page.why, wide)
		}
		for _, line := range lines {
			p.say(strings.Join(strings.Fields(ansi.Strip(line)), " "))
		}
	}
}

// speak says what the palette would take.
func (p *palette) speak(m *Model) string {
	l := m.opts.Lang
	if p.at >= len(p.found) {
		return lang.Sayf("tìm %s: không có", "find %s: nothing", p.field.Value()).In(l)
	}
	it := p.items[p.found[p.at]]
	return lang.Sayf("tìm %s: %d kết quả; %s %s",
		"find %s: %d results; %s %s", p.field.Value(), len(p.found), it.kind, it.label).In(l)
}
