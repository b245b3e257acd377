package ssh

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	gossh "golang.org/x/crypto/ssh"

	"thidua/data/meeting"
	"thidua/scoring"
)

// unit is the name of the nth unit.
func (h *harness) unit(n int) string { return h.meeting.Snapshot().Units()[n].Name() }

func (h *harness) decisions() string { return fmt.Sprintf("%d decisions", h.meeting.Snapshot().Seq()) }

// sharing is how many sessions share a picture.
func (h *harness) sharing() (n int) {
	h.renderer.mu.Lock()
	defer h.renderer.mu.Unlock()
	for _, g := range h.renderer.views {
		n += g.people()
	}
	return n
}

func TestFollowing(t *testing.T) {
	h := startServer(t)
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	a.shows(t, "following")
	h.decide(17)
	a.shows(t, h.decisions())
	late := h.join("Reviewer two", scoring.Reviewer, h.unit(1), 120, 40)
	late.shows(t, h.decisions())
	if a.text() != late.text() {
		t.Errorf("two who follow see different things:\n%s\n%s", a.text(), late.text())
	}
	if len(a.Strange) > 0 {
		t.Errorf("strange sequences %q", a.Strange)
	}
}

// Who presses a key looks around alone; who follows again shares the picture again, and nothing of the other is left.
func TestAloneAndBack(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 2, Node: -1})
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	b := h.join("Reviewer two", scoring.Reviewer, h.unit(1), 120, 40)
	b.shows(t, "following")
	a.shows(t, "following")
	a.press("\x1b[6~") // page down: the next unit
	a.shows(t, "on your own")
	if n := h.sharing(); n != 1 {
		t.Errorf("%d share a picture", n)
	}
	b.shows(t, "following")
	a.press("\x06") // Ctrl+F
	eventually(t, "both to share", func() bool { return h.sharing() == 2 })
	h.decide(3)
	a.shows(t, h.decisions())
	b.shows(t, h.decisions())
	eventually(t, "the same picture", func() bool { return a.text() == b.text() })
}

func TestLeaving(t *testing.T) {
	h := startServer(t)
	a := h.join("Reviewer", scoring.Reviewer, h.unit(0), 120, 40)
	a.shows(t, "following")
	a.press("\x03")
	a.until(t, "a question", func(s string) bool {
		return !strings.Contains(s, "following") || strings.Contains(s, "?")
	})
	a.press("\r")
	if err := a.ends(); err != nil {
		t.Errorf("leaving: %v", err)
	}
	a.shows(t, "thidua: ")
	eventually(t, "an empty room", func() bool { return len(h.here()) == 0 })
}

func TestRevoked(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 2, Node: -1})
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 80, 24)
	b := h.join("Reviewer two", scoring.Reviewer, h.unit(1), 80, 24)
	a.shows(t, "following")
	a.press("\x1b[6~")
	a.shows(t, "on your own")
	b.shows(t, "following")
	h.list.revoke("reviewer-one")
	h.checkGuests()
	var exit *gossh.ExitError
	if err := a.ends(); !errors.As(err, &exit) || exit.ExitStatus() != 1 {
		t.Errorf("the session ends with %v", err)
	}
	a.shows(t, "the invitation was revoked")
	h.decide(5)
	b.shows(t, h.decisions())
}

// Without a screen of the host one chair leads; a second one follows, and leads when the first has gone.
func TestTwoChairs(t *testing.T) {
	h := startServer(t)
	h.unhost()
	first := h.join("Chair one", scoring.Chair, "", 120, 40)
	first.shows(t, "RANKING")
	first.press("\x1bOS") // F4
	eventually(t, "the first to lead", func() bool { return h.room.Floor().Stand.Screen == "board" })
	second := h.join("Chair two", scoring.Chair, "", 120, 40)
	second.shows(t, "Chair one")
	guest := h.join("Reviewer", scoring.Reviewer, h.unit(0), 120, 40)
	guest.shows(t, "following")
	second.press("\x1bOR") // F3: looks around alone
	second.shows(t, "on your own")
	h.decide(7)
	second.shows(t, h.decisions())
	if s := h.room.Floor().Stand.Screen; s != "board" {
		t.Errorf("the second chair takes everybody to %s", s)
	}
	second.press("\x06") // Ctrl+F
	eventually(t, "the second to follow", func() bool { return h.sharing() == 2 })
	first.conn.Close()
	eventually(t, "the second to lead", func() bool {
		second.press("\x1bOR")
		return h.room.Floor().Stand.Screen == "compare"
	})
}

// The bell rings where the turn comes next, once.
func TestBell(t *testing.T) {
	h := startServer(t)
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(3), 80, 24)
	b := h.join("Reviewer two", scoring.Reviewer, h.unit(4), 80, 24)
	a.shows(t, "following")
	b.shows(t, "following")
	for unit := range 3 {
		h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: unit, Node: -1})
		b.shows(t, strings.ToUpper(h.unit(unit)))
	}
	eventually(t, "a bell", func() bool { a.Mu.Lock(); defer a.Mu.Unlock(); return a.Bells == 1 })
	b.Mu.Lock()
	defer b.Mu.Unlock()
	if b.Bells != 0 {
		t.Errorf("%d bells where it is nobody's turn", b.Bells)
	}
}

func TestSizes(t *testing.T) {
	h := startServer(t)
	for _, z := range []size{{1, 1}, {2, 1}, {39, 9}, {40, 10}, {80, 24}, {1000, 1000}} {
		a := h.join(fmt.Sprintf("Observer %d", z.w), scoring.Observer, "", z.w, z.h)
		a.until(t, "a picture", func(s string) bool { return strings.TrimSpace(s) != "" })
		a.press("\x1b[6~")
		a.conn.Close()
	}
	eventually(t, "an empty room", func() bool { return len(h.sessions.all()) == 0 })
	if h.logged.has("level=ERROR") {
		t.Error("something failed")
	}
}

func TestResizeStorm(t *testing.T) {
	h := startServer(t)
	r := rand.New(rand.NewPCG(1, 2))
	a := h.join("Observer one", scoring.Observer, "", 80, 24)
	b := h.join("Observer two", scoring.Observer, "", 80, 24)
	b.press("\x1b[6~")
	storm := 60
	if *long {
		storm = 1000
	}
	for _, c := range []*client{a, b} {
		for range storm {
			if err := c.sess.WindowChange(r.IntN(1200), r.IntN(1200)); err != nil {
				t.Fatal(err)
			}
		}
		c.Resize(100, 30)
		if err := c.sess.WindowChange(30, 100); err != nil {
			t.Fatal(err)
		}
		c.press("\x12") // Ctrl+R
	}
	h.decide(9)
	a.shows(t, h.decisions())
	b.shows(t, h.decisions())
	// Who moves has two places for a moment. Sizes and keys come by ways of their own: a key that overtakes the last
	// size finds a window that is too small for it, and is pressed again.
	eventually(t, "one to share a picture", func() bool {
		if h.sharing() == 1 {
			return true
		}
		b.press("\x12")
		return false
	})
	if h.logged.has("level=ERROR") {
		t.Error("something failed")
	}
}

// fragile is a screen that fails on a key, and a view's that fails when it is drawn.
type fragile struct {
	Screen
	fails func() bool
}

func (f fragile) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "x" {
		panic("the screen fails")
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && k.String() == "y" {
		return f, tea.Batch(func() tea.Msg { panic("a command fails") })
	}
	_, cmd := f.Screen.Update(msg)
	return f, cmd
}

func (f fragile) View() tea.View {
	if f.fails() {
		panic("the picture fails")
	}
	return f.Screen.View()
}

func TestPanicEndsOneSession(t *testing.T) {
	fails := make(chan bool, 1)
	h := startServer(t, func(h *harness) {
		h.idle = time.Hour
		real := h.newScreen
		h.newScreen = func(ctx context.Context, v screenOptions) Screen {
			return fragile{real(ctx, v), func() bool {
				select {
				case <-fails:
					return true
				default:
					return false
				}
			}}
		}
	})
	others := h.join("Observer", scoring.Observer, "", 80, 24)
	others.shows(t, "following")
	for _, key := range []string{"x", "y"} {
		a := h.join("Reviewer "+key, scoring.Reviewer, h.unit(0), 80, 24)
		a.shows(t, "following")
		a.press(key)
		if err := a.ends(); err != nil {
			t.Error(err)
		}
		a.shows(t, "the screen failed")
	}
	fails <- true
	h.decide(1) // this picture is lost
	eventually(t, "a failed picture", func() bool { return h.logged.has("picture failed") })
	h.decide(2)
	others.shows(t, h.decisions())
}

// Who loses the connection while looking around finds the place again.
func TestComingBack(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 2, Node: -1})
	key := h.invite("Reviewer", scoring.Reviewer, h.unit(0))
	enter := func() *client {
		conn, err := h.dial("reviewer", gossh.PublicKeys(key))
		if err != nil {
			t.Fatal(err)
		}
		return h.enter(conn, 120, 40, "LC_ALL=en")
	}
	a := enter()
	a.shows(t, "following")
	a.press("\x1bOR") // F3
	a.shows(t, "on your own")
	was := a.text()
	a.conn.Close()
	eventually(t, "an empty room", func() bool { return len(h.here()) == 0 })
	a = enter()
	a.shows(t, "on your own")
	if tail := func(s string) string {
		return s[strings.Index(s, "\n"):]
	}; firstLines(tail(a.text()), 5) != firstLines(tail(was), 5) {
		t.Errorf("another place:\n%s\n%s", a.text(), was)
	}
}

func firstLines(s string, n int) string {
	lines := strings.SplitAfterN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "")
}

// What no terminal sends must not disturb anybody.
func TestGarbage(t *testing.T) {
	h := startServer(t)
	r := rand.New(rand.NewPCG(3, 4))
	a := h.join("Observer one", scoring.Observer, "", 80, 24)
	b := h.join("Observer two", scoring.Observer, "", 80, 24)
	b.shows(t, "following")
	for _, s := range []string{"\x1b[200~" + strings.Repeat("long ", 100000), "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
		"\x1b]11;rgb:zz\a", "\x1b[", strings.Repeat("\x1b[1;", 5000), "\xff\xfe\x00", "\x1b[<0;99999999999;1M",
		"\x1bP" + strings.Repeat("q", 9000)} {
		a.press(s)
	}
	junk := make([]byte, 4096)
	for range 20 {
		for i := range junk {
			junk[i] = byte(r.IntN(256))
		}
		if _, err := a.in.Write(junk); err == io.EOF {
			break // it may have meant to leave
		}
	}
	h.decide(8)
	b.shows(t, h.decisions())
	if h.logged.has("level=ERROR") {
		t.Error("something failed")
	}
}

// A letter that comes in several packets is that letter, even where ESC would long have become a key.
func TestLettersInPackets(t *testing.T) {
	h := startServer(t, func(h *harness) { h.idle, h.esc = time.Hour, 1 })
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 0, Node: -1})
	a := h.join("Secretary", scoring.Secretary, "", 120, 40)
	a.shows(t, "following")
	a.press(keyCtrlN)
	for _, packet := range []string{"Q", "\xe1", "\xba", "\xa1", "Z", "vi\xe1\xbb", "\x87t"} {
		a.press(packet)
		for range 3 { // until it has been read, and ESC has had its time
			if _, err := a.sess.SendRequest("break", true, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	a.shows(t, "QạZviệt")
}

// A background that is light gives the light theme, at once and when the person comes back.
func TestBackground(t *testing.T) {
	h := startServer(t)
	a := h.join("Observer", scoring.Observer, "", 80, 24)
	a.shows(t, "following")
	a.press("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
	eventually(t, "the light theme", func() bool { return h.groupOf("light") })
	if n := h.sharing(); n != 1 {
		t.Errorf("an answer of the terminal counts as a key: %d share", n)
	}
}

func (h *harness) groupOf(theme string) bool {
	h.renderer.mu.Lock()
	defer h.renderer.mu.Unlock()
	for l := range h.renderer.views {
		if string(l.theme) == theme {
			return true
		}
	}
	return false
}

// A client that is there but never answers is given up; one that does stays.
func TestSignsOfLife(t *testing.T) {
	hearts := make(chan chan time.Time, 2)
	h := startServer(t, func(h *harness) {
		h.keepalive = func() (<-chan time.Time, func()) {
			beats := make(chan time.Time)
			hearts <- beats
			return beats, func() {}
		}
	})
	a := h.join("Observer", scoring.Observer, "", 80, 24)
	a.shows(t, "following")
	living := <-hearts
	_, tap := h.joinTapped("Dead")
	dying := <-hearts
	tap.mu.Lock()
	defer tap.mu.Unlock()
	for i := range int64(4) {
		living <- time.Time{}
		eventually(t, "a sign of life", func() bool { return h.signs() == i+1 })
	}
	for i := range 1 + mostMissed { // the first asks; half a minute without Wi-Fi costs nobody the session
		select {
		case dying <- time.Time{}:
		case <-time.After(patience):
			t.Fatalf("given up after %d missed", i-1)
		}
	}
	eventually(t, "the dead one to be gone", func() bool { return len(h.sessions.all()) == 1 })
	if !h.logged.has("dropped", "Dead", "no sign of life") {
		t.Error("nothing in the log")
	}
	h.decide(4)
	a.shows(t, h.decisions())
}

// A server that is closed while it begins ends all the same.
func TestClosedWhileItBegins(t *testing.T) {
	for range 10 {
		h := startServer(t)
		h.close()
	}
}

// signs is how many signs of life all sessions together have given.
func (h *harness) signs() (n int64) {
	for _, p := range h.sessions.all() {
		n += p.beats.Load()
	}
	return n
}

// Two reviewers of one unit follow: when one has voted, the other sees that at once.
func TestBallotOfTheUnit(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "vote", Unit: -1, Node: -1})
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	b := h.join("Reviewer two", scoring.Reviewer, h.unit(0), 120, 40)
	other := h.join("Reviewer three", scoring.Reviewer, h.unit(1), 120, 40)
	if err := h.room.Ask(nil,
		meeting.NewPoll(&h.meeting.Snapshot().State, scoring.Vote{Subject: "Praise", Secret: true})); err != nil {
		t.Fatal(err)
	}
	for _, c := range []*client{a, b, other} {
		c.shows(t, "Your unit's ballot")
	}
	a.press("1")
	a.press("\r")
	b.shows(t, "is in.")
	other.shows(t, "Your unit's ballot")
	other.shows(t, "1 of 9 units have voted")
}

// The bell rings for every unit whose ballot is wanted, also where somebody looks around alone, and for nobody else.
func TestBellForABallot(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 5, Node: -1})
	alone := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	alone.press("\x1b[B")
	alone.shows(t, "on your own")
	observer := h.join("Observer", scoring.Observer, "", 120, 40)
	observer.shows(t, "observer")
	if err := h.room.Ask(nil,
		meeting.NewPoll(&h.meeting.Snapshot().State, scoring.Vote{Subject: "Praise"})); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a bell", func() bool { alone.Mu.Lock(); defer alone.Mu.Unlock(); return alone.Bells == 1 })
	alone.shows(t, "F5 ●")
	observer.Mu.Lock()
	defer observer.Mu.Unlock()
	if observer.Bells != 0 {
		t.Errorf("%d bells where there is no ballot", observer.Bells)
	}
}

// Who follows is told of a ballot of the unit also where nobody leads to it, as where another host has opened the vote.
func TestBallotWhereNobodyLeads(t *testing.T) {
	h := startServer(t)
	a := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	a.shows(t, "following")
	if err := h.room.Ask(nil,
		meeting.NewPoll(&h.meeting.Snapshot().State, scoring.Vote{Subject: "Praise"})); err != nil {
		t.Fatal(err)
	}
	a.shows(t, "F5 ●")
}

// Who follows and whose unit's confirmation does not hold any more is told so, with a bell; nobody else is.
func TestLostConfirmationIsTold(t *testing.T) {
	h := startServer(t)
	h.room.Lead(nil, meeting.Stand{Screen: "board", Unit: -1, Node: -1})
	own := h.join("Reviewer one", scoring.Reviewer, h.unit(0), 120, 40)
	other := h.join("Reviewer two", scoring.Reviewer, h.unit(1), 120, 40)
	own.shows(t, "following")
	other.shows(t, "following")
	h.propose(scoring.Confirm{Unit: h.unit(0)})
	h.propose(scoring.Score{Unit: h.unit(0), Criterion: "1.1", Mark: scoring.InPercent(1000)})
	eventually(t, "a bell", func() bool { own.Mu.Lock(); defer own.Mu.Unlock(); return own.Bells > 0 })
	h.room.Lead(nil, meeting.Stand{Screen: "review", Unit: 2, Node: -1}) // another picture
	own.shows(t, strings.ToUpper(h.unit(2)))
	own.shows(t, "does not hold any more")
	other.Mu.Lock()
	defer other.Mu.Unlock()
	if other.Bells != 0 {
		t.Errorf("%d bells where nothing was lost", other.Bells)
	}
}
