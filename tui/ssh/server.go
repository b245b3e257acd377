package ssh

import (
	"cmp"
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
	"thidua/tui/kit"
)

// Options are what a server is made of.
type Options struct {
	Meeting Meeting
	Room    *meeting.Room
	Wall    *meeting.Wall // what the role screen is shown; nil: a wall on which nothing is ever put
	Access  string        // the list of guests, a path
	HostKey []byte        // PEM
	By      string        // who records the invitations that wait for it
	Log     *slog.Logger  // who came and went, and what was refused; nil: nobody wants to know
}

// GCPercent is how much a program that serves should let its memory grow before it collects what is not needed any
// more. Each decision makes a picture for every size of terminal and throws the last one away: collecting twice as
// often would cost more than drawing them.
const GCPercent = 300

// MemoryLimit is how many bytes such a program should not go beyond, if it can: nearer to it, it collects more often.
// It needs less, also with as many terminals as it lets in.
const MemoryLimit = 512 << 20

// Meeting is what the server needs of a meeting.
type Meeting = tui.Meeting

// Server lets people in while it runs.
type Server struct {
	log       *slog.Logger
	opts      Options
	guests    Guests
	room      *meeting.Room
	newScreen screenFunc
	idle      time.Duration                                // after which who follows again shares the picture again
	esc       time.Duration                                // after which ESC is a key, and not the beginning of one
	keepalive func() (beats <-chan time.Time, stop func()) // when a session asks for a sign of life

	ctx        context.Context
	cancel     context.CancelFunc
	ssh        *ssh.Server
	renderer   *renderer
	limiter    connLimiter
	pending    pending
	auth       *authenticator
	limitedLog *limitedLog
	sessions   sessions
	cells      cellLimiter
	prefs      preferenceStore
	tasks      sync.WaitGroup

	begun    sync.Mutex // guards what follows: who closes may be faster than who begins
	listener net.Listener
	over     bool
}

const (
	idleTime       = 3 * time.Second
	writeTimeout   = 10 * time.Second
	requestTimeout = 30 * time.Second // for somebody who has signed in to ask for the meeting
	closeTimeout   = 3 * time.Second  // for everybody to be told why
)

// New makes a server. It runs from Serve on.
func New(o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Wall == nil {
		o.Wall = meeting.NewWall()
	}
	s := &Server{log: o.Log, opts: o, room: o.Room, idle: idleTime, keepalive: keepaliveTicker, esc: escTime,
		newScreen: screens(o.Meeting, o.Room, o.Wall)}
	s.limiter.writeTimeout, s.pending.timeout = writeTimeout, requestTimeout
	s.guests = newGuestList(o.Access, o.Meeting, o.Log)
	if err := s.prepare(time.Now, time.After); err != nil {
		return nil, err
	}
	return s, nil
}

// prepare puts the parts together.
func (s *Server) prepare(clock func() time.Time, wait func(time.Duration) <-chan time.Time) (err error) {
	s.sessions.perPerson = mostPerPerson
	s.cells.perPerson = cmp.Or(s.cells.perPerson, mostCellsPerPerson)
	s.cells.inAll = cmp.Or(s.cells.inAll, mostCells)
	s.limiter.pending = &s.pending
	s.pending.onTimeout = func(c *limitedConn) {
		s.limitedLog.note(c.RemoteAddr(), "put out", "idle", "why", "asked for nothing")
	}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	near := &networks{clock: clock, read: ownNetworks}
	s.auth = newAuthenticator(s.guests, clock, near, wait)
	s.limitedLog = newLimitedLog(s.log, clock, near)
	s.ssh, err = wish.NewServer(
		wish.WithHostKeyPEM(s.opts.HostKey),
		wish.WithVersion("thidua"),
		func(srv *ssh.Server) error {
			srv.ServerConfigCallback = s.config
			srv.ConnCallback = func(ctx ssh.Context, c net.Conn) net.Conn {
				w := s.limiter.add(c)
				ctx.SetValue(connKey{}, w)
				return w
			}
			srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.handleChannel, "default": s.refuseChannel}
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
	s.limitedLog.note(c.RemoteAddr(), "came to nothing", "connection", "why", forLog(err.Error()))
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
	s.renderer = newRenderer(s.ctx, s.log, s.viewScreen)
	s.start("changes", s.watch)
	if guests, ok := s.guests.(*guestList); ok {
		s.start("guests", func() { guests.keepCurrent(s.ctx, s.opts.By, s.checkGuests) })
	}
	return true
}

func (s *Server) start(what string, f func()) {
	s.tasks.Go(func() { guard(s.log, what, nil, f) })
}

// viewScreen makes the screen of a view: nobody's in particular.
func (s *Server) viewScreen(ctx context.Context, l viewKey) Screen {
	return s.newScreen(ctx,
		screenOptions{Prefs: tui.Prefs{Lang: l.lang, Theme: l.theme}, noColor: l.theme == kit.Mono,
			signs: l.signs, who: meeting.Who{Role: l.role, Unit: l.unit}})
}

// Close ends all sessions with a sentence, and the server.
func (s *Server) Close(why lang.Sayer) error {
	s.sessions.close(why)
	left := make(chan struct{})
	go func() {
		s.sessions.empty.Wait()
		close(left)
	}()
	select {
	case <-left:
	case <-time.After(closeTimeout):
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
	s.limitedLog.sumUp(true)
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

// forLog is text of a client for the log.
func forLog(s string) string { return clean.Show(strings.TrimSpace(shortened(s))) }
