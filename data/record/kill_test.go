package record_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"thidua/data/record"
)

// whole opens a meeting for reading and fails unless everything is there that was acknowledged.
func whole(t *testing.T, path string, acknowledged int) {
	t.Helper()
	s, err := record.OpenReader(context.Background(), path)
	if err != nil {
		t.Fatalf("after %d acknowledged: %v", acknowledged, err)
	}
	defer s.Close()
	list := entries(t, s)
	if len(list) < acknowledged {
		t.Fatalf("%d entries, %d were acknowledged", len(list), acknowledged)
	}
	if faults := record.Check(list); len(faults) > 0 {
		t.Fatalf("faults: %v", faults)
	}
}

// TestKill kills a process again and again, in the middle of appending or of opening and closing, after a random number
// of acknowledgements.
func TestKill(t *testing.T) {
	for _, part := range []string{"append", "cycle"} {
		t.Run(part, func(t *testing.T) {
			t.Parallel()
			path := meetingIn(t)
			closes(t, created(t, path, 1))
			acknowledged := 1
			for range 10 {
				p := play(t, part, path)
				said := func(line string) {
					n, err := strconv.Atoi(line)
					if err != nil || n <= acknowledged {
						t.Fatalf("the process said %q after %d", line, acknowledged)
					}
					acknowledged = n
				}
				for range 1 + rand.IntN(30) {
					said(p.line())
				}
				p.killed(said)
				whole(t, path, acknowledged)
			}
			s, err := record.OpenWriter(context.Background(), path, someone())
			if err != nil {
				t.Fatal(err)
			}
			closes(t, s)
			whole(t, path, acknowledged)
			if got := files(t, filepath.Dir(path)); len(got) != 1 {
				t.Errorf("left behind: %q", got)
			}
		})
	}
}

// TestKillInCreate kills a process that makes meetings: each is there whole or not at all, and can be made afterwards.
func TestKillInCreate(t *testing.T) {
	t.Parallel()
	for range 4 {
		path := meetingIn(t)
		p := play(t, "create", path)
		made := 0
		for range 1 + rand.IntN(10) {
			p.line()
			made++
		}
		p.killed(func(string) { made++ })
		for i := range made {
			whole(t, path+strconv.Itoa(i), 1)
		}
		left := path + strconv.Itoa(made) // the one it was at
		if _, err := os.Stat(left); err == nil {
			whole(t, left, 1)
			continue
		}
		closes(t, created(t, left, 1))
	}
}

// TestFollow reads beside a process that writes: what it has acknowledged is there.
func TestFollow(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	p := play(t, "cycle", path)
	n, _ := strconv.Atoi(p.line())
	s := opened(t, path)
	for range 30 {
		if got := len(entries(t, s)); got < n {
			t.Fatalf("%d entries, %d were acknowledged", got, n)
		}
		whole(t, path, n)
		n, _ = strconv.Atoi(p.line())
	}
}
