package ssh

import (
	tea "charm.land/bubbletea/v2"

	"thidua/tui/paint"
)

// What comes from a session's terminal: keys, answers to questions, another size.

// read brings what is typed, until nothing more comes.
func (p *session) read(typed chan<- []byte) {
	defer close(typed)
	for {
		b := make([]byte, 256)
		n, err := p.ch.Read(b)
		if n > 0 {
			select {
			case typed <- b[:n]:
			case <-p.ctx.Done():
				return
			}
		}
		if err != nil {
			return
		}
	}
}

// take deals with what was typed.
func (p *session) take(events []tea.Msg) {
	var own []tea.Msg // what the person's own screen is given: all at once, for one picture
	for _, e := range events {
		switch e := e.(type) {
		case overlongMsg:
			p.write("\a") // not all of it was taken
			continue
		case tea.BackgroundColorMsg:
			p.background(e)
		case tea.ModeReportMsg:
			p.synced = p.synced || paint.Synced(e)
		case tea.KeyPressMsg:
			if p.viewer != nil && e.String() == "ctrl+r" { // the one key of those who follow
				p.repaint()
				continue
			}
		}
		if p.isWall() {
			p.wallKey(e)
			continue
		}
		if p.own == nil && isInput(e) {
			p.startOwn(nil)
		}
		if p.own != nil {
			own = append(own, e)
		}
	}
	if p.own != nil && len(own) > 0 {
		p.own.take(own...)
		p.paintOwn()
	}
}

// background suits the theme to the terminal.
func (p *session) background(e tea.BackgroundColorMsg) {
	was := p.prefs.theme(p.profile)
	p.server.prefs.update(p.guest.ID, func(t *preferences) { t.light = !e.IsDark() })
	p.loadPrefs()
	if p.viewer != nil && p.prefs.theme(p.profile) != was {
		p.follow()
	}
}

func (p *session) resize(z size) {
	if z == p.request.size {
		return
	}
	p.request.size = z
	if p.request.ear {
		return // nothing is drawn
	}
	if p.own == nil {
		p.follow()
		return
	}
	now, ok := p.server.cells.take(p.guest.ID, p.reserved(), p.own.size, z)
	p.own.shown = nil // nobody knows what a terminal does with what it shows
	if ok && now != p.own.size {
		p.own.take(tea.WindowSizeMsg{Width: now.w, Height: now.h})
	}
	p.paintOwn()
}
