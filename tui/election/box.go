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
// only when the round is recorded. Papers counted by hand are shown apart, and added.

// pending is which decision about the round is on its way to the record.
type pending uint8

const (
	recording pending = iota // its result, or lots
	opening                  // that its box is open
	voiding                  // that it ended without a count
)

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
func (s *Screen) openKeys(env screen.Env, r scoring.Race, off lang.Text) []kit.Binding {
	if env.Room == nil || !env.Who.Decides(scoring.KindBallot) {
		return nil
	}
	if off.IsZero() && s.typed(r) > 0 {
		off = lang.Sayf("đã gõ số phiếu: xóa trước; mở hòm rồi, phiếu giấy gõ ở %s",
			"counts have been typed: clear them first; once the box is open, %s takes papers", keyPapers)
	}
	return []kit.Binding{{Action: doBox, Keys: []string{"ctrl+b"}, Shown: "Ctrl+B", Weight: 75, Off: off,
		Label: lang.Text{VI: "mở hòm phiếu", EN: "open the box"},
		Help: lang.Text{VI: "mỗi đơn vị bỏ phiếu kín từ máy của mình",
			EN: "each unit casts a secret ballot from its own terminal"}}}
}

// boxKeys are those of a round whose box is open.
func (s *Screen) boxKeys(env screen.Env, b *meeting.Box) []kit.Binding {
	if !env.Who.Decides(scoring.KindBallot) {
		return s.ballot.Keys(ballot.Units(env, b))
	}
	s.voters.Show(b.Voters())
	if s.papers {
		return append([]kit.Binding{
			{Action: doPapersIn, Keys: []string{"="}, Shown: keyRecord, Weight: 90,
				Label: lang.Text{VI: "nhận phiếu giấy", EN: "take the papers"},
				Help:  lang.Text{VI: "cộng các phiếu giấy này khi kiểm", EN: "add these papers to the count"}},
			{Action: doPapers, Keys: []string{"*", "esc"}, Shown: "Esc", Weight: 85,
				Label: lang.Text{VI: "đóng", EN: "leave"},
				Help:  lang.Text{VI: "đóng, giữ số đã nhận", EN: "leave; what was taken stays"}},
			digitKey(lang.Text{})}, s.list.Keys(80)...)
	}
	record := env.Frozen()
	switch {
	case s.sent:
		record = lang.Text{VI: "đang ghi, xin đợi", EN: "being recorded, please wait"}
	case record.IsZero() && !b.Counts(env.Who):
		record = lang.Text{VI: "người mở hoặc chủ tọa kiểm phiếu", EN: "who opened the box counts, or the chair"}
	case record.IsZero():
		record = b.Uncounted(&env.Snap.State)
	}
	return append([]kit.Binding{
		{Action: doOpened, Keys: []string{"="}, Shown: keyRecord, Weight: 90, Off: record,
			Label: lang.Text{VI: "mở, kiểm và ghi", EN: "count and record"},
			Help: lang.Text{VI: "đóng hòm phiếu, kiểm và ghi kết quả vòng này",
				EN: "close the box, count, and record the round"}},
		{Action: doDiscard, Keys: []string{"delete"}, Shown: "Delete", Weight: 60, Off: env.Frozen(),
			Label: lang.Text{VI: "hủy hòm phiếu", EN: "discard the box"},
			Help: lang.Text{VI: "bỏ hết phiếu đã nhận, không kiểm; nhật ký ghi là đã hủy",
				EN: "drop the ballots without a count; the record says that it is void"}},
		{Action: doNotVoting, Keys: []string{"space"}, Shown: "Space", Weight: 55,
			Label: lang.Text{VI: "không bỏ phiếu", EN: "does not vote"},
			Help: lang.Text{VI: "đơn vị này không bỏ phiếu, hoặc có; phiếu đã vào thì không đổi được",
				EN: "this unit does not vote, or does; a ballot that is in stays"}},
		{Action: doPapers, Keys: kit.Named(keyPapers), Shown: keyPapers, Weight: 65,
			Label: lang.Text{VI: "phiếu giấy", EN: "papers"},
			Help: lang.Text{VI: "nhập phiếu giấy của đơn vị không có máy; ai cũng thấy có bao nhiêu",
				EN: "type the papers of units without a terminal; everybody sees how many there are"}},
	}, s.voters.Keys(50)...)
}

// doWithBox carries out an action on the open box.
func (s *Screen) doWithBox(env screen.Env, r scoring.Race, b *meeting.Box, a kit.Action, key string) screen.Effect {
	if !env.Who.Decides(scoring.KindBallot) {
		effect, _ := s.ballot.Do(env, ballot.Units(env, b), a, key)
		return effect
	}
	s.confirm.Press(a)
	s.voters.Show(b.Voters())
	if s.papers && s.list.Do(a) || !s.papers && s.voters.Do(a) {
		return screen.Effect{}
	}
	switch a {
	case doDigit:
		s.counts[s.list.Index()].Type(key)
	case doPapers:
		s.papers = !s.papers
	case doPapersIn:
		if err := b.SetPapers(&env.Snap.State, s.counted(env, r)); err != nil {
			return screen.Refused(err)
		}
		s.papers = false
		env.Room.Counted()
	case doNotVoting:
		unit, _ := s.voters.Here()
		if err := b.Mark(&env.Snap.State, unit); err != nil {
			return screen.Refused(err)
		}
		env.Room.Counted()
	case doDiscard:
		if in, _ := b.Progress(); in+b.Paper() > 0 && s.confirm.Asks(a, in) {
			return screen.Alarm(lang.Sayf("Đã có %d phiếu: nhấn lần nữa để hủy hết.",
				"%d ballots are in: press it again to drop them all.", in+b.Paper()))
		}
		if err := b.End(); err != nil {
			return screen.Refused(err)
		}
		s.sent, s.pending, s.box = true, voiding, b
		return screen.Effect{Acts: []scoring.Act{
			b.Void(env.Say("hủy để lấy phiếu lại", "dropped, to be taken again"))}}
	case doOpened:
		return s.tally(env, b)
	}
	return screen.Effect{}
}

// open has the record say that the box of the round is open.
func (s *Screen) open(r scoring.Race) screen.Effect {
	s.sent, s.pending = true, opening
	return screen.Effect{Acts: []scoring.Act{scoring.Open{What: string(r.Office), Secret: true, Terminals: true}}}
}

// opened lets the room vote, now that the record says so.
func (s *Screen) opened(env screen.Env) {
	r, ok := race(env)
	if !ok {
		return
	}
	if b := env.Room.Floor().Box; b != nil && b.Shared() { // the meeting has put it there
		clear(s.counts)
		return
	}
	b := meeting.NewBox(&env.Snap.State, r)
	if env.Room.AskBox(env.Who, b) == nil { // the record knows of no other that is open
		clear(s.counts)
	}
}

// tally closes the box and puts the round on record. The box takes ballots again if the record does not take it.
func (s *Screen) tally(env screen.Env, b *meeting.Box) screen.Effect {
	if err := b.End(); err != nil { // counted at another terminal already
		return screen.Refused(err)
	}
	s.sent, s.box = true, b
	if b.Shared() {
		return screen.Effect{Count: &meeting.Count{Opened: b.Opened(),
			Act: func(s *scoring.State, _ *meeting.Poll, b *meeting.Box) (scoring.Act, error) {
				sum, err := b.Count(s)
				return sum, err
			}}}
	}
	sum, err := b.Count(&env.Snap.State)
	if err != nil {
		s.sent, s.box = false, nil
		return screen.Refused(err)
	}
	return screen.Effect{Acts: []scoring.Act{sum}}
}

// Recorded ends what is on record, or lets it be tried again.
func (s *Screen) Recorded(env screen.Env, err error) {
	if s.lots != nil {
		s.lots.prompt.Recorded(err)
	}
	if s.naming != nil && s.naming.prompt.Recorded(err) {
		s.naming = nil
		clear(s.counts)
		s.Show(env)
	}
	if !s.sent {
		return
	}
	was := s.pending
	s.sent, s.pending = false, recording
	switch {
	case err != nil && s.box != nil:
		s.box.Reopen()
	case err != nil:
	case was == opening:
		s.opened(env)
	default:
		if s.box != nil {
			env.Room.Asked(nil, s.box)
		}
		s.lots, s.box, s.papers = nil, nil, false
		clear(s.counts)
		s.Show(env)
	}
}

// counting is the box as who counts sees it: which units have voted, which have left or do not vote, and how many
// papers there are. Of what the ballots say it shows nothing.
func (s *Screen) counting(env screen.Env, p *kit.Canvas, b *meeting.Box) {
	st := env.Styles
	voters, in := b.Among(&env.Snap.State)
	s.voters.Show(b.Voters())
	const below = 5
	s.voters.Place(p.Rest(below), 1)
	p.Add(s.voters.Draw(st, func(c *kit.Canvas, unit string, here bool) {
		row, pointer := kit.NewRow(c.W), "  "
		if here && !env.Projector {
			row, pointer = kit.NewMarked(c.W, st.Cursor), "› "
		}
		sign, said := "·", ""
		if b.Voted(unit) {
			sign = "●"
		}
		if what, strange := inBox(env, b, unit); strange {
			said = what.In(env.Lang)
		}
		c.Add(row.Put(st.Strong, pointer).Left(st.Text, unit, nameWidth).Put(st.Accent, sign).Gap(1).
			Put(st.Warn, said).String())
	})...)
	p.Text(st.Text, env.Say("%d trên %d đơn vị đã bỏ phiếu kín", "%d of %d units have cast a secret ballot", in,
		len(voters)), 1)
	ballot.DrawPapers(env, p, b.Paper())
	if why := b.Uncounted(&env.Snap.State); s.sent {
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	} else if !why.IsZero() {
		p.Text(st.Warn, why.In(env.Lang), 2)
	}
}

// inBox is what is known of a unit's ballot while the box is open; strange is what is worth a word beside the mark that
// it has voted, or has not.
func inBox(env screen.Env, b *meeting.Box, unit string) (what lang.Text, strange bool) {
	left := b.Left(&env.Snap.State, unit)
	switch {
	case b.Sending(unit):
		return lang.Text{VI: "đang gửi…", EN: "being sent…"}, true
	case b.Voted(unit) && left:
		return lang.Text{VI: "đã rời họp, phiếu vẫn tính", EN: "has left, its ballot stays"}, true
	case left:
		return lang.Text{VI: "đã rời họp, không tính", EN: "has left, is not counted"}, true
	case b.Voted(unit):
		return lang.Text{VI: "đã bỏ phiếu", EN: "has voted"}, false
	case b.Marked(unit):
		return lang.Text{VI: "không bỏ phiếu", EN: "does not vote"}, true
	}
	return lang.Text{VI: "chưa bỏ phiếu", EN: "has not voted yet"}, false
}
