package follow_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/follow"
	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// A copy of a meeting in a database is in step with it, also after the database was killed and started again; the copy
// of another meeting there is refused.
func TestFollowsDatabase(t *testing.T) {
	server := postgrestest.Start(t)
	database := server.NewDatabase(t) + "?sslmode=disable&meeting="
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Begin(t.Context(), database+"a", "Thư ký", s.Begin)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	attend := func(i int) {
		t.Helper()
		act := scoring.Attend{Unit: m.Snapshot().Units()[i].Name(), Present: true}
		if _, err := m.Propose(t.Context(), meeting.Proposal{By: "Thư ký", Acts: []scoring.Act{act}}); err != nil {
			t.Fatal(err)
		}
	}
	attend(0)
	path := filepath.Join(t.TempDir(), "c.thidua")
	c, err := follow.OpenCopy(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	told, ended := make(chan follow.Status, 1000), make(chan error, 1)
	go func() {
		err := follow.Run(ctx, follow.Database(database+"a"), c, time.Now, func(s follow.Status) { told <- s })
		ended <- errors.Join(err, c.Close())
	}()
	until := func(what string, so func(follow.Status) bool) {
		t.Helper()
		late := time.After(time.Minute)
		for {
			select {
			case s := <-told:
				if so(s) {
					return
				}
			case err := <-ended:
				t.Fatalf("%s: it ended with %v", what, err)
			case <-late:
				t.Fatalf("waited in vain for %s", what)
			}
		}
	}
	inStep := func(s follow.Status) bool {
		return s.State == follow.Following && s.Has == m.Snapshot().Seq() && s.Behind() == 0
	}
	until("the first copy", inStep)
	attend(1)
	until("a decision", inStep)
	server.Kill()
	until("the break", func(s follow.Status) bool { return s.State == follow.Away })
	server.Restart(t)
	attend(2)
	until("the database", inStep)
	cancel()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	kept, err := meeting.Read(t.Context(), path)
	if err != nil || kept.Fingerprint() != m.Snapshot().Fingerprint() {
		t.Fatalf("%v, %d decisions of %d", err, kept.Seq(), m.Snapshot().Seq())
	}

	other, err := meeting.Begin(t.Context(), database+"b", "Thư ký khác", s.Begin)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if c, err = follow.OpenCopy(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var refused *follow.Refused
	err = follow.Run(t.Context(), follow.Database(database+"b"), c, time.Now, func(follow.Status) {})
	if !errors.As(err, &refused) || refused.Why != follow.Other || !strings.Contains(err.Error(), "another meeting") {
		t.Error(err)
	}
}
