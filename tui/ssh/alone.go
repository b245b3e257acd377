package ssh

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui"
)

// program is a Bubble Tea program of one person's own, on the terminal of a session.
type program struct {
	*tea.Program
	model *contained
	out   *programOutput
	ended chan error
	stop  context.CancelFunc
	size  atomic.Pointer[size] // of the terminal, as far as the session knows
	rests bool                 // it ended because the person follows again
}

// newest drops sizes that the terminal does not have any more: a program tells itself the one it was made for, at any
// time.
func (p *program) newest(_ tea.Model, msg tea.Msg) tea.Msg {
	if m, ok := msg.(tea.WindowSizeMsg); ok && *p.size.Load() != (size{m.Width, m.Height}) {
		return nil
	}
	return msg
}

// over gives the end of a program; nil has none.
func (p *program) over() <-chan error {
	if p == nil {
		return nil
	}
	return p.ended
}

// woken gives when there is something new to see; nil never has.
func (v *viewer) woken() <-chan struct{} {
	if v == nil {
		return nil
	}
	return v.wake
}

// lookAround begins a program of the person's own, at a place or where the others are.
func (p *session) lookAround(at *meeting.Stand) {
	p.unfollow()
	p.write(followOff)
	ctx, stop := context.WithCancel(p.ctx)
	prefs := p.taste.prefs
	if prefs.Theme == "" {
		prefs.Theme = p.taste.theme(p.profile)
	}
	screen := p.server.view(ctx,
		viewing{Prefs: prefs, noColor: p.profile <= colorprofile.ASCII, who: p.guest.Who, at: at, save: p.choose})
	screen.Resize(p.request.size.w, p.request.size.h)
	a := &program{out: &programOutput{terminal: p.term}, ended: make(chan error, 1), stop: stop}
	now := p.request.size
	a.size.Store(&now)
	r := &rest{after: p.server.rest, needed: p.needed, over: ctx.Done()}
	a.model = &contained{Screen: screen, log: p.log, after: func(s Screen, msg tea.Msg) tea.Cmd {
		cmd, done := r.look(s, msg)
		if done {
			a.rests = true
			a.out.silent.Store(true)
			return tea.Quit
		}
		return cmd
	}}
	a.Program = tea.NewProgram(a.model, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(a.out),
		tea.WithEnvironment(p.request.environ()),
		tea.WithWindowSize(p.request.size.w, p.request.size.h), tea.WithColorProfile(p.profile), tea.WithFPS(60),
		tea.WithoutSignalHandler(), tea.WithFilter(a.newest))
	p.alone = a
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

// choose keeps a person's choice of language and theme.
func (p *session) choose(prefs tui.Prefs) error {
	p.server.memory.keep(p.guest.ID, func(t *taste) { t.prefs, t.chosen = prefs, true })
	return nil
}

// back takes the session over from a program that has ended. It gives the reason to end where the person wanted to
// leave.
func (p *session) back(end error) lang.Sayer {
	a := p.alone
	p.alone = nil
	a.stop()
	p.recall()
	switch {
	case a.model.failed:
		return lang.Sayf("màn hình gặp lỗi; hãy vào lại", "the screen failed; come in again")
	case a.rests:
		p.follow()
		return nil
	case end != nil:
		p.log.Warn("program ended", "error", end)
	}
	return lang.Sayf("tạm biệt", "goodbye")
}

// stopAlone ends the program, if there is one, with the session. Who looked around elsewhere finds the place again.
func (p *session) stopAlone() {
	a := p.alone
	if a == nil {
		return
	}
	p.alone = nil
	a.out.silent.Store(true)
	a.stop()
	<-a.ended
	guard(p.log, "place", nil, func() {
		if s := a.model.Screen; !a.model.failed && !s.Following() {
			at := s.Stand()
			p.server.memory.keep(p.guest.ID, func(t *taste) { t.at = &at })
		}
	})
}

// rest notices when somebody who looked around follows again and has touched nothing for a while.
type rest struct {
	after  time.Duration
	needed func() bool
	over   <-chan struct{} // closed with the session: what waits longer would keep all of it in memory
	turn   int
}

// restMsg comes when somebody has rested; turn says since when.
type restMsg struct{ turn, times int }

// patient is how many rests something said to a person stays on screen.
const patient = 3

// look looks at the model after a message. done is true where it can go back to the shared picture.
func (r *rest) look(s Screen, msg tea.Msg) (cmd tea.Cmd, done bool) {
	times := 0
	switch m := msg.(type) {
	case restMsg:
		if m.turn != r.turn {
			return nil, false // something was touched since
		}
		times = m.times
		if times >= patient && s.Following() {
			s.Hush()
		}
		if s.Following() && s.Quiet() && !r.needed() {
			return nil, true
		}
	default:
		if !means(msg) {
			return nil, false
		}
	}
	r.turn++
	again := restMsg{r.turn, times + 1}
	return func() tea.Msg {
		t := time.NewTimer(r.after)
		defer t.Stop()
		select {
		case <-t.C:
		case <-r.over:
		}
		return again
	}, false
}
