package scoring

import (
	"testing"
	"time"
)

// A ground holds on its first and on its last day, and on no other side of them.
func TestBasisHolds(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2025, 7, d, 0, 0, 0, 0, time.UTC) }
	b := Basis{From: day(2), Until: day(4)}
	for d, want := range map[int]bool{1: false, 2: true, 4: true, 5: false} {
		if got := b.Holds(day(d)); got != want {
			t.Errorf("day %d: %v", d, got)
		}
	}
	if !b.Holds(time.Date(2025, 7, 4, 17, 30, 0, 0, time.UTC)) || !(Basis{}).Holds(day(1)) {
		t.Error("in the afternoon of the last day, or without limits")
	}
}

func TestBlanks(t *testing.T) {
	b := Blanks{Cluster: "Cụm thi đua số 2", Leader: "Nam Định", Year: "2019-2020"}
	if got := b.Fill("{cluster} ({leader}) {year} {x}"); got != "Cụm thi đua số 2 (Nam Định) 2019-2020 {x}" {
		t.Error(got)
	}
}
