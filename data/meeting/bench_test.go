package meeting_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// record10000 makes a meeting file of 10,000 decisions, one undo in ten among them.
func record10000(b *testing.B) string {
	b.Helper()
	sample, err := demo.Load()
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "large.thidua")
	m, err := meeting.Begin(context.Background(), path, "Thư ký", sample.Begin)
	if err != nil {
		b.Fatal(err)
	}
	units, leaves := m.Snapshot().Units(), sample.Begin.Rulebook.Leaves()
	for m.Snapshot().Seq() < 10_000 {
		p := meeting.Proposal{By: "Thư ký"}
		for i := range 1000 {
			seq := m.Snapshot().Seq() + i + 1
			if seq > 10_000 {
				break
			}
			if seq%10 == 0 {
				p.Acts = append(p.Acts, scoring.Undo{Seq: seq - 1})
				continue
			}
			p.Acts = append(p.Acts, scoring.Score{
				Unit:      units[seq%len(units)].Name(),
				Criterion: sample.Begin.Rulebook.Criteria[leaves[seq%len(leaves)]].Code,
				Mark:      scoring.InPercent(scoring.Percent(seq * 37 % 10_001)),
				Reason:    fmt.Sprintf("thống nhất tại phiên họp, mục %d", seq),
			})
		}
		if _, err := m.Propose(context.Background(), p); err != nil {
			b.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpen opens a meeting of 10,000 decisions: read, check the chain, decode, replay.
func BenchmarkOpen(b *testing.B) {
	path := record10000(b)
	b.ResetTimer()
	for b.Loop() {
		m, err := meeting.Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		if got := m.Snapshot().Seq(); got != 10_000 {
			b.Fatalf("%d decisions", got)
		}
		b.StopTimer()
		if err := m.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// BenchmarkPropose makes one decision durable, from the proposal to the snapshot, on the sample's nine units.
func BenchmarkPropose(b *testing.B) {
	sample, err := demo.Load()
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
