// Package vote is the screen «Biểu quyết»: a question, who may vote, the count, and the verdict with its sum.
package vote

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Screen is where the meeting votes.
type Screen struct {
	list    kit.List[string]  // what waits for a vote, and the votes taken
	all     []line            // what is in the list
	of      *meeting.Snapshot // the state that those are of
	q       *question
	sent    bool
	alone   bool          // nothing stands beside the question or the list
	ahead   follows       // what would follow from the question looked at
	ballot  ballot.Ballot // the unit's own, where it is cast from here
	confirm kit.Confirm   // whether somebody else's box is to be discarded

	ended bool // the count in front was ended at another terminal, and no key has been pressed since
}

// question is a vote being counted.
type question struct {
	vote   scoring.Vote
	typed  *kit.Prompt // its subject, where that is typed; nil: it is given
	tie    *tie
	counts []kit.Number  // for, against, abstain; for a tie a number for each unit, then abstentions
	on     int           // which count is being typed; -1: the subject
	filled bool          // the last count was filled in with the rest, and nothing has been typed over it
	poll   *meeting.Poll // the ballots where units are called one by one

	missing  *ballot.Missing // which units did not vote, being asked
	writing  *writing        // which absent units vote in writing, being marked
	settling *settling       // an order that is not voted on, being typed

	voters kit.List[string] // the units that are called

	box     *meeting.Box  // the ballots for the next place in an order, where they come from the terminals
	resumed bool          // somebody else opened the vote: leaving the count does not cancel it
	papers  bool          // the counts of ballots on paper are being typed
	pending pending       // with sent: what is on its way to the record
	tallied *[]kit.Number // of a box that several hosts take: what was in it, once it is counted
	confirm kit.Confirm
}

// New begins with nothing asked.
func New(env screen.Env) *Screen {
	s := &Screen{}
	s.Show(env)
	return s
}

// What the screen can do.
var _ interface {
	screen.Screen
	screen.Editor
	screen.Recorder
	screen.Placer
	screen.Pointer
	screen.Carrier
	screen.Listener
	screen.Tabler
} = (*Screen)(nil)

// maxSubject is the most characters of a question.
const maxSubject = 300

// Title is «Biểu quyết».
func (s *Screen) Title() lang.Text { return lang.Text{VI: "Biểu quyết", EN: "Vote"} }

// Help says what the screen is for.
func (s *Screen) Help() lang.Text {
	return lang.Sayf(
		"Mỗi đơn vị có mặt một phiếu. Trên cùng là những gì cần biểu quyết: bằng điểm ở ranh giới khen "+
			"thưởng, đề nghị thưởng chưa giải quyết; %[1]s để biểu quyết, %[2]s để hỏi điều khác. Nhập số tán "+
			"thành, không tán thành: số không biểu quyết tự điền, %[1]s ghi luôn; hoặc %[3]s để gọi tên từng đơn "+
			"vị. Kết luận và phép tính hiện ngay, bên cạnh là ai biểu quyết và điều gì đổi nếu thông qua. Từ ô đang "+
			"sửa ở Rà soát hay Đối chiếu, %[4]s đưa đúng điều đó ra "+
			"biểu quyết, xong thì trở "+
			"lại ô ấy. %[5]s là nhất trí, %[6]s là bỏ phiếu kín. Bằng điểm mà biểu quyết không xong: biểu quyết "+
			"lại, %[7]s chủ tọa quyết định hoặc %[8]s bốc thăm. Kết quả hiện lớn cho cả phòng đến khi nhấn một "+
			"phím.",
		"Each unit present has one vote. At the top is what waits for a vote: ties on which an award hangs, "+
			"bonuses asked for; %[1]s puts one to the vote, %[2]s asks something else. Type how many are for and "+
			"against: those who abstain are filled in, and %[1]s records it; or %[3]s to call the units one by "+
			"one. The verdict and its sum follow at once, with who votes and what would change beside them. "+
			"From a field being edited on Review or Compare, %[4]s puts just that to the vote, and the vote leads "+
			"back there. %[5]s is unanimous, %[6]s a secret vote. Where a vote leaves units level: vote again, "+
			"%[7]s the chair rules, or %[8]s lots are drawn. The result stands before the room until a key.",
		keyPut, keyAsk, keyCall, screen.Vote.Key(), keyUnanimous, keySecret, keyRuling, keyLots)
}

// Put begins a vote on a question from elsewhere.
func (s *Screen) Put(v scoring.Vote) {
	s.q = &question{vote: v, counts: make([]kit.Number, 3)}
	s.sent = false
}

// ask begins a vote on a question to be typed.
func (s *Screen) ask() {
	s.q = &question{typed: kit.NewPrompt(lang.Text{VI: "Nội dung", EN: "Question"},
		lang.Text{VI: "Gõ nội dung biểu quyết.", EN: "Type the question."}, maxSubject),
		counts: make([]kit.Number, 3), on: -1}
	s.sent = false
}

// Show takes the newer snapshot.
func (s *Screen) Show(env screen.Env) {
	var ids []string
	for _, l := range s.lines(env) {
		ids = append(ids, l.id)
	}
	s.list.Show(ids)
}

// Editing reports whether a vote is being counted.
func (s *Screen) Editing() bool { return s.q != nil }

// cancel leaves the question. Ballots that are in are dropped only when that is meant, and never by who only looked at
// the count.
func (s *Screen) cancel(env screen.Env) screen.Effect {
	if s.q.resumed {
		s.q = nil
		return screen.Note("Biểu quyết vẫn mở.", "The vote is still open.")
	}
	if ask, unsure := s.q.dropping(env, doCancel); unsure {
		return ask
	}
	return s.void(env, voiding)
}

// ballots is how many ballots are in, and of how many.
func (q *question) ballots(env screen.Env) (in, of int) {
	if b := q.casting(); b != nil {
		voters, in := b.Among(&env.Snap.State)
		return in + b.Paper(), len(voters)
	}
	return 0, 0
}

// dropping asks before ballots are dropped.
func (q *question) dropping(env screen.Env, a kit.Action) (ask screen.Effect, unsure bool) {
	in, _ := q.ballots(env)
	if in == 0 || !q.confirm.Asks(a, in) {
		return screen.Effect{}, false
	}
	return screen.Alarm(lang.Sayf("Đã có %s: nhấn lần nữa để hủy hết.",
		"In so far: %s; press it again to drop them all.",
		lang.Count(in, "phiếu", "ballot", "ballots"))), true
}

// early asks before a count is ended while ballots are missing.
func (q *question) early(env screen.Env) (ask screen.Effect, unsure bool) {
	in, of := q.ballots(env)
	if b := q.casting(); b == nil || b.Missing(&env.Snap.State) <= 0 || !q.confirm.Asks(doRecord, in) {
		return screen.Effect{}, false
	}
	return screen.Alarm(lang.Sayf("Mới có %d trên %d phiếu: %s lần nữa để kiểm.",
		"Only %d of %d ballots are in: %s once more counts them.", in, of, keyRecord)), true
}

// drop ends the question; a vote that is open in the room is open no more.
func (s *Screen) drop(env screen.Env) {
	if env.Room != nil {
		env.Room.Asked(s.q.poll, s.q.box)
	}
	s.q, s.sent = nil, false
}

// Hear ends a count that was ended, or taken back, at another terminal.
func (s *Screen) Hear(env screen.Env) screen.Effect {
	if env.Room == nil || s.q == nil || s.sent {
		return screen.Effect{}
	}
	now := env.Room.Floor()
	if (s.q.poll == nil || now.Poll == s.q.poll) && (s.q.box == nil || now.Box == s.q.box) {
		return screen.Effect{}
	}
	s.q, s.ended = nil, true
	return endedElsewhere()
}

func endedElsewhere() screen.Effect {
	return screen.Note("Biểu quyết đã được kiểm xong hoặc bị hủy ở máy khác.",
		"The vote was counted, or cancelled, at another terminal.")
}

// Type takes what is typed: the subject, or a number.
func (s *Screen) Type(env screen.Env, msg tea.KeyPressMsg) screen.Effect {
	q := s.q
	if q != nil {
		q.confirm.Drop()
	}
	switch {
	case q != nil && q.settling != nil:
		q.settling.prompt.Key(msg)
	case q == nil || s.sent || q.casting() != nil && !q.papers || q.missing != nil || q.writing != nil:
	case q.on < 0:
		q.typed.Key(msg)
	case msg.String() == "backspace":
		q.unfill()
		q.counts[q.on].Back()
		q.refill(env)
	case len(msg.Text) == 1 && msg.Text[0] >= '0' && msg.Text[0] <= '9':
		q.unfill()
		q.counts[q.on].Type(msg.Text)
		q.refill(env)
	}
	return screen.Effect{}
}

// Paste takes pasted text into the subject.
func (s *Screen) Paste(_ screen.Env, text string) screen.Effect {
	switch {
	case s.q == nil || s.sent:
	case s.q.settling != nil:
		s.q.settling.prompt.Insert(text)
	case s.q.on < 0:
		s.q.typed.Insert(text)
	}
	return screen.Effect{}
}

// At is the unit that the question is about, if any.
func (s *Screen) At(env screen.Env) screen.Place {
	p := screen.Place{Unit: -1, Node: -1}
	if s.q != nil {
		if i, ok := env.Snap.Index(scoring.Subject(s.q.vote)); ok {
			p.Unit = i
		}
	}
	return p
}

// Carry moves the cursor to the request of the unit of another screen: that at the criterion, or the first there is.
func (s *Screen) Carry(env screen.Env, p screen.Place) {
	if s.q != nil {
		return
	}
	found := ""
	for _, l := range s.lines(env) {
		at := l.place(env)
		if at == p {
			found = l.id
			break
		}
		if found == "" && at.Unit == p.Unit && p.Unit >= 0 {
			found = l.id
		}
	}
	s.list.Select(found)
}

// Carries is where the request under the cursor is.
func (s *Screen) Carries(env screen.Env) screen.Place {
	l, ok := s.here(env)
	if s.q != nil || !ok {
		return screen.Place{Unit: -1, Node: -1}
	}
	return l.place(env)
}

// Table is the votes that were taken.
func (s *Screen) Table(env screen.Env) table.Table { return view.Votes(&env.Snap.State, env.Lang) }

// Click selects what is under the mouse: a line, a unit that is called, an option of the ballot.
func (s *Screen) Click(env screen.Env, _ kit.Rect, x, y int) screen.Effect {
	p, b := s.asked(env), s.choice(env)
	switch {
	case p != nil:
		s.ballot.Click(ballot.Answers(env, p), x, y)
	case b != nil:
		s.ballot.Click(ballot.Units(env, b), x, y)
	case s.q == nil:
		s.list.Click(x, y)
	case s.q.missing != nil:
		s.q.missing.Click(x, y)
	case s.q.writing != nil:
		s.q.writing.list.Click(x, y)
	case s.q.settling != nil:
		s.q.settling.list.Click(x, y)
	case s.q.casting() != nil:
		s.q.voters.Click(x, y)
	}
	return screen.Effect{}
}

// Wheel moves the cursor.
func (s *Screen) Wheel(_ screen.Env, rows int) {
	switch {
	case s.q == nil:
		s.list.Move(rows)
	case s.q.casting() != nil:
		s.q.voters.Move(rows)
	}
}
