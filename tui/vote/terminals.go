package vote

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/ballot"
	"thidua/tui/edit"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Ballots from every terminal: who asked counts, the others see the question and how many have answered, and a unit's
// reviewers cast its ballot.

// asked is the vote that is open in the room and counted elsewhere; nil: none.
func (s *Screen) asked(env screen.Env) *meeting.Poll {
	if env.Room == nil || s.q != nil {
		return nil
	}
	return env.Floor.Poll
}

// Asking is the question being counted.
func (s *Screen) Asking(env screen.Env) string {
	if s.q == nil {
		return ""
	}
	return s.q.subject(env)
}

// pollKeys are those of a vote that somebody else counts: to take the count over, or to cast a ballot.
func (s *Screen) pollKeys(env screen.Env, p *meeting.Poll) []kit.Binding {
	if env.Who.Decides(scoring.KindVote) {
		return []kit.Binding{{Action: doResume, Keys: []string{"enter"}, Shown: "Enter", Weight: 90, Off: env.Frozen(),
			Label: lang.Text{VI: "kiểm phiếu", EN: "count"},
			Help:  lang.Text{VI: "kiểm phiếu thay người đã mở", EN: "take over the count"}}}
	}
	return s.ballot.Keys(ballot.Answers(env, p))
}

// resume takes over a count that somebody else began.
func (s *Screen) resume(p *meeting.Poll) {
	s.q = &question{vote: p.Question(), poll: p, counts: make([]kit.Number, 3), resumed: true}
	s.q.voters.Show(p.Voters())
	s.sent = false
}

// asks is the question in the language of who is asked: of what somebody typed as it was typed, else said anew.
func (q *question) asks(env screen.Env) string {
	if act := q.vote.Act; act != nil && q.typed == nil && q.tie == nil {
		return edit.Question(&env.Snap.State, act, env.Lang)
	}
	return q.said(env)
}

// answering is the question as those see it who do not count: how many have answered, and their own ballot.
func (s *Screen) answering(env screen.Env, p *meeting.Poll, area kit.Rect) screen.View {
	st, c := env.Styles, kit.NewCanvas(area)
	q := question{vote: p.Question()}
	c.Text(st.Title, q.head(env), 1)
	const roomy, ownBallot = 14, 5 // where there is little room the question is cut before the choices are
	if area.H < roomy {
		c.Text(st.Strong, q.asks(env), max(area.H-1-ownBallot, 1))
	} else {
		c.Blank()
		c.Text(st.Strong, q.asks(env), 4)
		c.Blank()
	}
	s.ballot.Draw(env, c, ballot.Answers(env, p))
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(c.Lines, area.W, area.H)}}}
}
