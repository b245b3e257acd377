package tui

import (
	"io"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
)

// Plain is the same session for those who listen: instead of a picture it writes a line for each thing that changes —
// the screen, what the cursor is on, what is being typed, what was recorded here or elsewhere, what keys do where they
// do something else than before. Every key is answered: one that changes nothing has the place said again. A screen
// reader says each line once.
type Plain struct {
	model *Model
	out   *kit.Speaker

	title, said string
	asked       string // what the screen asks, said once before what changes with every key
	note        string
	seq         int             // the newest decision that has been said
	suggested   int             // suggestions that have been said to wait
	next        string          // the next step of the meeting that has been said
	hint        string          // the step of the guide that has been said
	over        overlay.Overlay // what was in front when something was said last
	aloud       []string        // and what it said
	ahead       string          // what has been said of keys that wait
	stays       bool            // it has been said that they wait for a word
	project     bool            // the view is known to be the room's
	named       map[string]bool // which keys have been named, each set once
	lines       int             // how many have been said
}

// NewPlain wraps a session. Lines go to w. Close waits until all have been written.
func NewPlain(m *Model, w io.Writer) *Plain {
	return &Plain{model: m, out: kit.NewSpeaker(w), seq: m.live.Seq(), named: map[string]bool{}}
}

// Close ends the writing. It must be called after the program has ended.
func (p *Plain) Close() { p.out.Close() }

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
		p.title = "" // who comes back hears where that is
	}
	before := p.lines
	_, cmd := p.model.Update(msg)
	p.changes()
	if _, ok := msg.(tea.KeyPressMsg); ok && p.lines == before && cmd == nil && p.model.busy == 0 {
		p.again()
	}
	return p, cmd
}

// Refresh takes the newest state of the meeting and of the room and says what has changed: for whoever runs the session
// without a program.
func (p *Plain) Refresh() {
	p.model.Refresh()
	p.changes()
}

// View draws nothing.
func (p *Plain) View() tea.View { return tea.NewView("") }

// say writes a line.
func (p *Plain) say(text string) {
	if text = strings.TrimSpace(text); text != "" {
		p.lines++
		p.out.Say(text, p.model.opts.Lang)
	}
}

// again answers a key that changed nothing.
func (p *Plain) again() {
	switch {
	case len(p.aloud) == 1: // of a page to read nothing is read again
		p.say(p.aloud[0])
	case len(p.aloud) == 0:
		p.say(p.asked)
		p.say(p.said)
	}
}

// changes says what is different from what was said last.
func (p *Plain) changes() {
	m := p.model
	env := m.env()
	if title := m.here().Title().In(env.Lang); title != p.title {
		p.title, p.asked, p.said = title, "", ""
		p.say(env.Say("Màn hình %s.", "Screen %s.", title))
		if m.appraised && saysAgreed(m.on()) {
			p.say(env.Say("Điểm và hạng ở đây theo điểm %s.", "Points and ranks here are by the %s scores.",
				m.seen.Rulebook().StageName(scoring.Agreed)))
		}
	}
	if p.project != m.projector {
		p.project = m.projector
		p.say(projecting(m.projector).In(env.Lang))
	}
	p.news()
	p.suggestions()
	if text := m.note.text.In(env.Lang); text != "" && (!m.note.heard || text != p.note) {
		p.note, m.note.heard = text, true
		p.say(p.noted(text))
	}
	p.waiting()
	if o := m.overlays.Top(); o != nil || p.over != nil {
		p.overlay(o)
	}
	if !m.overlays.Any() {
		p.place()
	}
	p.keys()
	if hint := m.hint().In(env.Lang); hint != p.hint {
		p.hint = hint
		p.say(hint)
	}
	// while something is in front it is not said anew
	if next := m.nextLine().In(env.Lang); next != "" && next != p.next {
		p.next = next
		p.say(next)
	}
}

// place says what the screen asks, and where the cursor is.
func (p *Plain) place() {
	m := p.model
	if asked := m.asks(); asked != p.asked {
		p.asked, p.said = asked, ""
		p.say(asked)
	}
	if said := m.speak(); said != p.said {
		p.said = said
		p.say(said)
	}
}

// noted is a note as it is said: of a vote that is recorded here the verdict says the rest.
func (p *Plain) noted(text string) string {
	m := p.model
	if !m.note.good || !m.announced() {
		return text
	}
	return strings.TrimSuffix(text, ": "+decision.Sentence(&m.live.State, m.live.Last()).In(m.opts.Lang))
}

func projecting(on bool) lang.Text {
	if on {
		return lang.Text{VI: "Màn hình đang chiếu cho cả phòng.", EN: "The picture is the room's now."}
	}
	return lang.Text{VI: "Màn hình trở lại là của chủ tọa.", EN: "The picture is the chair's again."}
}

// overlay says an overlay: all of it when it comes, later the lines that are new. When it is gone the screen is said
// again.
func (p *Plain) overlay(o overlay.Overlay) {
	if o != p.over {
		p.over, p.aloud, p.asked, p.said = o, nil, "", ""
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
