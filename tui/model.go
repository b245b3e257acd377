// Package tui is what people see of a meeting in a terminal. This package is the root: the one Bubble Tea model, which holds
// the session, routes what comes in and puts the picture together. Screens live in packages of their own.
package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/board"
	"thidua/tui/kit"
	"thidua/tui/review"
	"thidua/tui/screen"
)

// Meeting is what the interface needs of a meeting.
type Meeting interface {
	Snapshot() *meeting.Snapshot
	Subscribe(context.Context) <-chan *meeting.Snapshot
	Propose(context.Context, meeting.Proposal) (*meeting.Snapshot, error)
}

// Options are what a session begins with.
type Options struct {
	Lang    lang.Lang
	Theme   kit.ThemeName // empty: dark or light, as the terminal's background is
	NoColor bool          // bold, reverse and underline only
	By      string        // who records decisions here
	Demo    bool          // nothing lasts; say so
}

// Model is one session: one person's view of the meeting.
type Model struct {
	meeting Meeting
	ctx     context.Context
	feed    <-chan *meeting.Snapshot
	opts    Options

	snap    *meeting.Snapshot
	styles  kit.Styles
	w, h    int
	screens []tab
	current int
	help    bool
	helpTop int
	quit    bool // asked whether to leave
	note    note
	busy    int // proposals on their way to the disk
}

// tab is a screen with the key that leads straight to it.
type tab struct {
	id  screen.ID
	key string
	screen.Screen
}

// note is the message shown above the footer.
type note struct {
	text  lang.Text
	alarm bool
	good  bool
}

// New begins a session. It ends, and its subscription with it, when the context does.
func New(ctx context.Context, m Meeting, opts Options) *Model {
	theme := opts.Theme
	if theme == "" {
		theme = kit.Dark
	}
	if opts.NoColor {
		theme = kit.Mono
	}
	model := &Model{meeting: m, ctx: ctx, feed: m.Subscribe(ctx), opts: opts, snap: m.Snapshot(), styles: kit.NewStyles(theme), w: 80, h: 24}
	env := model.env()
	model.screens = []tab{
		{screen.Review, "f2", review.New(env)},
		{screen.Board, "f4", board.New(env)},
	}
	if opts.Demo {
		model.note = note{text: lang.Text{
			VI: "Cuộc họp mẫu: cứ thử, không gì được giữ lại. Gõ số để sửa phần trăm, F1 xem trợ giúp.",
			EN: "The sample meeting: try anything, nothing is kept. Type a number to change a percent, F1 for help.",
		}}
	}
	return model
}

// Init starts listening to the meeting and asks the terminal for its background.
func (m *Model) Init() tea.Cmd {
	cmds := []tea.Cmd{m.listen()}
	if m.opts.Theme == "" && !m.opts.NoColor {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	return tea.Batch(cmds...)
}

func (m *Model) env() screen.Env {
	return screen.Env{Lang: m.opts.Lang, Styles: m.styles, Snap: m.snap}
}

// take makes a snapshot the one that is shown, unless a newer one is there already.
func (m *Model) take(s *meeting.Snapshot) {
	if s == nil || s.Seq() <= m.snap.Seq() {
		return
	}
	m.snap = s
	for _, t := range m.screens {
		t.Show(m.env())
	}
}

// snapshotMsg is a newer state of the meeting.
type snapshotMsg struct{ snap *meeting.Snapshot }

// recordedMsg is the answer to a proposal.
type recordedMsg struct {
	acts []scoring.Act
	snap *meeting.Snapshot
	err  error
}

// listen waits for the next snapshot on this session's own channel.
func (m *Model) listen() tea.Cmd {
	return func() tea.Msg {
		s, ok := <-m.feed
		if !ok {
			return nil // the meeting or the session has ended
		}
		return snapshotMsg{s}
	}
}

// propose asks the meeting for a decision; the answer comes when it is on disk.
func (m *Model) propose(acts []scoring.Act) tea.Cmd {
	m.busy++
	p := meeting.Proposal{By: m.opts.By, Acts: acts}
	return func() tea.Msg {
		s, err := m.meeting.Propose(m.ctx, p)
		return recordedMsg{acts, s, err}
	}
}
