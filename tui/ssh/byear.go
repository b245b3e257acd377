package ssh

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui"
	"thidua/tui/kit"
)

// A person who listens instead of looking comes in with the command plain behind the address. Such a session never
// shares a picture: it has a screen of its own from beginning to end, which follows the one who leads by itself.

// plainCommand is what is typed behind the address.
const plainCommand = "plain"

// heard is a screen of which lines of text are written.
type heard struct {
	Screen
	plain *tui.Plain
}

// Init begins to say it.
func (h heard) Init() tea.Cmd { return h.plain.Init() }

// Update says what a message has changed.
func (h heard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := h.plain.Update(msg)
	return h, cmd
}

// Refresh says what the meeting and the room have changed.
func (h heard) Refresh() { h.plain.Refresh() }

// Close waits until all has been written.
func (h heard) Close() error {
	h.plain.Close()
	return nil
}

// lines is the terminal as it takes lines of text. Which option of a secret ballot is said must not be told by the size
// of a line, as with pictures.
type lines struct {
	*terminal
	silent atomic.Bool
	ballot func() bool // what is said may be a secret ballot
}

// Write sends a line.
func (l *lines) Write(b []byte) (int, error) {
	n := len(b)
	if l.silent.Load() {
		return n, nil
	}
	if l.ballot() {
		b = padded(b)
	}
	if _, err := l.terminal.Write(b); err != nil {
		return 0, err
	}
	return n, nil
}

// hush drops what is still to be said; nil says nothing anyway.
func (l *lines) hush() {
	if l != nil {
		l.silent.Store(true)
	}
}

// listen begins the screen of a person who listens: where they were when the connection was lost, or with the one who
// leads.
func (p *session) listen() {
	small := size{kit.MinWidth, kit.MinHeight} // nothing is drawn
	now, ok := p.server.cells.take(p.guest.ID, p.reserved(), size{}, small)
	if !ok {
		p.end(ending{lang.Sayf("hết chỗ cho một màn hình riêng nữa; hãy vào lại sau",
			"there is no room for one more screen of its own; come in again later"), 1})
		return
	}
	said := &lines{terminal: p.term, ballot: func() bool { return secretBallot(p.server.room) }}
	p.own = p.newOwn(now, said, screenOptions{Prefs: p.prefs.display, noColor: true, start: p.placeLeft()})
	p.own.after = func(Screen, tea.Msg) (tea.Cmd, bool) { return nil, false }
	p.server.renderer.include(p.own)
	p.own.begin()
}

// placeLeft is where the person was when the connection was lost, if no vote is open; it is forgotten with that.
func (p *session) placeLeft() *meeting.Stand {
	at := p.prefs.at
	p.server.prefs.update(p.guest.ID, func(t *preferences) { t.at = nil })
	if calledFor(p.server.room.Floor()) != nil && !p.leads() { // who comes back during a vote is wanted there
		return nil
	}
	return at
}
