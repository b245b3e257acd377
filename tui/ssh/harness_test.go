package ssh

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// harness is a server with a meeting, and everything a test may want to see of it.
type harness struct {
	*Server
	t       testing.TB
	addr    string
	meeting *meeting.Meeting
	list    *fakeGuests
	clock   *clock
	logged  *logged
	ended   chan error
	once    sync.Once // for its end
	unhost  func()    // takes the host's own screen away
}

// fakeGuests is guests without files.
type fakeGuests struct {
	mu     sync.Mutex
	guests map[string]entry                      // by login
	guess  func(login, code string) access.Guess // nil: it is never sure
}

type entry struct {
	Guest
	key  gossh.PublicKey
	code string
}

func (l *fakeGuests) find(ok func(entry) bool) (Guest, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, e := range l.guests {
		if ok(e) {
			return e.Guest, true
		}
	}
	return Guest{}, false
}

func (l *fakeGuests) ByKey(k gossh.PublicKey) (Guest, bool) {
	return l.find(func(e entry) bool { return e.key != nil && bytes.Equal(e.key.Marshal(), k.Marshal()) })
}

// Guess knows no more than a list of an older version.
func (l *fakeGuests) Guess(login, code string) access.Guess {
	if l.guess != nil {
		return l.guess(login, code)
	}
	return access.Unsure
}

func (l *fakeGuests) ByPasscode(login, code string) (Guest, bool) {
	return l.find(func(e entry) bool {
		return e.code != "" && e.code == code && names.Slug(e.Who.Name) == names.Slug(login)
	})
}

func (l *fakeGuests) ByID(ids ...string) map[string]Guest {
	out := map[string]Guest{}
	for _, id := range ids {
		if g, ok := l.find(func(e entry) bool { return e.ID == id }); ok {
			out[id] = g
		}
	}
	return out
}

func (l *fakeGuests) revoke(login string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.guests, login)
}

// clock is the time of a test.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// logged is what the server has written to its log.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (l *logged) has(parts ...string) bool {
	for line := range strings.Lines(l.String()) {
		all := true
		for _, p := range parts {
			all = all && strings.Contains(line, p)
		}
		if all {
			return true
		}
	}
	return false
}

// startServer begins to serve the sample meeting on loopback.
func startServer(t testing.TB, change ...func(*harness)) *harness {
	t.Helper()
	m, err := demo.Meeting(nil)
	if err != nil {
		t.Fatal(err)
	}
	return serve(t, m, change...)
}

// serve begins to serve a meeting on loopback.
func serve(t testing.TB, m *meeting.Meeting, change ...func(*harness)) *harness {
	t.Helper()
	h := &harness{t: t, meeting: m, list: &fakeGuests{guests: map[string]entry{}},
		clock:  &clock{now: time.Unix(1e9, 0)},
		logged: &logged{}, ended: make(chan error, 1)}
	_, key := newKey(t)
	room, wall := meeting.NewRoom(), meeting.NewWall()
	h.Server = &Server{log: slog.New(slog.NewTextHandler(h.logged, &slog.HandlerOptions{Level: slog.LevelDebug})),
		opts: Options{Meeting: m, HostKey: key, Room: room, Wall: wall}, guests: h.list, room: room,
		idle:      time.Millisecond,
		keepalive: func() (<-chan time.Time, func()) { return nil, func() {} }, esc: escTime}
	h.newScreen = screens(m, room, wall)
	h.limiter.writeTimeout, h.pending.timeout = writeTimeout, requestTimeout
	for _, c := range change {
		c(h)
	}
	at := func(d time.Duration) <-chan time.Time {
		if d >= signInTimeout {
			return nil // never
		}
		ch := make(chan time.Time, 1)
		ch <- time.Time{}
		return ch
	}
	if err := h.prepare(h.clock.Now, at); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h.addr = l.Addr().String()
	h.unhost = room.Come(nil)
	go func() { h.ended <- h.Serve(l) }()
	t.Cleanup(h.close)
	return h
}

func (h *harness) close() { h.once.Do(h.end) }

func (h *harness) end() {
	if err := h.Close(lang.Both("the end")); err != nil {
		h.t.Errorf("close: %v", err)
	}
	if err := <-h.ended; err != nil {
		h.t.Errorf("serve: %v", err)
	}
	if err := h.meeting.Close(); err != nil {
		h.t.Error(err)
	}
	if h.t.Failed() {
		h.t.Log(h.logged.String())
	}
}

// newKey is a key of a person or a host, and its file.
func newKey(t testing.TB) (gossh.Signer, []byte) {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return signer, pem.EncodeToMemory(block)
}

// invite lets a person in, by key. The name is the role and the unit.
func (h *harness) invite(name string, role scoring.Role, unit string) gossh.Signer {
	h.t.Helper()
	key, _ := newKey(h.t)
	h.list.mu.Lock()
	defer h.list.mu.Unlock()
	login := names.Slug(name)
	h.list.guests[login] = entry{Guest: Guest{ID: "id-" + login, Who: meeting.Who{Name: name, Role: role, Unit: unit}},
		key: key.PublicKey(), code: "code-" + login}
	return key
}

// dial signs in.
func (h *harness) dial(user string, auth ...gossh.AuthMethod) (*gossh.Client, error) {
	return gossh.Dial("tcp", h.addr,
		&gossh.ClientConfig{User: user, Auth: auth, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience})
}

// signIn comes in by key.
func (h *harness) signIn(login string, key gossh.Signer) *gossh.Client {
	h.t.Helper()
	conn, err := h.dial(login, gossh.PublicKeys(key))
	if err != nil {
		h.t.Fatal(err)
	}
	return conn
}

// client is somebody's terminal.
type client struct {
	*emulator
	t    testing.TB
	conn *gossh.Client
	sess *gossh.Session
	in   io.WriteCloser
	gone chan error
}

// enter opens a terminal on a connection.
func (h *harness) enter(conn *gossh.Client, w, ht int, env ...string) *client {
	h.t.Helper()
	sess, err := conn.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	c := &client{emulator: newEmulator(w, ht), t: h.t, conn: conn, sess: sess, gone: make(chan error, 1)}
	sess.Stdout, sess.Stderr = c, c
	for _, v := range env {
		name, value, _ := strings.Cut(v, "=")
		if err := sess.Setenv(name, value); err != nil {
			h.t.Fatalf("%s: %v", v, err)
		}
	}
	if c.in, err = sess.StdinPipe(); err != nil {
		h.t.Fatal(err)
	}
	if err := sess.RequestPty("xterm-256color", ht, w, nil); err != nil {
		h.t.Fatal(err)
	}
	if err := sess.Shell(); err != nil {
		h.t.Fatal(err)
	}
	go func() { c.gone <- sess.Wait() }()
	h.t.Cleanup(func() { conn.Close() })
	return c
}

// join is somebody coming in by key, as an English speaker.
func (h *harness) join(name string, role scoring.Role, unit string, w, ht int) *client {
	h.t.Helper()
	key := h.invite(name, role, unit)
	return h.enter(h.signIn(names.Slug(name), key), w, ht, "LANG=en_GB.UTF-8")
}

func (c *client) press(keys string) {
	c.t.Helper()
	if _, err := io.WriteString(c.in, keys); err != nil {
		c.t.Fatal(err)
	}
}

// ends waits for the end of the session.
func (c *client) ends() error {
	c.t.Helper()
	select {
	case err := <-c.gone:
		return err
	case <-time.After(patience):
		c.t.Fatalf("the session goes on; the screen is\n%s", c.text())
	}
	return nil
}

// decide records a decision: another percent for the first criterion of a unit.
func (h *harness) decide(n int) { h.t.Helper(); h.decideAs(n, "") }

// decideAs is decide with a reason.
func (h *harness) decideAs(n int, reason string) {
	h.t.Helper()
	s := h.meeting.Snapshot()
	leaf := s.Rulebook().Leaves()[0]
	percent, err := scoring.ParsePercent(fmt.Sprint(n % 100))
	if err != nil {
		h.t.Fatal(err)
	}
	act := scoring.Score{Unit: s.Units()[0].Name(), Criterion: s.Rulebook().Criteria[leaf].Code,
		Mark: scoring.InPercent(percent), Reason: reason}
	if _, err := h.meeting.Propose(context.Background(),
		meeting.Proposal{By: "test", Acts: []scoring.Act{act}}); err != nil {
		h.t.Fatal(err)
	}
}

// eventually waits for a condition that nothing announces.
func eventually(t testing.TB, what string, ok func() bool) {
	t.Helper()
	deadline := time.After(patience)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// long runs tests at their full size: make stress.
var long = flag.Bool("long", false, "run tests at their full size")

// guestOf is somebody of a role.
func (h *harness) guestOf(role scoring.Role) meeting.Who {
	return meeting.Who{Name: string(role), Role: role}
}

// lead takes the room to another place.
func (h *harness) lead(n int) {
	screens := []string{"review", "compare", "board", "vote", "record", "roll"}
	h.room.Lead(nil,
		meeting.Stand{Screen: screens[n%len(screens)], Unit: n % len(h.meeting.Snapshot().Units()), Node: -1})
}
