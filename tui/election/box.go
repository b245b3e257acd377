package election

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Ballots from the units' own terminals: a box is opened for the round, each unit casts one, and what is in it is known
// only when the round is recorded. Papers counted by hand are added.

// boxOpen is the box that is open in the room; nil: none, or of another round.
func boxOpen(env screen.Env, r scoring.Race) *meeting.Box {
	if env.Room == nil || env.Floor.Box == nil {
		return nil
	}
	if o, round := env.Floor.Box.Office(); o != r.Office || round != len(r.Rounds)+1 {
		return nil
	}
	return env.Floor.Box
}

// openKeys opens the box, where anybody could vote from elsewhere.
func openKeys(env screen.Env, off lang.Text) []kit.Binding {
	if env.Room == nil || !env.Who.Decides(scoring.KindBallot) {
		return nil
	}
	return []kit.Binding{{Action: doBox, Keys: []string{"ctrl+b"}, Shown: "Ctrl+B", Weight: 75, Off: off,
		Label: lang.Text{VI: "mở hòm phiếu", EN: "open the box"},
		Help: lang.Text{VI: "mỗi đơn vị bỏ phiếu kín từ máy của mình",
			EN: "each unit casts a secret ballot from its own terminal"}}}
}

// boxKeys are those of a round whose box is open.
func (s *Screen) boxKeys(env screen.Env, b *meeting.Box) []kit.Binding {
	if env.Who.Decides(scoring.KindBallot) {
		record := env.Frozen()
		if in, _ := b.Progress(); in == 0 && record.IsZero() {
			record = lang.Text{VI: "chưa có phiếu nào", EN: "no ballots yet"}
		}
		return []kit.Binding{
			{Action: doOpened, Keys: []string{"="}, Shown: "=", Weight: 90, Off: record,
				Label: lang.Text{VI: "mở, kiểm và ghi", EN: "count and record"},
				Help: lang.Text{VI: "đóng hòm phiếu, kiểm và ghi kết quả vòng này",
					EN: "close the box, count, and record the round"}},
			{Action: doDiscard, Keys: []string{"delete"}, Shown: "Delete", Weight: 60,
				Label: lang.Text{VI: "hủy hòm phiếu", EN: "discard the box"},
				Help: lang.Text{VI: "bỏ hết phiếu đã nhận, không ghi gì",
					EN: "drop the ballots; nothing is recorded"}},
		}
	}
	return s.ballot.Keys(ballot.Units(env, b))
}

// doWithBox carries out an action on the open box.
func (s *Screen) doWithBox(env screen.Env, r scoring.Race, b *meeting.Box, a kit.Action, key string) screen.Effect {
	if effect, ok := s.ballot.Do(env, ballot.Units(env, b), a, key); ok {
		return effect
	}
	s.confirm.Press(a)
	switch a {
	case doDiscard:
		if in, _ := b.Progress(); in > 0 && s.confirm.Asks(a, in) {
			return screen.Alarm(lang.Sayf("Đã có %s: nhấn lần nữa để hủy hết.",
				"In so far: %s; press it again to drop them all.",
				lang.Count(in, "phiếu", "ballot", "ballots")))
		}
		env.Room.Asked(nil, b)
		return screen.Note("Đã hủy hòm phiếu, không ghi gì.", "The box is discarded; nothing was recorded.")
	case doOpened:
		if in, of := b.Progress(); in < of && s.confirm.Asks(a, in) {
			return screen.Alarm(lang.Sayf("Mới có %d trên %d phiếu: nhấn lần nữa để kiểm.",
				"Only %d of %d ballots are in: once more counts them.", in, of))
		}
		return s.opened(env, r, b)
	}
	return screen.Effect{}
}

// opened counts the box, adds the papers counted by hand, and puts the round on record.
func (s *Screen) opened(env screen.Env, r scoring.Race, b *meeting.Box) screen.Effect {
	sum, err := b.Open(&env.Snap.State)
	if err != nil {
		return screen.Refused(err)
	}
	typed := s.counted(env, r)
	for name, n := range typed.Votes {
		sum.Votes[name] += n
	}
	sum.Blank += typed.Blank
	sum.Spoiled, sum.Issued, sum.Returned = typed.Spoiled, typed.Issued, typed.Returned
	s.sent, s.box = true, b
	return screen.Effect{Acts: []scoring.Act{sum}}
}
