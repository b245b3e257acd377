package ssh

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"thidua/data/access"
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// guestList is the list of those who were invited, held against the record at every question.
type guestList struct {
	path    string
	meeting access.Proposer
	log     *slog.Logger

	mu      sync.Mutex
	watch   *access.Watch
	list    *access.List
	version int // grows with every change of the list
}

func newGuestList(path string, m access.Proposer, log *slog.Logger) *guestList {
	return &guestList{path: path, meeting: m, log: log, watch: access.NewWatch(path), list: &access.List{}}
}

// current is the list as it is. A file that cannot be read lets nobody in who is not in already.
func (l *guestList) current() (*access.List, int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.watch.Changed() {
		return l.list, l.version
	}
	list, err := access.Load(l.path)
	switch {
	case err == nil:
		l.list = list
	case errors.Is(err, fs.ErrNotExist):
		l.list = &access.List{}
	default:
		l.log.Error("the list of guests cannot be read", "error", meeting.Say(err).In(lang.EN))
	}
	l.version++
	return l.list, l.version
}

// ByKey is the guest to whom a key belongs.
func (l *guestList) ByKey(key gossh.PublicKey) (Guest, bool) {
	list, _ := l.current()
	p, ok := list.ByKey(key)
	return l.admitted(list, p.ID, ok)
}

// Guess says what can be said of a passcode at once.
func (l *guestList) Guess(login, passcode string) access.Guess {
	list, _ := l.current()
	return list.Guess(login, passcode)
}

// ByPasscode is the guest of that name, if the passcode is theirs.
func (l *guestList) ByPasscode(login, passcode string) (Guest, bool) {
	list, _ := l.current()
	p, ok := list.ByPasscode(login, passcode)
	return l.admitted(list, p.ID, ok)
}

// ByID is the guests of some ids whose invitations stand, by id.
func (l *guestList) ByID(ids ...string) map[string]Guest {
	list, _ := l.current()
	out := make(map[string]Guest, len(ids))
	for _, id := range ids {
		if g, ok := l.admitted(list, id, true); ok {
			out[id] = g
		}
	}
	return out
}

func (l *guestList) admitted(list *access.List, id string, ok bool) (Guest, bool) {
	if !ok {
		return Guest{}, false
	}
	p, ok := list.Admitted(&l.meeting.Snapshot().State, id)
	return Guest{ID: p.ID, Who: *p.Who()}, ok
}

// waitingPeriod is how often the list is looked at: whoever is invited or revoked at another keyboard waits no longer.
const waitingPeriod = 250 * time.Millisecond

// keepCurrent records invitations that wait for it, and tells when somebody may have been revoked, until the context
// ends.
func (l *guestList) keepCurrent(ctx context.Context, by string, changed func()) {
	tick := time.NewTicker(waitingPeriod)
	defer tick.Stop()
	turn, seq := -1, -1
	for {
		_, t := l.current()
		if s := l.meeting.Snapshot().Seq(); t != turn || s != seq {
			if err := access.RecordWaiting(ctx, l.path, l.meeting, by); err != nil && ctx.Err() == nil && t != turn {
				l.log.Error("invitations are not recorded", "error", meeting.Say(err).In(lang.EN))
			}
			turn, seq = t, s
			changed()
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
