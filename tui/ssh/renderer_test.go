package ssh

import (
	"context"
	"fmt"
	"net"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/meeting"
	"thidua/scoring"
)

// Those who would see the same share one rendering; nobody else does.
func TestOneRenderingForAll(t *testing.T) {
	h := startServer(t)
	var all []*client
	for i := range 6 {
		all = append(all, h.join(fmt.Sprintf("Observer %d", i), scoring.Observer, "", 100, 30))
		all[i].shows(t, "following")
	}
	other := h.join("Observer of another size", scoring.Observer, "", 101, 30)
	other.shows(t, "following")
	eventually(t, "everybody to be drawn", func() bool { return h.sharing() == 7 })
	h.quiet()
	for i := range 5 {
		before, bytes := h.renderer.rendered.Load(), all[0].count()
		h.decide(i + 20)
		for _, c := range append(all, other) {
			c.shows(t, h.decisions())
		}
		if got := h.renderer.rendered.Load() - before; got != 2 {
			t.Errorf("%d renderings for two sizes", got)
		}
		if all[0].text() != all[5].text() {
			t.Error("two who share see different things")
		}
		if n := all[0].count() - bytes; n > 2000 {
			t.Errorf("a decision takes %d bytes", n)
		}
	}
	for _, c := range all {
		c.conn.Close()
	}
	other.conn.Close()
	eventually(t, "the views to end", func() bool { return h.views() == 0 })
}

func (c *client) count() int {
	c.Mu.Lock()
	defer c.Mu.Unlock()
	return len(c.All)
}

func (h *harness) views() int {
	h.renderer.mu.Lock()
	defer h.renderer.mu.Unlock()
	return len(h.renderer.views)
}

// quiet waits until everything that has come is drawn.
func (h *harness) quiet() {
	h.t.Helper()
	eventually(h.t, "quiet", func() bool {
		h.renderer.mu.Lock()
		defer h.renderer.mu.Unlock()
		return len(h.renderer.queue) == 0 && h.renderer.drawing == 0
	})
}

// tap is a connection whose owner can stop reading.
type tap struct {
	net.Conn
	mu sync.Mutex
}

func (c *tap) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p[:min(len(p), 1024)])
	c.mu.Lock()
	defer c.mu.Unlock()
	return n, err
}

// joinTapped is somebody coming in whose connection can be made to stall.
func (h *harness) joinTapped(name string) (*client, *tap) {
	h.t.Helper()
	key := h.invite(name, scoring.Observer, "")
	raw, err := net.Dial("tcp", h.addr)
	if err != nil {
		h.t.Fatal(err)
	}
	if err := raw.(*net.TCPConn).SetReadBuffer(8 << 10); err != nil {
		h.t.Fatal(err)
	}
	taps := &tap{Conn: raw}
	conn, chans, requests, err := gossh.NewClientConn(taps, h.addr,
		&gossh.ClientConfig{User: "any", Auth: []gossh.AuthMethod{gossh.PublicKeys(key)},
			HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		h.t.Fatal(err)
	}
	c := h.enter(gossh.NewClient(conn, chans, requests), 120, 40)
	c.shows(h.t, "theo chủ tọa")
	return c, taps
}

// A client that stops reading holds nobody up, and is put out.
func TestSlowReader(t *testing.T) {
	h := startServer(t, func(h *harness) { h.limiter.writeTimeout = 2 * time.Second })
	quick := h.join("Observer", scoring.Observer, "", 120, 40)
	quick.shows(t, "following")
	slow, taps := h.joinTapped("Slow")
	taps.mu.Lock()
	for i := 0; len(h.sessions.all()) == 2; i++ {
		h.decide(i)
		quick.shows(t, h.decisions())
		if _, err := slow.in.Write([]byte("\x12")); err != nil {
			break // it has been put out
		}
	}
	taps.mu.Unlock()
	eventually(t, "the slow one to be gone", func() bool { return len(h.here()) == 1 })
	if !h.logged.has("went", "Slow") {
		t.Error("nothing in the log")
	}
	h.decide(50)
	quick.shows(t, h.decisions())
}

// Hundreds of connections that never sign in do not keep anybody out.
func TestHalfOpen(t *testing.T) {
	n := mostByAddress + 30
	if *long {
		n = 500
	}
	h := startServer(t)
	first := h.join("Observer one", scoring.Observer, "", 80, 24)
	first.shows(t, "following")
	for i := range n {
		c, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if i%3 == 0 {
			fmt.Fprint(c, "SSH-2.0-x\r\n")
		}
		if i%3 == 1 {
			fmt.Fprint(c, strings.Repeat("garbage\x00\xff", 100))
		}
	}
	h.decide(1)
	first.shows(t, h.decisions())
	second := h.join("Observer two", scoring.Observer, "", 80, 24)
	second.shows(t, h.decisions())
	h.limiter.mu.Lock()
	defer h.limiter.mu.Unlock()
	if len(h.limiter.waiting) > mostByAddress {
		t.Errorf("%d wait", len(h.limiter.waiting))
	}
}

// What ends leaves nothing running.
func TestNothingIsLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	t.Run("room", func(t *testing.T) {
		h := startServer(t, func(h *harness) { h.idle = time.Hour }) // nothing that waits for it may stay
		for i := range 5 {
			c := h.join(fmt.Sprint("Observer ", i), scoring.Observer, "", 80+i, 24)
			c.shows(t, "following")
			if i%2 == 0 {
				c.press("\x1b[6~")
			}
		}
		h.room.Lead(nil, meeting.Stand{Screen: "board", Unit: -1, Node: -1})
		h.pending.mu.Lock()
		defer h.pending.mu.Unlock()
		if n := len(h.pending.waiting); n > 0 {
			t.Errorf("%d wait for their session", n)
		}
	})
	eventually(t, "all goroutines to end", func() bool { return runtime.NumGoroutine() <= before })
}

// A picture that cannot be made at all ends the session, with a sentence.
func TestNoPicture(t *testing.T) {
	h := startServer(t, func(h *harness) {
		real := h.newScreen
		h.newScreen = func(ctx context.Context, v screenOptions) Screen {
			return fragile{real(ctx, v), func() bool { return true }}
		}
	})
	c := h.join("Observer", scoring.Observer, "", 80, 24)
	if err := c.ends(); err != nil {
		t.Error(err)
	}
	c.shows(t, "the screen failed")
}
