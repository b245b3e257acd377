package ssh

import (
	"container/list"
	"net/netip"
	"sync"
	"time"
)

// throttle slows down whoever tries passcodes: after each wrong one the answer comes later, and after some there is a
// pause in which none is tried. Wrong ones count for the address, never for the person: a stranger who tries codes in
// somebody's name from elsewhere cannot shut them out. Where a person has come in before, they count for that person at
// that address: nor can a stranger behind the same router. What many addresses can guess together is bounded by the
// processors that passcodes get, and hopeless: there are 25 to the power of 16. Keys are never throttled.
type throttle struct {
	clock    func() time.Time
	networks *networks

	mu      sync.Mutex
	entries map[subject]*list.Element
	recent  list.List // of *tries, the least recently used last
}

// subject is who is being counted: an address, or a person at an address.
type subject struct {
	from netip.Prefix
	who  string // empty: whoever is there
}

// tries is what is known of a subject.
type tries struct {
	subject
	wrong int
	until time.Time // no attempt is looked at before that
	last  time.Time
	known bool // has come in with a right passcode
	near  int  // wrong ones that seemed right at first
}

const (
	mostSubjects = 4096 // who is kept in memory; the longest idle give way
	freeTries    = 5    // wrong ones before the first pause
	firstPause   = 30 * time.Second
	longestPause = 10 * time.Minute
	forgotten    = 30 * time.Minute // without another wrong one
	firstDelay   = 250 * time.Millisecond
	longestDelay = 4 * time.Second
)

func newThrottle(clock func() time.Time, n *networks) *throttle {
	return &throttle{clock: clock, networks: n, entries: map[subject]*list.Element{}}
}

// pause is how long no passcode of that person from that address is looked at; 0 where one may be tried now.
func (t *throttle) pause(a netip.Addr, who string) time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	e := t.find(t.counted(a, who, now), now)
	if e == nil {
		return 0
	}
	return max(e.until.Sub(now), 0)
}

// wrong counts a wrong passcode and gives how long to wait before saying so.
func (t *throttle) wrong(a netip.Addr, who string) (delay time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.take(t.counted(a, who, now), now).more(now)
}

// counted is for whom a wrong passcode counts. The caller holds mu.
func (t *throttle) counted(a netip.Addr, who string, now time.Time) subject {
	pair := subject{t.networks.of(a), who}
	if e := t.find(pair, now); e != nil && e.known {
		return pair
	}
	return subject{from: pair.from}
}

// right forgets the wrong ones of a person at an address, who is known there from now on.
func (t *throttle) right(a netip.Addr, who string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := t.take(subject{t.networks.of(a), who}, t.clock())
	e.wrong, e.until, e.known = 0, time.Time{}, true
}

// mostNear is how many wrong passcodes may have seemed right at first before what seems right counts for nothing.
const mostNear = 2

// mislead counts a passcode that seemed right, and was not.
func (t *throttle) mislead(a netip.Addr) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	e := t.take(subject{from: t.networks.of(a)}, now)
	e.near++
	e.last = now
}

// misled reports whether somebody at an address finds passcodes that seem right.
func (t *throttle) misled(a netip.Addr) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	e := t.find(subject{from: t.networks.of(a)}, t.clock())
	return e != nil && e.near >= mostNear
}

// more counts one more and gives the delay.
func (e *tries) more(now time.Time) time.Duration {
	e.wrong++
	e.last = now
	if over := e.wrong - freeTries; over >= 0 {
		e.until = now.Add(doubled(firstPause, over, longestPause))
	}
	return doubled(firstDelay, e.wrong-1, longestDelay)
}

func doubled(d time.Duration, times int, most time.Duration) time.Duration {
	for ; times > 0 && d < most; times-- {
		d *= 2
	}
	return min(d, most)
}

// find gives what is known of a subject, if anything; old mistakes are forgotten. The caller holds mu.
func (t *throttle) find(s subject, now time.Time) *tries {
	el := t.entries[s]
	if el == nil {
		return nil
	}
	t.recent.MoveToFront(el)
	e := el.Value.(*tries)
	if now.Sub(e.last) >= forgotten {
		e.wrong, e.near, e.until = 0, 0, time.Time{}
	}
	return e
}

// take is find for a subject that is kept from now on. The caller holds mu.
func (t *throttle) take(s subject, now time.Time) *tries {
	if e := t.find(s, now); e != nil {
		return e
	}
	e := &tries{subject: s, last: now}
	t.entries[s] = t.recent.PushFront(e)
	for len(t.entries) > mostSubjects {
		oldest := t.recent.Back()
		delete(t.entries, t.recent.Remove(oldest).(*tries).subject)
	}
	return e
}
