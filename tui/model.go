package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ceremony"
	"thidua/tui/kit"
	"thidua/tui/overlay"
	"thidua/tui/screen"
	"thidua/tui/vote"
)

// Meeting is what the interface needs of a meeting.
type Meeting interface {
	Snapshot() *meeting.Snapshot
	Subscribe(context.Context) <-chan *meeting.Snapshot
	Propose(context.Context, meeting.Proposal) (*meeting.Snapshot, error)
}

// Prefs are the choices that outlast a session.
type Prefs struct {
	Lang  lang.Lang
	Theme kit.ThemeName // empty: dark or light, as the terminal's background is
}

// Options are what a session begins with.
type Options struct {
	Prefs
	NoColor bool              // bold, reverse and underline only
	Signs   kit.SignSet       // what the terminal can draw with
	By      string            // who records decisions here
	Who     *meeting.Who      // whose rights those are; nil: the host's own keyboard
	Looks   *Looking          // the meeting is only looked on at; nil: decisions are recorded
	Demo    bool              // nothing lasts: say so
	Lesson  *Lesson           // practise this, step by step; nil: nothing
	Save    func(Prefs) error // keeps a choice of language or theme; nil: it is not kept

	Room    *meeting.Room       // where others are; nil: nobody can be
	Follow  bool                // begin where the one who leads is, and go along
	At      *meeting.Stand      // else begin here; nil: at the first unit
	Wall    *meeting.Wall       // what the room's own screen shows; nil: there is none
	Left    func(meeting.Stand) // told where the session was when it has ended; nil: nobody asks
	Join    *Join               // how others come in; nil: they cannot
	Welcome bool                // with Join: begin with the page that says how
	Took    []lang.Text         // what to say where one goes on with a standby's copy; none: it is no copy
	Sheets  Sheets              // how a sheet that comes late is read from a file; nil: not here
	Copies  *Copies             // where all that is on record can be saved too; nil: nowhere
	Papers  string              // the folder that is offered for the papers; empty: they are not written from here

	Shared *screen.Shared // what many sessions of the meeting work out together; nil: this one works alone

	Now func() time.Time // the time at which a key comes; nil: of this machine
}

// Looking is how a meeting is looked on at, that somebody else may have open.
type Looking struct {
	Lost func() error // why the newest cannot be read at the moment; nil: it can
}

// Model is one session: one person's view of the meeting.
type Model struct {
	meeting Meeting
	ctx     context.Context
	feed    <-chan *meeting.Snapshot
	opts    Options

	live      *meeting.Snapshot // the meeting as it is
	seen      *meeting.Snapshot // what is looked at: live, or tried out, or earlier
	mode      screen.Mode
	projector bool
	past      past
	criteria  overlay.Criteria // what the palette can find

	styles   kit.Styles
	w, h     int
	screens  []tab
	vote     *vote.Screen     // of the screens the one that others put questions to
	ceremony *ceremony.Screen // and the one that is shown step by step
	fixed    []kit.Binding    // the keys that never change
	keys     []kit.Binding    // those offered when the picture was drawn; nil: something has happened since
	current  int
	next     agenda        // what the meeting does next
	place    shared        // the unit and the criterion that all screens are at
	overlays overlay.Stack // what lies in front of the screen
	note     note
	guide    guide
	strokes  []together // what was recorded here several decisions at once
	busy     int        // proposals on their way to the disk
	slow     bool       // one of them takes long enough for it to be said
	lost     error      // why nothing more can be recorded, as far as is known; nil: it can
	away     error      // why nothing can be just now: the database cannot be reached; nil: it can
	ahead    typeahead
	hold     holding
	follow   following
	verdict  verdict
	papers   *overlay.Papers // the page that is told what comes of reading and writing; nil: it was never opened
	from     *cameFrom       // where the question that is voted on was put; nil: on the vote screen

	appraised bool // what is looked at has scores of the appraisal

	clock time.Time // when the session last looked; zero: it always does
}

// note is the message shown above the footer.
type note struct {
	text  lang.Text
	alarm bool
	good  bool
	about about
	heard bool // it has been said aloud: the same once more is another note
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
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.Looks != nil {
		opts.Who = &meeting.Who{Name: opts.By, Role: scoring.Observer}
	}
	snap := m.Snapshot()
	model := &Model{meeting: m, ctx: ctx, feed: m.Subscribe(ctx), opts: opts, live: snap, seen: snap,
		styles: kit.NewStyles(theme).With(opts.Signs), w: 80, h: 24}
	model.appraised = snap.Appraised()
	model.enterRoom()
	model.addScreens(model.env())
	model.place.begin(model.carried(), model.screens)
	model.fixed = model.fixedKeys()
	if l := opts.Lesson; l != nil {
		model.guide = newGuide(*l)
		if at, ok := l.begins(&snap.State); ok {
			model.goTo(screen.Review, at)
		}
	}
	if at := opts.At; at != nil && !model.follow.on {
		model.goTo(screen.ID(at.Screen), screen.Place{Unit: at.Unit, Node: at.Node})
	}
	if j := opts.Join; j != nil && !j.Warning.IsZero() {
		model.note = note{text: lang.Sayf("✗ %s", "✗ %s", j.Warning), alarm: true}
	}
	if opts.Join != nil && opts.Welcome {
		model.overlays.Open(model.overlay(doJoin))
	}
	if len(opts.Took) > 0 {
		model.overlays.Open(overlay.NewHandover(opts.Took))
	}
	model.arrive()
	if model.follow.floor != nil {
		model.hearBallots()
	}
	model.nameLost()
	return model
}

// Init starts listening to the meeting. Whoever draws asks the terminal for its background.
func (m *Model) Init() tea.Cmd { return m.attend() }

// attend listens to the meeting and to the room.
func (m *Model) attend() tea.Cmd { return tea.Batch(m.listen(), m.hear()) }

func (m *Model) env() screen.Env {
	e := screen.Env{Lang: m.opts.Lang, Styles: m.styles, Snap: m.seen, Mode: m.mode, Projector: m.projector,
		Who: m.opts.Who, Room: m.opts.Room, Floor: m.follow.floor, ReadOnly: m.opts.Looks != nil,
		Shared: m.opts.Shared}
	if m.mode != screen.Live {
		e.Room = nil // nothing that is tried out, or of earlier, touches what the others have open
	}
	return e
}

// take makes a snapshot the present, unless a newer one is there already.
func (m *Model) take(s *meeting.Snapshot) {
	if s == nil {
		return
	}
	m.reach()
	if s.Seq() == m.live.Seq() && s.Ballots != m.live.Ballots {
		m.live = s
		if m.mode == screen.Live {
			m.look(s)
		}
	}
	if s.Seq() <= m.live.Seq() {
		return
	}
	was := m.live
	m.live = s
	m.news(was, s)
	if m.opts.Room != nil {
		m.opts.Room.Settle(&s.State)
	}
	if m.mode == screen.Live {
		m.look(s)
	}
}

// look shows the screens another state.
func (m *Model) look(s *meeting.Snapshot) {
	m.keys = nil
	moved := m.seen.Rulebook() != s.Rulebook()
	m.seen = s
	m.appraised = s.Appraised()
	if moved { // every place on the screens was one among criteria that may be others now
		m.overlays = overlay.Stack{}
		m.addScreens(m.env())
		m.place.begin(nowhere(), m.screens)
	}
	for i := range m.screens {
		m.screens[i].shown = nil
	}
}

// snapshotMsg is a newer state of the meeting.
type snapshotMsg struct{ snap *meeting.Snapshot }

// recordedMsg is the answer to a proposal.
type recordedMsg struct {
	snap    *meeting.Snapshot
	err     error
	acts    int         // how many decisions it was
	remarks []lang.Text // what the decision withdrew, and what else is worth a word
}

// savedMsg is the answer to keeping a choice.
type savedMsg struct{ err error }

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

// propose asks the meeting for a decision; the answer comes when it is on disk. What is only tried out never gets
// there.
func (m *Model) propose(e screen.Effect) tea.Cmd {
	acts := e.Acts
	if m.mode == screen.WhatIf {
		m.tryOut(acts)
		return nil
	}
	if e.Count == nil && m.env().Suggests(acts[0].Kind()) {
		m.suggest(acts, e.Seen)
		return nil
	}
	m.busy++
	p := meeting.Proposal{By: m.opts.By, Who: m.opts.Who, Seen: e.Seen, Acts: acts, Among: e.Among,
		Count: e.Count}
	said := remarks(m.live, acts)
	return patiently(func() tea.Msg {
		s, err := m.meeting.Propose(m.ctx, p)
		return recordedMsg{s, err, max(len(acts), 1), said}
	})
}

// remarks are what a decision withdraws, and what else is worth a word when it is made. Of several at a time nothing is
// said: they are the units of a roll.
func remarks(s *meeting.Snapshot, acts []scoring.Act) []lang.Text {
	if len(acts) != 1 {
		return nil
	}
	e, err := scoring.Effects(s.State, scoring.Decision{Act: acts[0]})
	if err != nil {
		return nil
	}
	if e.Same {
		return append([]lang.Text{{VI: "không có gì thay đổi", EN: "nothing has changed"}}, e.Remarks...)
	}
	return e.Remarks
}

// save keeps the choices, where there is somewhere to keep them.
func (m *Model) save() tea.Cmd {
	if m.opts.Save == nil {
		return nil
	}
	prefs := m.opts.Prefs
	return func() tea.Msg { return savedMsg{m.opts.Save(prefs)} }
}
