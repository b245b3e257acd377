package meeting

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"time"

	"thidua/data/record"
	"thidua/scoring"
)

// A vote that several hosts take together. Where the record is shared and keeps ballots (record.Ballots), those of an
// open vote are there, and the poll or box in each host's room shows what is in: a ballot is in when the database has
// it. It is counted from there, by whoever may, on any host, in one transaction with the decision; a host that stops
// takes nothing with it.

// together is what a meeting has to do with the ballots of a shared record.
type together struct {
	ballots record.Ballots // nil: they are taken in a room alone
	stirred chan struct{}  // there may be something new; holds one

	mu    sync.Mutex
	rooms []*Room
	gone  int // the decision that opened a vote of which there are no ballots any more; 0: none is known
}

// about is what the hosts must know of a vote besides what is on record.
type about struct {
	Unit       string   `json:"unit,omitempty"`       // concerned
	Candidates []string `json:"candidates,omitempty"` // of a round, or of a place in an order
}

// beside is what is kept with the ballots: who does not vote, and what was handed in on paper.
type beside struct {
	Marked []string       `json:"marked,omitempty"`
	Paper  int            `json:"paper,omitempty"`
	Counts map[string]int `json:"counts,omitempty"` // of the papers, by choice
	Spoil  int            `json:"spoiled,omitempty"`
}

// Join has a room take part in the votes of a meeting, also in those of other hosts, until it is let go. Of a meeting
// that is not shared it does nothing.
func (m *Meeting) Join(r *Room) (leave func()) {
	if m.ballots == nil {
		return func() {}
	}
	m.together.mu.Lock()
	m.rooms = append(m.rooms, r)
	m.together.mu.Unlock()
	m.publishAgain()
	m.stir()
	return sync.OnceFunc(func() {
		m.together.mu.Lock()
		defer m.together.mu.Unlock()
		m.rooms = slices.DeleteFunc(m.rooms, func(other *Room) bool { return other == r })
	})
}

// Shared reports whether other hosts may have the meeting open too.
func (m *Meeting) Shared() bool { return m.shared != nil }

// Skew is how far the clock by which times are recorded, that of the store, is before this machine's.
func (m *Meeting) Skew() time.Duration {
	if m.skew == nil {
		return 0
	}
	return m.skew()
}

// joined are the rooms that take part.
func (m *Meeting) joined() []*Room {
	m.together.mu.Lock()
	defer m.together.mu.Unlock()
	return slices.Clone(m.rooms)
}

// stir has the ballots looked at once more.
func (m *Meeting) stir() {
	if m.ballots == nil {
		return
	}
	select {
	case m.stirred <- struct{}{}:
	default:
	}
}

// watchBallots shows what is in, until the meeting is closed here.
func (m *Meeting) watchBallots() {
	for {
		select {
		case <-m.life.Done():
			return
		case <-m.stirred:
			m.showBallots()
		}
	}
}

// showBallots brings the rooms to what is in. What cannot be read is read when the store says that it is back.
func (m *Meeting) showBallots() {
	snap := m.Snapshot()
	o, rooms := snap.Opening(), m.joined()
	if o == nil || !o.Open.Terminals {
		for _, r := range rooms {
			r.Settle(&snap.State)
		}
		return
	}
	t, err := m.ballots.Tally(m.life, voteOf(o), false)
	switch {
	case err != nil:
	case t == nil:
		if m.stillOpen(m.life, o) {
			m.lose(o.Decision.Seq)
		}
	default:
		for _, r := range rooms {
			r.show(m, snap, o, t)
		}
	}
}

// ballotsBegin shows the ballots of a vote that was opened here just now: none is in.
func (m *Meeting) ballotsBegin(snap *Snapshot, p Proposal) {
	o := snap.Opening()
	if m.ballots == nil || o == nil || !o.Open.Terminals || o.Decision.Seq != snap.Seq() {
		return
	}
	if i, err := issue(&snap.State, o.Open, p); err == nil {
		for _, r := range m.joined() {
			r.show(m, snap, o, &record.Tally{Version: 1, About: i.About})
		}
	}
}

// lose notes that there are no ballots of a vote that the record has as open: they went with the database's memory.
func (m *Meeting) lose(opened int) {
	m.together.mu.Lock()
	was := m.gone
	m.gone = opened
	m.together.mu.Unlock()
	if was != opened {
		m.publishAgain()
	}
}

// publishAgain shows the newest snapshot with what is known of its ballots now.
func (m *Meeting) publishAgain() {
	m.shown.change(func(s *Snapshot) *Snapshot {
		next := *s
		next.Ballots = m.whereabouts(s)
		return &next
	})
}

// Whereabouts is where the ballots of a vote are that the record has as open.
type Whereabouts uint8

// The places.
const (
	InRoom    Whereabouts = iota // in this room, if anywhere
	Together                     // in the database: all hosts that have a room take them, this one as well
	Elsewhere                    // in the database: this program takes none
	Nowhere                      // lost
)

// whereabouts says where the ballots of a snapshot's vote are.
func (m *Meeting) whereabouts(s *Snapshot) Whereabouts {
	o := s.Opening()
	if m.ballots == nil || o == nil || !o.Open.Terminals {
		return InRoom
	}
	m.together.mu.Lock()
	defer m.together.mu.Unlock()
	switch {
	case m.gone == o.Decision.Seq:
		return Nowhere
	case len(m.rooms) == 0:
		return Elsewhere
	}
	return Together
}

func voteOf(o *scoring.Opening) record.OpenVote {
	return record.OpenVote{Opened: o.Decision.Seq, Secret: o.Open.Secret}
}

// issue is what the hosts get to know of a vote that a decision opens.
func issue(s *scoring.State, o scoring.Open, p Proposal) (*record.Issue, error) {
	a := about{Candidates: p.Among}
	if r, ok := s.Race(scoring.Office(o.What)); ok && slices.Contains(s.Elections(), r.Office) {
		a.Candidates = nil
		for _, unit := range r.Candidates {
			a.Candidates = append(a.Candidates, s.Units()[unit].Name())
		}
	} else if group, ok := o.Act.(scoring.Order); ok && len(a.Candidates) == 0 {
		a.Candidates = group.Units
	}
	text, err := json.Marshal(a)
	choices := []string{string(scoring.For), string(scoring.Against), string(scoring.Abstain)}
	if len(a.Candidates) > 0 {
		choices = append(slices.Clone(a.Candidates), "")
	}
	return &record.Issue{About: text, Choices: choices}, err
}

// take makes the poll or the box of a vote that is open, with what is in.
func take(s *scoring.State, o *scoring.Opening, t *record.Tally) (*Poll, *Box, error) {
	var a about
	var b beside
	err := json.Unmarshal(t.About, &a)
	if len(t.Beside) > 0 {
		err = errors.Join(err, json.Unmarshal(t.Beside, &b))
	}
	if err != nil {
		return nil, nil, err
	}
	if len(a.Candidates) == 0 {
		p := NewPoll(s, scoring.Vote{Subject: o.Open.What, Act: o.Open.Act, Secret: o.Open.Secret, Unit: a.Unit})
		p.mirror(t, b)
		return p, nil, nil
	}
	box := newBoxAmong(s, o.Open, a.Candidates)
	box.mirror(t, b)
	return nil, box, nil
}

// show brings the poll or box on a room's floor to what is in, or puts it there.
func (r *Room) show(m *Meeting, snap *Snapshot, o *scoring.Opening, t *record.Tally) {
	p, b, err := take(&snap.State, o, t)
	if err != nil {
		return // written by another version: who opens the vote knows it
	}
	now := m.Snapshot()
	r.Settle(&now.State)
	if open := now.Opening(); open == nil || open.Decision.Seq != o.Decision.Seq {
		return // it has ended meanwhile
	}
	r.change(func(f *Floor) {
		switch {
		case p != nil && f.Poll != nil && f.Poll.opened == p.opened:
			f.Poll.follow(p)
		case b != nil && f.Box != nil && f.Box.opened == b.opened:
			f.Box.follow(b)
		case f.Poll != nil || f.Box != nil:
		case p != nil:
			p.host = newHost(m, o)
			f.Poll = p
		default:
			b.host = newHost(m, o)
			f.Box = b
		}
	})
}

// stillOpen reports whether a vote is open by the newest that the record has.
func (m *Meeting) stillOpen(ctx context.Context, o *scoring.Opening) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.done || m.readOn(ctx) != nil {
		return false
	}
	now := m.Snapshot().Opening()
	return now != nil && now.Decision.Seq == o.Decision.Seq
}

// tally is what there is to count. It is called by who holds the meeting.
func (m *Meeting) tally(ctx context.Context, snap *Snapshot) (*record.Tally, error) {
	o := snap.Opening()
	t, err := m.ballots.Tally(ctx, voteOf(o), true)
	if err != nil || t != nil {
		return t, err
	}
	if err := m.readOn(ctx); err != nil {
		return nil, err
	}
	if m.Snapshot().Seq() != snap.Seq() { // it ended elsewhere
		return nil, record.ErrConflict
	}
	m.lose(o.Decision.Seq)
	return nil, refused(lostBallots(o))
}
