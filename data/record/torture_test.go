package record_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"thidua/data/record"
)

var long = flag.Bool("long", false, "run tests at their full size")

// size is how often a test tries: a few times, or with -long as often as takes minutes.
func size(few, many int) int {
	if *long {
		return many
	}
	return few
}

// playSession opens a meeting, appends six entries and closes it.
func playSession(ctx context.Context, path string) error {
	s, err := record.OpenWriter(ctx, path, someone())
	if err != nil {
		return err
	}
	return errors.Join(grow(ctx, s, 6), s.Close())
}

// TestTortureFlips changes bytes by chance, of a closed meeting and of one whose writer was killed: the content is
// unharmed, or it shows.
func TestTortureFlips(t *testing.T) {
	t.Parallel()
	tried, refused := 0, 0
	for _, m := range []meeting{closedMeeting(t), crashedMeeting(t, 3)} {
		path := meetingIn(t)
		m.put(t, path)
		want, err := read(path, false)
		if err != nil {
			t.Fatal(err)
		}
		for range size(100, 5000) {
			end := beside[rand.IntN(len(beside))]
			if len(m.files[end]) == 0 {
				continue
			}
			bad := slices.Clone(m.files[end])
			at, by := rand.IntN(len(bad)), byte(1+rand.IntN(255))
			bad[at] ^= by
			m.with(end, bad).put(t, path)
			tried++
			list, err := read(path, false)
			same := slices.EqualFunc(list, want, func(a, b record.Entry) bool { return a.Hash == b.Hash })
			if err != nil {
				refused++
			} else if len(record.Check(list)) == 0 && !same {
				t.Errorf("%q changed at %d by %#x: %d entries, no error", end, at, by, len(list))
			}
		}
	}
	t.Logf("tried %d flips: %d refused, the others harmless", tried, refused)
}

// TestTortureKills kills processes that append, or open and close, at a random moment.
func TestTortureKills(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"append", "cycle"} {
		path := meetingIn(t)
		closes(t, created(t, path, 1))
		acknowledged, kills := 1, size(5, 250)
		for range kills {
			p := play(t, part, path)
			said := func(line string) {
				if n, err := strconv.Atoi(line); err == nil {
					acknowledged = max(acknowledged, n)
				}
			}
			for range rand.IntN(20) {
				said(p.line())
			}
			p.killed(said)
			whole(t, path, acknowledged)
		}
		t.Logf("tried %d kills of a process that does %s: %d acknowledged, none lost", kills, part, acknowledged)
		if _, err := read(path, true); err != nil {
			t.Fatal(err)
		}
		alone(t, path, acknowledged)
	}
}

// TestTortureRaces lets several processes write by turns, each when it gets hold of the meeting, while others read.
func TestTortureRaces(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	processes, each := 3, size(10, 400)
	var mu sync.Mutex
	seen := map[int]bool{1: true}
	var wg sync.WaitGroup
	for range processes {
		p := play(t, "cycle", path)
		wg.Go(func() {
			said := func(line string) {
				n, err := strconv.Atoi(line)
				mu.Lock()
				defer mu.Unlock()
				if err != nil || seen[n] {
					t.Errorf("a process said %q, again or not at all", line)
				}
				seen[n] = true
			}
			for range each {
				said(p.line())
			}
			p.killed(said)
		})
	}
	wg.Wait()
	list, err := read(path, false)
	if err != nil {
		t.Fatal(err)
	}
	for n := range seen {
		if n > len(list) {
			t.Errorf("entry %d was acknowledged, the record ends at %d", n, len(list))
		}
	}
	if faults := record.Check(list); len(faults) > 0 {
		t.Error(faults)
	}
	t.Logf("tried %d processes at once: %d acknowledged, %d on record", processes, len(seen), len(list))
}

// TestTortureCuts cuts every file of a meeting at a random byte.
func TestTortureCuts(t *testing.T) {
	t.Parallel()
	tried, refused := 0, 0
	m := crashedMeeting(t, 3)
	path := meetingIn(t)
	for range size(50, 2000) {
		end := beside[rand.IntN(2)]
		n := rand.IntN(len(m.files[end]))
		m.with(end, m.files[end][:n]).put(t, path)
		tried++
		if wholeOrRefused(t, path, m.acknowledged, rand.IntN(2) == 0, fmt.Sprintf("%q cut to", end), n) {
			refused++
		}
	}
	t.Logf("tried %d cuts: %d refused, the others whole", tried, refused)
	if got := files(t, filepath.Dir(path)); len(got) > 4 {
		t.Errorf("left behind: %q", got)
	}
}
