package ssh

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/colorprofile"
	gossh "golang.org/x/crypto/ssh"

	"thidua/scoring/lang"
	"thidua/tui/paint"
)

// session is one person at one terminal. It follows, with others who see the same, or looks around alone. All of it
// happens on one goroutine, run; the others only bring it something.
type session struct {
	server  *Server
	log     *slog.Logger
	guest   Guest
	prefs   preferences
	request request
	profile colorprofile.Profile
	ch      gossh.Channel
	term    *terminal

	ctx    context.Context
	cancel context.CancelFunc
	sizes  chan size      // the newest
	typed  chan []byte    // from the terminal; closed when it has hung up
	ending chan ending    // a reason to end; holds one
	bell   chan struct{}  // holds one
	told   chan lang.Text // holds one: what is said to the person who follows, with the bell
	said   lang.Text      // what was, over every picture until a key is pressed
	keys   keyboard
	esc    *time.Timer  // until a lone ESC is a key
	viewer *viewer      // in a view; nil while there is a screen of the person's own
	own    *own         // a screen of the person's own; nil while following
	synced bool         // the terminal knows synchronized output
	dead   bool         // the other side has gone
	beats  atomic.Int64 // of life so far
}

// startSession begins the session of somebody who has signed in.
func (s *Server) startSession(conn *gossh.ServerConn, w *limitedConn, ch gossh.Channel,
	requests <-chan *gossh.Request, r request) {
	id := conn.Permissions.Extensions[extGuest]
	guest, ok := s.guests.ByID(id)[id]
	log := s.log.With("who", guest.Who.Name, "role", guest.Who.Role, "from", conn.RemoteAddr().String(), "by",
		conn.Permissions.Extensions[extHow])
	if !ok {
		s.limitedLog.note(conn.RemoteAddr(), "refused", "session", "why", "not invited any more")
		refuse(ch, revoked().why, r.lang(), 1)
		return
	}
	if why, ok := rightDoor(guest.Who.Role, r.copy); !ok {
		s.limitedLog.note(conn.RemoteAddr(), "refused", "session", "who", guest.Who.Name, "why", why.In(lang.EN))
		refuse(ch, why, r.lang(), 1)
		return
	}
	if r.copy {
		s.replaceCopy(guest.ID)
	}
	p := s.newSession(conn, ch, guest, r, log)
	defer p.cancel()
	if why, ok := s.sessions.add(p); !ok {
		s.limitedLog.note(conn.RemoteAddr(), "refused", "session", "who", guest.Who.Name, "why", why.In(lang.EN))
		refuse(ch, why, r.lang(), 1)
		return
	}
	defer s.sessions.remove(p)
	s.pending.remove(w)
	if r.copy {
		p.keepCopy(conn, requests)
		return
	}
	p.show(conn, requests)
}

// show is the session of somebody at a terminal.
func (p *session) show(conn *gossh.ServerConn, requests <-chan *gossh.Request) {
	s := p.server
	gone := s.room.Come(&p.guest.Who)
	defer gone()
	if p.isWall() {
		defer s.opts.Wall.Attach()()
	}
	r := p.request
	p.event("came", "client", forLog(string(conn.ClientVersion())), "term", forLog(r.term),
		"width", r.size.w, "height", r.size.h)
	go guard(p.log, "requests", p.cancel, func() {
		s.handleRequests(requests, p.sizes)
		p.end(ending{why: lang.Sayf("cửa sổ đã đóng", "the terminal was closed")})
		p.cancel()
	})
	typed := p.typed
	go guard(p.log, "reader", p.cancel, func() { p.read(typed) })
	go guard(p.log, "keepalive", p.cancel, func() { p.keepAlive(conn) })
	end := screenFailed()
	guard(p.log, "session", nil, func() { end = p.run() })
	p.close(end)
	p.event("went", "why", end.why.In(lang.EN))
}

func (s *Server) newSession(conn *gossh.ServerConn, ch gossh.Channel, guest Guest, r request,
	log *slog.Logger) *session {
	p := &session{server: s, log: log, guest: guest, request: r, ch: ch, profile: r.profile(),
		sizes: make(chan size, 1), typed: make(chan []byte), ending: make(chan ending, 1),
		bell: make(chan struct{}, 1), told: make(chan lang.Text, 1), esc: time.NewTimer(time.Hour)}
	p.esc.Stop()
	p.ctx, p.cancel = context.WithCancel(s.ctx)
	p.loadPrefs()
	p.term = newTerminal(ch, s.limiter.writeTimeout, func() {
		p.event("dropped", "why", "takes nothing")
		p.cancel()
		conn.Close()
	})
	return p
}

// loadPrefs takes the person's choices as they are now.
func (p *session) loadPrefs() {
	p.prefs = p.server.prefs.get(p.guest.ID)
	if !p.prefs.chosen {
		p.prefs.display.Lang = p.request.lang()
	}
}

// event writes to the log what happened to the session, unless that happens to its person all the time.
func (p *session) event(msg string, args ...any) {
	p.server.limitedLog.guest(p.log, p.guest.Who.Name, msg, args...)
}

// run is the session from beginning to end; it gives the reason of the end.
func (p *session) run() (e ending) {
	if !p.request.ear { // whose terminal has no modes
		p.write(paint.On + paint.Questions)
	}
	p.begin()
	defer p.unfollow()
	defer p.stopOwn()
	for e.why == nil && !p.dead {
		e = p.step()
	}
	if e.why == nil {
		return lost()
	}
	return e
}

// step waits for whatever comes next, and deals with it. It gives a reason to end, if that is one.
func (p *session) step() ending {
	select {
	case <-p.ctx.Done():
		return p.endOf()
	case e := <-p.ending:
		return e
	case b, ok := <-p.typed:
		if !ok { // nothing more will be typed; it can still be looked at
			p.typed = nil
			return ending{}
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
		if p.viewer != nil { // who follows may have a ballot to cast, also where the picture of all is as it was
			p.paint()
		}
	case text := <-p.told:
		p.write("\a")
		if p.viewer != nil { // else a screen of its own says it
			p.said = text
			p.say()
		}
	case <-p.viewer.woken():
		p.paint()
	case <-p.own.woken():
		p.paintOwn()
	case end := <-p.own.isOver():
		return p.ownEnded(end)
	}
	return ending{}
}

func (p *session) write(s string) {
	if s == "" {
		return
	}
	if _, err := p.term.Write([]byte(s)); err != nil {
		p.dead = true
	}
}
