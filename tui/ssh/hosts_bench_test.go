//go:build unix

package ssh

import (
	"encoding/base64"
	"fmt"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/data/postgres/postgrestest"
)

// evening are meetings of one database, each served by several hosts, with terminals at all of them.
type evening struct {
	hosts [][]*harness // by meeting
	plan  loadPlan
}

// newEvening makes so many meetings at so many hosts each. terminals come in at the hosts from a number on, in turn:
// with 1 at all but the first of each meeting, where the decisions are made.
func newEvening(b *testing.B, meetings, hosts, from, terminals int) *evening {
	b.Helper()
	server := postgrestest.Start(b)
	database := server.NewDatabase(b)
	played, err := demo.Meeting(nil)
	if err != nil {
		b.Fatal(err)
	}
	defer played.Close()
	key, file := newKey(b)
	e := &evening{plan: loadPlan{N: terminals, Key: base64.StdEncoding.EncodeToString(file)}}
	for i := range meetings {
		name := fmt.Sprintf("%s?sslmode=disable&meeting=Cụm+%d", database, i+1)
		if _, err := played.SaveCopy(b.Context(), name); err != nil {
			b.Fatal(err)
		}
		var all []*harness
		for n := range hosts {
			m, err := meeting.Open(b.Context(), name)
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { _ = m.Close() })
			h := serve(b, m, func(h *harness) { h.idle, h.cells.perPerson = time.Hour, mostCells })
			b.Cleanup(m.Join(h.room))
			h.admitMany(key, terminals)
			if n >= from {
				e.plan.Addrs = append(e.plan.Addrs, h.addr)
			}
			all = append(all, h)
		}
		e.hosts = append(e.hosts, all)
	}
	return e
}

// run has each meeting decide at its first host, all in the same moment, and measures until the last terminal of all
// shows its meeting's decision.
func (e *evening) run(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(GCPercent))
	in, numbers, wait := startClients(b, e.plan)
	join, slowest := numbers()
	time.Sleep(time.Second) // what is on its way arrives
	var took, recorded []time.Duration
	cpu := time.Duration(0)
	for b.Loop() {
		mark := strings.Repeat(string(rune('A'+len(took)%25)), 6)
		fmt.Fprintln(in, mark)
		numbers()
		used, start := processor(), time.Now()
		var wg sync.WaitGroup
		for _, hosts := range e.hosts {
			wg.Go(func() { hosts[0].decideAs(len(took), mark) })
		}
		wg.Wait()
		recorded = append(recorded, time.Since(start))
		last, _ := numbers()
		took = append(took, time.Duration(last-start.UnixNano()))
		cpu += processor() - used
	}
	report(b, took)
	each := float64(len(took)) * float64(e.plan.N)
	b.ReportMetric(float64(cpu.Microseconds())/each, "cpu-µs/client")
	b.ReportMetric(float64(cpu.Microseconds())/1000/float64(len(took)), "cpu-ms/decisions")
	b.ReportMetric(float64(resident())/1e6, "MB-process")
	b.ReportMetric(float64(join)/1e6, "ms/join")
	b.ReportMetric(float64(slowest)/1e6, "ms/slowest-join")
	sum := time.Duration(0)
	for _, d := range recorded {
		sum += d
	}
	b.ReportMetric(float64(sum.Microseconds())/1000/float64(len(recorded)), "ms/recorded")
	wait()
}

// BenchmarkOtherHost is how long a decision that is made on one host takes to the last of the terminals at another,
// over a database on the same machine.
func BenchmarkOtherHost(b *testing.B) {
	for _, n := range []int{1, 25} {
		b.Run(fmt.Sprintf("%d terminals", n), func(b *testing.B) { newEvening(b, 1, 2, 1, n).run(b) })
	}
}

// BenchmarkEvening is an evening of eight clusters: 500 terminals at sixteen servers, two hosts for each meeting as if
// four machines served four meetings each, all in this process. Every meeting decides at the same moment.
func BenchmarkEvening(b *testing.B) {
	newEvening(b, 8, 2, 0, 500).run(b)
}
