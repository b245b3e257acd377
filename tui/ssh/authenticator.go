package ssh

import (
	"errors"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/meeting"
)

// Guest is somebody who may come in.
type Guest struct {
	ID  string // stays the same as long as the invitation stands
	Who meeting.Who
}

// Guests is who may come in, at the moment of the question.
type Guests interface {
	ByKey(gossh.PublicKey) (Guest, bool)
	Guess(login, passcode string) access.Guess       // quick
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
	queue    *passcodeQueue
	right    *rightCodes
	wait     func(time.Duration) <-chan time.Time // time.After
}

func newAuthenticator(guests Guests, clock func() time.Time, n *networks,
	wait func(time.Duration) <-chan time.Time) *authenticator {
	return &authenticator{guests: guests, throttle: newThrottle(clock, n), queue: newPasscodeQueue(n),
		right: newRightCodes(), wait: wait}
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
			s.limitedLog.note(w.RemoteAddr(), "put out", "idle", "why",
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
				s.limitedLog.note(c.RemoteAddr(), "refused", "sign-in",
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

// shortened bounds what a stranger can have us work on.
func shortened(s string) string {
	const most = 256
	return s[:min(len(s), most)]
}
