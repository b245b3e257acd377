package meeting_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"

	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

var (
	shared postgrestest.Shared
	mortal postgrestest.Shared // to be killed, and started again
	made   atomic.Int64
	long   = flag.Bool("long", false, "run tests at their full size")
)

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	shared.End()
	mortal.End()
	os.Exit(code)
}

// hosts are several owners of one meeting of the sample in a database. They are closed with the test.
func hosts(t testing.TB, n int) (all []*meeting.Meeting, name string) {
	t.Helper()
	name = fmt.Sprintf("%s?sslmode=disable&meeting=Cụm+%d", shared.Start(t).NewDatabase(t), made.Add(1))
	return hostsAt(t, name, n), name
}

// hostsAt makes a meeting of an address and opens it n times.
func hostsAt(t testing.TB, name string, n int) (all []*meeting.Meeting) {
	t.Helper()
	sample, err := loadSample()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Begin(t.Context(), name, "Thư ký", sample.Begin)
	for err == nil && len(all) < n {
		all = append(all, m)
		t.Cleanup(func() { _ = m.Close() })
		if len(all) < n {
			m, err = meeting.Open(t.Context(), name)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// until waits until a host shows what is asked for.
func until(t testing.TB, m *meeting.Meeting, shown func(*meeting.Snapshot) bool) *meeting.Snapshot {
	t.Helper()
	for s := range m.Subscribe(t.Context()) {
		if shown(s) {
			return s
		}
	}
	t.Fatal("the meeting ended before")
	return nil
}

func TestHostsSeeEachOther(t *testing.T) {
	all, _ := hosts(t, 2)
	a, b := all[0], all[1]
	s := propose(t, a, score(90_00))
	got := until(t, b, func(s *meeting.Snapshot) bool { return s.Seq() == 2 })
	if got.Fingerprint() != s.Fingerprint() {
		t.Error("two hosts show different records")
	}
	sound(t, got)
}

// TestHostsJudgeAnew: what another host has recorded meanwhile decides whether a proposal still holds, also before this
// one has heard of it.
func TestHostsJudgeAnew(t *testing.T) {
	all, _ := hosts(t, 2)
	a, b := all[0], all[1]
	t.Cleanup(a.Join(meeting.NewRoom()))
	unheard := *b.Snapshot()
	propose(t, a, score(90_00), scoring.Attend{Unit: "Nam Định", Present: true})
	_, err := b.Propose(t.Context(), meeting.Proposal{By: "Chủ tọa", Acts: []scoring.Act{score(80_00)},
		Seen: unheard.Seq()})
	if !errors.Is(err, meeting.ErrStale) {
		t.Errorf("what another host had changed was overwritten: %v", err)
	}
	propose(t, a, scoring.Open{What: "x", Terminals: true})
	_, err = b.Propose(t.Context(), meeting.Proposal{By: "Chủ tọa",
		Acts: []scoring.Act{scoring.Open{What: "y", Terminals: true}}})
	if refused := (*meeting.Refused)(nil); !errors.As(err, &refused) || !errors.Is(err, scoring.ErrVote) {
		t.Errorf("two votes are open: %v", err)
	}
	if s := propose(t, a, scoring.Void{Opened: 4, Reason: "z"}); s.Seq() != 5 {
		t.Errorf("the record has %d decisions", s.Seq())
	}
	sound(t, until(t, b, func(s *meeting.Snapshot) bool { return s.Seq() == 5 }))
}

// TestHostsRace: of decisions that three hosts make at once none is lost and none is there twice, also where they are
// equal to the letter, and all hosts end with the same fingerprint.
func TestHostsRace(t *testing.T) {
	all, name := hosts(t, 3)
	const people = 2
	each := 15
	if *long {
		each = 168 // 1,008 decisions
	}
	var wg sync.WaitGroup
	for h, m := range all {
		for p := range people {
			wg.Go(func() {
				for i := range each {
					act := scoring.Bonus{Unit: "Nam Định", Target: "1.1", No: 1,
						Reason: fmt.Sprintf("%d/%d/%d", h, p, i)}
					act.Points, _ = scoring.ParsePoints("0.5")
					if i%3 == 0 {
						act.Reason = "như nhau"
					}
					if _, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký",
						Acts: []scoring.Act{act}}); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	wg.Wait()
	want := 1 + len(all)*people*each
	reasons := map[string]int{}
	var prints []string
	for _, m := range all {
		s := until(t, m, func(s *meeting.Snapshot) bool { return s.Seq() >= want })
		prints = append(prints, s.Fingerprint())
		sound(t, s)
	}
	s, err := meeting.Read(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range s.Log {
		if b, ok := e.Act.(scoring.Bonus); ok {
			reasons[b.Reason]++
		}
	}
	same := len(all) * people * each / 3
	if s.Seq() != want || reasons["như nhau"] != same || len(reasons) != want-same {
		t.Errorf("%d decisions, %d equal ones, %d reasons; want %d, %d, %d", s.Seq(), reasons["như nhau"],
			len(reasons), want, same, want-same)
	}
	for _, p := range prints {
		if p != s.Fingerprint() {
			t.Errorf("a host ended with %s, the record with %s", p, s.Fingerprint())
		}
	}
}
