package record_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/record"
	"thidua/data/record/recordtest"
)

// BenchmarkAppend records decisions of 300 bytes, one at a time, durably. Compare it with BenchmarkFdatasync: twice
// that is the aim.
func BenchmarkAppend(b *testing.B) {
	s := created(b, filepath.Join(b.TempDir(), "b.thidua"), 1)
	batch := recordtest.Make(b, entries(b, s)[0], recordtest.Bodies(b.N, 300)...)
	b.ResetTimer()
	for i := range batch {
		if err := s.Append(context.Background(), batch[i:i+1]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFdatasync is the limit of the disk: 300 bytes at the end of a file, synced.
func BenchmarkFdatasync(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "log"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	line := []byte(strings.Repeat("x", 299) + "\n")
	for b.Loop() {
		if _, err := f.Write(line); err != nil {
			b.Fatal(err)
		}
		if err := datasync(f); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEntries10000 opens a record of 10,000 decisions of 300 bytes and reads it, with all that Entries checks.
func BenchmarkEntries10000(b *testing.B) {
	path := filepath.Join(b.TempDir(), "b.thidua")
	s := created(b, path, 10000)
	closes(b, s)
	for b.Loop() {
		r, err := record.OpenReader(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		if n := len(entries(b, r)); n != 10000 {
			b.Fatalf("%d entries", n)
		}
		closes(b, r)
	}
}

// BenchmarkCheck10000 checks as many once more, from the entries alone.
func BenchmarkCheck10000(b *testing.B) {
	list := recordtest.Make(b, record.Entry{}, recordtest.Bodies(10000, 300)...)
	for b.Loop() {
		if faults := record.Check(list); faults != nil {
			b.Fatal(faults)
		}
	}
}
