package meeting_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
	"thidua/scoring"
)

// BenchmarkHosts is how many decisions are durable in a second where they are made on one host, on eight hosts of one
// meeting, all of which want the next number, and on eight with a meeting each; beside each the database's own pgbench
// with as many clients and one insert of the same size.
func BenchmarkHosts(b *testing.B) {
	const seconds = 2
	server := postgrestest.Start(b)
	for _, one := range []struct {
		name        string
		hosts, each int
	}{{"1 host", 1, 1}, {"8 hosts, one meeting", 8, 1}, {"8 hosts, a meeting each", 1, 8}} {
		b.Run(one.name, func(b *testing.B) {
			var all []*meeting.Meeting
			for i := range one.each {
				all = append(all, hostsAt(b, fmt.Sprintf("%s?sslmode=disable&meeting=%d", server.NewDatabase(b), i),
					one.hosts)...)
			}
			peer := server.Pgbench(b, len(all), seconds)
			var left atomic.Int64
			var failed atomic.Value
			b.ResetTimer()
			left.Store(int64(b.N))
			var wg sync.WaitGroup
			for _, m := range all {
				wg.Go(func() {
					for n := left.Add(-1); n >= 0; n = left.Add(-1) {
						act := scoring.Score{Unit: "Nam Định", Criterion: "3.1.3", Mark: scoring.InPercent(
							scoring.Percent(n % 10_001)), Reason: "thống nhất tại phiên họp"}
						if _, err := m.Propose(b.Context(), meeting.Proposal{By: "Thư ký",
							Acts: []scoring.Act{act}}); err != nil {
							failed.Store(err)
							return
						}
					}
				})
			}
			wg.Wait()
			if err := failed.Load(); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "decisions/s")
			b.ReportMetric(peer, "pgbench/s")
		})
	}
}
