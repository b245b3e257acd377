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

// tally writes to the log what strangers can make happen as often as they like. Of one address the first few are told
// one by one, the others within some seconds counted and told in one line: a flood must not fill the disk.
type tally struct {
	log   *slog.Logger
	clock func() time.Time

	mu     sync.Mutex
	counts map[netip.Prefix]*count
}

// count is what came from one address lately.
type count struct {
	since time.Time
	told  int
	more  map[string]int // by what it was
}

const (
	toldOneByOne  = 5 // of one address in a period
	tallyPeriod   = 10 * time.Second
	mostAddresses = 64 // that are counted apart; all others are one
)

func newTally(log *slog.Logger, clock func() time.Time) *tally {
	return &tally{log: log, clock: clock, counts: map[netip.Prefix]*count{}}
}

// note tells, or counts, that something was refused or came to nothing. what is one of a few words.
func (t *tally) note(from net.Addr, msg, what string, args ...any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now, address := t.clock(), network(addrOf(from))
	c := t.counts[address]
	if c == nil && len(t.counts) >= mostAddresses {
		address = netip.Prefix{} // elsewhere
		c = t.counts[address]
	}
	if c != nil && now.Sub(c.since) >= tallyPeriod {
		t.sum(address, c)
		c = nil
	}
	if c == nil {
		c = &count{since: now, more: map[string]int{}}
		t.counts[address] = c
	}
	if c.told++; c.told > toldOneByOne {
		c.more[what]++
		return
	}
	t.log.Info(msg, append([]any{"from", from.String(), "what", what}, args...)...)
}

// sumUp ends the periods that are over; with all, every one.
func (t *tally) sumUp(all bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	for address, c := range t.counts {
		if all || now.Sub(c.since) >= tallyPeriod {
			t.sum(address, c)
		}
	}
}

// sum ends a period. The caller holds mu.
func (t *tally) sum(address netip.Prefix, c *count) {
	delete(t.counts, address)
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
	t.log.Info("more like that", args...)
}
