package ssh

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"

	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// session is one person at one terminal. It follows, with others who see the same, or looks around alone. All of it
// happens on one goroutine, run; the others only bring it something.
type session struct {
	server  *Server
	log     *slog.Logger
	guest   Guest
	taste   taste
	request request
	profile colorprofile.Profile
	ch      gossh.Channel
	term    *terminal

	ctx    context.Context
	cancel context.CancelFunc
	sizes  chan size       // the newest
	typed  chan []byte     // from the terminal; closed when it has hung up
	ending chan lang.Sayer // a reason to end; holds one
	bell   chan struct{}   // holds one
	keys   keyboard
	esc    *time.Timer  // until a lone ESC is a key
	place  *viewer      // in a group; nil while alone
	alone  *program     // nil while following
	synced bool         // the terminal knows synchronized output
	dead   bool         // the other side has gone
	signs  atomic.Int64 // of life so far
}

// enter begins the session of somebody who has signed in.
func (s *Server) enter(conn *gossh.ServerConn, w *wire, ch gossh.Channel, requests <-chan *gossh.Request, r request) {
	guest, ok := s.guests.ByID(conn.Permissions.Extensions[extGuest])
	log := s.log.With("who", guest.Who.Name, "role", guest.Who.Role, "from", conn.RemoteAddr().String(), "by",
		conn.Permissions.Extensions[extHow])
	if !ok {
		s.tally.note(conn.RemoteAddr(), "refused", "session", "why", "not invited any more")
		farewell(ch, revoked(), r.lang(), 1)
		return
	}
	p := s.newSession(conn, ch, guest, r, log)
	defer p.cancel()
	if why, ok := s.crowd.add(p); !ok {
		s.tally.note(conn.RemoteAddr(), "refused", "session", "who", guest.Who.Name, "why", why.In(lang.EN))
		farewell(ch, why, r.lang(), 1)
		return
	}
	defer s.crowd.remove(p)
	s.lobby.leave(w)
	gone := s.room.Come(&guest.Who)
	defer gone()
	log.Info("came", "client", told(string(conn.ClientVersion())), "term", told(r.term), "width", r.size.w, "height",
		r.size.h)
	go guard(log, "requests", p.cancel, func() {
		s.hear(requests, p.sizes)
		p.end(lang.Sayf("cửa sổ đã đóng", "the terminal was closed"))
		p.cancel()
	})
	typed := p.typed
	go guard(log, "reader", p.cancel, func() { p.read(typed) })
	go guard(log, "keepalive", p.cancel, func() { p.keepAlive(conn) })
	why := lang.Sayer(lang.Sayf("màn hình gặp lỗi; hãy vào lại", "the screen failed; come in again"))
	guard(log, "session", nil, func() { why = p.run() })
	p.bye(why)
	log.Info("went", "why", why.In(lang.EN))
}

func (s *Server) newSession(conn *gossh.ServerConn, ch gossh.Channel, guest Guest, r request,
	log *slog.Logger) *session {
	p := &session{server: s, log: log, guest: guest, request: r, ch: ch, profile: r.profile(),
		sizes: make(chan size, 1), typed: make(chan []byte), ending: make(chan lang.Sayer, 1),
		bell: make(chan struct{}, 1), esc: time.NewTimer(time.Hour)}
	p.esc.Stop()
	p.ctx, p.cancel = context.WithCancel(s.ctx)
	p.recall()
	p.term = newTerminal(ch, s.gate.patience, func() {
		log.Info("dropped", "why", "takes nothing")
		p.cancel()
		conn.Close()
	})
	return p
}

// recall takes the person's choices as they are now.
func (p *session) recall() {
	p.taste = p.server.memory.of(p.guest.ID)
	if !p.taste.chosen {
		p.taste.prefs.Lang = p.request.lang()
	}
}

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

// run is the session from beginning to end; it gives the reason of the end.
func (p *session) run() (why lang.Sayer) {
	p.write(modesOn + questions)
	p.begin()
	defer p.unfollow()
	defer p.stopAlone()
	for why == nil && !p.dead {
		why = p.step()
	}
	if why == nil {
		return lost()
	}
	return why
}

// step waits for whatever comes next, and deals with it. It gives a reason to end, if that is one.
func (p *session) step() lang.Sayer {
	select {
	case <-p.ctx.Done():
		return p.endOf()
	case why := <-p.ending:
		return why
	case b, ok := <-p.typed:
		if !ok { // nothing more will be typed; it can still be looked at
			p.typed = nil
			return nil
		}
		p.take(p.keys.feed(b, false))
		if p.keys.waiting() {
			p.esc.Reset(p.server.esc)
		}
	case <-p.esc.C:
		p.take(p.keys.feed(nil, true))
	case z := <-p.sizes:
		p.resize(z)
	case <-p.bell:
		p.write("\a")
	case <-p.place.woken():
		p.paint()
	case end := <-p.alone.over():
		return p.back(end)
	}
	return nil
}

func (p *session) write(s string) {
	if s == "" {
		return
	}
	if _, err := p.term.Write([]byte(s)); err != nil {
		p.dead = true
	}
}

// take deals with what was typed.
func (p *session) take(events []tea.Msg) {
	for _, e := range events {
		switch e := e.(type) {
		case overlongMsg:
			p.write("\a") // not all of it was taken
			continue
		case tea.BackgroundColorMsg:
			p.background(e)
		case tea.ModeReportMsg:
			p.synced = p.synced || e.Mode == ansi.ModeSynchronizedOutput && e.Value == ansi.ModeReset
		case tea.KeyPressMsg:
			if p.place != nil && e.String() == "ctrl+r" { // the one key of those who follow
				p.repaint()
				continue
			}
		}
		if p.alone == nil && means(e) {
			p.lookAround(nil)
		}
		if p.alone != nil {
			p.alone.Send(e)
		}
	}
}

// background suits the theme to the terminal.
func (p *session) background(e tea.BackgroundColorMsg) {
	was := p.taste.theme(p.profile)
	p.server.memory.keep(p.guest.ID, func(t *taste) { t.light = !e.IsDark() })
	p.recall()
	if p.place != nil && p.taste.theme(p.profile) != was {
		p.follow()
	}
}

func (p *session) resize(z size) {
	if z == p.request.size {
		return
	}
	p.request.size = z
	if p.alone == nil {
		p.follow()
		return
	}
	p.alone.size.Store(&z)
	p.alone.Send(tea.WindowSizeMsg{Width: z.w, Height: z.h})
}

// begin shows the meeting: with the others, or where the person was when the connection was lost. Whoever leads has
// nobody to follow.
func (p *session) begin() {
	if at := p.taste.at; at != nil || p.leads() {
		p.server.memory.keep(p.guest.ID, func(t *taste) { t.at = nil })
		p.lookAround(at)
		return
	}
	p.follow()
}

// leads reports whether others follow this person.
func (p *session) leads() bool { return p.server.room.Floor().Leads(&p.guest.Who) }

// follow takes a place in the group that sees what this person sees.
func (p *session) follow() {
	was := p.place
	theme := p.taste.theme(p.profile)
	p.place = p.server.hub.join(p.look())
	if was != nil {
		p.server.hub.leave(was)
	}
	if p.profile > colorprofile.ASCII {
		p.write(followOn + ground(kit.NewStyles(theme)))
		return
	}
	p.write(followOn)
}

// look is what the picture of this person depends on.
func (p *session) look() look {
	unit := ""
	if f := p.server.room.Floor(); f.Poll != nil || f.Box != nil {
		unit = p.guest.Who.Unit
	}
	return look{w: p.request.size.w, h: p.request.size.h, lang: p.taste.prefs.Lang, theme: p.taste.theme(p.profile),
		profile: p.profile, role: p.guest.Who.Role, unit: unit}
}

func (p *session) unfollow() {
	if p.place != nil {
		p.server.hub.leave(p.place)
		p.place = nil
	}
}

// paint brings the screen up to the group's newest picture.
func (p *session) paint() {
	if p.place.group.look != p.look() { // a vote has begun, or ended
		p.follow()
		return
	}
	b, ok := p.place.next()
	if !ok {
		p.end(lang.Sayf("màn hình gặp lỗi; hãy vào lại", "the screen failed; come in again"))
		return
	}
	if len(b) == 0 {
		return
	}
	if _, err := p.term.Write(b); err != nil {
		p.dead = true
	}
}

func (p *session) repaint() {
	p.place.forget()
	p.place.nudge()
}
