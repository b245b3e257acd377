// Package vote is the screen «Biểu quyết»: a question, who may vote, the count, and the verdict with its sum.
package vote

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is where the meeting votes.
type Screen struct {
	at   int // the line under the cursor: an open tie, or a vote taken
	q    *question
	sent bool
}

// question is a vote being counted.
type question struct {
	vote   scoring.Vote
	free   bool // its subject is typed
	field  kit.Field
	tie    *tie
	counts []kit.Number // for, against, abstain; for a tie a number for each unit, then abstentions
	on     int          // which count is being typed; -1: the subject
}

// tie is units that are level, being put in order a place at a time.
type tie struct {
	left  []int // not placed yet
	order []int
	votes []scoring.Vote // one for each place decided so far
}

// New begins with nothing asked.
func New(screen.Env) *Screen { return &Screen{} }

var _ screen.Screen = (*Screen)(nil)

// maxSubject is the most characters of a question.
const maxSubject = 300

// Title is «Biểu quyết».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Biểu quyết", EN: "Vote"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Text{
		VI: "Mỗi đơn vị có mặt một phiếu. Nhập số tán thành, không tán thành, không biểu quyết: kết luận và phép tính hiện ngay khi gõ. Bằng điểm ở ranh giới khen thưởng hiện trên cùng: Enter để biểu quyết thứ tự. Từ ô đang sửa ở Rà soát hay Đối chiếu, F5 đưa đúng điều đó ra biểu quyết.",
		EN: "Each unit present has one vote. Type how many are for, against, and abstain: the verdict and its sum follow while you type. Ties on which an award hangs stand at the top: Enter puts their order to the vote. From a field being edited on Review or Compare, F5 puts just that to the vote.",
	}
}

// Put begins a vote on a question from elsewhere.
func (s *Screen) Put(v scoring.Vote) {
	s.q = &question{vote: v, counts: make([]kit.Number, 3)}
	s.sent = false
}

// ask begins a vote on a question to be typed.
func (s *Screen) ask() {
	s.q = &question{free: true, field: kit.NewField(maxSubject), counts: make([]kit.Number, 3), on: -1}
	s.sent = false
}

// askTie begins to put level units in order.
func (s *Screen) askTie(units []int) {
	s.q = &question{tie: &tie{left: units}, counts: make([]kit.Number, len(units)+1)}
	s.sent = false
}

// line is what the cursor can be on: an open tie, or a vote that was taken.
type line struct {
	tie  []int
	vote *scoring.Tallied
}

// lines are the open ties, and below them the votes taken, newest first.
func lines(env screen.Env) []line {
	var out []line
	for _, group := range env.Snap.Standings(scoring.Agreed).Undecided() {
		out = append(out, line{tie: group})
	}
	votes := env.Snap.Votes()
	for i := len(votes) - 1; i >= 0; i-- {
		out = append(out, line{vote: &votes[i]})
	}
	return out
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) { s.at = max(min(s.at, len(lines(env))-1), 0) }

// Editing reports whether a vote is being counted.
func (s *Screen) Editing() bool { return s.q != nil }

// Recorded ends the count that is on record, or lets it be tried again.
func (s *Screen) Recorded(_ screen.Env, err error) {
	if s.sent {
		s.sent = false
		if err == nil {
			s.q = nil
		}
	}
}

// Type takes what is typed: the subject, or a number.
func (s *Screen) Type(_ screen.Env, msg tea.KeyPressMsg) screen.Effect {
	q := s.q
	switch {
	case q == nil || s.sent:
	case q.on < 0:
		q.field.Key(msg)
	case msg.String() == "backspace":
		q.counts[q.on].Back()
	case len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9':
		q.counts[q.on].Type(msg.Text)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the subject.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	if s.q != nil && s.q.on < 0 && !s.sent {
		s.q.field.Insert(text)
	}
	return screen.Effect{}
}

// At is the unit that the question is about, if any.
func (s *Screen) At(env screen.Env) screen.Place {
	p := screen.Place{Unit: -1, Node: -1}
	if s.q != nil && s.q.vote.Act != nil {
		if i, ok := env.Snap.Index(scoring.Subject(s.q.vote.Act)); ok {
			p.Unit = i
		}
	}
	return p
}

// Focus does nothing: a vote is about the whole cluster.
func (s *Screen) Focus(screen.Env, screen.Place) {}

// Click selects the line under the mouse.
func (s *Screen) Click(env screen.Env, body kit.Rect, _, y int) screen.Effect {
	if i := y - body.Y - headLines; s.q == nil && i >= 0 && i < len(lines(env)) {
		s.at = i
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(env screen.Env, rows int) {
	if s.q == nil {
		s.at = max(min(s.at+rows, len(lines(env))-1), 0)
	}
}

// Speak says the question with its verdict, or the line under the cursor.
func (s *Screen) Speak(env screen.Env) string {
	if s.q != nil {
		said := s.q.subject(env)
		if s.q.on >= 0 {
			said += ". " + s.q.label(env, s.q.on) + " " + s.q.counts[s.q.on].Text()
		}
		if r, err := s.q.ruling(env); err == nil && r.Sum.VI != "" {
			said += ". " + r.Sum.In(env.Lang)
		}
		return said
	}
	all := lines(env)
	switch {
	case len(all) == 0:
		return env.Say("chưa có biểu quyết nào", "no vote yet")
	case all[s.at].tie != nil:
		return env.Say("%s bằng điểm, cần biểu quyết thứ tự", "%s are level, a vote on the order is needed", env.Names(all[s.at].tie))
	}
	v := all[s.at].vote
	return v.Vote.Subject + ": " + v.Ruling.Sum.In(env.Lang)
}
