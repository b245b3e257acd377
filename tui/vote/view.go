package vote

import (
	"fmt"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// headLines is how many lines stand above the list.
const headLines = 2

// widest is how wide the screen's text grows.
const widest = 120

// View draws the question being counted, or the ties and the votes taken.
func (s *Screen) View(env screen.Env, body kit.Rect) screen.View {
	area := kit.Rect{X: body.X, Y: body.Y, W: min(body.W, widest), H: body.H}
	if s.q != nil {
		return s.counting(env, area)
	}
	st, p := env.Styles, kit.NewPaper(area)
	rule := env.Snap.Rulebook().Vote
	p.Text(st.Dim, env.Say("%d đơn vị có mặt, mỗi đơn vị một phiếu (%s)", "%d units present, a vote each (%s)", env.Snap.Present(), rule.Clause), 1)
	p.Blank()
	all := lines(env)
	if len(all) == 0 {
		p.Text(st.Text, env.Say("Chưa có biểu quyết nào, và không có bằng điểm nào cần biểu quyết.", "No vote has been taken, and no tie needs one."), 2)
	}
	first := max(min(s.at-p.Room()+2, len(all)-1), 0)
	for i := first; i < len(all); i++ {
		s.line(env, p, all[i], i == s.at)
	}
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
}

// line is a tie, or a vote with what it came to.
func (s *Screen) line(env screen.Env, p *kit.Paper, l line, here bool) {
	st := env.Styles
	row := kit.NewRow(p.W)
	if here && !env.Projector {
		row = kit.NewMarked(p.W, st.Cursor)
	}
	if l.tie != nil {
		row.Put(st.Alarm, env.Say(" BẰNG ĐIỂM ", " LEVEL ")).Gap(1).Put(st.Strong, env.Say("%s: cần biểu quyết thứ tự (%s)", "%s: a vote on the order is needed (%s)", env.Names(l.tie), env.Snap.Rulebook().TieBreak.Clause))
		p.Add(row.String())
		return
	}
	sign, style := verdict(env, l.vote.Ruling.Verdict)
	row.Right(st.Dim, fmt.Sprint(l.vote.Decision.Seq), 5).Gap(1).Put(style, sign).Gap(1).Put(st.Strong, l.vote.Vote.Subject).Put(st.Dim, " · ").Put(style, l.vote.Ruling.Sum.In(env.Lang))
	p.Add(row.String())
}

// verdict is a verdict's sign and style.
func verdict(env screen.Env, v scoring.Verdict) (string, kit.Style) {
	if v == scoring.Carried {
		return "✓", env.Styles.Good
	}
	return "✗", env.Styles.Warn
}

// counting is the question, the counts and the verdict, large.
func (s *Screen) counting(env screen.Env, area kit.Rect) screen.View {
	st, q, p := env.Styles, s.q, kit.NewPaper(area)
	v := screen.View{}
	present := env.Snap.Present()
	p.Text(st.Title, env.Say("BIỂU QUYẾT · %d đơn vị có mặt", "VOTE · %d units present", present), 1)
	p.Blank()
	if q.free && q.on < 0 {
		label := env.Say("Nội dung: ", "Question: ")
		text, at := q.field.View(max(area.W-kit.Width(label)-1, 1))
		v.Cursor = &screen.Cursor{X: area.X + kit.Width(label) + at, Y: area.Y + len(p.Lines)}
		p.Add(kit.NewRow(area.W).Put(st.Text, label).Put(st.Edit, text).String())
	} else {
		p.Text(st.Strong, q.subject(env), 3)
	}
	p.Blank()
	sum := 0
	for i := range q.counts {
		n := q.number(i)
		sum += n
		row := kit.NewRow(area.W).Left(st.Text, q.label(env, i), 24)
		box, style := "["+kit.Right(q.counts[i].Text(), 4)+"]", st.Text
		if i == q.on {
			style = st.Edit
			v.Cursor = &screen.Cursor{X: area.X + 24 + 4, Y: area.Y + len(p.Lines)}
		}
		row.Put(style, box).Gap(2).Put(st.Accent, kit.Line("█", min(n*3, max(area.W-36, 0))))
		p.Add(row.String())
	}
	left := present - sum
	p.Text(st.Dim, env.Say("đã đếm %d trên %d phiếu, còn %d", "%d of %d votes counted, %d to go", sum, present, left), 1)
	p.Blank()
	s.conclusion(env, p)
	v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
	return v
}

// conclusion is what the count comes to as it stands.
func (s *Screen) conclusion(env screen.Env, p *kit.Paper) {
	st := env.Styles
	r, err := s.q.ruling(env)
	switch {
	case s.sent:
		p.Text(st.Warn, env.Say("đang ghi…", "recording…"), 1)
	case err != nil:
		p.Text(st.Bad, "✗ "+meeting.Say(err).In(env.Lang), 3)
	case r.Sum.IsZero():
		p.Text(st.Warn, env.Say("chưa đơn vị nào dẫn đầu", "no unit leads yet"), 1)
	default:
		sign, style := verdict(env, r.Verdict)
		p.Text(style, sign+" "+r.Sum.In(env.Lang), 3)
		if missing := r.Missing(); !missing.IsZero() {
			p.Text(st.Dim, missing.In(env.Lang), 1)
		}
	}
	if s.q.vote.Act != nil {
		p.Text(st.Dim, env.Say("Nếu thông qua, điều này được quyết định luôn.", "If it is carried, this is decided with it."), 1)
	}
	if s.q.tie != nil && len(s.q.tie.order) > 0 {
		p.Text(st.Text, env.Say("Đã xếp: %s", "In order so far: %s", env.Names(s.q.tie.order)), 1)
	}
}
