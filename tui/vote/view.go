package vote

import (
	"fmt"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// widest is how wide the screen's text grows; nameWidth is the column of who, or what, is counted.
const (
	widest    = 120
	nameWidth = 24
)

// View draws the question being counted, or what waits for a vote and the votes taken.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	area := kit.Rect{X: body.X, Y: body.Y, W: min(body.W, widest), H: body.H}
	switch {
	case s.q != nil && s.q.casting() != nil && !s.q.papers:
		return s.calling(env, area)
	case s.q != nil:
		return s.counting(env, area)
	}
	if p := s.asked(env); p != nil {
		return s.answering(env, p, area)
	}
	if b := s.choice(env); b != nil {
		return s.choosing(env, b, area)
	}
	st, p := env.Styles, kit.NewCanvas(area)
	p.Text(st.Dim, rules(env, scoring.Vote{}), 1)
	p.Blank()
	if !env.Leads() && env.Floor.Stand.Question != "" {
		p.Text(st.Here, env.Say(" Đang biểu quyết: %s ", " Being voted on: %s ", env.Floor.Stand.Question), 3)
		p.Blank()
	}
	all := s.lines(env)
	if len(all) == 0 {
		p.Text(st.Text,
			env.Say("Không có gì chờ biểu quyết. %s để đặt câu hỏi.", "Nothing waits for a vote. %s puts a question.",
				keyAsk), 2)
	}
	const below = 6 // the line under the cursor in full
	votes := votesGrid(env, s.list.Place(p.Rest(below), 1))
	p.Add(s.list.Draw(st, func(c *kit.Canvas, id string, here bool) {
		if l, ok := find(all, id); ok {
			c.Add(l.draw(env, votes, c.W, here))
		}
	})...)
	if l, ok := s.here(env); ok {
		p.Blank()
		p.Text(st.Strong, l.whole(env), below-1)
		grounds(env, p, l.place(env))
	}
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
}

// rules says who votes on a question, and what carries it: by the rulebook's rule for what it decides.
func rules(env screen.Env, v scoring.Vote) string {
	present, rule := env.Snap.Present(), env.Snap.Rulebook().VoteRule(v.Act)
	needed := rule.Rule(scoring.Count{Present: present, Members: len(env.Snap.Units())}).Needed
	if r, err := env.Snap.State.Try(matter(env, v)); err == nil {
		needed = r.Needed
	}
	said := env.Say("%d đơn vị có mặt, mỗi đơn vị một phiếu; thông qua khi có từ %d phiếu tán thành",
		"%d units present, a vote each; carried from %d votes for", present, needed)
	if rule.Clause != "" {
		said += " (" + rule.Clause + ")"
	}
	if rule.Written {
		said += env.Say("; đơn vị vắng mặt được biểu quyết bằng văn bản", "; absent units may vote in writing")
	}
	return said
}

// head is the title above a question: who may vote, and how.
func (q *question) head(env screen.Env) string {
	how := env.Say("công khai", "open")
	if q.vote.Secret {
		how = env.Say("phiếu kín", "secret")
	}
	return env.Say("BIỂU QUYẾT · %d đơn vị có mặt · %s", "VOTE · %d units present · %s", env.Snap.Present(), how)
}

// counting is the question, the counts and the verdict.
func (s *Screen) counting(env screen.Env, area kit.Rect) screen.View {
	st, q, p := env.Styles, s.q, kit.NewCanvas(area)
	v := screen.View{}
	p.Text(st.Title, q.head(env), 1)
	p.Blank()
	if q.papers {
		p.Text(st.Warn, env.Say("PHIẾU GIẤY, nhiều nhất %d phiếu", "PAPERS, at most %d",
			q.casting().Missing(&env.Snap.State)+q.casting().Paper()), 1)
	}
	if q.on < 0 {
		at := q.typed.Draw(p, st, env.Lang)
		v.Cursor = &at
	} else {
		p.Text(st.Strong, q.said(env), 4)
	}
	p.Blank()
	if at, ok := q.aside(env, p); ok {
		v.Cursor = at
		v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
		return v
	}
	sum := 0
	for i := range q.counts {
		sum += q.number(i)
	}
	if env.Projector && len(q.counts) == 3 && q.tie == nil && p.W >= 60 {
		s.large(env, p)
	} else if at, ok := s.small(env, p, area); ok {
		v.Cursor = &at
	}
	if q.papers {
		v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
		return v
	}
	voters := len(q.electors(env))
	p.Text(st.Text,
		env.Say("đã đếm %d trên %d phiếu, còn %d", "%d of %d votes counted, %d to go", sum, voters, voters-sum), 1)
	if said := q.inWriting(env); said != "" {
		p.Text(st.Text, said, 2)
	}
	p.Blank()
	s.conclusion(env, p)
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	return v
}

// aside is what is asked in place of the counts; ok is false where they are typed.
func (q *question) aside(env screen.Env, p *kit.Canvas) (at *screen.Cursor, ok bool) {
	switch {
	case q.settling != nil:
		return q.settling.draw(env, p), true
	case q.missing != nil:
		q.missing.Draw(env, p)
	case q.writing != nil:
		q.writing.draw(env, p)
	default:
		return nil, false
	}
	return nil, true
}

// small is a line for each count.
func (s *Screen) small(env screen.Env, p *kit.Canvas, area kit.Rect) (at screen.Cursor, ok bool) {
	const barLeft, box = 36, 4
	st, q := env.Styles, s.q
	unit := max(min((area.W-barLeft)/max(env.Snap.Present(), 1), 3), 1)
	for i := range q.counts {
		row := kit.NewRow(area.W).Left(st.Text, q.label(env, i), nameWidth)
		style := st.Text
		if i == q.on {
			style = st.Edit
			at, ok = screen.Cursor{X: area.X + nameWidth + box, Y: area.Y + len(p.Lines)}, true
		}
		row.Put(style, "["+kit.Right(q.counts[i].Text(), box)+"]").Gap(2).Put(st.Accent,
			kit.Line("█", min(q.number(i)*unit, max(area.W-barLeft, 0))))
		if q.filled && i == len(q.counts)-1 {
			row.Gap(1).Put(st.Dim, env.Say("số còn lại", "what is left"))
		}
		p.Add(row.String())
	}
	return at, ok
}

// large is the three counts in figures for the room.
func (s *Screen) large(env screen.Env, p *kit.Canvas) {
	st, q := env.Styles, s.q
	styles := []kit.Style{st.Good, st.Bad, st.Dim}
	w := p.W / 3
	row := kit.NewRow(p.W)
	for i := range q.counts {
		row.Left(styles[i], q.label(env, i), w)
	}
	p.Add(row.String())
	p.Blank()
	figures := make([][]string, 3)
	for i := range figures {
		figures[i] = kit.Figures(fmt.Sprint(q.number(i)), kit.FigureBig)
	}
	for y := range figures[0] {
		row := kit.NewRow(p.W)
		for i := range figures {
			row.Left(styles[i], figures[i][y], w)
		}
		p.Add(row.String())
	}
	p.Blank()
}

// conclusion is what the count comes to as it stands.
func (s *Screen) conclusion(env screen.Env, p *kit.Canvas) {
	st := env.Styles
	r, err := s.q.ruling(env)
	switch {
	case s.sent:
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case err != nil:
		env.Refuse(p, err)
	case !s.q.begun() && s.q.tie != nil && !s.q.tie.failed.IsZero():
		p.Text(st.Warn, env.Say("Lần trước: %s.", "The last time: %s.", s.q.tie.failed), 2)
		p.Text(st.Text, env.Say("Biểu quyết lại, hoặc %s chủ tọa quyết định, %s bốc thăm.",
			"Vote again, or %s the chair rules, %s lots.", keyRuling, keyLots), 2)
	case !s.q.begun():
		p.Text(st.Dim, rules(env, s.q.counted(env)), 2)
	case s.q.level() && r.Outstanding == 0:
		p.Text(st.Warn, env.Say("không đơn vị nào dẫn đầu: %s ghi là không thông qua",
			"no unit leads: %s records it as not carried", keyRecord), 1)
	case !r.Settled:
		p.Text(st.Warn, ballot.Awaits(env, r.Outstanding), 1)
	case r.Outstanding > 0:
		p.Text(st.Text, env.Say("còn %d phiếu, không thay đổi được kết quả: %s",
			"%d ballots to go, which cannot change the result: %s", r.Outstanding, r.Verdict.Name()), 2)
	default:
		sign := view.VerdictSign(r.Verdict)
		p.Text(st.Of(sign.Class), sign.Text+" "+r.Sum.In(env.Lang), 3)
		if missing := r.Missing(); !missing.IsZero() {
			p.Text(st.Dim, missing.In(env.Lang), 1)
		}
	}
	if s.q.vote.Act != nil {
		p.Text(st.Dim,
			env.Say("Nếu thông qua, nội dung này được ghi thành quyết định ngay.",
				"If it is carried, this is decided with it."), 1)
	}
	if s.q.tie != nil && len(s.q.tie.order) > 0 {
		p.Text(st.Text, env.Say("Đã xếp: %s", "In order so far: %s", env.Names(s.q.tie.order)), 1)
	}
}
