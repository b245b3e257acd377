package start

import (
	"io"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// Plain is the same page for those who listen: instead of a picture it writes a line for each thing that is new. Every
// key is answered: one that changes nothing has the line under the cursor said again.
type Plain struct {
	model *Model
	out   *kit.Speaker
	page  page
	lines []string // what the page said last
	note  note
	work  string
	keys  string // which keys were named last
}

// NewPlain wraps a page. Lines go to w. Close waits until all have been written.
func NewPlain(m *Model, w io.Writer) *Plain { return &Plain{model: m, out: kit.NewSpeaker(w)} }

// Close ends the writing. It must be called after the program has ended.
func (p *Plain) Close() { p.out.Close() }

// Init says where one is, and begins.
func (p *Plain) Init() tea.Cmd {
	cmd := p.model.Init()
	p.changes()
	return cmd
}

// Update hands everything to the page and says what has changed.
func (p *Plain) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		return p, nil // nothing is drawn: no window is too small
	}
	_, cmd := p.model.Update(msg)
	said := p.changes()
	if _, pressed := msg.(tea.KeyPressMsg); pressed && !said && p.model.work == nil {
		p.say(p.lines[len(p.lines)-1:]...)
	}
	return p, cmd
}

// View draws nothing.
func (p *Plain) View() tea.View { return tea.NewView("") }

// changes says what is new, and reports whether anything was.
func (p *Plain) changes() bool {
	m := p.model
	env := m.env()
	top := m.top()
	var said []string
	if m.work != nil && p.work != m.work.what.In(env.Lang) {
		p.work = m.work.what.In(env.Lang)
		said = append(said, p.work+"…")
	}
	if m.work != nil {
		p.say(said...)
		return len(said) > 0
	}
	p.work = ""
	if m.note != p.note {
		p.note = m.note
		said = append(said, m.note.text.In(env.Lang))
	}
	lines := top.speak(env)
	if top != p.page {
		p.page, p.lines = top, nil
		said = append(said, env.In(top.title())+".")
	}
	for _, line := range lines {
		if !slices.Contains(p.lines, line) {
			said = append(said, line)
		}
	}
	p.lines = lines
	said = append(said, p.named()...)
	return p.say(said...)
}

// named names the keys that work, where they are others than before.
func (p *Plain) named() []string {
	l := p.model.opts.Lang
	var keys []string
	for _, b := range p.model.bindings() {
		if b.Off.IsZero() && b.Weight != 0 {
			keys = append(keys, b.Shown+" "+b.Label.In(l))
		}
	}
	all := strings.Join(keys, "; ")
	if all == p.keys {
		return nil
	}
	p.keys = all
	return []string{lang.Sayf("Phím: %s.", "Keys: %s.", all).In(l)}
}

// say writes lines, and reports whether there were any.
func (p *Plain) say(lines ...string) (any bool) {
	for _, line := range lines {
		if line = strings.Join(strings.Fields(ansi.Strip(line)), " "); line != "" {
			p.out.Say(line, p.model.opts.Lang)
			any = true
		}
	}
	return any
}
