package vote

import (
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Ballots from every terminal: who asked counts, the others see the question and how many have answered, and a unit's
// reviewers cast its ballot.

// mine is the ballot of the session's own unit, before it is cast.
type mine struct {
	of     *meeting.Poll
	choice scoring.Choice // empty: nothing chosen yet
}

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

// ballot reports whether the session casts a ballot in a vote, and whether that is in. A picture that many reviewers
// share is nobody's in particular: it shows that there is one to cast.
func ballot(env screen.Env, p *meeting.Poll) (may, voted bool) {
	if env.Who == nil || env.Who.Role != meeting.Reviewer {
		return false, false
	}
	return env.Who.Unit == "" || p.Has(env.Who.Unit), p.Voted(env.Who.Unit)
}

func (s *Screen) ballotKeys(env screen.Env, p *meeting.Poll) []kit.Binding {
	if env.Who.Decides(scoring.KindVote) {
		return []kit.Binding{{Action: doResume, Keys: []string{"enter"}, Shown: "Enter", Weight: 90, Off: env.Frozen(),
			Label: lang.Text{VI: "kiểm phiếu", EN: "count"},
			Help:  lang.Text{VI: "kiểm phiếu thay người đã mở", EN: "take over the count"}}}
	}
	may, voted := ballot(env, p)
	off, cast := lang.Text{}, lang.Text{}
	switch {
	case voted:
		off = lang.Text{VI: "đơn vị đã bỏ phiếu", EN: "the unit has voted"}
		cast = off
	case !may:
		off = lang.Text{VI: "không có phiếu trong biểu quyết này", EN: "no ballot in this vote"}
		cast = off
	case s.mine.of != p || s.mine.choice == "":
		cast = lang.Text{VI: "chọn 1, 2 hoặc 3 trước", EN: "choose 1, 2 or 3 first"}
	}
	return []kit.Binding{
		{Action: doChoose, Keys: []string{"1", "2", "3"}, Shown: "1 2 3", Weight: 98, Off: off,
			Label: lang.Text{VI: "tán thành · không · trắng", EN: "for · against · abstain"},
			Help: lang.Text{VI: "chọn: 1 tán thành, 2 không tán thành, 3 không biểu quyết",
				EN: "choose: 1 for, 2 against, 3 abstain"}},
		{Action: doCast, Keys: []string{"enter"}, Shown: "Enter", Weight: 97, Off: cast,
			Label: lang.Text{VI: "bỏ phiếu", EN: "cast"},
			Help: lang.Text{VI: "bỏ phiếu của đơn vị; không rút lại được",
				EN: "cast the unit's ballot; it cannot be taken back"}},
	}
}

// cast casts the ballot of the session's unit.
func (s *Screen) cast(env screen.Env) screen.Effect {
	if err := env.Room.Vote(env.Who, s.mine.choice); err != nil {
		return screen.Refused(err)
	}
	s.mine = mine{}
	return screen.Note("✓ Đã bỏ phiếu của %s.", "✓ The ballot of %s is in.", env.Who.Unit)
}

// resume takes over a count that somebody else began.
func (s *Screen) resume(p *meeting.Poll) {
	s.q = &question{vote: p.Question(), poll: p, counts: make([]kit.Number, 3), resumed: true}
	s.sent = false
}

// answering is the question as those see it who do not count: how many have answered, and their own ballot.
func (s *Screen) answering(env screen.Env, p *meeting.Poll, area kit.Rect) screen.View {
	st, paper := env.Styles, kit.NewCanvas(area)
	q := question{vote: p.Question()}
	subject := q.vote.Subject
	if act := q.vote.Act; act != nil { // in the language of who reads it
		subject = meeting.Sentence(&env.Snap.State, &scoring.Decision{Act: act}).In(env.Lang)
	}
	paper.Text(st.Title, q.head(env), 1)
	paper.Blank()
	paper.Text(st.Strong, subject, 4)
	paper.Blank()
	s.own(env, p, paper)
	voters, in := p.Among(&env.Snap.State)
	of := len(voters)
	paper.Text(st.Text, env.Say("%d trên %d đơn vị đã bỏ phiếu", "%d of %d units have voted", in, of), 1)
	paper.Add(kit.NewRow(area.W).Put(st.Accent, kit.Line("█", min(in, area.W))).Put(st.Rule,
		kit.Line("░", min(of-in, area.W))).String())
	paper.Blank()
	paper.Checks(st, voters, p.Voted)
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(paper.Lines, area.W, area.H)}}}
}

// own is the unit's ballot: what can be chosen, what is, and how it is cast.
func (s *Screen) own(env screen.Env, p *meeting.Poll, paper *kit.Canvas) {
	st := env.Styles
	may, voted := ballot(env, p)
	switch {
	case voted:
		paper.Text(st.Good, env.Say("✓ Phiếu của %s đã vào.", "✓ The ballot of %s is in.", env.Who.Unit), 1)
	case may:
		paper.Text(st.Strong, env.Say("Phiếu của đơn vị bạn:", "Your unit's ballot:"), 1)
		row := kit.NewRow(paper.W)
		for i, c := range []scoring.Choice{scoring.For, scoring.Against, scoring.Abstain} {
			style := st.Key
			if s.mine.of == p && s.mine.choice == c {
				style = st.Edit
			}
			row.Put(style, " "+env.Say("%d %s", "%d %s", i+1, (&question{}).label(env, i))+" ").Gap(2)
		}
		paper.Add(row.String())
		paper.Text(st.Dim,
			env.Say("Chọn rồi Enter. Phiếu đã bỏ không rút lại được.",
				"Choose, then Enter. A ballot cannot be taken back."), 1)
	default:
		return
	}
	paper.Blank()
}
