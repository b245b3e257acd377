package ssh

import (
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/scoring"
)

func tcp(a, b byte) net.Addr {
	return net.TCPAddrFromAddrPort(netip.AddrPortFrom(netip.AddrFrom4([4]byte{10, 0, a, b}), 4711))
}

// A flood takes a few lines, and the last of an address says how much there was.
func TestLogOfAFlood(t *testing.T) {
	c, l := &clock{now: time.Unix(1e9, 0)}, &logged{}
	tl := newLimitedLog(slog.New(slog.NewTextHandler(l, nil)), c.Now, &networks{clock: c.Now})
	for range 1000 {
		tl.note(tcp(0, 1), "refused", "exec", "who", "one")
	}
	tl.note(tcp(0, 1), "came to nothing", "connection")
	tl.note(tcp(0, 2), "refused", "exec", "who", "other")
	if n := strings.Count(l.String(), "\n"); n != mostOneByOne+1 ||
		!l.has("msg=refused from=10.0.0.2:4711 what=exec who=other") {
		t.Errorf("%d lines:\n%s", n, l)
	}
	tl.sumUp(false)
	if l.has("more like that") {
		t.Error("the period is not over")
	}
	c.pass(logPeriod)
	tl.sumUp(false)
	if !l.has("more like that", "from=10.0.0.1/32", "connection=1", fmt.Sprint("exec=", 1000-mostOneByOne)) ||
		strings.Count(l.String(), "more like that") != 1 {
		t.Errorf("no sum of the period:\n%s", l)
	}
	if len(tl.addresses) > 0 {
		t.Errorf("%d addresses are kept", len(tl.addresses))
	}
	for i := range 10000 {
		tl.note(tcp(byte(i>>8), byte(i)), "refused", "exec")
	}
	if len(tl.addresses) > mostAddresses+1 {
		t.Errorf("%d addresses are kept", len(tl.addresses))
	}
	tl.sumUp(true)
	if !l.has("more like that", "from=elsewhere") {
		t.Errorf("no sum of the others:\n%s", l)
	}
	if n := strings.Count(l.String(), "\n"); n > 200 {
		t.Errorf("%d lines", n)
	}
}

// A guest who comes and goes all the time takes a few lines in the log, and nobody else's are missing.
func TestLogOfAGuestWhoComesAndGoes(t *testing.T) {
	h := startServer(t)
	key := h.invite("Observer", scoring.Observer, "")
	const times = 20
	for range times {
		c := h.enter(h.signIn("observer", key), 80, 24)
		c.shows(t, "theo chủ tọa")
		c.conn.Close()
		eventually(t, "an empty room", func() bool { return len(h.here()) == 0 })
	}
	h.join("Reviewer", scoring.Reviewer, h.unit(0), 80, 24).shows(t, "following")
	if n := strings.Count(h.logged.String(), "who=Observer"); n > mostOneByOne {
		t.Errorf("%d lines about one guest", n)
	}
	if !h.logged.has("came", "who=Reviewer") {
		t.Error("another guest is missing")
	}
	h.clock.pass(logPeriod)
	h.limitedLog.sumUp(false)
	if !h.logged.has("more like that", "who=Observer", "came=", "went=") {
		t.Errorf("no sum:\n%s", h.logged)
	}
}

// The log says what was refused, at the level that is written.
func TestRefusedInLog(t *testing.T) {
	h := startServer(t)
	for what, ask := range map[string]func(*gossh.Client, *gossh.Session){
		"what=exec": func(_ *gossh.Client, s *gossh.Session) { _ = s.Run("id") },
		"what=subsystem": func(_ *gossh.Client, s *gossh.Session) {
			_ = s.RequestSubsystem("sftp")
		},
		"what=terminal pty=false": func(_ *gossh.Client, s *gossh.Session) { _ = s.Shell() },
		"what=terminal pty=true term=dumb": func(_ *gossh.Client, s *gossh.Session) {
			_ = s.RequestPty("dumb", 24, 80, nil)
			_ = s.Shell()
		},
		"what=channel type=direct-tcpip": func(c *gossh.Client, _ *gossh.Session) {
			_, _ = c.Dial("tcp", "127.0.0.1:22")
		},
		"what=channel type=session": func(c *gossh.Client, _ *gossh.Session) { _, _ = c.NewSession() },
		"what=forwarding type=tcpip-forward": func(c *gossh.Client, _ *gossh.Session) {
			_, _ = c.Listen("tcp", "127.0.0.1:0")
		},
	} {
		h.clock.pass(logPeriod)
		conn, sess := h.session("Observer")
		ask(conn, sess)
		eventually(t, what, func() bool { return h.logged.has("level=INFO msg=refused from=127.0.0.1:", what) })
		conn.Close()
	}
	h.clock.pass(logPeriod)
	conn, err := net.Dial("tcp", h.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "GET / HTTP/1.1\r\n\r\n\x00\xff")
	conn.(*net.TCPConn).CloseWrite()
	eventually(t, "garbage in the log", func() bool {
		return h.logged.has(`level=INFO msg="came to nothing" from=127.0.0.1:`, "what=connection", "why=")
	})
}
