package ssh

import (
	"fmt"
	"net/netip"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/scoring"
)

// sure is guests whose list tells right passcodes from wrong ones at once.
func sure(h *harness) {
	h.list.guess = func(login, code string) access.Guess {
		if _, ok := h.list.ByPasscode(login, code); ok {
			return access.Likely
		}
		return access.Wrong
	}
}

// Whoever knows the right passcode comes in, whatever others behind the same router type, in whoever's name.
func TestRightPasscodeDoesNotWaitForWrongOnes(t *testing.T) {
	h := startServer(t, sure)
	h.invite("Victim", scoring.Observer, "")
	h.invite("Newcomer", scoring.Observer, "")
	for i := range 2 * freeTries {
		if conn, err := h.dial("victim", gossh.Password(fmt.Sprint("wrong", i))); err == nil {
			conn.Close()
			t.Fatal("a wrong passcode lets somebody in")
		}
	}
	for _, login := range []string{"victim", "newcomer"} {
		conn, err := h.dial(login, gossh.Password("code-"+login))
		if err != nil {
			t.Fatalf("%s: %v", login, err)
		}
		conn.Close()
	}
}

// What is certainly wrong takes no processor: it is never tried.
func TestWrongPasscodesAreNotTried(t *testing.T) {
	h := startServer(t, sure)
	h.invite("Victim", scoring.Observer, "")
	for range cap(h.auth.queue.slots) { // all are busy
		h.auth.queue.slots <- struct{}{}
	}
	if conn, err := h.dial("victim", gossh.Password("wrong")); err == nil {
		conn.Close()
		t.Fatal("a wrong passcode lets somebody in")
	}
	if h.auth.throttle.pause(netip.MustParseAddr("127.0.0.1"), "victim") != 0 {
		t.Error("one wrong passcode brings on a pause")
	}
}

// A passcode that was right is known again: nothing is tried for it, and no pause that others brought on counts. It
// counts no longer than the invitation.
func TestRightPasscodeIsRemembered(t *testing.T) {
	h := startServer(t)
	h.invite("Victim", scoring.Observer, "")
	in := func() bool {
		conn, err := h.dial("victim", gossh.Password("code-victim"))
		if err == nil {
			conn.Close()
		}
		return err == nil
	}
	if !in() {
		t.Fatal("the right passcode does not count")
	}
	for i := range 2 * freeTries {
		if conn, err := h.dial("victim", gossh.Password(fmt.Sprint("wrong", i))); err == nil {
			conn.Close()
			t.Fatal("a wrong passcode lets somebody in")
		}
	}
	for range cap(h.auth.queue.slots) {
		h.auth.queue.slots <- struct{}{}
	}
	if !in() {
		t.Error("who was in waits for others")
	}
	h.list.revoke("victim")
	for range cap(h.auth.queue.slots) {
		<-h.auth.queue.slots
	}
	if in() {
		t.Error("a passcode counts after the invitation is revoked")
	}
}

// Of one address one passcode is tried at a time: the others of that address wait behind it, and nobody elsewhere does.
func TestPasscodesOfOneAddressWaitInLine(t *testing.T) {
	q := newPasscodeQueue(&networks{clock: time.Now})
	q.slots = make(chan struct{}, 2)
	a, b := netip.MustParseAddr("10.0.0.1"), netip.MustParseAddr("10.0.0.2")
	leave, _ := q.enter(a, nil)
	const others = 10
	left := make(chan bool, others)
	for range others {
		go func() {
			next, ok := q.enter(a, nil)
			next()
			left <- ok
		}()
	}
	eventually(t, "the others to wait", func() bool {
		q.mu.Lock()
		defer q.mu.Unlock()
		return q.heads[q.networks.of(a)].users == others+1
	})
	elsewhere, ok := q.enter(b, time.After(patience))
	if !ok {
		t.Fatal("who is elsewhere waits for all of them")
	}
	elsewhere()
	if _, ok := q.enter(a, time.After(time.Millisecond)); ok {
		t.Error("two of one address are tried at a time")
	}
	leave()
	for range others {
		<-left
	}
	if len(q.heads) != 0 || len(q.slots) != 0 {
		t.Errorf("%d addresses and %d slots are left", len(q.heads), len(q.slots))
	}
}

// Who finds passcodes that seem right, and are not, is no guest: they count as any others from then on.
func TestSeemingPasscodesAreThrottled(t *testing.T) {
	h := startServer(t)
	h.list.guess = func(string, string) access.Guess { return access.Likely }
	h.invite("Victim", scoring.Observer, "")
	for i := range 2 * freeTries {
		if conn, err := h.dial("victim", gossh.Password(fmt.Sprint("wrong", i))); err == nil {
			conn.Close()
			t.Fatal("a wrong passcode lets somebody in")
		}
	}
	from := netip.MustParseAddr("127.0.0.1")
	if !h.auth.throttle.misled(from) || h.auth.guess(from, "victim", "x") != access.Unsure {
		t.Error("whatever seems right goes on being tried")
	}
	if h.auth.throttle.pause(from, "victim") == 0 {
		t.Error("there is no pause")
	}
}
