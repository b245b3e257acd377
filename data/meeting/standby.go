package meeting

import (
	"slices"
	"sync"
	"time"
)

// Standby is a second machine that keeps a copy of the record, as the room sees it. Nobody waits for it.
type Standby struct {
	Name string
	Has  int       // the last decision that it has confirmed to be on its disk
	Late time.Time // since when it lacks decisions; zero: it has all
	Gone time.Time // since when it is not connected any more; zero: it is

	session *Keeping
}

// lateAfter is how long a copy may take for a decision before the room is told: each takes a moment.
const lateAfter = 2 * time.Second

// Keeping is one session of a standby. Its methods may be called by several goroutines.
type Keeping struct {
	room *Room

	mu       sync.Mutex
	now      Standby
	sent     int
	since    time.Time // since when something is lacking
	timer    *time.Timer
	told     time.Time // when the room was told last
	over     bool
	leaving  bool
	lateTime time.Duration
}

// Keep lets a standby in. The room shows it, also when its connection breaks, until it goes on purpose.
func (r *Room) Keep(name string) *Keeping { return r.keep(name, lateAfter) }

func (r *Room) keep(name string, late time.Duration) *Keeping {
	k := &Keeping{room: r, now: Standby{Name: name}, lateTime: late}
	k.timer = time.AfterFunc(time.Hour, k.tooLate)
	k.timer.Stop()
	k.now.session = k
	k.mu.Lock()
	defer k.mu.Unlock()
	k.come()
	return k
}

// Sent notes how many decisions there are by now.
func (k *Keeping) Sent(seq int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.sent = max(k.sent, seq); k.over || k.now.Has >= k.sent || !k.since.IsZero() {
		return
	}
	k.since = k.room.clock()
	k.timer.Reset(k.lateTime)
}

// Confirmed notes up to where the copy is on the standby's disk.
func (k *Keeping) Confirmed(seq int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.over || seq < k.now.Has || seq > k.sent {
		return
	}
	first := k.now.Has == 0
	k.now.Has = seq
	switch {
	case seq == k.sent:
		late := !k.now.Late.IsZero()
		k.timer.Stop()
		k.since, k.now.Late = time.Time{}, time.Time{}
		if late || first {
			k.tell()
		}
	case !k.now.Late.IsZero() && k.room.clock().Sub(k.told) > lateAfter: // it is catching up
		k.tell()
	}
}

// tooLate tells the room that the standby lacks something.
func (k *Keeping) tooLate() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.over && !k.since.IsZero() {
		k.now.Late = k.since
		k.tell()
	}
}

// Leaves notes that the standby goes on purpose.
func (k *Keeping) Leaves() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.leaving = true
}

// End ends the session.
func (k *Keeping) End() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.over {
		return
	}
	k.over = true
	k.timer.Stop()
	k.now.Gone = k.room.clock()
	k.tell()
}

// come shows the room the standby. Of one name there is one: who comes back takes the place of who was lost.
func (k *Keeping) come() {
	now := k.now
	k.room.change(func(f *Floor) {
		out := slices.Clone(f.Standbys)
		if i := slices.IndexFunc(out, func(s Standby) bool { return s.Name == now.Name }); i >= 0 {
			out[i] = now
		} else {
			out = append(out, now)
		}
		f.Standbys = out
	})
}

// tell shows the room how the standby is, unless another session has taken its place.
func (k *Keeping) tell() {
	k.told = k.room.clock()
	now, gone := k.now, k.over && k.leaving
	k.room.change(func(f *Floor) {
		i := slices.IndexFunc(f.Standbys, func(s Standby) bool { return s.session == k })
		switch {
		case i < 0:
		case gone:
			f.Standbys = slices.Delete(slices.Clone(f.Standbys), i, i+1)
		default:
			f.Standbys = slices.Clone(f.Standbys)
			f.Standbys[i] = now
		}
	})
}
