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

// listed is the list of those who were invited, held against the record at every question.
type listed struct {
	path    string
	meeting access.Proposer
	log     *slog.Logger

	mu    sync.Mutex
	watch *access.Watch
	list  *access.List
	turn  int // grows with every change of the list
}

func newListed(path string, m access.Proposer, log *slog.Logger) *listed {
	return &listed{path: path, meeting: m, log: log, watch: access.NewWatch(path), list: &access.List{}}
}

// now is the list as it is. A file that cannot be read lets nobody in who is not in already.
func (l *listed) now() (*access.List, int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.watch.Changed() {
		return l.list, l.turn
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
	l.turn++
	return l.list, l.turn
}

// ByKey is the guest to whom a key belongs.
func (l *listed) ByKey(key gossh.PublicKey) (Guest, bool) {
	list, _ := l.now()
	p, ok := list.ByKey(key)
	return l.admitted(list, p.ID, ok)
}

// ByPasscode is the guest of that name, if the passcode is theirs.
func (l *listed) ByPasscode(login, passcode string) (Guest, bool) {
	list, _ := l.now()
	p, ok := list.ByPasscode(login, passcode)
	return l.admitted(list, p.ID, ok)
}

// ByID is the guest of an id, as long as the invitation stands.
func (l *listed) ByID(id string) (Guest, bool) {
	list, _ := l.now()
	return l.admitted(list, id, true)
}

func (l *listed) admitted(list *access.List, id string, ok bool) (Guest, bool) {
	if !ok {
		return Guest{}, false
	}
	p, ok := list.Admitted(&l.meeting.Snapshot().State, id)
	return Guest{ID: p.ID, Who: *p.Who()}, ok
}

// settlePeriod is how often the list is looked at: whoever is invited or revoked at another keyboard waits no longer.
const settlePeriod = 250 * time.Millisecond

// tend records invitations that wait for it, and tells when somebody may have been revoked, until the context ends.
func (l *listed) tend(ctx context.Context, by string, changed func()) {
	tick := time.NewTicker(settlePeriod)
	defer tick.Stop()
	turn, seq := -1, -1
	for {
		_, t := l.now()
		if s := l.meeting.Snapshot().Seq(); t != turn || s != seq {
			if err := access.Settle(ctx, l.path, l.meeting, by); err != nil && ctx.Err() == nil && t != turn {
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
