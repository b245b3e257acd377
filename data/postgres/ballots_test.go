package postgres_test

import (
	"errors"
	"fmt"
	"testing"

	"thidua/data/postgres/postgrestest"
	"thidua/data/record"
	"thidua/data/record/recordtest"
)

// choices are what the votes of these tests have on their ballots.
func choices() *record.Issue {
	return &record.Issue{About: []byte("{}"), Choices: []string{"for", "against"}}
}

// begins has a vote opened, through whatever cuts the connection meanwhile.
func (a *appender) begins(secret bool) record.OpenVote {
	a.Helper()
	entries := a.next()
	v := record.OpenVote{Opened: entries[0].Seq, Secret: secret}
	if err := a.store.AppendBeside(a.Context(), entries, record.Beside{Vote: v, Issue: choices()}); err != nil {
		a.Fatalf("opening: %v", err)
	}
	a.all = append(a.all, entries...)
	return v
}

// holds fails unless so many ballots are in, half of them for each choice, and gives their tally.
func (a *appender) holds(v record.OpenVote, n int) *record.Tally {
	a.Helper()
	t, err := a.store.Tally(a.Context(), v, true)
	if err != nil || t == nil || len(t.In) != n {
		a.Fatalf("%+v, %v; want %d ballots", t, err, n)
	}
	counts := t.Counts
	if !v.Secret {
		counts = map[string]int{}
		for _, s := range t.In {
			counts[s.Choice]++
		}
	}
	if counts["for"] != (n+1)/2 || counts["against"] != n/2 {
		a.Errorf("of %d ballots the counts are %v", n, counts)
	}
	return t
}

// TestBallotsCutAtEveryByte: whatever byte of a ballot, of the opening of a vote, of its count or of their answers the
// connection is cut behind, a ballot is in once, the vote begins and ends together with its decision, and nothing of it
// is left.
func TestBallotsCutAtEveryByte(t *testing.T) {
	server := shared.Start(t)
	stride := 193 // with -long every byte
	if *long {
		stride = 1
	}
	for _, secret := range []bool{false, true} {
		a := newAppender(t, server, server.NewDatabase(t))
		v := a.begins(secret)
		n := 0
		for _, way := range []postgrestest.Way{postgrestest.ToServer, postgrestest.ToClient} {
			for cut, at := true, 0; cut; at += stride {
				choice := []string{"for", "against"}[n%2]
				a.proxy.CutAfter(way, at, func() {})
				if err := a.store.Take(t.Context(), v,
					record.Slip{Unit: fmt.Sprint(n), Choice: choice, Own: true}); err != nil {
					t.Fatalf("secret %t, cut after %d bytes (way %d): %v", secret, at, way, err)
				}
				n++
				cut = !a.proxy.LetThrough()
			}
		}
		tally := a.holds(v, n)
		err := a.store.Take(t.Context(), v, record.Slip{Unit: "0", Choice: "against", Own: true})
		if !errors.Is(err, record.ErrBallotIn) {
			t.Errorf("a second ballot: %v", err)
		}
		for _, way := range []postgrestest.Way{postgrestest.ToServer, postgrestest.ToClient} {
			for cut, at := true, 0; cut; at += stride {
				entries := a.next()
				a.proxy.CutAfter(way, at, func() {})
				err := a.store.AppendBeside(t.Context(), entries, record.Beside{Vote: v, Count: tally.Version})
				cut = !a.proxy.LetThrough()
				if err != nil {
					t.Fatalf("secret %t, count cut after %d bytes (way %d): %v", secret, at, way, err)
				}
				a.all = append(a.all, entries...)
				if left, err := a.store.Tally(t.Context(), v, true); err != nil || left != nil {
					t.Fatalf("of a vote that is counted there is left %+v, %v", left, err)
				}
				a.proxy.CutAfter(way, at, func() {})
				v = a.begins(secret)
				a.proxy.LetThrough()
				tally = a.holds(v, 0)
			}
		}
		hasExactly(t, a.name, a.all)
	}
}

// TestCountOfOtherBallots: a count is taken only of the ballots as they are, and a vote whose count is not taken goes
// on with all of them.
func TestCountOfOtherBallots(t *testing.T) {
	database := shared.Start(t).NewDatabase(t)
	s := created(t, address(database), 1)
	all := readAll(t, s)
	for _, secret := range []bool{false, true} {
		v := record.OpenVote{Opened: len(all) + 1, Secret: secret}
		open := recordtest.Make(t, all[len(all)-1], `{"a":1}`)
		count := recordtest.Make(t, open[0], `{"a":2}`)
		take := func(unit string) {
			t.Helper()
			if err := s.Take(t.Context(), v, record.Slip{Unit: unit, Choice: "for", Own: true}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.AppendBeside(t.Context(), open, record.Beside{Vote: v, Issue: choices()}); err != nil {
			t.Fatal(err)
		}
		take("A")
		seen, err := s.Tally(t.Context(), v, true)
		if err != nil {
			t.Fatal(err)
		}
		take("B")
		if err := s.AppendBeside(t.Context(), count, record.Beside{Vote: v, Count: seen.Version}); !errors.Is(err,
			record.ErrConflict) {
			t.Errorf("secret %t: a ballot was left out: %v", secret, err)
		}
		if seen, err = s.Tally(t.Context(), v, true); err != nil || len(seen.In) != 2 {
			t.Fatalf("in are %+v, %v", seen, err)
		}
		if err := s.AppendBeside(t.Context(), count, record.Beside{Vote: v, Count: seen.Version}); err != nil {
			t.Error(err)
		}
		if err := s.Take(t.Context(), v, record.Slip{Unit: "C", Choice: "for"}); !errors.Is(err, record.ErrNoBallots) {
			t.Errorf("secret %t: a ballot after the count: %v", secret, err)
		}
		all = append(append(all, open...), count...)
	}
}
