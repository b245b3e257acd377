package ssh

import (
	"sync"

	"thidua/scoring/lang"
)

// crowd is the sessions that are open.
type crowd struct {
	mu       sync.Mutex
	sessions map[*session]struct{}
	ofOne    int // the most that one person may have open
	closed   bool
	empty    sync.WaitGroup
}

const (
	mostSessions = 500 // in all
	mostOfOne    = 8   // of one person
)

// add takes a session in, or says why not.
func (c *crowd) add(p *session) (why lang.Text, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	own := 0
	for o := range c.sessions {
		if o.guest.ID == p.guest.ID {
			own++
		}
	}
	switch {
	case c.closed:
		return lang.Sayf("cuộc họp đã đóng", "the meeting has ended"), false
	case len(c.sessions) >= mostSessions:
		return lang.Sayf("phòng họp đã đủ %d máy", "the room is full: %d terminals", mostSessions), false
	case own >= c.ofOne:
		return lang.Sayf("người này đã mở %d cửa sổ; đóng bớt một",
			"this person has %d terminals open; close one", own), false
	}
	if c.sessions == nil {
		c.sessions = map[*session]struct{}{}
	}
	c.sessions[p] = struct{}{}
	c.empty.Add(1)
	return lang.Text{}, true
}

func (c *crowd) remove(p *session) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.sessions, p)
	c.empty.Done()
}

// each calls f for every session. It must not wait for anything.
func (c *crowd) each(f func(*session)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for p := range c.sessions {
		f(p)
	}
}

// count is how many sessions there are.
func (c *crowd) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.sessions)
}

// close lets nobody in any more, and ends all sessions.
func (c *crowd) close(why lang.Sayer) {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
	c.each(func(p *session) { p.end(why) })
}
