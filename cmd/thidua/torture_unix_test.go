//go:build unix

package main

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"thidua/data/meeting"
)

var long = flag.Bool("long", false, "run tests at their full size")

// size is how often a test tries: a few times, or with -long as often as takes minutes.
func size(few, many int) int {
	if *long {
		return many
	}
	return few
}

// TestTortureApply kills `apply` at a random point of its writing: the batch is on record as a whole or not at all, and
// is where that was said.
func TestTortureApply(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "m.thidua")
	whole, err := os.ReadFile(everyKind(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	batch := path + ".toml"
	const decisions = 40
	ends := map[string]int{}
	for i := range size(4, 150) {
		var text strings.Builder
		for j := range decisions {
			fmt.Fprintf(&text, "[[decision]]\nkind = \"score\"\nunit = \"Nam Định\"\n"+
				"criterion = \"1.1\"\npercent = %d\n", (i+j)%100)
		}
		if err := os.WriteFile(batch, []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		before := read(t, path)
		cmd := exec.Command("thidua", "--lang", "en", "apply", path, batch)
		var out bytes.Buffer
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		killAt(cmd, path, rand.Int64N(32<<10))
		after := read(t, path)
		switch n := after.Seq() - before.Seq(); {
		case n == 0 && out.Len() == 0:
			ends["nothing"]++
		case n == decisions && out.Len() == 0:
			ends["recorded, not said"]++
		case n == decisions:
			ends["recorded, said"]++
		default:
			t.Errorf("%d of %d decisions recorded; it said %q", n, decisions, &out)
		}
	}
	t.Logf("tried %d kills of apply: %v", size(4, 150), ends)
}

// killAt kills a process once the -wal file beside a meeting has so many bytes, or lets it end before.
func killAt(cmd *exec.Cmd, path string, bytes int64) {
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	for {
		select {
		case <-ended:
			return
		default:
		}
		if st, err := os.Stat(path + "-wal"); err == nil && st.Size() >= bytes {
			_ = cmd.Process.Kill()
			<-ended
			return
		}
	}
}

func read(t *testing.T, path string) *meeting.Snapshot {
	t.Helper()
	s, err := meeting.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTortureScreen kills the program while somebody types in its window, with `open` and with `serve`: what the screen
// said was recorded is on record. Opened again and left, it is one file.
func TestTortureScreen(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "m.thidua")
	whole, err := os.ReadFile(everyKind(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	first := read(t, path).Seq()
	said, kills := first, size(2, 60)
	for i := range kills {
		args := []string{"open", path}
		if i%2 == 1 {
			args = []string{"serve", path, "--listen", "127.0.0.1:0"}
		}
		x := start(t, args...)
		x.shows("F1")
		x.press("down") // from the field to its first criterion; Enter goes on to the next
		for range 1 + rand.IntN(4) {
			x.press(fmt.Sprintf("%d.%d1", 10+rand.IntN(80), i%10), "enter")
			x.until("the next decision on record", func() bool { return recordedUpTo(x.Text()) > said })
			x.Mu.Lock()
			said = recordedUpTo(x.Text())
			x.Mu.Unlock()
		}
		x.press("5.55", "enter")
		x.signal(os.Kill)
		x.wait()
		after := read(t, path).Seq()
		if after < said {
			t.Fatalf("the screen said %d decisions were recorded, the record has %d", said, after)
		}
		said = after
	}
	x := start(t, "open", path)
	x.shows("F1")
	x.press("ctrl+q")
	x.shows("Leave?")
	x.press("enter")
	if code := x.wait(); code != exitDone {
		t.Errorf("exit status %d", code)
	}
	alone(t, path)
	t.Logf("tried %d kills of the screen: %d decisions, none lost", kills, said-first)
}

// recordedUpTo is how many decisions a screen says are on record.
func recordedUpTo(screen string) int {
	before, _, ok := strings.Cut(screen, " decisions ✓ saved")
	if !ok {
		return 0
	}
	n, _ := strconv.Atoi(before[strings.LastIndexByte(before, ' ')+1:])
	return n
}
