package meeting

import (
	"context"
	"time"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// What is asked of the units in a room: a vote or an election, one at a time, each counted in its Poll or Box.

// Ask opens a vote for ballots from every session.
func (r *Room) Ask(w *Who, p *Poll) error {
	return r.open(w, func(f *Floor) { f.Poll = p })
}

// AskBox opens an election's ballot box to every session.
func (r *Room) AskBox(w *Who, b *Box) error {
	return r.open(w, func(f *Floor) { f.Box = b })
}

func (r *Room) open(w *Who, put func(*Floor)) (err error) {
	if !w.Decides(scoring.KindVote) {
		return w.refuse(scoring.KindVote)
	}
	r.change(func(f *Floor) {
		if f.Poll != nil || f.Box != nil {
			err = refusedBallot(lang.Sayf("đang lấy phiếu cho một nội dung khác",
				"ballots are being taken for something else"),
				lang.Sayf("kết thúc hoặc bỏ nội dung đó trước", "end that first, or cancel it"))
			return
		}
		put(f)
	})
	return err
}

// Asked ends what is asked, on record or not. What is not open any more stays as it is.
func (r *Room) Asked(p *Poll, b *Box) {
	r.change(func(f *Floor) {
		if p != nil && f.Poll == p {
			f.Poll = nil
		}
		if b != nil && f.Box == b {
			f.Box = nil
		}
	})
}

// Settle ends what the record says has ended, however that came about.
func (r *Room) Settle(s *scoring.State) {
	f := r.Floor()
	over := func(opened int) bool {
		o := s.Opening()
		return opened > 0 && s.Seq() >= opened && (o == nil || o.Decision.Seq != opened)
	}
	if p := f.Poll; p != nil && over(p.Opened()) {
		r.Asked(p, nil)
	}
	if b := f.Box; b != nil && over(b.Opened()) {
		r.Asked(nil, b)
	}
}

// Vote casts the ballot of a person's unit in the vote that is open.
func (r *Room) Vote(w *Who, c scoring.Choice) error {
	p := r.Floor().Poll
	if p == nil {
		return noneOpen()
	}
	return r.cast(w, func() error { return p.Cast(w.Unit, c) })
}

// Elect casts the ballot of a person's unit in the election that is open: for a candidate, or empty for a blank one.
func (r *Room) Elect(w *Who, candidate string) error {
	b := r.Floor().Box
	if b == nil {
		return noneOpen()
	}
	return r.cast(w, func() error { return b.Cast(w.Unit, candidate) })
}

func (r *Room) cast(w *Who, cast func() error) error {
	if !w.Votes() {
		return &scoring.Refusal{Kind: ErrRights,
			What: lang.Sayf("chỉ thành viên của một đơn vị bỏ phiếu từ máy của mình",
				"only the reviewers of a unit vote from their own terminal"), Mend: lang.Text{}}
	}
	if err := cast(); err != nil {
		return err
	}
	r.Counted()
	return nil
}

// Counted shows everybody how many ballots are in, after one was taken elsewhere.
func (r *Room) Counted() { r.change(func(*Floor) {}) }

func noneOpen() error {
	return refusedBallot(lang.Sayf("không có cuộc bỏ phiếu nào đang mở", "no ballot is open"),
		lang.Sayf("phiếu có thể vừa được kiểm xong", "it may just have been counted"))
}

// voidWithin is how long whoever closes a room waits for the record to say that the open vote is void: a disk that
// never answers keeps nobody. What it does not say then, the next start does.
const voidWithin = 3 * time.Second

// Recorder is a meeting as somebody who only records in it needs it.
type Recorder interface {
	Snapshot() *Snapshot
	Propose(context.Context, Proposal) (*Snapshot, error)
}

// VoidOpen records that the vote or round that is open in the room ends without a count, where the host goes while
// ballots come in, unless other hosts take them too. It waits for the disk, but not for ever.
func (r *Room) VoidOpen(m Recorder, by, reason string) {
	o, f := m.Snapshot().Opening(), r.Floor()
	var void scoring.Void
	switch {
	case o == nil:
		return
	case f.Poll != nil && !f.Poll.Shared():
		void = f.Poll.Void(reason)
	case f.Box != nil && !f.Box.Shared():
		void = f.Box.Void(reason)
	}
	if void.Opened != o.Decision.Seq {
		return
	}
	said := make(chan struct{})
	go func() {
		defer close(said)
		// the next start names what is not on record
		_, _ = m.Propose(context.Background(), Proposal{By: by, Acts: []scoring.Act{void}})
	}()
	select {
	case <-said:
	case <-time.After(voidWithin):
	}
}
