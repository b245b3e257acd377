package meeting

import (
	"context"
	"slices"
	"sync"
	"time"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Room is what the people of a meeting share beside the record: where the one who leads is, what is revealed, which
// question is open, what reviewers suggest, who is here. None of it lasts, and none of it decides anything: what is
// decided is proposed to the Meeting. Its methods may be called by any number of goroutines; each asks for the rights
// of who calls it.
type Room struct {
	clock func() time.Time
	floor feed[*Floor]
}

// The most that a room keeps: what reviewers send must not fill the host's memory.
const (
	mostByOne   = 5  // suggestions of one person
	mostByUnit  = 10 // of all people of a unit: who sends too many is in the way of nobody else's
	mostAnswers = 20
)

// NewRoom is an empty room.
func NewRoom() *Room { return NewRoomAt(time.Now) }

// NewRoomAt is an empty room with a clock of its own.
func NewRoomAt(clock func() time.Time) *Room {
	r := &Room{clock: clock}
	r.floor.change(func(*Floor) *Floor { return &Floor{} })
	return r
}

// Floor is the room as it is now.
func (r *Room) Floor() *Floor { return r.floor.now() }

// Subscribe gives a channel with the newest floor, until the context ends. It holds one: who is slow finds the newest.
func (r *Room) Subscribe(ctx context.Context) <-chan *Floor { return r.floor.subscribe(ctx) }

// change publishes a floor that differs from the one before. What change does to the copy must not touch what the two
// share.
func (r *Room) change(change func(*Floor)) {
	r.floor.change(func(old *Floor) *Floor {
		next := *old
		next.Version++
		change(&next)
		return &next
	})
}

// Come lets somebody in for one session; nil is the host's own screen. It gives the way out, which may be called more
// than once.
func (r *Room) Come(w *Who) (leave func()) {
	r.change(func(f *Floor) {
		if w == nil {
			f.Hosted = true
		} else {
			f.Here = append(slices.Clip(f.Here), *w)
		}
		f.chooseLeader()
		if f.Leads(w) {
			f.Away = time.Time{}
		}
	})
	return sync.OnceFunc(func() { r.leave(w) })
}

func (r *Room) leave(w *Who) {
	r.change(func(f *Floor) {
		led := f.Leads(w)
		if w == nil {
			f.Hosted = false
		} else if i := slices.Index(f.Here, *w); i >= 0 {
			f.Here = slices.Delete(slices.Clone(f.Here), i, i+1)
		}
		f.chooseLeader()
		if f.Led && led && !f.Hosted && f.Leader == nil {
			f.Away = r.clock()
		}
	})
}

// chooseLeader keeps the chair who leads as long as that person is here; else it is the one who came next.
func (f *Floor) chooseLeader() {
	if f.Leader != nil && slices.Contains(f.Here, *f.Leader) {
		return
	}
	f.Leader = nil
	if i := slices.IndexFunc(f.Here, func(w Who) bool { return w.Leads() }); i >= 0 {
		f.Leader = &f.Here[i]
	}
}

// Leads reports whether others follow the person now: the host's screen where there is one, else one chair.
func (f *Floor) Leads(w *Who) bool {
	if w == nil {
		return true
	}
	return w.Leads() && !f.Hosted && (f.Leader == nil || *f.Leader == *w)
}

// Lead says where the one who leads is now: those who follow go there.
func (r *Room) Lead(w *Who, s Stand) {
	if f := r.Floor(); !f.Leads(w) || f.Led && f.Stand == s {
		return
	}
	r.change(func(f *Floor) { f.Stand, f.Led, f.Away = s, true, time.Time{} })
}

// Suggest puts decisions of a reviewer before those who may make them.
func (r *Room) Suggest(w *Who, acts []scoring.Act, seen int) (err error) {
	for _, a := range acts {
		if !w.Suggests(a.Kind()) {
			return &scoring.Refusal{Kind: ErrRights,
				What: lang.Sayf("quyết định loại %s không đề nghị được từ đây",
					"a decision of the kind %s cannot be suggested", string(a.Kind())),
				Mend: lang.Sayf("nói với chủ tọa hoặc thư ký", "tell the chair or the secretary")}
		}
	}
	r.change(func(f *Floor) {
		own, ofUnit := 0, 0
		for _, s := range f.Suggestions {
			if s.Who == *w {
				own++
			}
			if s.Who.Unit == w.Unit {
				ofUnit++
			}
		}
		if own >= mostByOne || ofUnit >= mostByUnit {
			err = &scoring.Refusal{Kind: ErrRights,
				What: lang.Sayf("đã có %d đề nghị của đơn vị đang chờ",
					"%d suggestions of the unit are waiting already", ofUnit),
				Mend: lang.Sayf("đợi chủ tọa xem xong rồi gửi tiếp", "wait until the chair has seen them")}
			return
		}
		f.Suggestions = append(slices.Clip(f.Suggestions),
			Suggestion{ID: f.Version, Who: *w, Acts: slices.Clone(acts), Seen: seen, At: r.clock()})
	})
	return err
}

// Answer takes a suggestion out of the tray: recorded, or declined. Its author is told. It is false where somebody was
// faster.
func (r *Room) Answer(w *Who, id int, taken bool) (was Suggestion, ok bool) {
	if !w.Decides(scoring.KindScore) {
		return was, false
	}
	r.change(func(f *Floor) {
		i := slices.IndexFunc(f.Suggestions, func(s Suggestion) bool { return s.ID == id })
		if i < 0 {
			return
		}
		was, ok = f.Suggestions[i], true
		was.Taken = taken
		f.Suggestions = slices.Delete(slices.Clone(f.Suggestions), i, i+1)
		f.Answers = append(slices.Clip(f.Answers), was)
		f.Answers = f.Answers[max(len(f.Answers)-mostAnswers, 0):]
	})
	return was, ok
}
