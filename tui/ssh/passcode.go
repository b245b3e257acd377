package ssh

import (
	"errors"
	"net/netip"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/data/names"
	"thidua/scoring/lang"
)

// How passcodes are tried. Each takes a processor for a fifth of a second, so that only a few are tried at once; but
// who knows the right one never waits for those who do not. What is certainly wrong is told at once and tried by
// nobody, what was right before is known again, and of one address one is tried at a time.

// byPasscode checks a passcode.
func (a *authenticator) byPasscode(c gossh.ConnMetadata, code string) (*gossh.Permissions, error) {
	from, who := addrOf(c.RemoteAddr()), names.Slug(shortened(c.User()))
	if g, ok := a.known(who, code); ok {
		return permissions(g, "passcode"), nil
	}
	guess := a.guess(from, who, code)
	if pause := a.throttle.pause(from, who); pause > 0 && guess != access.Likely {
		return nil, paused(pause)
	}
	if guess == access.Wrong {
		<-a.wait(a.throttle.wrong(from, who))
		return nil, errNotInvited
	}
	leave, ok := a.queue.enter(from, a.wait(signInTimeout))
	if !ok {
		return nil, errBusy
	}
	g, delay, err := a.try(from, who, code, guess)
	leave()
	if err != nil {
		<-a.wait(delay)
		return nil, err
	}
	return permissions(g, "passcode"), nil
}

// errBusy is told to nobody: the log has it.
var errBusy = errors.New("too many passcodes at once")

// guess says what can be said of a passcode at once. Where one that seemed right turned out wrong, as happens to nobody
// by mistake, that counts for nothing any more.
func (a *authenticator) guess(from netip.Addr, who, code string) access.Guess {
	guess := a.guests.Guess(who, code)
	if guess == access.Likely && a.throttle.misled(from) {
		return access.Unsure
	}
	return guess
}

// known is the guest whose passcode was right before, if the invitation still stands.
func (a *authenticator) known(who, code string) (Guest, bool) {
	id, ok := a.right.find(who, code)
	if !ok {
		return Guest{}, false
	}
	g, ok := a.guests.ByID(id)[id]
	return g, ok
}

// try looks at one passcode. Those who waited meanwhile may have brought on a pause, or come in by the same.
func (a *authenticator) try(from netip.Addr, who, code string, guess access.Guess) (g Guest, delay time.Duration,
	err error) {
	if g, ok := a.known(who, code); ok {
		return g, 0, nil
	}
	if pause := a.throttle.pause(from, who); pause > 0 && guess != access.Likely {
		return g, 0, paused(pause)
	}
	g, ok := a.guests.ByPasscode(who, code)
	switch {
	case ok:
		a.throttle.right(from, who)
		a.right.add(who, code, g.ID)
		return g, 0, nil
	case guess == access.Likely:
		a.throttle.mislead(from)
	}
	return g, a.throttle.wrong(from, who), errNotInvited
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
