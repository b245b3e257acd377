package meeting_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/verify"
	"thidua/scoring"
)

// TestClocksApart: hosts write times by the clock of the database that they have together, however far their own are
// from it; what goes before is what has the smaller number.
func TestClocksApart(t *testing.T) {
	server := shared.Start(t)
	address := server.NewDatabase(t)
	database := address[strings.LastIndex(address, "/")+1:]
	server.Exec(t, database, `CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
		$$ SELECT pg_catalog.clock_timestamp() + interval '10 minutes' $$`,
		`ALTER DATABASE `+database+` SET search_path = public, pg_catalog`)
	name := address + "?sslmode=disable&meeting=x"
	all := hostsAt(t, name, 2)
	for i := range 6 {
		propose(t, all[i%2], score(scoring.Percent(80_00+i)))
	}
	if ahead := all[1].Skew(); (ahead - 10*time.Minute).Abs() > time.Minute {
		t.Errorf("the database's clock is %s before this one's", ahead)
	}
	s := until(t, all[0], func(s *meeting.Snapshot) bool { return s.Seq() == 7 })
	for _, e := range s.Log[1:] {
		if off := time.Until(e.At) - 10*time.Minute; off.Abs() > time.Minute {
			t.Errorf("decision %d has a time that is %s off", e.Seq, off)
		}
	}
	r, err := verify.Check(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	if said := r.Times(time.Now().Add(10 * time.Minute)); len(said) > 0 {
		t.Errorf("of the times it is said: %v", said)
	}
	far := time.Now().Add(-30 * time.Minute).Truncate(time.Second) // a time that is stated stays
	s, err = all[0].Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{score(70_00)},
		At: []time.Time{far}})
	if err != nil || !s.Last().At.Equal(far) {
		t.Errorf("recorded at %v, %v", s.Last().At, err)
	}
	sound(t, s)
}

// TestTwoHostsClose: of two hosts that close one meeting at the same moment one does, and the other is told.
func TestTwoHostsClose(t *testing.T) {
	sample, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	played, err := sample.At(demo.Elected, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer played.Close()
	server := shared.Start(t)
	for range 5 {
		name := fmt.Sprintf("%s?sslmode=disable&meeting=Chốt", server.NewDatabase(t))
		if _, err := played.SaveCopy(t.Context(), name); err != nil {
			t.Fatal(err)
		}
		var all [2]*meeting.Meeting
		for i := range all {
			if all[i], err = meeting.Open(t.Context(), name); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = all[i].Close() })
		}
		var wg sync.WaitGroup
		var errs [2]error
		for i, m := range all {
			wg.Go(func() {
				_, errs[i] = m.Propose(t.Context(),
					meeting.Proposal{By: "Chủ tọa", Acts: []scoring.Act{scoring.Close{}}})
			})
		}
		wg.Wait()
		if refused := (*meeting.Refused)(nil); (errs[0] == nil) == (errs[1] == nil) ||
			!errors.As(errors.Join(errs[:]...), &refused) {
			t.Fatalf("two hosts closed: %v", errs)
		}
		want := played.Snapshot().Seq() + 1
		for _, m := range all {
			s := until(t, m, func(s *meeting.Snapshot) bool { return s.Closed() })
			if s.Seq() != want {
				t.Errorf("%d decisions, want %d", s.Seq(), want)
			}
			sound(t, s)
		}
	}
}
