package vote

import (
	"slices"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// A vote whose ballots come from terminals is opened on record, and ends there: counted, or void. Only when the record
// has the one is the room told, and only when it has the other is anything forgotten.

// pending is which decision about the question in front is on its way to the record.
type pending uint8

const (
	recording pending = iota // its result
	opening                  // that it is open
	voiding                  // that it is void, and the question is left
	backing                  // that it is void, and the counts are typed instead
	settled                  // an order that was not voted on
)

// casting are the ballots of a vote, or of a place in an order, as they come in.
type casting interface {
	Opened() int
	Counts(w *meeting.Who) bool
	Voters() []string
	Voted(unit string) bool
	Marked(unit string) bool
	Mark(s *scoring.State, unit string) error
	Left(s *scoring.State, unit string) bool
	Among(s *scoring.State) (voters []string, in int)
	Missing(s *scoring.State) int
	Uncounted(s *scoring.State) lang.Text
	Paper() int
	End() error
	Reopen()
	Void(reason string) scoring.Void
	Shared() bool
	Sending(unit string) bool
}

// casting are the ballots that come in for the question; nil: it is counted by hand.
func (q *question) casting() casting {
	switch {
	case q.poll != nil:
		return q.poll
	case q.box != nil:
		return q.box
	}
	return nil
}

// secret reports whether nobody may learn how a unit votes.
func (q *question) secret() bool { return q.box != nil || q.vote.Secret }

// open has the record say that the question is open.
func (s *Screen) open(env screen.Env) screen.Effect {
	q := s.q
	o := scoring.Open{What: q.subject(env), Act: q.vote.Act, Secret: q.secret(), Terminals: true}
	var among []string
	if q.tie != nil {
		group := scoring.Order{}
		for _, u := range slices.Concat(q.tie.order, q.tie.left) {
			group.Units = append(group.Units, env.Snap.Units()[u].Name())
		}
		o.Act, o.Secret, among = group, true, group.Units[len(q.tie.order):]
	}
	s.sent, q.pending = true, opening
	return screen.Effect{Acts: []scoring.Act{o}, Among: among}
}

// opened lets the room vote, now that the record says so.
func (s *Screen) opened(env screen.Env) {
	q := s.q
	switch f := env.Room.Floor(); { // where other hosts take ballots too the meeting has put them there
	case q.tie != nil && f.Box != nil && f.Box.Shared():
		q.box = f.Box
	case q.tie == nil && f.Poll != nil && f.Poll.Shared():
		q.poll = f.Poll
	case q.tie != nil:
		b := meeting.NewChoice(&env.Snap.State, q.subject(env), q.tie.left)
		if env.Room.AskBox(env.Who, b) == nil { // the record knows of no other that is open
			q.box = b
		}
	default:
		v := q.vote
		v.Subject = q.subject(env)
		p := meeting.NewPoll(&env.Snap.State, v)
		if env.Room.Ask(env.Who, p) == nil {
			q.poll = p
		}
	}
	if b := q.casting(); b != nil {
		q.voters.Show(b.Voters())
	}
	clear(q.counts)
	q.on = 0
}

// void has the record say that the vote ended without a count; what was not opened there is just left.
func (s *Screen) void(env screen.Env, then pending) screen.Effect {
	q := s.q
	b := q.casting()
	if b == nil || b.Opened() == 0 {
		if then == backing {
			q.poll, q.box, q.on = nil, nil, 0
		} else {
			s.drop(env)
		}
		return screen.Note("Đã bỏ, không ghi gì.", "Left; nothing was recorded.")
	}
	if err := b.End(); err != nil { // counted at another terminal already
		return screen.Refused(err)
	}
	s.sent, q.pending = true, then
	return screen.Effect{Acts: []scoring.Act{b.Void(taken(env))}}
}

// taken is the reason of a vote that was dropped.
func taken(env screen.Env) string {
	return env.Say("hủy để lấy phiếu lại", "dropped, to be taken again")
}

// Recorded goes on with what is on record, or lets it be tried again: what the record does not have has not happened.
func (s *Screen) Recorded(env screen.Env, err error) {
	if !s.sent {
		return
	}
	q := s.q
	was := q.pending
	s.sent, q.pending = false, recording
	b := q.casting()
	switch {
	case was == settled && !q.settling.prompt.Recorded(err): // refused: it can be typed on
	case err != nil && b != nil:
		b.Reopen()
	case err != nil:
	case was == opening:
		s.opened(env)
	case was == backing:
		env.Room.Asked(q.poll, q.box)
		q.poll, q.box, q.on = nil, nil, 0
	case was == recording && q.tie != nil:
		if q.tallied != nil {
			q.counts, q.tallied = *q.tallied, nil
		}
		s.placed(env)
	default:
		s.drop(env)
	}
}

// The papers beside the ballots from terminals.

const doPaper kit.Action = "paper"

const keyPaper = "*"

// paperKey opens the counts of papers, where a secret vote can have some.
func (q *question) paperKey() kit.Binding {
	return kit.Binding{Action: doPaper, Keys: kit.Named(keyPaper), Shown: keyPaper, Weight: 65,
		Label: lang.Text{VI: "phiếu giấy", EN: "papers"},
		Help: lang.Text{VI: "nhập phiếu giấy của đơn vị không có máy; ai cũng thấy có bao nhiêu",
			EN: "type the papers of units without a terminal; everybody sees how many there are"}}
}

// takePapers adds the papers as typed.
func (q *question) takePapers(env screen.Env) screen.Effect {
	var err error
	if q.poll != nil {
		err = q.poll.SetPapers(&env.Snap.State, map[scoring.Choice]int{scoring.For: q.number(0),
			scoring.Against: q.number(1), scoring.Abstain: q.number(2)})
	} else {
		papers := scoring.Ballot{Votes: map[string]int{}, Blank: q.number(len(q.tie.left))}
		for i, unit := range q.tie.left {
			papers.Votes[env.Snap.Units()[unit].Name()] = q.number(i)
		}
		err = q.box.SetPapers(&env.Snap.State, papers)
	}
	if err != nil {
		return screen.Refused(err)
	}
	q.papers = false
	env.Room.Counted()
	return screen.Effect{}
}

const doMark kit.Action = "not-voting"

// markKey says of the unit under the cursor that it does not vote.
func markKey() kit.Binding {
	return kit.Binding{Action: doMark, Keys: []string{"space"}, Shown: "Space", Weight: 60,
		Label: lang.Text{VI: "không bỏ phiếu", EN: "does not vote"},
		Help: lang.Text{VI: "đơn vị này không bỏ phiếu, hoặc có; phiếu đã vào thì không đổi được",
			EN: "this unit does not vote, or does; a ballot that is in stays"}}
}

// mark carries that out.
func (q *question) mark(env screen.Env) screen.Effect {
	unit, _ := q.voters.Here()
	if err := q.casting().Mark(&env.Snap.State, unit); err != nil {
		return screen.Refused(err)
	}
	env.Room.Counted()
	return screen.Effect{}
}

// doBeside carries out what concerns ballots beside those from terminals; ok is false for anything else.
func (q *question) doBeside(env screen.Env, a kit.Action) (effect screen.Effect, ok bool) {
	switch {
	case a == doPaper:
		q.papers, q.on = true, 0
	case a == doCancel && q.papers:
		q.papers = false
	case a == doMark:
		return q.mark(env), true
	default:
		return screen.Effect{}, false
	}
	return screen.Effect{}, true
}
