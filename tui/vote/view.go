package vote

import (
	"slices"

	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// widest is how wide the screen's text grows; nameWidth is the column of who, or what, is counted.
const (
	widest    = 200
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
	if env.Projector {
		l, ok := s.here(env)
		return s.projected(env, l, ok, body)
	}
	left, right := sides(area)
	s.alone = !right.Shown()
	v := screen.View{Parts: []kit.Placed{{Rect: left, Lines: s.waits(env, left)}}}
	if right.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: right, Lines: s.follows(env, right)})
	}
	return v
}

// Where there is room for what would follow beside the question, and how wide that is at least.
const (
	sideFrom  = 110
	sideLines = 16
	sideWidth = 46
	sideGap   = 2
)

// sides divides the screen; where there is no room for the right side it has none.
func sides(area kit.Rect) (left, right kit.Rect) {
	if area.W < sideFrom || area.H < sideLines {
		return area, right
	}
	left, right = area, area
	right.W = max(area.W*2/5, sideWidth)
	left.W -= right.W + sideGap
	right.X += left.W + sideGap
	return left, right
}

// waits is the list, and below it all about the line under the cursor.
func (s *Screen) waits(env screen.Env, area kit.Rect) []string {
	st, p := env.Styles, kit.NewCanvas(area)
	p.Text(st.Text, rules(env, scoring.Vote{}), 2)
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
	below := max(6, min(area.H/2, area.H-len(p.Lines)-len(all))) // all about the line under the cursor
	votes := votesGrid(env, s.list.Place(p.Rest(below), 1))
	p.Add(s.list.Draw(st, func(c *kit.Canvas, id string, here bool) {
		if l, ok := find(all, id); ok {
			c.Add(l.draw(env, votes, c.W, here))
		}
	})...)
	if l, ok := s.here(env); ok {
		p.Blank()
		s.detail(env, p, l)
	}
	return kit.Fill(p.Lines, area.W, area.H)
}

// follows is what would follow from what the line under the cursor asks: the unit's total, rank and award, the ranking,
// and what else the unit asks for.
func (s *Screen) follows(env screen.Env, area kit.Rect) []string {
	p := kit.NewCanvas(area)
	l, ok := s.here(env)
	if !ok {
		ranking(env, p, nil, func(int) bool { return false })
		return kit.Fill(p.Lines, area.W, area.H)
	}
	act, units := l.about(env)
	next := s.then(env, l.id, act)
	if next != nil && len(units) == 1 {
		p.Text(env.Styles.Title, env.Say("NẾU ĐƯỢC DUYỆT HOẶC THÔNG QUA", "IF IT IS GRANTED OR CARRIED"), 1)
		changes(env, p, act, units[0], next)
		p.Blank()
	}
	ranking(env, p, next, func(unit int) bool { return slices.Contains(units, unit) })
	if at := l.place(env); at.Unit >= 0 {
		others(env, p, at)
	}
	if len(units) == 1 {
		fields(env, p, beside(env, units[0]))
	}
	return kit.Fill(p.Lines, area.W, area.H)
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
