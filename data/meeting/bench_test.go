package meeting_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/data/meeting/meetingtest"
	"thidua/scoring"
)

// lengths are how long the records are that benchmarks read.
func lengths() []int { return []int{10_000, 100_000} }

// BenchmarkOpen opens a meeting: read, check the chain, decode, replay.
func BenchmarkOpen(b *testing.B) {
	for _, n := range lengths() {
		b.Run(fmt.Sprintf("%d decisions", n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "long.thidua")
			meetingtest.Long(b, path, n)
			b.ReportAllocs()
			for b.Loop() {
				m, err := meeting.Open(context.Background(), path)
				if err != nil {
					b.Fatal(err)
				}
				if got := m.Snapshot().Seq(); got != n {
					b.Fatalf("%d decisions", got)
				}
				b.StopTimer()
				if err := m.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkPropose makes one decision durable, from the proposal to the snapshot, on the sample's nine units.
func BenchmarkPropose(b *testing.B) {
	sample, err := loadSample()
	if err != nil {
		b.Fatal(err)
	}
	m, err := meeting.Begin(context.Background(), filepath.Join(b.TempDir(), "m.thidua"), "Thư ký", sample.Begin)
	if err != nil {
		b.Fatal(err)
	}
	defer m.Close()
	i := 0
	for b.Loop() {
		i++
		act := scoring.Score{Unit: "Nam Định", Criterion: "3.1.3", Mark: scoring.InPercent(scoring.Percent(i % 10_001))}
		if _, err := m.Propose(context.Background(),
			meeting.Proposal{By: "Thư ký", At: []time.Time{time.Now()}, Acts: []scoring.Act{act}}); err != nil {
			b.Fatal(err)
		}
	}
}
