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
	ByID(id string) (Guest, bool)
}

// What a connection carries from sign-in on: who it is, and how that is known. It stands in the permissions that belong
// to the one key that signed, or the one passcode that was right; what else was offered before leaves no trace.
const (
	extGuest = "guest@thidua"
	extHow   = "how@thidua" // the key's fingerprint, or "passcode"
)

// door checks who somebody is.
type door struct {
	guests   Guests
	throttle *throttle
	// passcodes being tried: each takes a processor for a fifth of a second
	busy chan struct{}
	wait func(time.Duration) <-chan time.Time // time.After
}

func newDoor(guests Guests, clock func() time.Time, wait func(time.Duration) <-chan time.Time) *door {
	return &door{guests: guests, throttle: newThrottle(clock), wait: wait,
		busy: make(chan struct{}, max(runtime.GOMAXPROCS(0)/2, 1))}
}

// mostOffers is how many keys a connection may offer and passcodes it may try: agents offer all they have.
const mostOffers = 20

// config is how one connection signs in.
func (s *Server) config(ctx ssh.Context) *gossh.ServerConfig {
	w, _ := ctx.Value(wireKey{}).(*wire)
	d := s.door
	_ = w.within(helloTime) // a connection that is gone shows on the next read
	admit := func(p *gossh.Permissions, err error) (*gossh.Permissions, error) {
		if err == nil && s.lobby.enter(w, p.Extensions[extGuest]) {
			s.tally.note(w.RemoteAddr(), "put out", "idle", "why",
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
			_ = w.within(signInTime)
		},
		AuthLogCallback: func(c gossh.ConnMetadata, method string, err error) {
			if err == nil {
				s.gate.through(w)
				return
			}
			if !errors.Is(err, gossh.ErrNoAuth) {
				s.tally.note(c.RemoteAddr(), "refused", "sign-in", "login", told(c.User()), "by", clean.Show(method),
					"why", clean.Show(err.Error()))
			}
		},
	}
}

// wireKey is where a connection's context keeps its wire.
type wireKey struct{}

// errStranger says no more than that it was not enough: not whether there is such a person.
var errStranger = errors.New("not invited")

func (d *door) byKey(key gossh.PublicKey) (*gossh.Permissions, error) {
	g, ok := d.guests.ByKey(key)
	if !ok {
		return nil, errStranger
	}
	return permissions(g, gossh.FingerprintSHA256(key)), nil
}

func permissions(g Guest, how string) *gossh.Permissions {
	return &gossh.Permissions{Extensions: map[string]string{extGuest: g.ID, extHow: how}}
}

// byPasscode tries a passcode, a few at a time.
func (d *door) byPasscode(c gossh.ConnMetadata, code string) (*gossh.Permissions, error) {
	from, who := addrOf(c.RemoteAddr()), names.Slug(shortened(c.User()))
	if pause := d.throttle.pause(from, who); pause > 0 {
		return nil, paused(pause)
	}
	select {
	case d.busy <- struct{}{}:
	case <-d.wait(signInTime):
		return nil, errBusy
	}
	g, delay, err := d.try(from, who, code)
	<-d.busy
	if err != nil {
		<-d.wait(delay)
		return nil, err
	}
	return permissions(g, "passcode"), nil
}

// errBusy is told to nobody: the log has it.
var errBusy = errors.New("too many passcodes at once")

// try looks at one passcode. Those who waited meanwhile may have brought on a pause.
func (d *door) try(from netip.Addr, who, code string) (g Guest, delay time.Duration, err error) {
	if pause := d.throttle.pause(from, who); pause > 0 {
		return g, 0, paused(pause)
	}
	g, ok := d.guests.ByPasscode(who, code)
	if !ok {
		return g, d.throttle.wrong(from, who), errStranger
	}
	d.throttle.right(from, who)
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
func (d *door) byQuestion(c gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
	answers, err := ask("", "", []string{"Ma vao hop / passcode: "}, []bool{false})
	if err != nil {
		return nil, err
	}
	if len(answers) != 1 {
		return nil, errStranger
	}
	return d.byPasscode(c, answers[0])
}

// shortened bounds what a stranger can have us work on.
func shortened(s string) string {
	const most = 256
	return s[:min(len(s), most)]
}
