package election

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Ballots from the units' own terminals: a box is opened for the round, each unit casts one, and what is in it is known only
// when the round is recorded. Papers counted by hand are added.

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

// voter reports whether the session casts a ballot, and whether that is in. A picture that many share is nobody's in particular.
func voter(env screen.Env, b *meeting.Box) (may, voted bool) {
	if env.Who == nil || env.Who.Role != meeting.Reviewer {
		return false, false
	}
	if env.Who.Unit == "" {
		return true, false
	}
	return b.Has(env.Who.Unit)
}

// openKeys opens the box, where anybody could vote from elsewhere.
func openKeys(env screen.Env, off lang.Text) []kit.Binding {
	if env.Room == nil || !env.Who.Decides(scoring.KindBallot) {
		return nil
	}
	return []kit.Binding{{Action: doBox, Keys: []string{"ctrl+b"}, Shown: "Ctrl+B", Weight: 75, Off: off,
		Label: lang.Text{VI: "mở hòm phiếu", EN: "open the box"}, Help: lang.Text{VI: "mỗi đơn vị bỏ phiếu kín từ máy của mình", EN: "each unit casts a secret ballot from its own terminal"}}}
}

// boxKeys are those of a round whose box is open.
func (s *Screen) boxKeys(env screen.Env, b *meeting.Box) []kit.Binding {
	if env.Who.Decides(scoring.KindBallot) {
		record := env.Frozen()
		if in, _ := b.Progress(); in == 0 && record.IsZero() {
			record = lang.Text{VI: "chưa có phiếu nào", EN: "no ballots yet"}
		}
		return []kit.Binding{
			{Action: doOpened, Keys: []string{"="}, Shown: "=", Weight: 90, Off: record, Label: lang.Text{VI: "mở, kiểm và ghi", EN: "count and record"}, Help: lang.Text{VI: "đóng hòm phiếu, kiểm và ghi kết quả vòng này", EN: "close the box, count, and record the round"}},
			{Action: doDiscard, Keys: []string{"delete"}, Shown: "Delete", Weight: 60, Label: lang.Text{VI: "hủy hòm phiếu", EN: "discard the box"}, Help: lang.Text{VI: "bỏ hết phiếu đã nhận, không ghi gì", EN: "drop the ballots; nothing is recorded"}},
		}
	}
	may, voted := voter(env, b)
	off := lang.Text{}
	switch {
	case voted:
		off = lang.Text{VI: "đơn vị đã bỏ phiếu", EN: "the unit has voted"}
	case !may:
		off = lang.Text{VI: "không có phiếu trong vòng này", EN: "no ballot in this round"}
	}
	cast := kit.Binding{Action: doCast, Keys: []string{"enter"}, Shown: "Enter", Weight: 97, Off: off, Label: lang.Text{VI: "chọn", EN: "choose"}, Help: lang.Text{VI: "chọn, rồi Enter lần nữa để bỏ phiếu; không rút lại được", EN: "choose, then Enter again to cast; it cannot be taken back"}}
	if s.sure {
		cast.Label = lang.Text{VI: "bỏ phiếu", EN: "cast"}
	}
	return []kit.Binding{cast,
		{Action: doDown, Keys: []string{"down", "pgdown"}, Shown: "↓", Weight: 60, Off: off, Label: lang.Text{VI: "xuống", EN: "down"}, Help: lang.Text{VI: "ứng cử sau", EN: "the next candidate"}},
		{Action: doUp, Keys: []string{"up", "pgup"}, Shown: "↑", Off: off, Label: lang.Text{VI: "lên", EN: "up"}, Help: lang.Text{VI: "ứng cử trước", EN: "the candidate before"}},
	}
}

// doWithBox carries out an action on the open box.
func (s *Screen) doWithBox(env screen.Env, r scoring.Race, b *meeting.Box, a kit.Action) screen.Effect {
	lines := len(b.Candidates()) + 1 // and the blank ballot
	switch a {
	case doDown:
		s.on, s.sure = (s.on+1)%lines, false
	case doUp:
		s.on, s.sure = (s.on+lines-1)%lines, false
	case doDiscard:
		if in, _ := b.Progress(); in > 0 && !s.sure {
			s.sure = true
			return screen.Alarm(lang.Sayf("Đã có %d phiếu: nhấn lần nữa để hủy hết.", "%d ballots are in: press it again to drop them all.", in))
		}
		s.sure = false
		env.Room.Asked(nil, b)
		return screen.Note("Đã hủy hòm phiếu, không ghi gì.", "The box is discarded; nothing was recorded.")
	case doCast:
		return s.cast(env, b)
	case doOpened:
		if in, of := b.Progress(); in < of && !s.sure {
			s.sure = true
			return screen.Alarm(lang.Sayf("Mới có %d trên %d phiếu: nhấn lần nữa để kiểm.", "Only %d of %d ballots are in: once more counts them.", in, of))
		}
		s.sure = false
		return s.opened(env, r, b)
	}
	return screen.Effect{}
}

// cast casts the unit's ballot the second time Enter is pressed on a line.
func (s *Screen) cast(env screen.Env, b *meeting.Box) screen.Effect {
	name, names := "", b.Candidates()
	if s.on < len(names) {
		name = names[s.on]
	}
	if !s.sure {
		s.sure = true
		if name == "" {
			return screen.Note("Bỏ phiếu trắng? Enter lần nữa.", "Cast a blank ballot? Enter once more.")
		}
		return screen.Note("Bầu %s? Enter lần nữa.", "Vote for %s? Enter once more.", name)
	}
	s.sure = false
	if err := env.Room.Elect(env.Who, name); err != nil {
		return alarm(err)
	}
	s.on = 0 // nobody who looks over a shoulder reads the choice
	return screen.Note("✓ Đã bỏ phiếu kín của %s.", "✓ The secret ballot of %s is in.", env.Who.Unit)
}

// opened counts the box, adds the papers counted by hand, and puts the round on record.
func (s *Screen) opened(env screen.Env, r scoring.Race, b *meeting.Box) screen.Effect {
	sum, err := b.Open(&env.Snap.State)
	if err != nil {
		return alarm(err)
	}
	typed := s.ballot(env, r)
	for name, n := range typed.Votes {
		sum.Votes[name] += n
	}
	sum.Blank += typed.Blank
	sum.Spoiled, sum.Issued, sum.Returned = typed.Spoiled, typed.Issued, typed.Returned
	s.sent, s.box = true, b
	return screen.Effect{Acts: []scoring.Act{sum}}
}

// balloting is the round while its box is open: how many have voted and who, and one's own ballot.
func (s *Screen) balloting(env screen.Env, p *kit.Paper, b *meeting.Box) {
	st := env.Styles
	may, voted := voter(env, b)
	switch {
	case voted:
		p.Text(st.Good, env.Say("✓ Phiếu của %s đã vào hòm.", "✓ The ballot of %s is in the box.", env.Who.Unit), 1)
		p.Blank()
	case may:
		p.Text(st.Strong, env.Say("Phiếu kín của đơn vị bạn: ↑ ↓ chọn, Enter hai lần để bỏ phiếu", "Your unit's secret ballot: ↑ ↓ choose, Enter twice casts it"), 1)
		for i, name := range append(b.Candidates(), env.Say("(phiếu trắng)", "(a blank ballot)")) {
			row, pointer := kit.NewRow(p.W), "  "
			if i == s.on {
				row, pointer = kit.NewMarked(p.W, st.Cursor), "› "
			}
			p.Add(row.Put(st.Text, pointer+name).String())
		}
		p.Blank()
	}
	in, of := b.Progress()
	p.Text(st.Text, env.Say("%d trên %d đơn vị đã bỏ phiếu kín", "%d of %d units have cast a secret ballot", in, of), 1)
	p.Add(kit.NewRow(p.W).Put(st.Accent, kit.Line("█", min(in, p.W))).Put(st.Rule, kit.Line("░", min(of-in, p.W))).String())
	if may && !voted {
		return // what matters is one's own
	}
	p.Blank()
	p.Checks(st, b.Voters(), func(unit string) bool {
		_, voted := b.Has(unit)
		return voted
	})
}

func alarm(err error) screen.Effect {
	said := meeting.Say(err)
	return screen.Alarm(lang.Text{VI: said.In(lang.VI), EN: said.In(lang.EN)})
}
