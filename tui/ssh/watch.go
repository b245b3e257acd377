package ssh

import (
	"time"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// What the server does when the meeting, the room or the list of guests changes.

// watch has the pictures drawn anew whenever the meeting or the room changes, and rings for those whose turn comes.
func (s *Server) watch() {
	snaps, floors := s.opts.Meeting.Subscribe(s.ctx), s.room.Subscribe(s.ctx)
	shown := s.opts.Wall.Subscribe(s.ctx)
	second := time.NewTicker(time.Second)
	defer second.Stop()
	next, was := "", s.opts.Meeting.Snapshot()
	var asked ballots
	for {
		select {
		case <-s.ctx.Done():
			return
		case snap, ok := <-snaps:
			if !ok {
				return // the meeting is over; Close comes
			}
			s.ringUnconfirmed(was, snap)
			was = snap
		case f, ok := <-floors:
			if !ok {
				return
			}
			if now := f.Next(&s.opts.Meeting.Snapshot().State); now != next {
				next = now
				s.ring(next)
			}
			if now := calledFor(f); now != asked {
				asked = now
				s.ringVoters(asked)
			}
		case _, ok := <-shown:
			if !ok {
				return
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

// ballots are those that the room is asked for.
type ballots interface {
	Owes(unit string) bool
}

// calledFor is what the room is asked for; nil: nothing.
func calledFor(f *meeting.Floor) ballots {
	switch {
	case f.Poll != nil:
		return f.Poll
	case f.Box != nil:
		return f.Box
	}
	return nil
}

// ringVoters calls the people of every unit whose ballot is wanted, wherever they look.
func (s *Server) ringVoters(b ballots) {
	for _, p := range s.sessions.all() {
		if b != nil && p.guest.Who.Votes() && b.Owes(p.guest.Who.Unit) {
			p.ring()
		}
	}
}

// ringUnconfirmed calls the people of every unit whose confirmation does not hold any more.
func (s *Server) ringUnconfirmed(was, is *meeting.Snapshot) {
	for i, u := range is.Units() {
		if was.Units()[i].Confirmed() && !u.Confirmed() {
			text := lang.Sayf("Xác nhận của %s không còn hiệu lực. Số %d: %s",
				"The confirmation of %s does not hold any more. Decision %d: %s", u.Name(), is.Last().Seq,
				decision.Sentence(&is.State, is.Last()))
			for _, p := range s.sessions.all() {
				if p.guest.Who.Unit == u.Name() {
					p.tell(text)
				}
			}
		}
	}
}

// ring calls the people of a unit: its turn is next, or something of its own has changed.
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

// tell says something to a person, once however often it is to be said meanwhile.
func (p *session) tell(text lang.Text) {
	select {
	case p.told <- text:
	default:
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
