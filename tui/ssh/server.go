// Package ssh lets people into a meeting with plain ssh, each with the rights of their role.
//
// A person who follows the one who leads shares one picture with all who would see the same: it is drawn once, what has
// changed is put into bytes once, and each session's own goroutine sends it. A session that is slow finds the newest
// picture when it is ready for one, and misses those between; nobody waits for it. Whoever presses a key gets a program
// of their own, and comes back to the shared picture by following again.
//
// Nothing that a stranger sends is trusted or grows without bound: connections that have not signed in, passcodes,
// sizes, texts, and the time that anything may take are all limited. This is the only package that knows the SSH
// protocol.
package ssh

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"strings"
	"sync"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui"
)

// Options are what a server is made of.
type Options struct {
	Meeting Meeting
	Room    *meeting.Room
	Access  string       // the list of guests, a path
	HostKey []byte       // PEM
	By      string       // who records the invitations that wait for it
	Log     *slog.Logger // who came and went, and what was refused; nil: nobody wants to know
}

// GCPercent is how much a program that serves should let its memory grow before it collects what is not needed any
// more. Each decision makes a picture for every size of terminal and throws the last one away: collecting twice as
// often would cost more than drawing them.
const GCPercent = 300

// Meeting is what the server needs of a meeting.
type Meeting = tui.Meeting

// Server lets people in while it runs.
type Server struct {
	log    *slog.Logger
	opts   Options
	guests Guests
	room   *meeting.Room
	view   newScreen
	// after which somebody who follows again shares the picture again
	rest  time.Duration
	pulse func() (beats <-chan time.Time, stop func()) // when a session asks for a sign of life
	esc   time.Duration                                // after which ESC is a key, and not the beginning of one

	ctx    context.Context
	cancel context.CancelFunc
	ssh    *ssh.Server
	hub    *hub
	gate   gate
	lobby  lobby
	door   *door
	tally  *tally
	crowd  crowd
	memory memory
	tasks  sync.WaitGroup

	begun    sync.Mutex // guards what follows: who closes may be faster than who begins
	listener net.Listener
	over     bool
}

const (
	restTime  = 3 * time.Second
	writeTime = 10 * time.Second
	askTime   = 30 * time.Second // for somebody who has signed in to ask for the meeting
	byeTime   = 3 * time.Second  // for everybody's farewell
)

// New makes a server. It runs from Serve on.
func New(o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{log: o.Log, opts: o, room: o.Room, rest: restTime, pulse: pulse, esc: escTime,
		view: screens(o.Meeting, o.Room)}
	s.gate.patience, s.lobby.patience = writeTime, askTime
	s.guests = newListed(o.Access, o.Meeting, o.Log)
	if err := s.prepare(time.Now, time.After); err != nil {
		return nil, err
	}
	return s, nil
}

// prepare puts the parts together.
func (s *Server) prepare(clock func() time.Time, wait func(time.Duration) <-chan time.Time) (err error) {
	s.crowd.ofOne = mostOfOne
	s.gate.lobby = &s.lobby
	s.lobby.tooLate = func(w *wire) { s.tally.note(w.RemoteAddr(), "put out", "idle", "why", "asked for nothing") }
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.door = newDoor(s.guests, clock, wait)
	s.tally = newTally(s.log, clock)
	s.ssh, err = wish.NewServer(
		wish.WithHostKeyPEM(s.opts.HostKey),
		wish.WithVersion("thidua"),
		func(srv *ssh.Server) error {
			srv.ServerConfigCallback = s.config
			srv.ConnCallback = func(ctx ssh.Context, c net.Conn) net.Conn {
				w := s.gate.enter(c)
				ctx.SetValue(wireKey{}, w)
				return w
			}
			srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.channel, "default": s.refuseChannel}
			srv.RequestHandlers = map[string]ssh.RequestHandler{"tcpip-forward": s.refuseForwarding,
				"streamlocal-forward@openssh.com": s.refuseForwarding}
			srv.ConnectionFailedCallback = s.failed
			return nil
		},
	)
	return err
}

// failed notes a connection that came to nothing.
func (s *Server) failed(c net.Conn, err error) {
	s.tally.note(c.RemoteAddr(), "came to nothing", "connection", "why", told(err.Error()))
}

// Serve lets people in until Close. It may be called once.
func (s *Server) Serve(l net.Listener) error {
	if !s.begin(l) {
		return l.Close()
	}
	if err := s.ssh.Serve(l); !errors.Is(err, ssh.ErrServerClosed) && s.ctx.Err() == nil {
		return err
	}
	return nil
}

// begin starts what runs beside the sessions; false if the server has been closed already.
func (s *Server) begin(l net.Listener) bool {
	s.begun.Lock()
	defer s.begun.Unlock()
	if s.over {
		return false
	}
	s.listener = l
	s.hub = newHub(s.ctx, s.log, s.group)
	s.start("changes", s.watch)
	if guests, ok := s.guests.(*listed); ok {
		s.start("guests", func() { guests.tend(s.ctx, s.opts.By, s.checkGuests) })
	}
	return true
}

func (s *Server) start(what string, f func()) {
	s.tasks.Go(func() { guard(s.log, what, nil, f) })
}

// group makes the screen of a group: nobody's in particular.
func (s *Server) group(ctx context.Context, l look) Screen {
	return s.view(ctx,
		viewing{Prefs: tui.Prefs{Lang: l.lang, Theme: l.theme}, noColor: l.theme == "mono",
			who: meeting.Who{Role: l.role, Unit: l.unit}})
}

// Close ends all sessions with a sentence, and the server.
func (s *Server) Close(why lang.Sayer) error {
	s.crowd.close(why)
	left := make(chan struct{})
	go func() {
		s.crowd.empty.Wait()
		close(left)
	}()
	select {
	case <-left:
	case <-time.After(byeTime):
	}
	s.begun.Lock()
	defer s.begun.Unlock()
	s.over = true
	s.cancel()
	err := s.ssh.Close()
	if s.listener != nil {
		err = errors.Join(err, s.listener.Close())
	}
	s.tasks.Wait()
	s.tally.sumUp(true)
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

// told is text of a client for the log.
func told(s string) string { return clean.Show(strings.TrimSpace(shortened(s))) }
