package start

import (
	"cmp"
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Prefs are the choices that outlast a session.
type Prefs struct {
	Lang  lang.Lang
	Theme kit.ThemeName // empty: dark or light, as the terminal's background is
}

// Options are what the page begins with.
type Options struct {
	Prefs
	NoColor bool
	Signs   kit.SignSet       // what the terminal can draw with
	Save    func(Prefs) error // keeps a choice of language or theme; nil: it is not kept
	Recents string            // the file in which the meetings that were open are remembered; empty: none
	By      string            // who uses this machine: the name that is offered where somebody records
	Folder  string            // where paths begin that are typed
	Open    string            // a meeting to be opened at once; empty: none
	Said    lang.Sayer        // what came of what was done before; nil: nothing to say
	Failed  bool              // and it went wrong

	Board   *Watched // the board of a store that is in front of all; nil: the first page is
	Lessons []Lesson // what can be practised on the sample meeting

	Now      func() time.Time // the time of day; nil: of this machine
	HashCost int              // of the passcodes that are made; 0: access.HashCost
}

// Task is what is to be done when the page has been left.
type Task uint8

// The tasks.
const (
	Quit    Task = iota // nothing more
	Run                 // run the meeting that was opened
	Look                // look on at the meeting that was opened
	Demo                // run the sample
	Serve               // run a meeting and let others in
	Wall                // show what the chair of a meeting puts on the wall
	Board               // show all meetings of a store side by side
	Standby             // keep a copy of a meeting elsewhere in step
)

// Choice is what the page was left with. A meeting in it is open, and whoever takes the choice closes it.
type Choice struct {
	Task
	Lesson   string // of Demo: what is to be practised; empty: the first steps
	Path     string
	By       string // who records; empty: nobody has said
	Meeting  *meeting.Meeting
	Watching *meeting.Watching
	Listen   string // of Serve: the address
	From     string // of Standby: where the meeting is
}

// Model is the page.
type Model struct {
	ctx    context.Context
	opts   Options
	styles kit.Styles
	w, h   int
	home   *home
	pages  []page // those on top of the first, the newest last
	front  *front // the help or the palette in front of all; nil: neither is open
	note   note
	quit   kit.Confirm
	work   *work // what is being done at the moment; nil: nothing
	works  int   // how many there were: an answer to an older one is dropped
	choice Choice
}

// note is the message above the footer.
type note struct {
	text        lang.Text
	alarm, good bool
}

// New makes the page. What it has begun ends when the context does.
func New(ctx context.Context, opts Options) *Model {
	theme := opts.Theme
	if theme == "" {
		theme = kit.Dark
	}
	if opts.NoColor {
		theme = kit.Mono
	}
	opts.HashCost = cmp.Or(opts.HashCost, access.HashCost)
	if opts.Now == nil {
		opts.Now = time.Now
	}
	m := &Model{ctx: ctx, opts: opts, styles: kit.NewStyles(theme).With(opts.Signs), w: 80, h: 24}
	m.home = newHome(&m.opts)
	if opts.Board != nil {
		m.pages = append(m.pages, newNational(opts.Board))
	}
	if opts.Said != nil {
		said := lang.Text{VI: opts.Said.In(lang.VI), EN: opts.Said.In(lang.EN)}
		m.note = note{text: said, good: !opts.Failed}
		if opts.Failed {
			m.note = note{}
			m.pages = append(m.pages, newTrouble(said))
		}
	}
	return m
}

// Choice is what the page was left with.
func (m *Model) Choice() Choice { return m.choice }

// Init asks for the meetings that were open here. Whoever draws asks the terminal for its background.
func (m *Model) Init() tea.Cmd {
	if m.opts.Board != nil {
		if n, ok := m.pages[0].(*national); ok {
			return m.effect(effect{load: n.follow()})
		}
	}
	cmds := []tea.Cmd{m.load(m.home.recall)}
	if m.opts.Open != "" {
		cmds = append(cmds, m.effect(m.home.open(m.opts.Open)))
	}
	return tea.Batch(cmds...)
}

func (m *Model) env() screen.Env { return screen.Env{Lang: m.opts.Lang, Styles: m.styles} }

// top is the page in front.
func (m *Model) top() page {
	switch n := len(m.pages); {
	case m.front != nil:
		return m.front
	case n > 0:
		return m.pages[n-1]
	}
	return m.home
}

// Prefs are the choices as they stand.
func (m *Model) Prefs() Prefs { return m.opts.Prefs }
