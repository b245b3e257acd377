package ssh

import (
	"log/slog"
	"maps"
	"net"
	"slices"
	"sync"
	"time"
)

// limitedLog writes to the log what strangers and guests can make happen as often as they like. Of one address, and of
// one guest, the first few are told one by one, the others within some seconds counted and told in one line: a flood
// must not fill the disk.
type limitedLog struct {
	log      *slog.Logger
	clock    func() time.Time
	networks *networks

	mu        sync.Mutex
	addresses map[string]*count // of those who have not signed in, or did what no guest does
	guests    map[string]*count // by the name
}

// count is what came from one address or guest lately.
type count struct {
	since   time.Time
	written int
	more    map[string]int // by what it was
}

const (
	mostOneByOne  = 5 // of one address or guest in a period
	logPeriod     = 10 * time.Second
	mostAddresses = 64 // that are counted apart; all others are one
	elsewhere     = "elsewhere"
)

func newLimitedLog(log *slog.Logger, clock func() time.Time, n *networks) *limitedLog {
	return &limitedLog{log: log, clock: clock, networks: n,
		addresses: map[string]*count{}, guests: map[string]*count{}}
}

// note tells, or counts, that something was refused or came to nothing. what is one of a few words.
func (l *limitedLog) note(from net.Addr, msg, what string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	address := l.networks.of(addrOf(from)).String()
	if l.addresses[address] == nil && len(l.addresses) >= mostAddresses {
		address = elsewhere
	}
	if l.counted(l.addresses, "from", address, what) {
		l.log.Info(msg, append([]any{"from", from.String(), "what", what}, args...)...)
	}
}

// guest tells, or counts, what happened to a session of a guest. log has who that is; msg is one of a few words.
func (l *limitedLog) guest(log *slog.Logger, name, msg string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.counted(l.guests, "who", name, msg) {
		log.Info(msg, args...)
	}
}

// counted counts one more thing of a subject, and reports whether it is told by itself. The caller holds mu.
func (l *limitedLog) counted(all map[string]*count, key, subject, what string) bool {
	now, c := l.clock(), all[subject]
	if c != nil && now.Sub(c.since) >= logPeriod {
		l.sum(all, key, subject)
		c = nil
	}
	if c == nil {
		c = &count{since: now, more: map[string]int{}}
		all[subject] = c
	}
	if c.written++; c.written > mostOneByOne {
		c.more[what]++
		return false
	}
	return true
}

// sumUp ends the periods that are over; with all, every one.
func (l *limitedLog) sumUp(all bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock()
	for key, counts := range map[string]map[string]*count{"from": l.addresses, "who": l.guests} {
		for subject, c := range counts {
			if all || now.Sub(c.since) >= logPeriod {
				l.sum(counts, key, subject)
			}
		}
	}
}

// sum ends a period. The caller holds mu.
func (l *limitedLog) sum(all map[string]*count, key, subject string) {
	c := all[subject]
	delete(all, subject)
	if len(c.more) == 0 {
		return
	}
	args := []any{key, subject}
	for _, what := range slices.Sorted(maps.Keys(c.more)) {
		args = append(args, what, c.more[what])
	}
	l.log.Info("more like that", args...)
}
