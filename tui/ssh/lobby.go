package ssh

import (
	"slices"
	"sync"
	"time"
)

// lobby bounds the connections of those who have signed in and have no session yet. Each has some time to ask for the
// meeting; of one person's, one too many puts out the oldest, which may be one that was lost.
type lobby struct {
	patience time.Duration // for somebody to ask for the meeting
	tooLate  func(*wire)   // told of each who has not

	mu      sync.Mutex
	waiting map[string][]*wire // by the guest's id, oldest first
}

// mostInLobby is how many connections of one person may wait for their session.
const mostInLobby = 8

// enter lets a connection of a guest wait for its session. It reports whether another had to give way.
func (l *lobby) enter(w *wire, id string) (full bool) {
	l.mu.Lock()
	if l.waiting == nil {
		l.waiting = map[string][]*wire{}
	}
	var out *wire
	if own := l.waiting[id]; len(own) >= mostInLobby {
		out = own[0]
	}
	w.guest, w.late = id, time.AfterFunc(l.patience, func() {
		l.tooLate(w)
		w.Close()
	})
	l.waiting[id] = append(l.waiting[id], w)
	l.mu.Unlock()
	if out != nil {
		out.Close()
	}
	return out != nil
}

// leave takes a connection off the list: it has its session, or has ended. Its timer goes at once: it would keep all
// that belongs to the connection in memory.
func (l *lobby) leave(w *wire) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if w.late == nil {
		return
	}
	w.late.Stop()
	w.late = nil
	own := l.waiting[w.guest]
	if i := slices.Index(own, w); i >= 0 {
		own = slices.Delete(own, i, i+1)
	}
	if l.waiting[w.guest] = own; len(own) == 0 {
		delete(l.waiting, w.guest)
	}
}
