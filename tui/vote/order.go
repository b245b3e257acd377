package vote

import (
	"strconv"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// The order of units that are level, by ballots from every terminal: a box for each place in turn. What is in it fills
// in the counts, and from there it goes on as with papers.

// choice is the box of an order that is open in the room and that somebody else counts; nil: none.
func (s *Screen) choice(env screen.Env) *meeting.Box {
	if env.Room == nil || s.q != nil || env.Floor.Box == nil || env.Floor.Box.Subject() == "" {
		return nil
	}
	return env.Floor.Box
}

// orderKeys are those of a tie being counted: by hand, or from the terminals.
func (s *Screen) orderKeys(env screen.Env, keys []kit.Binding) []kit.Binding {
	if s.q.box == nil {
		keys = append(keys, s.q.settleKeys(env, s.sent)...)
	}
	if env.Room == nil {
		return keys
	}
	call := kit.Binding{Action: doCall, Keys: kit.Named(keyCall), Shown: keyCall, Weight: 75,
		Label: lang.Text{VI: "lấy phiếu từng đơn vị", EN: "a ballot each"},
		Help: lang.Text{VI: "từng đơn vị bỏ phiếu kín cho vị trí này từ máy mình",
			EN: "each unit casts a secret ballot for this place from its own terminal"}}
	if len(s.q.vote.Written) > 0 {
		call.Off = votesInWriting()
	}
	if s.q.box != nil {
		keys[0].Label, keys[0].Help = lang.Text{VI: "kiểm và ghi", EN: "count and record"},
			lang.Text{VI: "đóng hòm phiếu, kiểm và ghi kết quả", EN: "close the box, count, and record the result"}
		call.Label, call.Help = lang.Text{VI: "nhập số phiếu", EN: "type counts"},
			lang.Text{VI: "bỏ các phiếu đã nhận, nhập số phiếu", EN: "drop the ballots, and type counts"}
		if s.q.resumed {
			call.Off = onlyOpener()
		}
		return append(keys, call, markKey(), s.q.paperKey())
	}
	return append(keys, call)
}

// choiceKeys are those of everybody who does not count.
func (s *Screen) choiceKeys(env screen.Env, b *meeting.Box) []kit.Binding {
	if !env.Who.Decides(scoring.KindVote) {
		return s.ballot.Keys(ballot.Units(env, b))
	}
	count := kit.Binding{Action: doResume, Keys: []string{"enter"}, Shown: "Enter", Weight: 90, Off: env.Frozen(),
		Label: lang.Text{VI: "kiểm phiếu", EN: "count"},
		Help:  lang.Text{VI: "kiểm phiếu thay người đã mở", EN: "take over the count"}}
	if count.Off.IsZero() && !b.Counts(env.Who) {
		count.Off = notYours()
	}
	return []kit.Binding{count,
		{Action: doDrop, Keys: []string{"delete"}, Shown: "Delete", Weight: 20, Off: env.Frozen(),
			Label: lang.Text{VI: "hủy hòm phiếu", EN: "discard the box"},
			Help:  lang.Text{VI: "hủy hòm phiếu mà người mở đã rời đi", EN: "discard a box whose opener has left"}}}
}

// doChoice carries out an action of those who do not count.
func (s *Screen) doChoice(env screen.Env, b *meeting.Box, a kit.Action, key string) screen.Effect {
	if effect, ok := s.ballot.Do(env, ballot.Units(env, b), a, key); ok {
		return effect
	}
	if a == doResume {
		s.resumeBox(env, b)
	}
	if a == doDrop {
		if in, _ := b.Progress(); in > 0 && s.confirm.Asks(a, in) {
			return screen.Alarm(lang.Sayf("Đã có %s: nhấn lần nữa để hủy hết.",
				"In so far: %s; press it again to drop them all.",
				lang.Count(in, "phiếu", "ballot", "ballots")))
		}
		return screen.Effect{Acts: []scoring.Act{b.Void(taken(env))}}
	}
	return screen.Effect{}
}

// resumeBox takes over the count for a place in an order that somebody else began, at another terminal or another host.
func (s *Screen) resumeBox(env screen.Env, b *meeting.Box) {
	t, ok := tieOf(env, b)
	if !ok {
		return
	}
	s.q = &question{tie: t, box: b, counts: make([]kit.Number, len(t.left)+1), resumed: true}
	s.q.voters.Show(b.Voters())
	s.sent = false
}

// callOrder opens a box for the next place, or goes back to counts.
func (s *Screen) callOrder(env screen.Env) screen.Effect {
	q := s.q
	if q.box != nil {
		if ask, unsure := q.dropping(env, doCall); unsure {
			return ask
		}
		return s.void(env, backing)
	}
	return s.open(env)
}

// tally closes the box and puts what is in it on record: nobody can change a count that came from terminals.
func (s *Screen) tally(env screen.Env) screen.Effect {
	q := s.q
	if err := q.box.End(); err != nil { // counted at another terminal already
		return screen.Refused(err)
	}
	s.sent = true
	if q.box.Shared() {
		return screen.Effect{Count: q.countBox(env)}
	}
	sum, err := q.box.Count(&env.Snap.State)
	if err != nil {
		s.sent = false
		return screen.Refused(err)
	}
	return screen.Effect{Acts: []scoring.Act{q.sum(env, sum)}}
}

// sum is the vote on the place by what was in the box, which fills in the counts.
func (q *question) sum(env screen.Env, sum scoring.Ballot) scoring.Vote {
	for i, unit := range q.tie.left {
		q.counts[i] = number(sum.Votes[env.Snap.Units()[unit].Name()])
	}
	q.counts[len(q.tie.left)] = number(sum.Blank)
	v := q.ordering(env)
	v.Secret, v.Terminals, v.NotVoting = true, sum.Terminals, sum.NotVoting
	return v
}

// number is a count as if it had been typed.
func number(n int) (out kit.Number) {
	for _, digit := range strconv.Itoa(n) {
		out.Type(string(digit))
	}
	return out
}

// choosing is a place in the order while its box is open.
func (s *Screen) choosing(env screen.Env, b *meeting.Box, area kit.Rect) screen.View {
	st, p := env.Styles, kit.NewCanvas(area)
	q := question{vote: scoring.Vote{Secret: true}}
	p.Text(st.Title, q.head(env), 1)
	p.Blank()
	p.Text(st.Strong, asksPlace(env, b), 3)
	p.Blank()
	s.ballot.Draw(env, p, ballot.Units(env, b))
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
}
