package ssh

import (
	"context"
	"errors"
	"slices"

	"github.com/charmbracelet/colorprofile"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui"
	"thidua/tui/paint"
)

// How a session looks around alone: it has a screen of its own, and follows again when that has ended.

// startOwn begins a screen of the person's own, at a place in the meeting, or where the others are. Where there is no
// room for one more the person goes on following, and is told.
func (p *session) startOwn(at *meeting.Stand) {
	now, ok := p.server.cells.take(p.guest.ID, p.reserved(), size{}, p.request.size)
	if !ok {
		p.noRoom()
		return
	}
	p.unfollow()
	p.own = p.newOwn(now, nil, p.ownOptions(at))
	r := &idleWatch{idle: p.server.idle, needed: p.needed, over: p.ctx.Done()}
	p.own.after = r.update
	p.server.renderer.include(p.own)
	p.own.begin()
	p.paintOwn()
}

// ownOptions is how a screen of the person's own begins.
func (p *session) ownOptions(at *meeting.Stand) screenOptions {
	prefs := p.prefs.display
	if prefs.Theme == "" {
		prefs.Theme = p.prefs.theme(p.profile)
	}
	return screenOptions{Prefs: prefs, noColor: p.profile <= colorprofile.ASCII, signs: p.request.signs(),
		start: at}
}

// newOwn makes a screen of the person's own, as large as there is room for.
func (p *session) newOwn(now size, said *lines, o screenOptions) *own {
	ctx, stop := context.WithCancel(p.ctx)
	o.who, o.save = p.guest.Who, p.choose
	if said != nil {
		o.said = said
	}
	a := &own{log: p.log, term: p.term, ended: make(chan error, 1), stop: stop, said: said, size: now,
		wake: make(chan struct{}, 1), model: p.server.newScreen(ctx, o)}
	a.model.Resize(now.w, now.h)
	return a
}

// paintOwn brings the terminal up to the newest picture of the person's own screen.
func (p *session) paintOwn() {
	b := p.own.next(paint.Terminal{Profile: p.profile, Synced: p.synced}, p.request.size)
	if len(b) == 0 {
		return
	}
	if secretBallot(p.server.room) {
		b = padded(b)
	}
	if _, err := p.term.Write(b); err != nil {
		p.dead = true
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

// noRoom tells the person why no screen of their own begins.
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

// ownEnded takes the terminal over from a screen that has ended. It gives the reason to end where the person wanted to
// leave.
func (p *session) ownEnded(end error) ending {
	p.dropOwn()
	p.loadPrefs()
	switch {
	case errors.Is(end, errFailed):
		return screenFailed()
	case errors.Is(end, errFollows):
		p.follow()
		return ending{}
	}
	return ending{why: lang.Sayf("tạm biệt", "goodbye")}
}

// stopOwn ends the person's own screen, if there is one, with the session. Who looked around elsewhere finds the place
// again.
func (p *session) stopOwn() {
	if p.own == nil {
		return
	}
	p.own.said.hush()
	a := p.dropOwn()
	select {
	case end := <-a.ended:
		if errors.Is(end, errFailed) {
			return
		}
	default:
	}
	guard(p.log, "place", nil, func() {
		if !a.model.Following() {
			at := a.model.Stand()
			p.server.prefs.update(p.guest.ID, func(t *preferences) { t.at = &at })
		}
	})
}

// dropOwn ends the person's own screen and gives back what it took.
func (p *session) dropOwn() *own {
	a := p.own
	p.own = nil
	p.server.renderer.exclude(a)
	a.close()
	p.server.cells.free(p.guest.ID, p.reserved(), a.size)
	return a
}
