package ssh

import (
	"net/netip"
	"runtime"
	"sync"
	"time"
)

// passcodeQueue is where passcodes wait to be tried: of each address one, the others behind it, so that no address can
// fill the queue.
type passcodeQueue struct {
	slots    chan struct{} // passcodes being tried
	networks *networks

	mu    sync.Mutex
	heads map[netip.Prefix]*queueHead
}

// queueHead is the one place of an address.
type queueHead struct {
	place chan struct{} // holds one
	users int           // that wait for it or have it
}

func newPasscodeQueue(n *networks) *passcodeQueue {
	return &passcodeQueue{networks: n, slots: make(chan struct{}, max(runtime.GOMAXPROCS(0)/2, 1)),
		heads: map[netip.Prefix]*queueHead{}}
}

// enter waits for a turn, until it is too late. leave ends the turn.
func (q *passcodeQueue) enter(from netip.Addr, late <-chan time.Time) (leave func(), ok bool) {
	network := q.networks.of(from)
	q.mu.Lock()
	h := q.heads[network]
	if h == nil {
		h = &queueHead{place: make(chan struct{}, 1)}
		q.heads[network] = h
	}
	h.users++
	q.mu.Unlock()
	gone := func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		if h.users--; h.users == 0 {
			delete(q.heads, network)
		}
	}
	select {
	case h.place <- struct{}{}:
	case <-late:
		gone()
		return nil, false
	}
	select {
	case q.slots <- struct{}{}:
	case <-late:
		<-h.place
		gone()
		return nil, false
	}
	return func() {
		<-q.slots
		<-h.place
		gone()
	}, true
}
