package ssh

import (
	"slices"
	"sync"
	"time"
)

// pending bounds the connections of those who have signed in and have no session yet. Each has some time to ask for the
// meeting; of one person's, one too many puts out the oldest, which may be one that was lost.
type pending struct {
	timeout   time.Duration      // for somebody to ask for the meeting
	onTimeout func(*limitedConn) // told of each who has not

	mu      sync.Mutex
	waiting map[string][]*limitedConn // by the guest's id, oldest first
}

// mostPending is how many connections of one person may wait for their session.
const mostPending = 8

// add lets a connection of a guest wait for its session. It reports whether another had to give way.
func (p *pending) add(conn *limitedConn, id string) (full bool) {
	p.mu.Lock()
	if p.waiting == nil {
		p.waiting = map[string][]*limitedConn{}
	}
	var out *limitedConn
	if own := p.waiting[id]; len(own) >= mostPending {
		out = own[0]
	}
	conn.guestID, conn.timer = id, time.AfterFunc(p.timeout, func() {
		p.onTimeout(conn)
		conn.Close()
	})
	p.waiting[id] = append(p.waiting[id], conn)
	p.mu.Unlock()
	if out != nil {
		out.Close()
	}
	return out != nil
}

// remove takes a connection off the list: it has its session, or has ended. Its timer goes at once: it would keep all
// that belongs to the connection in memory.
func (p *pending) remove(conn *limitedConn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if conn.timer == nil {
		return
	}
	conn.timer.Stop()
	conn.timer = nil
	own := p.waiting[conn.guestID]
	if i := slices.Index(own, conn); i >= 0 {
		own = slices.Delete(own, i, i+1)
	}
	if p.waiting[conn.guestID] = own; len(own) == 0 {
		delete(p.waiting, conn.guestID)
	}
}
