package ssh

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/scoring"
)

// here is who is in the room, by name.
func (h *harness) here() (names []string) {
	for _, w := range h.room.Floor().Here {
		names = append(names, w.Name)
	}
	return names
}

func question(code string) gossh.AuthMethod {
	return gossh.KeyboardInteractive(func(_, _ string, questions []string, _ []bool) ([]string, error) {
		if i := strings.IndexFunc(strings.Join(questions, ""), func(r rune) bool {
			return r < ' ' || r > '~'
		}); i >= 0 {
			return nil, fmt.Errorf("%q is not ASCII", questions)
		}
		return slices.Repeat([]string{code}, len(questions)), nil
	})
}

func TestWaysIn(t *testing.T) {
	h := startServer(t)
	key := h.invite("Chủ tọa", scoring.Observer, "")
	stranger, _ := newKey(t)
	for _, tt := range []struct {
		name, login string
		auth        gossh.AuthMethod
		in          bool
	}{
		{"key", "chu-toa", gossh.PublicKeys(key), true},
		{"key under any name", "root", gossh.PublicKeys(key), true},
		{"another key first", "chu-toa", gossh.PublicKeys(stranger, key), true},
		{"a stranger's key", "chu-toa", gossh.PublicKeys(stranger), false},
		{"passcode", "chu-toa", gossh.Password("code-chu-toa"), true},
		{"passcode, name in full", "Chủ tọa", gossh.Password("code-chu-toa"), true},
		{"question", "chu-toa", question("code-chu-toa"), true},
		{"somebody else's name", "thu-ky", gossh.Password("code-chu-toa"), false},
		{"no name", "", gossh.Password("code-chu-toa"), false},
		{"no passcode", "chu-toa", gossh.Password(""), false},
		{"a very long passcode", "chu-toa", gossh.Password(strings.Repeat("x", 30000)), false},
		{"wrong answer", "chu-toa", question("code"), false},
		{"no answer", "chu-toa",
			gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) {
				return nil,
					errors.New("gone")
			}), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h.clock.pass(forgotten)
			conn, err := h.dial(tt.login, tt.auth)
			if (err == nil) != tt.in {
				t.Fatalf("in: %v, want %v", err, tt.in)
			}
			if err == nil {
				c := h.enter(conn, 80, 24)
				c.shows(t, "theo chủ tọa")
				conn.Close()
				eventually(t, "an empty room", func() bool { return len(h.here()) == 0 })
			}
		})
	}
	if !h.logged.has("refused", "login=thu-ky") || !h.logged.has("came", "Chủ tọa", "by=passcode") ||
		!h.logged.has("came", gossh.FingerprintSHA256(key.PublicKey())) {
		t.Error("the log does not say who came and who was refused")
	}
	if strings.Contains(h.logged.String(), "code-chu") {
		t.Error("the log has a passcode")
	}
}

// twoFaced is a key that offers itself as another: the first time it shows the other's public key, then its own.
type twoFaced struct {
	gossh.Signer
	other gossh.PublicKey
	shown int
}

func (k *twoFaced) PublicKey() gossh.PublicKey { return face{k.Signer.PublicKey(), k} }

// asked is how often a client makes bytes of a public key while it asks whether that would do.
const asked = 2

type face struct {
	gossh.PublicKey
	k *twoFaced
}

func (f face) Marshal() []byte {
	if f.k.shown++; f.k.shown <= asked {
		return f.k.other.Marshal()
	}
	return f.PublicKey.Marshal()
}

// liar signs with its own key what it says is another's.
type liar struct {
	gossh.Signer
	other gossh.PublicKey
}

func (k liar) PublicKey() gossh.PublicKey { return k.other }

// Who somebody is depends on the key that signed, never on one that was only offered.
func TestOfferedKeyIsNobody(t *testing.T) {
	h := startServer(t)
	chair := h.invite("Chair", scoring.Chair, "")
	own := h.invite("Attacker", scoring.Observer, "")
	stranger, _ := newKey(t)

	trick := &twoFaced{Signer: own, other: chair.PublicKey()}
	conn, err := h.dial("chair", gossh.PublicKeys(trick))
	if err != nil {
		t.Fatal(err)
	}
	if trick.shown <= asked {
		t.Fatalf("the chair's key was not offered first: %d", trick.shown)
	}
	h.enter(conn, 80, 24).shows(t, "dự khán")
	if got := h.here(); !slices.Equal(got, []string{"Attacker"}) {
		t.Errorf("here is %q", got)
	}
	conn.Close()

	conn, err = h.dial("chair", gossh.PublicKeys(&twoFaced{Signer: stranger, other: chair.PublicKey()}))
	if err == nil {
		conn.Close()
		t.Error("a stranger who offered the chair's key is in")
	}
	conn, err = h.dial("chair", gossh.PublicKeys(liar{own, chair.PublicKey()}))
	if err == nil {
		conn.Close()
		t.Error("somebody else's signature counts for the chair's key")
	}
	// Offered, not signed, and then in by one's own passcode.
	conn, err = h.dial("attacker", gossh.PublicKeysCallback(func() ([]gossh.Signer, error) {
		return []gossh.Signer{&twoFaced{Signer: stranger, other: chair.PublicKey()}}, nil
	}), gossh.Password("code-attacker"))
	if err != nil {
		t.Fatal(err)
	}
	h.enter(conn, 80, 24)
	eventually(t, "the attacker as nobody else", func() bool { return slices.Equal(h.here(), []string{"Attacker"}) })
}

func TestWrongPasscodes(t *testing.T) {
	h := startServer(t)
	key := h.invite("Victim", scoring.Observer, "")
	try := func(login, code string) error {
		conn, err := h.dial(login, gossh.Password(code))
		if err == nil {
			conn.Close()
		}
		return err
	}
	for i := range freeTries {
		if err := try("victim", fmt.Sprint("wrong", i)); err == nil {
			t.Fatal("a wrong passcode lets somebody in")
		}
	}
	if try("victim", "code-victim") == nil {
		t.Error("a right passcode counts during the pause")
	}
	banner := ""
	_, err := gossh.Dial("tcp", h.addr,
		&gossh.ClientConfig{User: "victim", Auth: []gossh.AuthMethod{gossh.Password("x")},
			HostKeyCallback: gossh.InsecureIgnoreHostKey(), BannerCallback: func(m string) error {
				banner += m
				return nil
			}})
	if err == nil || !strings.Contains(banner, "30 giây") && !strings.Contains(banner, "31 giây") {
		t.Errorf("the pause is not explained: %q", banner)
	}
	if conn, err := h.dial("victim", gossh.PublicKeys(key)); err != nil {
		t.Errorf("a key does not count during the pause: %v", err)
	} else {
		conn.Close()
	}
	h.clock.pass(firstPause)
	if err := try("victim", "code-victim"); err != nil {
		t.Errorf("after the pause: %v", err)
	}
	for i := range freeTries - 1 { // who was in from here has their own count
		if try("somebody", fmt.Sprint(i)) == nil {
			t.Fatal("a stranger is in")
		}
	}
	if err := try("victim", "code-victim"); err != nil {
		t.Errorf("where a person has come in before, a stranger's wrong ones do not count: %v", err)
	}
}

func TestThrottle(t *testing.T) {
	c := &clock{now: time.Unix(1e9, 0)}
	th := newThrottle(c.Now, &networks{clock: c.Now})
	home, cafe := netip.MustParseAddr("192.168.1.5"), netip.MustParseAddr("10.0.0.9")
	var delays []time.Duration
	for range freeTries + 1 {
		delays = append(delays, th.wrong(cafe, "a"))
	}
	if !slices.IsSorted(delays) || delays[0] != firstDelay || delays[freeTries] != longestDelay {
		t.Errorf("delays %v", delays)
	}
	if got := th.pause(cafe, "b"); got != 2*firstPause {
		t.Errorf("the pause at the address is %v", got)
	}
	if got := th.pause(home, "a"); got != 0 {
		t.Errorf("elsewhere %v", got)
	}
	th.right(home, "a")
	for range freeTries { // somebody else, from the same router
		th.wrong(home, "b")
	}
	if got := th.pause(home, "b"); got != firstPause {
		t.Errorf("who was never there: %v", got)
	}
	if got := th.pause(home, "a"); got != 0 {
		t.Errorf("where the person was: %v", got)
	}
	for i := range 200 { // from everywhere
		for range 2 * freeTries {
			th.wrong(netip.AddrFrom4([4]byte{172, 16, byte(i), 1}), "a")
		}
	}
	if got := th.pause(netip.MustParseAddr("172.16.9.1"), "a"); got != longestPause {
		t.Errorf("where somebody guesses: %v", got)
	}
	if got := th.pause(netip.MustParseAddr("172.20.0.1"), "a"); got != 0 {
		t.Errorf("where nothing was wrong: %v", got)
	}
	for range freeTries {
		th.wrong(home, "a")
	}
	if got := th.pause(home, "a"); got != firstPause {
		t.Errorf("the own wrong ones: %v", got)
	}
	c.pass(forgotten)
	if th.wrong(home, "a"); th.pause(home, "a") != 0 {
		t.Error("old mistakes are not forgotten")
	}
	for i := range 3 * mostSubjects {
		th.wrong(netip.AddrFrom4([4]byte{11, byte(i >> 16), byte(i >> 8), byte(i)}), fmt.Sprint(i))
	}
	if len(th.entries) > mostSubjects || th.recent.Len() != len(th.entries) {
		t.Errorf("%d subjects are kept", len(th.entries))
	}
}

// Wrong passcodes for a person from many other addresses do not keep the person out, whose own address has done nothing
// wrong.
func TestWrongPasscodesElsewhere(t *testing.T) {
	h := startServer(t)
	h.invite("Victim", scoring.Observer, "")
	for i := range 40 {
		from := netip.AddrFrom4([4]byte{10, 0, 0, byte(i)})
		for h.auth.throttle.pause(from, "victim") == 0 {
			if _, _, err := h.auth.try(from, "victim", "wrong", access.Unsure); err == nil {
				t.Fatal("a wrong passcode lets somebody in")
			}
		}
	}
	conn, err := h.dial("victim", gossh.Password("code-victim"))
	if err != nil {
		t.Fatal(err)
	}
	conn.Close()
}

// A check that fails lets nobody in, and ends nothing else.
func TestFailingCheck(t *testing.T) {
	h := startServer(t)
	key := h.invite("Reviewer", scoring.Observer, "")
	guests := h.auth.guests
	h.auth.guests = failing{guests}
	if conn, err := h.dial("reviewer", gossh.PublicKeys(key)); err == nil {
		conn.Close()
		t.Error("in")
	}
	if !h.logged.has("failed", "where=sign-in") {
		t.Error("nothing in the log")
	}
}

type failing struct{ Guests }

func (failing) ByKey(gossh.PublicKey) (Guest, bool) { panic("no list") }
