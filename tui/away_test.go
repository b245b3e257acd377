package tui

import (
	"errors"
	"strings"
	"testing"
)

// TestDatabaseAway: while the database is away the session says so at the top and in a note, and when it is back says
// that.
func TestDatabaseAway(t *testing.T) {
	t.Parallel()
	m := &inPlace{snap: blocMeeting(t)}
	s := beginWith(t, m, 120, 40, func(*Options) {})
	here := m.snap
	gone := *here
	gone.Away = errors.New("mất mạng")
	m.snap = &gone
	s.Update(snapshotMsg{&gone})
	if p := s.picture(); !strings.Contains(p, "KHÔNG GHI ĐƯỢC") || !strings.Contains(p, "✗ CHƯA GHI ĐƯỢC: mất mạng") {
		t.Fatalf("it is not said:\n%s", p)
	}
	m.snap = here
	s.Update(snapshotMsg{here})
	if p := s.picture(); strings.Contains(p, "GHI ĐƯỢC") || !strings.Contains(p, "đã có lại cơ sở dữ liệu") {
		t.Fatalf("it is not said to be back:\n%s", p)
	}
}
