package ssh

import "time"

// What the server does when the meeting, the room or the list of guests changes.

// watch has the pictures drawn anew whenever the meeting or the room changes, and rings for those whose turn comes.
func (s *Server) watch() {
	snaps, floors := s.opts.Meeting.Subscribe(s.ctx), s.room.Subscribe(s.ctx)
	second := time.NewTicker(time.Second)
	defer second.Stop()
	next := ""
	for {
		select {
		case <-s.ctx.Done():
			return
		case _, ok := <-snaps:
			if !ok {
				return // the meeting is over; Close comes
			}
		case f, ok := <-floors:
			if !ok {
				return
			}
			if now := f.Next(&s.opts.Meeting.Snapshot().State); now != next {
				next = now
				s.ring(next)
			}
		case <-second.C:
			s.limitedLog.sumUp(false)
			if s.room.Floor().Away.IsZero() {
				continue
			}
		}
		s.renderer.changed()
	}
}

// ring calls the people of a unit: its turn is next.
func (s *Server) ring(unit string) {
	if unit == "" {
		return
	}
	for _, p := range s.sessions.all() {
		if p.guest.Who.Unit == unit {
			p.ring()
		}
	}
}

// ring has the person's terminal ring, once however often it is asked to meanwhile.
func (p *session) ring() {
	select {
	case p.bell <- struct{}{}:
	default:
	}
}

// checkGuests ends the sessions of those who are not invited any more. The list is looked at once for all of them, and
// nobody who comes or goes waits for the disk.
func (s *Server) checkGuests() {
	open := s.sessions.all()
	ids := make([]string, 0, len(open))
	for _, p := range open {
		ids = append(ids, p.guest.ID)
	}
	invited := s.guests.ByID(ids...)
	for _, p := range open {
		if g, ok := invited[p.guest.ID]; !ok || g.Who != p.guest.Who {
			p.end(revoked())
		}
	}
}
