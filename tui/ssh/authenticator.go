package ssh

import (
	"errors"
	"net/netip"
	"runtime"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/scoring/lang"
)

// Guest is somebody who may come in.
type Guest struct {
	ID  string // stays the same as long as the invitation stands
	Who meeting.Who
}

// Guests is who may come in, at the moment of the question.
type Guests interface {
	ByKey(gossh.PublicKey) (Guest, bool)
	ByPasscode(login, passcode string) (Guest, bool) // slow on purpose
	ByID(ids ...string) map[string]Guest             // of those whose invitation stands
}

// What a connection carries from sign-in on: who it is, and how that is known. It stands in the permissions that belong
// to the one key that signed, or the one passcode that was right; what else was offered before leaves no trace.
const (
	extGuest = "guest@thidua"
	extHow   = "how@thidua" // the key's fingerprint, or "passcode"
)

// authenticator checks who somebody is.
type authenticator struct {
	guests   Guests
	throttle *throttle
	// passcodes being tried: each takes a processor for a fifth of a second
	slots chan struct{}
	wait  func(time.Duration) <-chan time.Time // time.After
}

func newAuthenticator(guests Guests, clock func() time.Time, wait func(time.Duration) <-chan time.Time) *authenticator {
	return &authenticator{guests: guests, throttle: newThrottle(clock), wait: wait,
		slots: make(chan struct{}, max(runtime.GOMAXPROCS(0)/2, 1))}
}

// mostOffers is how many keys a connection may offer and passcodes it may try: agents offer all they have.
const mostOffers = 20

// config is how one connection signs in.
func (s *Server) config(ctx ssh.Context) *gossh.ServerConfig {
	w, _ := ctx.Value(connKey{}).(*limitedConn)
	d := s.auth
	_ = w.readWithin(handshakeTimeout) // a connection that is gone shows on the next read
	admit := func(p *gossh.Permissions, err error) (*gossh.Permissions, error) {
		if err == nil && s.pending.add(w, p.Extensions[extGuest]) {
			s.refusals.note(w.RemoteAddr(), "put out", "idle", "why",
				"the person has signed in again and again, and asked for nothing")
		}
		return p, err
	}
	return &gossh.ServerConfig{
		MaxAuthTries: mostOffers,
		PublicKeyCallback: guarded(s.log, func(_ gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
			return d.byKey(key)
		}),
		VerifiedPublicKeyCallback: func(_ gossh.ConnMetadata, _ gossh.PublicKey, p *gossh.Permissions,
			_ string) (*gossh.Permissions, error) {
			return admit(p, nil)
		},
		PasswordCallback: guarded(s.log, func(c gossh.ConnMetadata, code []byte) (*gossh.Permissions, error) {
			return admit(d.byPasscode(c, string(code)))
		}),
		KeyboardInteractiveCallback: guarded(s.log,
			func(c gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
				return admit(d.byQuestion(c, ask))
			}),
		PreAuthConnCallback: func(gossh.ServerPreAuthConn) {
			_ = w.readWithin(signInTimeout)
		},
		AuthLogCallback: func(c gossh.ConnMetadata, method string, err error) {
			if err == nil {
				s.limiter.remove(w)
				return
			}
			if !errors.Is(err, gossh.ErrNoAuth) {
				s.refusals.note(c.RemoteAddr(), "refused", "sign-in",
					"login", forLog(c.User()), "by", clean.Show(method),
					"why", clean.Show(err.Error()))
			}
		},
	}
}

// connKey is where a connection's context keeps its limitedConn.
type connKey struct{}

// errStranger says no more than that it was not enough: not whether there is such a person.
var errNotInvited = errors.New("not invited")

func (a *authenticator) byKey(key gossh.PublicKey) (*gossh.Permissions, error) {
	g, ok := a.guests.ByKey(key)
	if !ok {
		return nil, errNotInvited
	}
	return permissions(g, gossh.FingerprintSHA256(key)), nil
}

func permissions(g Guest, how string) *gossh.Permissions {
	return &gossh.Permissions{Extensions: map[string]string{extGuest: g.ID, extHow: how}}
}

// byPasscode tries a passcode, a few at a time.
func (a *authenticator) byPasscode(c gossh.ConnMetadata, code string) (*gossh.Permissions, error) {
	from, who := addrOf(c.RemoteAddr()), names.Slug(shortened(c.User()))
	if pause := a.throttle.pause(from, who); pause > 0 {
		return nil, paused(pause)
	}
	select {
	case a.slots <- struct{}{}:
	case <-a.wait(signInTimeout):
		return nil, errBusy
	}
	g, delay, err := a.try(from, who, code)
	<-a.slots
	if err != nil {
		<-a.wait(delay)
		return nil, err
	}
	return permissions(g, "passcode"), nil
}

// errBusy is told to nobody: the log has it.
var errBusy = errors.New("too many passcodes at once")

// try looks at one passcode. Those who waited meanwhile may have brought on a pause.
func (a *authenticator) try(from netip.Addr, who, code string) (g Guest, delay time.Duration, err error) {
	if pause := a.throttle.pause(from, who); pause > 0 {
		return g, 0, paused(pause)
	}
	g, ok := a.guests.ByPasscode(who, code)
	if !ok {
		return g, a.throttle.wrong(from, who), errNotInvited
	}
	a.throttle.right(from, who)
	return g, 0, nil
}

// paused tells the person how long. The language is not known yet: both.
func paused(d time.Duration) error {
	seconds := int(d/time.Second) + 1
	text := lang.Sayf("Sai mã vào họp quá nhiều lần. Thử lại sau %d giây, hoặc dùng khóa SSH.",
		"Too many wrong passcodes. Try again in %d seconds, or use an SSH key.", seconds)
	return &gossh.BannerError{Err: errors.New("a pause after wrong passcodes"),
		Message: text.In(lang.VI) + "\n" + text.In(lang.EN) + "\n"}
}

// byQuestion is for clients that ask their people nothing by themselves. The question is ASCII: whoever's locale is not
// UTF-8 would see other letters as numbers.
func (a *authenticator) byQuestion(c gossh.ConnMetadata,
	ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
	answers, err := ask("", "", []string{"Ma vao hop / passcode: "}, []bool{false})
	if err != nil {
		return nil, err
	}
	if len(answers) != 1 {
		return nil, errNotInvited
	}
	return a.byPasscode(c, answers[0])
}

// shortened bounds what a stranger can have us work on.
func shortened(s string) string {
	const most = 256
	return s[:min(len(s), most)]
}
