package ssh

import (
	"slices"
	"strings"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"thidua/data/follow"
	"thidua/scoring/lang"
)

// request is what a client says about its terminal before it asks for the meeting.
type request struct {
	term string
	size size
	pty  bool
	ear  bool     // lines of text instead of pictures
	copy bool     // the record, for a standby
	env  []string // only what says something about language and colours
}

// size is that of a terminal, in cells.
type size struct{ w, h int }

// The sizes that are drawn for. What a client claims beyond them is its own matter.
const (
	widest  = 500
	highest = 300
)

func sized(w, h uint32) size {
	return size{int(min(max(w, 1), widest)), int(min(max(h, 1), highest))}
}

const (
	mostEnv    = 16  // variables of one session
	longestEnv = 128 // bytes of a value
)

// wanted reports whether a variable says something that matters here. Nothing is run, so that none can do harm; the
// rest is simply nobody's business.
func wanted(name string) bool {
	return strings.HasPrefix(name, "LC_") || slices.Contains([]string{"LANG", "COLORTERM", "TERM", "NO_COLOR"}, name)
}

// handleChannel takes one channel of a connection: a session with a terminal, or nothing.
func (s *Server) handleChannel(_ *ssh.Server, conn *gossh.ServerConn, incoming gossh.NewChannel, ctx ssh.Context) {
	guard(s.log, "channel", func() { conn.Close() }, func() { s.acceptChannel(conn, incoming, ctx) })
}

// usedKey is where a connection's context notes that it has its session.
type usedKey struct{}

func (s *Server) acceptChannel(conn *gossh.ServerConn, incoming gossh.NewChannel, ctx ssh.Context) {
	ctx.Lock()
	used := ctx.Value(usedKey{}) != nil
	ctx.SetValue(usedKey{}, true)
	ctx.Unlock()
	if used {
		s.limitedLog.note(conn.RemoteAddr(), "refused", "channel", "type", forLog(incoming.ChannelType()), "why",
			"one session a connection")
		_ = incoming.Reject(gossh.Prohibited, "one session a connection")
		return
	}
	ch, requests, err := incoming.Accept()
	if err != nil {
		return // it has hung up
	}
	defer conn.Close()
	if r, ok := s.negotiate(conn, ch, requests); ok {
		w, _ := ctx.Value(connKey{}).(*limitedConn)
		s.startSession(conn, w, ch, requests, r)
	} else {
		go gossh.DiscardRequests(requests)
	}
	_ = ch.Close() // it may be closed already
	s.awaitHangUp(conn)
}

// hangUpTimeout is how long a client has to hang up by itself. If it is hung up on, it takes that for a broken
// connection.
const hangUpTimeout = 2 * time.Second

// awaitHangUp waits until a client has hung up, but not for long.
func (s *Server) awaitHangUp(conn *gossh.ServerConn) {
	gone := make(chan struct{})
	go func() {
		_ = conn.Wait() // for whatever reason
		close(gone)
	}()
	select {
	case <-gone:
	case <-s.ctx.Done():
	case <-time.After(hangUpTimeout):
	}
}

// refuseChannel answers those who want something else than a session.
func (s *Server) refuseChannel(_ *ssh.Server, conn *gossh.ServerConn, incoming gossh.NewChannel, _ ssh.Context) {
	s.limitedLog.note(conn.RemoteAddr(), "refused", "channel", "type", forLog(incoming.ChannelType()))
	_ = incoming.Reject(gossh.Prohibited, "only the meeting is here: no forwarding, no files, no agent")
}

// refuseForwarding answers those who want others to come in through here.
func (s *Server) refuseForwarding(ctx ssh.Context, _ *ssh.Server, req *gossh.Request) (bool, []byte) {
	s.limitedLog.note(ctx.RemoteAddr(), "refused", "forwarding", "type", forLog(req.Type))
	return false, nil
}

// negotiate hears what a client wants, until it asks for the meeting. ok is false where it wanted something else, and
// was told.
func (s *Server) negotiate(conn *gossh.ServerConn, ch gossh.Channel,
	requests <-chan *gossh.Request) (r request, ok bool) {
	for req := range requests {
		switch req.Type {
		case "pty-req":
			var p struct {
				Term       string
				W, H, X, Y uint32
				Modes      string
			}
			good := !r.pty && gossh.Unmarshal(req.Payload, &p) == nil
			if good {
				r.pty, r.term, r.size = true, shortened(p.Term), sized(p.W, p.H)
			}
			_ = req.Reply(good, nil)
		case "env":
			_ = req.Reply(r.setEnv(req.Payload), nil)
		case "window-change":
			if z, good := resized(req.Payload); good {
				r.size = z
			}
		case "shell":
			_ = req.Reply(true, nil)
			if ok = r.usable(ch); !ok {
				s.limitedLog.note(conn.RemoteAddr(), "refused", "terminal", "pty", r.pty, "term", forLog(r.term))
			}
			return r, ok
		case "exec", "subsystem":
			if r.ear = req.Type == "exec" && named(req.Payload, plainCommand); r.ear {
				_ = req.Reply(true, nil)
				return r, r.usable(ch)
			}
			if r.copy = req.Type == "subsystem" && named(req.Payload, follow.Subsystem); r.copy {
				_ = req.Reply(true, nil)
				return r, true
			}
			s.limitedLog.note(conn.RemoteAddr(), "refused", req.Type)
			_ = req.Reply(true, nil)
			refuse(ch,
				lang.Sayf("Ở đây không chạy lệnh hay chép tệp: chỉ có cuộc họp. Gõ lại không kèm lệnh.",
					"No commands are run here and no files copied: there is only the meeting. Type it again without "+
						"a command."), r.lang(), 1)
			return r, false
		default: // agent, X11, signals: no
			_ = req.Reply(false, nil)
		}
	}
	return r, false
}

// named reports whether a command or subsystem that is asked for is of a name.
func named(payload []byte, name string) bool {
	var c struct{ Name string }
	return gossh.Unmarshal(payload, &c) == nil && c.Name == name
}

func (r *request) setEnv(payload []byte) bool {
	var v struct{ Name, Value string }
	if gossh.Unmarshal(payload, &v) != nil || !wanted(v.Name) || len(v.Value) > longestEnv || len(r.env) >= mostEnv {
		return false
	}
	r.env = append(r.env, v.Name+"="+v.Value)
	return true
}

func resized(payload []byte) (size, bool) {
	var p struct{ W, H, X, Y uint32 }
	err := gossh.Unmarshal(payload, &p)
	return sized(p.W, p.H), err == nil
}

// usable reports whether a terminal can show the meeting; who has none is told.
func (r *request) usable(ch gossh.Channel) bool {
	switch {
	case !r.pty:
		refuse(ch,
			lang.Sayf("Cần một cửa sổ dòng lệnh: gõ lại với ssh -t.",
				"A terminal is needed: type it again with ssh -t."), r.lang(), 1)
	case r.term == "" || r.term == "dumb":
		refuse(ch,
			lang.Sayf("Cửa sổ này (TERM=%s) không vẽ được màn hình; dùng một cửa sổ dòng lệnh thường.",
				"This terminal (TERM=%s) cannot draw a screen; use an ordinary one.", lang.Both(r.term)), r.lang(), 1)
	default:
		return true
	}
	return false
}

// refuse writes a sentence to somebody without a screen, and ends the session.
func refuse(ch gossh.Channel, text lang.Sayer, l lang.Lang, code uint32) {
	_, _ = ch.Stderr().Write([]byte(text.In(l) + "\r\n"))
	sendExit(ch, code)
}

// sendExit ends a session as clients expect it: with an exit status.
func sendExit(ch gossh.Channel, code uint32) {
	_, _ = ch.SendRequest("exit-status", false, gossh.Marshal(struct{ Code uint32 }{code}))
	_ = ch.CloseWrite()
	_ = ch.Close()
}

// handleRequests answers requests while the session runs: only that the terminal has another size.
func (s *Server) handleRequests(requests <-chan *gossh.Request, sizes chan size) {
	for req := range requests {
		z, good := resized(req.Payload)
		if good = good && req.Type == "window-change"; good {
			select { // of several the newest counts
			case <-sizes:
			default:
			}
			sizes <- z // there is room: only this goroutine sends
		}
		if req.WantReply {
			_ = req.Reply(good, nil)
		}
	}
}
