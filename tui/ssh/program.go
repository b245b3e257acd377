package ssh

import (
	"context"
	"slices"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui"
)

// ownProgram is a Bubble Tea program of one person's own, on the terminal of a session.
type ownProgram struct {
	*tea.Program
	model  *guardedScreen
	out    *programOutput
	ended  chan error
	stop   context.CancelFunc
	size   atomic.Pointer[size] // of its picture: the terminal's, or as much of it as there is room for
	toView bool                 // it ended because the person follows again
	said   *lines               // what is heard of it; nil: it is drawn
}

// dropOldSizes drops sizes that the terminal does not have any more: a program tells itself the one it was made for, at
// any time.
func (p *ownProgram) dropOldSizes(_ tea.Model, msg tea.Msg) tea.Msg {
	if m, ok := msg.(tea.WindowSizeMsg); ok && *p.size.Load() != (size{m.Width, m.Height}) {
		return nil
	}
	return msg
}

// over gives the end of a program; nil has none.
func (p *ownProgram) over() <-chan error {
	if p == nil {
		return nil
	}
	return p.ended
}

// startOwn begins a program of the person's own, at a place in the meeting, or where the others are. Where there is no
// room for one more the person goes on following, and is told.
func (p *session) startOwn(at *meeting.Stand) {
	now, ok := p.server.cells.take(p.guest.ID, p.reserved(), size{}, p.request.size)
	if !ok {
		p.noRoom()
		return
	}
	p.unfollow()
	p.write(followOff)
	ctx, stop := context.WithCancel(p.ctx)
	prefs := p.prefs.display
	if prefs.Theme == "" {
		prefs.Theme = p.prefs.theme(p.profile)
	}
	screen := p.server.newScreen(ctx,
		screenOptions{Prefs: prefs, noColor: p.profile <= colorprofile.ASCII, who: p.guest.Who,
			start: at, save: p.choose})
	screen.Resize(now.w, now.h)
	a := &ownProgram{out: &programOutput{terminal: p.term, ballot: secretBallot(p.server.room)},
		ended: make(chan error, 1), stop: stop}
	a.size.Store(&now)
	r := &idleWatch{idle: p.server.idle, needed: p.needed, over: ctx.Done()}
	a.model = &guardedScreen{Screen: screen, log: p.log, after: func(s Screen, msg tea.Msg) tea.Cmd {
		cmd, done := r.update(s, msg)
		if done {
			a.toView = true
			a.out.silent.Store(true)
			return tea.Quit
		}
		return cmd
	}}
	a.Program = tea.NewProgram(a.model, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(a.out),
		tea.WithEnvironment(p.request.environ()),
		tea.WithWindowSize(now.w, now.h), tea.WithColorProfile(p.profile), tea.WithFPS(60),
		tea.WithoutSignalHandler(), tea.WithFilter(a.dropOldSizes))
	p.own = a
	go guard(p.log, "program", func() { a.ended <- errFailed }, func() {
		_, err := a.Run()
		a.ended <- err
	})
	if p.synced {
		a.Send(tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset})
	}
}

// needed reports whether a screen of the person's own is: others follow it, or the room waits for an answer of theirs,
// or they for one of the room's.
func (p *session) needed() bool {
	f := p.server.room.Floor()
	own := func(s meeting.Suggestion) bool { return s.Who == p.guest.Who }
	return f.Leads(&p.guest.Who) || f.Poll != nil || f.Box != nil || slices.ContainsFunc(f.Suggestions, own)
}

// reserved reports whether the meeting waits for this person's screen.
func (p *session) reserved() bool { return p.guest.Who.Decides(scoring.KindScore) }

// noRoom tells the person why no program of their own begins.
func (p *session) noRoom() {
	if p.viewer == nil {
		p.follow()
	}
	p.notice(lang.Sayf("Hết chỗ cho một màn hình riêng nữa: đóng bớt hoặc thu nhỏ cửa sổ. Đang theo chủ tọa.",
		"There is no room for one more screen of its own: close a window, or make it smaller. You go on following."))
}

// choose keeps a person's choice of language and theme.
func (p *session) choose(prefs tui.Prefs) error {
	p.server.prefs.update(p.guest.ID, func(t *preferences) { t.display, t.chosen = prefs, true })
	return nil
}

// ownEnded takes the session over from a program that has ended. It gives the reason to end where the person wanted to
// leave.
func (p *session) ownEnded(end error) ending {
	a := p.own
	p.own = nil
	a.stop()
	p.server.cells.free(p.guest.ID, p.reserved(), *a.size.Load())
	p.loadPrefs()
	switch {
	case a.model.failed:
		return screenFailed()
	case a.toView:
		p.follow()
		return ending{}
	case end != nil:
		p.log.Warn("program ended", "error", end)
	}
	return ending{why: lang.Sayf("tạm biệt", "goodbye")}
}

// stopOwn ends the program, if there is one, with the session. Who looked around elsewhere finds the place again.
func (p *session) stopOwn() {
	a := p.own
	if a == nil {
		return
	}
	p.own = nil
	a.out.silent.Store(true)
	a.said.hush()
	a.stop()
	<-a.ended
	p.server.cells.free(p.guest.ID, p.reserved(), *a.size.Load())
	guard(p.log, "place", nil, func() {
		if s := a.model.Screen; !a.model.failed && !s.Following() {
			at := s.Stand()
			p.server.prefs.update(p.guest.ID, func(t *preferences) { t.at = &at })
		}
	})
}
