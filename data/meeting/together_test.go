package meeting_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// office is a meeting at several hosts, each with a room, in which every unit is present.
type office struct {
	t      *testing.T
	name   string
	server *postgrestest.Server
	all    []*meeting.Meeting
	rooms  []*meeting.Room
	units  []string
}

func newOffice(t *testing.T, server *postgrestest.Server, n int) *office {
	t.Helper()
	o := &office{t: t, server: server}
	o.name = fmt.Sprintf("%s?sslmode=disable&meeting=Cụm+%d", server.NewDatabase(t), made.Add(1))
	o.join(n)
	return o
}

// join makes the meeting and its hosts.
func (o *office) join(n int) {
	t := o.t
	t.Helper()
	o.all = hostsAt(t, o.name, n)
	var roll []scoring.Act
	for _, u := range o.all[0].Snapshot().Units() {
		o.units = append(o.units, u.Name())
		roll = append(roll, scoring.Attend{Unit: u.Name(), Present: true})
	}
	propose(t, o.all[0], roll...)
	for _, m := range o.all {
		o.rooms = append(o.rooms, o.room(m))
	}
}

// room is a room of a host.
func (o *office) room(m *meeting.Meeting) *meeting.Room {
	r := meeting.NewRoom()
	o.t.Cleanup(m.Join(r))
	return r
}

// rows is how many rows the database has in a table of ballots.
func (o *office) rows(tables ...string) (n int) {
	o.t.Helper()
	database := o.name[strings.LastIndex(o.name, "/")+1 : strings.Index(o.name, "?")]
	for _, table := range tables {
		var m int
		_, err := fmt.Sscan(o.server.Text(o.t, database, `SELECT count(*) FROM thidua.`+table), &m)
		if err != nil {
			o.t.Fatal(err)
		}
		n += m
	}
	return n
}

// empty fails where the database still has something of a vote.
func (o *office) empty() {
	o.t.Helper()
	if n := o.rows("votes", "ballots", "secret_votes", "secret_ballots", "secret_counts"); n != 0 {
		o.t.Errorf("%d rows of a vote are left that has ended", n)
	}
}

// open opens a vote at a host and waits until all have it.
func (o *office) open(host int, secret bool) (opened int) {
	o.t.Helper()
	opened = propose(o.t, o.all[host], scoring.Open{What: "x", Secret: secret, Terminals: true}).Seq()
	if p := o.rooms[host].Floor().Poll; p == nil || p.Opened() != opened {
		o.t.Fatal("the host that opened a vote does not have it at once")
	}
	for i := range o.rooms {
		o.shows(i, func(f *meeting.Floor) bool { return f.Poll != nil && f.Poll.Opened() == opened })
	}
	return opened
}

// shows waits until the room of a host shows what is asked for.
func (o *office) shows(host int, shown func(*meeting.Floor) bool) *meeting.Floor {
	o.t.Helper()
	for f := range o.rooms[host].Subscribe(o.t.Context()) {
		if shown(f) {
			return f
		}
	}
	o.t.Fatal("the test is over")
	return nil
}

// cast has a unit vote at a host.
func (o *office) cast(host int, unit string, c scoring.Choice) error {
	return o.rooms[host].Vote(person(unit, scoring.Reviewer, unit), c)
}

// settled waits until what became of a unit's ballot at a host is known, and says whether it is in by this host.
func (o *office) settled(host int, unit string) (failed error) {
	o.t.Helper()
	o.shows(host, func(f *meeting.Floor) bool {
		if f.Poll == nil {
			failed = errors.New("the vote has ended")
			return true
		}
		failed = f.Poll.Failed(unit)
		return !f.Poll.Sending(unit) && (f.Poll.Voted(unit) || failed != nil)
	})
	return failed
}

// count proposes to count what is open at a host.
func (o *office) count(host, opened int, who *meeting.Who) (*meeting.Snapshot, error) {
	by := "Thư ký"
	if who != nil {
		by = who.Name
	}
	return o.all[host].Propose(o.t.Context(), meeting.Proposal{By: by, Who: who,
		Count: &meeting.Count{Opened: opened, Act: func(s *scoring.State, p *meeting.Poll, b *meeting.Box) (scoring.Act,
			error) {
			if b != nil {
				sum, err := b.Count(s)
				return sum, err
			}
			return p.Vote(s), nil
		}}})
}

// TestBallotsOfAllHostsCountOnce: each unit votes at every host at the same moment; one of its ballots is in, every
// host shows how many are, and what is counted is just these. Nothing of the vote is left then.
func TestBallotsOfAllHostsCountOnce(t *testing.T) {
	o := newOffice(t, shared.Start(t), 3)
	for _, secret := range []bool{false, true} {
		opened := o.open(0, secret)
		var mu sync.Mutex
		in := map[string][]scoring.Choice{}
		var wg sync.WaitGroup
		for i, unit := range o.units {
			for host := range o.all {
				wg.Go(func() {
					c := []scoring.Choice{scoring.For, scoring.Against, scoring.Abstain}[(i+host)%3]
					err := o.cast(host, unit, c)
					if err == nil {
						err = o.settled(host, unit)
					}
					mu.Lock()
					defer mu.Unlock()
					if err == nil {
						in[unit] = append(in[unit], c)
					} else if !errors.Is(err, scoring.ErrVote) {
						t.Error(err)
					}
				})
			}
		}
		wg.Wait()
		want := map[scoring.Choice]int{}
		for _, unit := range o.units {
			if len(in[unit]) != 1 {
				t.Fatalf("secret %t: %s has %d ballots", secret, unit, len(in[unit]))
			}
			want[in[unit][0]]++
		}
		for host := range o.all {
			o.shows(host, func(f *meeting.Floor) bool {
				n, of := f.Poll.Progress()
				return n == len(o.units) && of == n
			})
			if c, known := o.rooms[host].Floor().Poll.Choice(o.units[0]); known == secret ||
				!secret && c != in[o.units[0]][0] {
				t.Errorf("secret %t: how a unit voted: %q, known %t", secret, c, known)
			}
		}
		s, err := o.count(1, opened, nil)
		if err != nil {
			t.Fatal(err)
		}
		v := s.Last().Act.(scoring.Vote)
		if v.For != want[scoring.For] || v.Against != want[scoring.Against] || v.Abstain != want[scoring.Abstain] ||
			!slices.Equal(v.Voted, slices.Sorted(slices.Values(o.units))) || (len(v.Votes) == 0) != secret {
			t.Errorf("counted %+v, want %v", v, want)
		}
		for host, m := range o.all {
			o.shows(host, func(f *meeting.Floor) bool { return f.Poll == nil })
			sound(t, until(t, m, func(n *meeting.Snapshot) bool { return n.Fingerprint() == s.Fingerprint() }))
		}
		o.empty()
	}
}

// TestCountedOnce: of two hosts that count one vote at the same moment one does it, and the other is told that it is
// counted; no ballot that was in is left out, and none comes in afterwards.
func TestCountedOnce(t *testing.T) {
	o := newOffice(t, shared.Start(t), 3)
	for range 5 {
		opened := o.open(2, false)
		var counts, casts sync.WaitGroup
		in := make([]error, len(o.units))
		for i, unit := range o.units {
			casts.Go(func() {
				if in[i] = o.cast(i%3, unit, scoring.For); in[i] == nil {
					in[i] = o.settled(i%3, unit)
				}
			})
		}
		errs := make([]error, 2)
		for host := range errs {
			counts.Go(func() { _, errs[host] = o.count(host, opened, nil) })
		}
		counts.Wait()
		casts.Wait()
		if (errs[0] == nil) == (errs[1] == nil) || !errors.Is(errors.Join(errs...), scoring.ErrVote) {
			t.Fatalf("two hosts counted: %v", errs)
		}
		s := until(t, o.all[2], func(s *meeting.Snapshot) bool { return s.Opening() == nil })
		v := s.Last().Act.(scoring.Vote)
		for i, unit := range o.units {
			if in[i] == nil && !slices.Contains(v.Voted, unit) {
				t.Errorf("the ballot of %s was in, and is not counted", unit)
			}
		}
		for host := range o.all {
			until(t, o.all[host], func(s *meeting.Snapshot) bool { return s.Opening() == nil })
			o.shows(host, func(f *meeting.Floor) bool { return f.Poll == nil })
		}
		o.empty()
	}
}

// TestRoundOfAllHosts: a round of an election likewise; papers and who does not vote are the same at all hosts.
func TestRoundOfAllHosts(t *testing.T) {
	o := newOffice(t, shared.Start(t), 2)
	opened := propose(t, o.all[0], scoring.Open{What: string(scoring.Leader), Secret: true, Terminals: true}).Seq()
	for host := range o.all {
		o.shows(host, func(f *meeting.Floor) bool { return f.Box != nil })
	}
	n := len(o.units)
	for i, unit := range o.units[:n-2] {
		candidate := o.units[0]
		if i == 1 {
			candidate = ""
		}
		if err := o.rooms[i%2].Elect(person(unit, scoring.Reviewer, unit), candidate); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.rooms[0].Elect(person("x", scoring.Reviewer, o.units[n-1]), "Hà Nội"); !errors.Is(err,
		scoring.ErrVote) {
		t.Errorf("a ballot for who is no candidate: %v", err)
	}
	s := o.all[1].Snapshot()
	box := o.shows(1, func(f *meeting.Floor) bool { in, _ := f.Box.Progress(); return in == n-2 }).Box
	if err := errors.Join(box.Mark(&s.State, o.units[n-1]),
		box.SetPapers(&s.State, scoring.Ballot{Votes: map[string]int{o.units[1]: 1}})); err != nil {
		t.Fatal(err)
	}
	o.shows(0, func(f *meeting.Floor) bool { return f.Box.Paper() == 1 && f.Box.Marked(o.units[n-1]) })
	if why := o.rooms[0].Floor().Box.Uncounted(&s.State); !why.IsZero() {
		t.Errorf("it cannot be counted: %s", why)
	}
	s, err := o.count(0, opened, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := s.Last().Act.(scoring.Ballot)
	if len(b.Votes) != 2 || b.Votes[o.units[0]] != n-3 || b.Votes[o.units[1]] != 1 || b.Blank != 1 || b.Paper != 1 ||
		!slices.Equal(b.NotVoting, o.units[n-1:]) || len(b.Voted) != n-2 {
		t.Errorf("counted %+v", b)
	}
	o.shows(1, func(f *meeting.Floor) bool { return f.Box == nil })
	o.empty()
}

// TestHostStopsDuringAVote: a vote goes on when the host that opened it stops, and when it is started again; only its
// opener and the chair count it, wherever they are.
func TestHostStopsDuringAVote(t *testing.T) {
	o := newOffice(t, shared.Start(t), 2)
	opened := o.open(0, true)
	for i, unit := range o.units[:4] {
		if err := errors.Join(o.cast(i%2, unit, scoring.For), o.settled(i%2, unit)); err != nil {
			t.Fatal(err)
		}
	}
	o.rooms[0].VoidOpen(o.all[0], "Thư ký", "máy chủ dừng")
	if err := o.all[0].Close(); err != nil {
		t.Fatal(err)
	}
	again, err := meeting.Open(t.Context(), o.name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	o.all[0] = again
	o.rooms[0] = o.room(again)
	if f := o.shows(0, func(f *meeting.Floor) bool { return f.Poll != nil }); !f.Poll.Voted(o.units[0]) ||
		again.Snapshot().Ballots != meeting.Together {
		t.Error("the host that was started again does not go on with the vote")
	}
	if err := o.cast(0, o.units[0], scoring.For); !errors.Is(err, scoring.ErrVote) {
		t.Errorf("a second ballot was taken: %v", err)
	}
	for i, unit := range o.units[4:] {
		if err := errors.Join(o.cast(i%2, unit, scoring.Against), o.settled(i%2, unit)); err != nil {
			t.Fatal(err)
		}
	}
	other := person("Thư ký khác", scoring.Secretary, "")
	if _, err := o.count(1, opened, other); !errors.Is(err, meeting.ErrRights) {
		t.Errorf("somebody else counted: %v", err)
	}
	s, err := o.count(1, opened, person("Chủ tọa", scoring.Chair, ""))
	if err != nil {
		t.Fatal(err)
	}
	if v := s.Last().Act.(scoring.Vote); v.For != 4 || v.Against != len(o.units)-4 {
		t.Errorf("counted %+v", v)
	}
}

// TestNoCountFromElsewhere: nobody brings a count along, a program without a room ends no vote that is open, and who
// has one may.
func TestNoCountFromElsewhere(t *testing.T) {
	o := newOffice(t, shared.Start(t), 2)
	opened := o.open(0, false)
	for i, unit := range o.units {
		if err := errors.Join(o.cast(i%2, unit, scoring.For), o.settled(i%2, unit)); err != nil {
			t.Fatal(err)
		}
	}
	batch, err := meeting.Open(t.Context(), o.name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = batch.Close() })
	if batch.Snapshot().Ballots != meeting.Elsewhere {
		t.Errorf("to a program without a room the ballots are %v", batch.Snapshot().Ballots)
	}
	f := o.shows(0, func(f *meeting.Floor) bool { return f.Poll.Missing(&o.all[0].Snapshot().State) == 0 })
	if err := f.Poll.End(); err != nil {
		t.Fatal(err)
	}
	forged := f.Poll.Vote(&o.all[0].Snapshot().State)
	f.Poll.Reopen()
	for _, act := range []scoring.Act{forged, scoring.Void{Opened: opened, Reason: "z"}} {
		_, err := batch.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{act}})
		if refused := (*meeting.Refused)(nil); !errors.As(err, &refused) || !errors.Is(err, scoring.ErrVote) {
			t.Errorf("%s from a batch: %v", act.Kind(), err)
		}
	}
	propose(t, o.all[1], scoring.Void{Opened: opened, In: len(o.units), Reason: "z"})
	o.shows(0, func(f *meeting.Floor) bool { return f.Poll == nil })
	o.empty()
}

// TestCalledOutAnswers: what was called out can be changed from any host, what a unit cast itself from none.
func TestCalledOutAnswers(t *testing.T) {
	o := newOffice(t, shared.Start(t), 2)
	opened := o.open(0, false)
	own, called := o.units[0], o.units[1]
	if err := errors.Join(o.cast(1, own, scoring.Against), o.settled(1, own)); err != nil {
		t.Fatal(err)
	}
	choice := func(host int, unit string, want scoring.Choice) {
		t.Helper()
		o.shows(host, func(f *meeting.Floor) bool { c, _ := f.Poll.Choice(unit); return c == want })
	}
	poll := func(host int) *meeting.Poll { return o.rooms[host].Floor().Poll }
	if err := errors.Join(poll(0).Answer(called, scoring.For), poll(0).Answer(called, scoring.Abstain)); err != nil {
		t.Fatal(err)
	}
	choice(1, called, scoring.Abstain)
	if err := poll(1).Answer(called, scoring.Against); err != nil {
		t.Fatal(err)
	}
	choice(0, called, scoring.Against)
	if err := poll(0).TakeBack(called); err != nil {
		t.Fatal(err)
	}
	choice(1, called, "")
	choice(0, own, scoring.Against)
	if poll(0).TakeBack(own) == nil {
		t.Error("a ballot that a unit cast itself was taken back")
	}
	_ = poll(0).Answer(own, scoring.For) // the host may not know yet; the database does
	if err := poll(0).Answer(called, scoring.For); err != nil {
		t.Fatal(err)
	}
	choice(1, called, scoring.For)
	choice(1, own, scoring.Against)
	s, err := o.count(0, opened, nil)
	if err != nil || s.Last().Act.(scoring.Vote).Votes[own] != scoring.Against {
		t.Errorf("counted %+v, %v", s.Last().Act, err)
	}
}

// TestServerDiesDuringAVote: an open vote, whose choices go on record, outlives the server: what was cast while it was
// away goes in by itself. A secret one is lost, to all hosts alike, and is never counted short.
func TestServerDiesDuringAVote(t *testing.T) {
	server := mortal.Start(t)
	named, secret := newOffice(t, server, 2), newOffice(t, server, 2)
	opened := map[*office]int{named: named.open(0, false), secret: secret.open(0, true)}
	for o := range opened {
		for i, unit := range o.units[:4] {
			if err := errors.Join(o.cast(i%2, unit, scoring.For), o.settled(i%2, unit)); err != nil {
				t.Fatal(err)
			}
		}
	}
	server.Kill()
	late := named.units[4]
	for o := range opened {
		if err := o.cast(1, late, scoring.Against); err != nil {
			t.Fatal(err)
		}
		until(t, o.all[1], func(s *meeting.Snapshot) bool { return s.Away != nil })
		if p := o.rooms[1].Floor().Poll; p.Voted(late) || !p.Sending(late) {
			t.Error("a ballot is shown as in while the database is away")
		}
	}
	server.Restart(t)
	if err := named.settled(1, late); err != nil {
		t.Error(err)
	}
	s, err := named.count(1, opened[named], nil)
	if err != nil {
		t.Fatal(err)
	}
	if v := s.Last().Act.(scoring.Vote); v.For != 4 || v.Against != 1 || len(v.Voted) != 5 {
		t.Errorf("counted %+v", v)
	}
	for _, m := range secret.all {
		until(t, m, func(s *meeting.Snapshot) bool { return s.Ballots == meeting.Nowhere })
	}
	if _, err := secret.count(0, opened[secret], nil); !errors.Is(err, scoring.ErrVote) {
		t.Errorf("a vote without its ballots was counted: %v", err)
	}
	propose(t, secret.all[1], scoring.Void{Opened: opened[secret], Reason: "z"})
	secret.empty()
}
