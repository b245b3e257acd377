package ssh

import (
	"log/slog"
	"maps"
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// limitedLog writes to the log what strangers can make happen as often as they like. Of one address the first few are
// told one by one, the others within some seconds counted and told in one line: a flood must not fill the disk.
type limitedLog struct {
	log      *slog.Logger
	clock    func() time.Time
	networks *networks

	mu     sync.Mutex
	counts map[netip.Prefix]*count
}

// count is what came from one address lately.
type count struct {
	since   time.Time
	written int
	more    map[string]int // by what it was
}

const (
	mostOneByOne  = 5 // of one address in a period
	logPeriod     = 10 * time.Second
	mostAddresses = 64 // that are counted apart; all others are one
)

func newLimitedLog(log *slog.Logger, clock func() time.Time, n *networks) *limitedLog {
	return &limitedLog{log: log, clock: clock, networks: n, counts: map[netip.Prefix]*count{}}
}

// note tells, or counts, that something was refused or came to nothing. what is one of a few words.
func (l *limitedLog) note(from net.Addr, msg, what string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now, address := l.clock(), l.networks.of(addrOf(from))
	c := l.counts[address]
	if c == nil && len(l.counts) >= mostAddresses {
		address = netip.Prefix{} // elsewhere
		c = l.counts[address]
	}
	if c != nil && now.Sub(c.since) >= logPeriod {
		l.sum(address, c)
		c = nil
	}
	if c == nil {
		c = &count{since: now, more: map[string]int{}}
		l.counts[address] = c
	}
	if c.written++; c.written > mostOneByOne {
		c.more[what]++
		return
	}
	l.log.Info(msg, append([]any{"from", from.String(), "what", what}, args...)...)
}

// sumUp ends the periods that are over; with all, every one.
func (l *limitedLog) sumUp(all bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock()
	for address, c := range l.counts {
		if all || now.Sub(c.since) >= logPeriod {
			l.sum(address, c)
		}
	}
}

// sum ends a period. The caller holds mu.
func (l *limitedLog) sum(address netip.Prefix, c *count) {
	delete(l.counts, address)
	if len(c.more) == 0 {
		return
	}
	from := "elsewhere"
	if address.IsValid() {
		from = address.String()
	}
	args := []any{"from", from}
	for _, what := range slices.Sorted(maps.Keys(c.more)) {
		args = append(args, what, c.more[what])
	}
	l.log.Info("more like that", args...)
}
