package overview

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/data/meeting/meetingtest"
	"thidua/scoring"
)

// manyMeetings are so many meetings of 100 decisions each in a folder.
func manyMeetings(b *testing.B, n int) (dir string) {
	b.Helper()
	dir = b.TempDir()
	first := filepath.Join(dir, "0.thidua")
	meetingtest.Long(b, first, 100)
	whole, err := os.ReadFile(first)
	if err != nil {
		b.Fatal(err)
	}
	for i := 1; i < n; i++ {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i, ".thidua")), whole, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// BenchmarkBoard measures the board of 8 and of 1,000 meetings: until all are known (ms-all), a look at which nothing
// is new (ms-look), from a decision that is recorded to its summary (ms-decision), and what all of it takes in memory
// (MB).
func BenchmarkBoard(b *testing.B) {
	for _, n := range []int{8, 1000} {
		b.Run(fmt.Sprint(n, " meetings"), func(b *testing.B) {
			dir := manyMeetings(b, n)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			w, err := open(b.Context(), dir)
			if err != nil {
				b.Fatal(err)
			}
			all := timed(func() { w.look(b.Context()) })
			if len(w.all) != n || !w.all[n-1].Read {
				b.Fatalf("%d meetings", len(w.all))
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			m, err := meeting.Open(b.Context(), filepath.Join(dir, fmt.Sprint(n-1, ".thidua")))
			if err != nil {
				b.Fatal(err)
			}
			defer m.Close()
			w.look(b.Context())
			unit := m.Snapshot().Units()[0].Name()
			looks, decisions, count := 0.0, 0.0, 0
			for b.Loop() {
				looks += timed(func() { w.look(b.Context()) })
				decide(b, m, scoring.Note{Unit: unit, Target: "1.1", Text: fmt.Sprint(count)})
				decisions += timed(func() { w.look(b.Context()) })
				count++
			}
			if find(w.all, fmt.Sprint(n-1)).Seq != m.Snapshot().Seq() {
				b.Fatal("a decision was not seen")
			}
			b.ReportMetric(all, "ms-all")
			b.ReportMetric(looks/float64(count), "ms-look")
			b.ReportMetric(decisions/float64(count), "ms-decision")
			b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/1e6, "MB")
		})
	}
}

// timed is how many milliseconds something takes.
func timed(f func()) float64 {
	began := time.Now()
	f()
	return float64(time.Since(began).Microseconds()) / 1000
}
