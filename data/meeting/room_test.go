package meeting_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// demoMeeting is the sample meeting with its units present and nobody elected.
func demoMeeting(t *testing.T) *meeting.Meeting {
	t.Helper()
	m, err := demo.Meeting(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func person(name string, role scoring.Role, unit string) *meeting.Who {
	return &meeting.Who{Name: name, Role: role, Unit: unit}
}

func TestWhoLeadsTheRoom(t *testing.T) {
	r := meeting.NewRoom()
	chair := person("Chủ tọa", scoring.Chair, "")
	at := meeting.Stand{Screen: "review", Unit: 1, Node: 3}
	for _, w := range []*meeting.Who{person("Thư ký", scoring.Secretary, ""), person("A", scoring.Reviewer, "A"),
		person("B", scoring.Observer, "")} {
		if r.Lead(w, at); r.Floor().Led {
			t.Errorf("a %s leads", w.Role)
		}
	}
	leave := r.Come(chair)
	r.Lead(chair, at)
	if f := r.Floor(); !f.Led || f.Stand != at || !f.Away.IsZero() {
		t.Fatalf("the chair leads: %+v", f)
	}
	second := r.Come(chair)
	leave()
	leave()
	if !r.Floor().Away.IsZero() || len(r.Floor().Here) != 1 {
		t.Error("one of two sessions of the chair has ended, and the chair is away")
	}
	second()
	if r.Floor().Away.IsZero() || len(r.Floor().Here) != 0 {
		t.Error("the chair has left, and is not away")
	}
	host := r.Come(nil)
	if f := r.Floor(); !f.Away.IsZero() || f.Leads(chair) || !f.Leads(nil) {
		t.Errorf("with a host, %+v", f)
	}
	r.Lead(chair, meeting.Stand{Screen: "board"})
	if r.Floor().Stand != at {
		t.Error("the chair leads from elsewhere although the host has a screen")
	}
	host()
	if f := r.Floor(); f.Away.IsZero() || !f.Leads(chair) {
		t.Errorf("without the host, %+v", f)
	}
}

// Of two chairs one leads, and the other when that one has gone: those who follow are not torn to and fro.
func TestOneChairLeads(t *testing.T) {
	r := meeting.NewRoom()
	first, second := person("một", scoring.Chair, ""), person("hai", scoring.Chair, "")
	leave := r.Come(first)
	r.Come(second)
	at := meeting.Stand{Screen: "board", Unit: 1, Node: -1}
	r.Lead(first, at)
	r.Lead(second, meeting.Stand{Screen: "vote", Unit: -1, Node: -1})
	if f := r.Floor(); f.Stand != at || f.Leads(second) || !f.Leads(first) || f.Leader.Name != "một" {
		t.Errorf("the second leads as well: %+v", f)
	}
	again := r.Come(first) // from another laptop
	leave()
	if f := r.Floor(); f.Leads(second) || !f.Leads(first) {
		t.Error("who leads is here still, and leads no more")
	}
	again()
	if f := r.Floor(); !f.Leads(second) || !f.Away.IsZero() {
		t.Errorf("nobody leads although a chair is here: %+v", f)
	}
	r.Come(first)
	if f := r.Floor(); f.Leads(first) {
		t.Error("who comes back takes over")
	}
}

// Everything a role does in a room, role by role: who may not is refused, and nothing has changed.
func TestRightsInTheRoom(t *testing.T) {
	s := demoMeeting(t).Snapshot()
	unit := s.Units()[0].Name()
	score := []scoring.Act{scoring.Score{Unit: unit, Criterion: "1.1", Mark: scoring.InPercent(5000)}}
	tries := map[string]struct {
		do    func(r *meeting.Room, w *meeting.Who) error
		roles []scoring.Role
	}{
		"suggest": {func(r *meeting.Room, w *meeting.Who) error { return r.Suggest(w, score, 0) },
			[]scoring.Role{scoring.Reviewer}},
		"suggest accepting": {func(r *meeting.Room, w *meeting.Who) error {
			return r.Suggest(w, []scoring.Act{scoring.Accept{Unit: unit}}, 0)
		}, nil},
		"ask": {func(r *meeting.Room, w *meeting.Who) error {
			return r.Ask(w, meeting.NewPoll(&s.State, scoring.Vote{Subject: "?"}))
		}, []scoring.Role{scoring.Chair, scoring.Secretary}},
		"open a box": {func(r *meeting.Room, w *meeting.Who) error {
			race, _ := s.Race(scoring.Leader)
			return r.AskBox(w, meeting.NewBox(&s.State, race))
		}, []scoring.Role{scoring.Chair, scoring.Secretary}},
		"vote": {func(r *meeting.Room, w *meeting.Who) error {
			if err := r.Ask(nil, meeting.NewPoll(&s.State, scoring.Vote{Subject: "?"})); err != nil {
				return err
			}
			return r.Vote(w, scoring.For)
		}, []scoring.Role{scoring.Reviewer}},
		"elect": {func(r *meeting.Room, w *meeting.Who) error {
			race, _ := s.Race(scoring.Leader)
			if err := r.AskBox(nil, meeting.NewBox(&s.State, race)); err != nil {
				return err
			}
			return r.Elect(w, "")
		}, []scoring.Role{scoring.Reviewer}},
		"answer": {func(r *meeting.Room, w *meeting.Who) error {
			if err := r.Suggest(person("x", scoring.Reviewer, unit), score, 0); err != nil {
				return err
			}
			if _, ok := r.Answer(w, r.Floor().Suggestions[0].ID, true); !ok {
				return errors.New("not answered")
			}
			return nil
		}, []scoring.Role{scoring.Chair, scoring.Secretary}},
	}
	for name, try := range tries {
		for _, role := range scoring.Roles() {
			w := person("x", role, "")
			if role == scoring.Reviewer {
				w.Unit = unit
			}
			err := try.do(meeting.NewRoom(), w)
			if may := slices.Contains(try.roles, role); may != (err == nil) {
				t.Errorf("%s as %s: %v", name, role, err)
			}
		}
	}
}

// What reviewers send is bounded, by person and by unit: whoever types at random is in the way of nobody else.
func TestSuggestionsAreBounded(t *testing.T) {
	r := meeting.NewRoom()
	act := []scoring.Act{scoring.Score{Unit: "A", Criterion: "1.1", Mark: scoring.InPercent(5000)}}
	taken := func(name, unit string) (n int) {
		for range 20 {
			if r.Suggest(person(name, scoring.Reviewer, unit), act, 0) == nil {
				n++
			}
		}
		return n
	}
	for _, unit := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I", "K", "L", "M", "N"} {
		if one, two, three := taken("1", unit), taken("2", unit), taken("3", unit); one != 5 || two != 5 || three != 0 {
			t.Errorf("of three people of %s %d, %d and %d suggestions wait", unit, one, two, three)
		}
	}
	for _, s := range r.Floor().Suggestions {
		if was, ok := r.Answer(nil, s.ID, false); !ok || was.ID != s.ID {
			t.Errorf("suggestion %d: %+v", s.ID, was)
		}
		if _, again := r.Answer(nil, s.ID, true); again {
			t.Errorf("suggestion %d answered twice", s.ID)
		}
	}
	if f := r.Floor(); len(f.Suggestions) != 0 || len(f.Answers) > 20 {
		t.Errorf("%d wait, %d answers kept", len(f.Suggestions), len(f.Answers))
	}
}

func TestBox(t *testing.T) {
	m := demoMeeting(t)
	s := m.Snapshot()
	race, _ := s.Race(scoring.Leader)
	box := meeting.NewBox(&s.State, race)
	names := box.Candidates()
	for _, try := range []struct {
		unit, candidate string
		ok              bool
	}{{names[0], names[1], true}, {names[0], names[1], false}, {names[1], "Cà Mau", false}, {names[1], "", true},
		{"Cà Mau", names[0], false}} {
		if err := box.Cast(try.unit, try.candidate); (err == nil) != try.ok {
			t.Errorf("%+v: %v", try, err)
		}
	}
	if in, of := box.Progress(); in != 2 || of != s.Present() {
		t.Errorf("%d of %d", in, of)
	}
	if !box.Has(names[2]) || box.Voted(names[2]) {
		t.Errorf("%s has no ballot, or has cast it", names[2])
	}
	if _, err := box.Count(&s.State); err == nil {
		t.Error("an open box was looked into")
	}
	if err := box.End(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a count that could not be written is asked for again
		b, err := box.Count(&s.State)
		if err != nil || b.Votes[names[1]] != 1 || b.Blank != 1 || len(b.Votes) != 1 || b.Round != 1 {
			t.Fatalf("opened %+v, %v", b, err)
		}
	}
	if box.Cast(names[2], "") == nil {
		t.Error("an opened box took a ballot")
	}
	box.Reopen() // nothing was recorded
	if err := box.Cast(names[2], ""); err != nil {
		t.Errorf("a box whose count came to nothing takes no ballot: %v", err)
	}
}

// A unit that has voted and left has its ballot in the box: it is counted.
func TestBoxOfOneWhoLeft(t *testing.T) {
	m := demoMeeting(t)
	s := propose(t, m, scoring.Open{What: string(scoring.Leader), Secret: true, Terminals: true})
	race, _ := s.Race(scoring.Leader)
	box := meeting.NewBox(&s.State, race)
	unit := s.Units()[0].Name()
	for _, voter := range box.Voters() {
		if err := box.Cast(voter, box.Candidates()[0]); err != nil {
			t.Fatal(err)
		}
	}
	after, err := m.Propose(t.Context(), meeting.Proposal{By: "x", Acts: []scoring.Act{scoring.Attend{Unit: unit}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := box.End(); err != nil {
		t.Fatal(err)
	}
	b, err := box.Count(&after.State)
	if err != nil || b.Votes[box.Candidates()[0]] != len(box.Voters()) || len(b.NotVoting) > 0 {
		t.Errorf("counted %+v, %v", b, err)
	}
	propose(t, m, b)
}

// Many people at once: nothing is lost, and the newest floor reaches whoever listens.
func TestRoomIsShared(t *testing.T) {
	r := meeting.NewRoom()
	floors := r.Subscribe(t.Context())
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			w := person(fmt.Sprint(i), scoring.Reviewer, fmt.Sprint(i))
			leave := r.Come(w)
			_ = r.Suggest(w, []scoring.Act{scoring.Score{Unit: "A", Criterion: "1.1"}}, 0)
			leave()
		})
	}
	all.Wait()
	r.Counted()
	last := r.Floor()
	if len(last.Here) != 0 || len(last.Suggestions) != 40 {
		t.Errorf("%d here, %d suggestions", len(last.Here), len(last.Suggestions))
	}
	if got := <-floors; got.Version != last.Version {
		t.Errorf("heard version %d of %d", got.Version, last.Version)
	}
}

// Whoever closes a room with a vote open leaves its end on record; a second time there is none to end.
func TestRoomClosesWithAVoteOpen(t *testing.T) {
	m := demoMeeting(t)
	room := meeting.NewRoom()
	vote := scoring.Vote{Subject: "Đổi ngày tổng kết"}
	s, err := m.Propose(t.Context(), meeting.Proposal{Acts: []scoring.Act{
		scoring.Open{What: vote.Subject, Terminals: true}}})
	if err != nil {
		t.Fatal(err)
	}
	poll := meeting.NewPoll(&s.State, vote)
	if err := room.Ask(nil, poll); err != nil {
		t.Fatal(err)
	}
	opened := s.Seq()
	for range 2 {
		room.VoidOpen(m, "Thư ký", "máy chủ dừng")
	}
	last := m.Snapshot().Last()
	if void, ok := last.Act.(scoring.Void); !ok || void.Opened != opened || last.Seq != opened+1 ||
		m.Snapshot().Opening() != nil {
		t.Errorf("decision %d is %+v", last.Seq, last.Act)
	}
}
