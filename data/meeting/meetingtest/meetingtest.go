// Package meetingtest makes meetings for the benchmarks of whoever reads them.
package meetingtest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
)

// batch is how many decisions go into one proposal: a record is made fast, and its size matters to nobody.
const batch = 1000

// Long makes a meeting file of so many decisions under the sample's rulebook and units, one undo in ten among them.
func Long(t testing.TB, path string, decisions int) {
	t.Helper()
	sample, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.Begin(context.Background(), path, "Thư ký", sample.Begin)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2020, 6, 30, 8, 0, 0, 0, time.FixedZone("", 7*60*60))
	for from := 2; from <= decisions; from += batch {
		p := meeting.Proposal{By: "Thư ký"}
		for seq := from; seq < from+batch && seq <= decisions; seq++ {
			p.Acts = append(p.Acts, act(m.Snapshot(), seq))
			p.At = append(p.At, start.Add(time.Duration(seq)*time.Second))
		}
		if _, err := m.Propose(context.Background(), p); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
}

// act is what the decision of a number decides.
func act(s *meeting.Snapshot, seq int) scoring.Act {
	if seq%10 == 0 {
		return scoring.Undo{Seq: seq - 1}
	}
	units, book := s.Units(), s.Rulebook()
	leaves := book.Leaves()
	return scoring.Score{
		Unit:      units[seq%len(units)].Name(),
		Criterion: book.Criteria[leaves[seq%len(leaves)]].Code,
		Mark:      scoring.InPercent(scoring.Percent(seq * 37 % 10_001)),
		Reason:    fmt.Sprintf("thống nhất tại phiên họp, mục %d", seq),
	}
}
