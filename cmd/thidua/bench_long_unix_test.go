//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"thidua/data/meeting/meetingtest"
)

// BenchmarkLongRecord runs the built program on a record of 100,000 decisions, and beside it, in the same turn, what
// only reads the file: sha256sum its bytes, sqlite3 its rows. Of each the median is said, as so many times theirs and
// as so many times what it aims at; x-aim above 1 misses it.
func BenchmarkLongRecord(b *testing.B) {
	const decisions, batch = 100_000, 10_000
	bin, err := built()
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	long, short := filepath.Join(dir, "long.thidua"), filepath.Join(dir, "short.thidua")
	file := filepath.Join(dir, "b.toml")
	meetingtest.Long(b, long, decisions)
	meetingtest.Long(b, short, decisions-batch)
	var text strings.Builder
	for i := range batch {
		fmt.Fprintf(&text, "[[decision]]\nkind = \"score\"\nunit = \"Nam Định\"\ncriterion = \"3.1.3\"\n"+
			"percent = %d\n", i%101)
	}
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		aim  time.Duration
	}{
		{[]string{"standings", long}, 500 * time.Millisecond}, {[]string{"verify", long}, time.Second},
		{[]string{"log", long}, 1500 * time.Millisecond}, {[]string{"apply", "", file}, time.Second},
	} {
		b.Run(c.args[0], func(b *testing.B) {
			var took, sum, rows []time.Duration
			for b.Loop() {
				if c.args[0] == "apply" {
					c.args[1] = copyOf(b, short)
				}
				d, most := timed(b, bin, c.args...)
				took = append(took, d)
				b.ReportMetric(float64(most)/1000, "MB")
				sum = beside(b, sum, "sha256sum", long)
				rows = beside(b, rows, "sqlite3", long, "SELECT sum(length(body)) FROM entries")
			}
			b.ReportMetric(median(took).Seconds()*1000, "ms")
			b.ReportMetric(float64(median(took))/float64(c.aim), "x-aim")
			if len(sum) > 0 {
				b.ReportMetric(float64(median(took))/float64(median(sum)), "x-sha256sum")
			}
			if len(rows) > 0 {
				b.ReportMetric(float64(median(took))/float64(median(rows)), "x-sqlite3")
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// timed runs a program, and says how long it took and how many kB it held at most.
func timed(b *testing.B, name string, args ...string) (took time.Duration, most int64) {
	b.Helper()
	cmd := exec.Command(name, args...)
	cmd.Stdout = io.Discard
	start := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s %q: %v", name, args, err)
	}
	took = time.Since(start)
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		most = int64(u.Maxrss)
	}
	return took, most
}

// beside times a peer, where it is installed.
func beside(b *testing.B, took []time.Duration, name string, args ...string) []time.Duration {
	if _, err := exec.LookPath(name); err != nil {
		return nil
	}
	d, _ := timed(b, name, args...)
	return append(took, d)
}

// copyOf is a copy of a meeting, for a command that writes.
func copyOf(b *testing.B, path string) string {
	b.Helper()
	body, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	to := filepath.Join(b.TempDir(), "copy.thidua")
	if err := os.WriteFile(to, body, 0o600); err != nil {
		b.Fatal(err)
	}
	return to
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}
