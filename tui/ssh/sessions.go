package ssh

import (
	"maps"
	"slices"
	"sync"

	"thidua/scoring/lang"
)

// sessions is the sessions that are open.
type sessions struct {
	mu        sync.Mutex
	open      map[*session]struct{}
	perPerson int // the most that one person may have open
	closed    bool
	empty     sync.WaitGroup
}

const (
	mostSessions  = 500 // in all
	mostPerPerson = 3   // of one person: a laptop, another, and a window that was lost
)

// add takes a session in, or says why not.
func (s *sessions) add(p *session) (why lang.Text, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	own := 0
	for o := range s.open {
		if o.guest.ID == p.guest.ID {
			own++
		}
	}
	switch {
	case s.closed:
		return lang.Sayf("cuộc họp đã đóng", "the meeting has ended"), false
	case len(s.open) >= mostSessions:
		return lang.Sayf("phòng họp đã đủ %d máy", "the room is full: %d terminals", mostSessions), false
	case own >= s.perPerson:
		return lang.Sayf("người này đã mở %d cửa sổ; đóng bớt một",
			"this person has %d terminals open; close one", own), false
	}
	if s.open == nil {
		s.open = map[*session]struct{}{}
	}
	s.open[p] = struct{}{}
	s.empty.Add(1)
	return lang.Text{}, true
}

func (s *sessions) remove(p *session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, p)
	s.empty.Done()
}

// all is the sessions that are open now, in no order.
func (s *sessions) all() []*session {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Collect(maps.Keys(s.open))
}

// close lets nobody in any more, and ends all sessions.
func (s *sessions) close(why lang.Sayer) {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	for _, p := range s.all() {
		p.end(ending{why: why})
	}
}
