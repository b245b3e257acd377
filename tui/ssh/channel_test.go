package ssh

import (
	"errors"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/scoring"
)

// session opens a session of an observer, and does no more.
func (h *harness) session(name string) (*gossh.Client, *gossh.Session) {
	h.t.Helper()
	conn, err := h.dial(name, gossh.PublicKeys(h.invite(name, scoring.Observer, "")))
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { conn.Close() })
	sess, err := conn.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	return conn, sess
}

// Only the meeting is to be had, and only at a terminal; who wants something else is told in a sentence.
func TestNothingElse(t *testing.T) {
	h := startServer(t)
	for name, tt := range map[string]struct {
		ask  func(*gossh.Session) error
		want string
	}{
		"exec": {func(s *gossh.Session) error { return s.Run("id") }, "không kèm lệnh"},
		"exec, English": {func(s *gossh.Session) error {
			return errors.Join(s.Setenv("LANG", "en_US.UTF-8"), s.Run("id"))
		}, "No commands are run here"},
		"subsystem": {func(s *gossh.Session) error { return errors.Join(s.RequestSubsystem("sftp"), s.Wait()) },
			"chép tệp"},
		"no terminal": {func(s *gossh.Session) error { return errors.Join(s.Shell(), s.Wait()) }, "ssh -t"},
		"dumb terminal": {func(s *gossh.Session) error {
			return errors.Join(s.RequestPty("dumb", 24, 80, nil), s.Shell(), s.Wait())
		}, "TERM=dumb"},
		"hostile terminal": {func(s *gossh.Session) error {
			return errors.Join(s.RequestPty("", 24, 80, nil), s.Shell(), s.Wait())
		}, "TERM="},
	} {
		t.Run(name, func(t *testing.T) {
			conn, sess := h.session("observer " + name)
			defer conn.Close()
			var said strings.Builder
			sess.Stderr = &said
			err := tt.ask(sess)
			if name == "subsystem" {
				if err != nil && said.Len() == 0 { // nothing reads what is said before a session begins
					return
				}
			}
			var exit *gossh.ExitError
			if !errors.As(err, &exit) || exit.ExitStatus() != 1 || !strings.Contains(said.String(), tt.want) {
				t.Errorf("%v, said %q, want %q", err, said.String(), tt.want)
			}
		})
	}
}

func TestRefusedRequests(t *testing.T) {
	h := startServer(t)
	conn, sess := h.session("observer")
	for _, typ := range []string{"auth-agent-req@openssh.com", "x11-req", "break", "nonsense"} {
		if ok, err := sess.SendRequest(typ, true, make([]byte, 40)); ok || err != nil {
			t.Errorf("%s: %v, %v", typ, ok, err)
		}
	}
	for name, want := range map[string]bool{"LANG": true, "LC_ALL": true, "COLORTERM": true, "NO_COLOR": true,
		"LD_PRELOAD": false, "PATH": false, "BASH_ENV": false} {
		if got := sess.Setenv(name, "en"); (got == nil) != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if sess.Setenv("LANG", strings.Repeat("x", longestEnv+1)) == nil {
		t.Error("an endless variable is taken")
	}
	for i := 0; ; i++ {
		if sess.Setenv("LC_TIME", "vi") != nil {
			break
		}
		if i > mostEnv {
			t.Fatal("any number of variables is taken")
		}
	}
	if ok, _, err := conn.SendRequest("tcpip-forward", true, gossh.Marshal(struct {
		Addr string
		Port uint32
	}{"0.0.0.0", 0})); ok || err != nil {
		t.Errorf("listening for others: %v, %v", ok, err)
	}
	for _, typ := range []string{"direct-tcpip", "session", "x11", "tun@openssh.com"} {
		if ch, _, err := conn.OpenChannel(typ, nil); err == nil {
			ch.Close()
			t.Errorf("a channel %s beside the session", typ)
		}
	}
	if _, err := conn.Dial("tcp", h.addr); err == nil {
		t.Error("connected through the meeting")
	}
}

// Whoever has signed in and asks for nothing is not kept.
func TestNothingAsked(t *testing.T) {
	h := startServer(t, func(h *harness) { h.pending.timeout = 50 * time.Millisecond })
	for name, ask := range map[string]func(*gossh.Client){
		"no session": func(*gossh.Client) {},
		"no shell": func(c *gossh.Client) {
			if sess, err := c.NewSession(); err == nil {
				_ = sess.Setenv("LANG", "en")
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			conn, err := h.dial("observer", gossh.PublicKeys(h.invite("Observer", scoring.Observer, "")))
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			ask(conn)
			gone := make(chan error, 1)
			go func() { gone <- conn.Wait() }()
			select {
			case <-gone:
			case <-time.After(patience):
				t.Error("still connected")
			}
			if !h.logged.has("level=INFO", "put out", "asked for nothing") {
				t.Error("nothing in the log")
			}
		})
	}
}

// However often a person signs in without a session, only a few of the connections stay, the newest; and none of them
// keeps the person's sessions out.
func TestSignedInForNothing(t *testing.T) {
	h := startServer(t)
	key := h.invite("Observer", scoring.Observer, "")
	var gone []chan error
	for i := range 3 * mostPending {
		auth := gossh.PublicKeys(key)
		if i%2 == 0 {
			auth = gossh.Password("code-observer")
		}
		conn, err := h.dial("observer", auth)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if i%3 == 0 {
			if _, err := conn.NewSession(); err != nil {
				t.Fatal(err)
			}
		}
		ended := make(chan error, 1)
		go func() { ended <- conn.Wait() }()
		gone = append(gone, ended)
	}
	for _, ended := range gone[:2*mostPending] {
		select {
		case <-ended:
		case <-time.After(patience):
			t.Fatal("still connected")
		}
	}
	conn, err := h.dial("observer", gossh.PublicKeys(key))
	if err != nil {
		t.Fatal(err)
	}
	c := h.enter(conn, 80, 24, "LANG=en")
	c.shows(t, "following")
	h.pending.mu.Lock()
	defer h.pending.mu.Unlock()
	if n := len(h.pending.waiting["id-observer"]); n != mostPending-1 {
		t.Errorf("%d wait", n)
	}
}
