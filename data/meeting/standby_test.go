package meeting

import (
	"testing"
	"time"
)

// The room is told of a standby when it comes, is late, has all again, is lost, and not with each decision; of a name
// that comes back the newest session counts.
func TestStandbys(t *testing.T) {
	now := time.Date(2026, 6, 1, 9, 0, 0, 0, time.UTC)
	r := NewRoomAt(func() time.Time { return now })
	k := r.keep("Dự phòng", time.Hour)
	k.Sent(3)
	k.Confirmed(3)
	was := r.Floor().Version
	for seq := 4; seq < 50; seq++ {
		k.Sent(seq)
		k.Confirmed(seq)
	}
	if r.Floor().Version != was {
		t.Errorf("the room was told %d times", r.Floor().Version-was)
	}
	k.Confirmed(60) // more than there is
	k.Sent(51)
	k.tooLate()
	if s := r.Floor().Standbys[0]; s.Has != 49 || s.Late != now || !s.Gone.IsZero() {
		t.Errorf("late: %+v", s)
	}
	k.Confirmed(51)
	if s := r.Floor().Standbys[0]; s.Has != 51 || !s.Late.IsZero() {
		t.Errorf("caught up: %+v", s)
	}
	again := r.keep("Dự phòng", time.Hour)
	k.End()
	if s := r.Floor().Standbys; len(s) != 1 || !s[0].Gone.IsZero() {
		t.Errorf("back before the old session ended: %+v", s)
	}
	again.End()
	if s := r.Floor().Standbys; len(s) != 1 || s[0].Gone != now {
		t.Errorf("lost: %+v", s)
	}
	third := r.keep("Dự phòng", time.Hour)
	third.Leaves()
	third.End()
	if s := r.Floor().Standbys; len(s) != 0 {
		t.Errorf("gone on purpose: %+v", s)
	}
}
