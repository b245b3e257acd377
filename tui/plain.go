package tui

import (
	"fmt"
	"io"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// Plain is the same session for those who listen: instead of a picture it writes a line for each thing that changes —
// the screen, what the cursor is on, what is being typed, what was recorded. A screen reader says each line once.
type Plain struct {
	model *Model
	lines chan string
	done  chan struct{}

	title, said, note string
	over              overlay.Overlay // what was in front when something was said last
	aloud             []string        // and what it said
	waits             bool            // it has been said that keys wait
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
	p.say(lang.Sayf("%s, năm %s. %s đọc các phím, %s để thoát.",
		"%s, %s. %s reads the keys, %s leaves.", p.model.clusterName(), p.model.seen.Year(),
		screen.KeyHelp, screen.KeyQuit).In(p.model.opts.Lang))
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
	if p.waits != m.ahead.stays {
		p.waits = m.ahead.stays
		p.ahead()
	}
	if o := m.overlays.Top(); o != nil || p.over != nil {
		p.overlay(o)
	}
	if said := m.speak(); !m.overlays.Any() && said != p.said {
		p.said = said
		p.say(said)
	}
}

// ahead says that what was typed before a refusal waits, and what can be done about it.
func (p *Plain) ahead() {
	if !p.waits {
		return
	}
	for _, b := range p.model.aheadKeys() {
		p.say(b.Shown + ": " + b.Help.In(p.model.opts.Lang))
	}
}

// overlay says an overlay: all of it when it comes, later the lines that are new. When it is gone the screen is said
// again.
func (p *Plain) overlay(o overlay.Overlay) {
	if o != p.over {
		p.over, p.aloud, p.said = o, nil, ""
	}
	if o == nil {
		return
	}
	now := o.Speak(p.model.overlayEnv())
	for _, line := range now {
		if !slices.Contains(p.aloud, line) {
			p.say(line)
		}
	}
	p.aloud = now
}
