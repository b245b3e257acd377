package vote

import (
	"slices"
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// head is the title above a question: who may vote, and how.
func (q *question) head(env screen.Env) string {
	how := env.Say("công khai", "open")
	if q.vote.Secret {
		how = env.Say("phiếu kín", "secret")
	}
	return env.Say("BIỂU QUYẾT · %d đơn vị có mặt · %s", "VOTE · %d units present · %s", env.Snap.Present(), how)
}

// counting is the question, the counts and the verdict; beside them who may vote, and what would follow.
func (s *Screen) counting(env screen.Env, area kit.Rect) screen.View {
	if q := s.q; env.Projector && q.on >= 0 && !q.papers && !q.aside() && area.W >= narrowest {
		return s.projectedCount(env, area)
	}
	left, right := sides(area)
	if env.Projector {
		left, right = area, kit.Rect{}
	}
	s.alone = !right.Shown() && !env.Projector
	v := s.counts(env, left)
	if right.Shown() {
		v.Parts = append(v.Parts, kit.Placed{Rect: right, Lines: s.stakes(env, right)})
	}
	return v
}

// counts is the question, the fields of the counts, and what they come to.
func (s *Screen) counts(env screen.Env, area kit.Rect) (v screen.View) {
	const most = 8 // lines of a question
	st, q, p := env.Styles, s.q, kit.NewCanvas(area)
	done := func() screen.View {
		v.Parts = []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}
		return v
	}
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
		p.Text(st.Strong, q.said(env), min(most, max(area.H/4, 4)))
	}
	p.Blank()
	if q.aside() {
		v.Cursor = q.drawAside(env, p)
		return done()
	}
	if at, ok := s.fields(env, p); ok {
		v.Cursor = &at
	}
	if q.papers {
		return done()
	}
	s.comes(env, p)
	s.changesBelow(env, p, any(q), q.vote.Act, unitOf(env, q.vote))
	if !env.Projector {
		grounds(env, p, placeOf(env, q.vote.Act))
	}
	return done()
}

// comes is how much has been counted, and what it comes to.
func (s *Screen) comes(env screen.Env, p *kit.Canvas) {
	st, q, sum := env.Styles, s.q, 0
	for i := range q.counts {
		sum += q.number(i)
	}
	voters := len(q.electors(env))
	p.Text(st.Text,
		env.Say("đã đếm %d trên %d phiếu, còn %d", "%d of %d votes counted, %d to go", sum, voters, voters-sum), 1)
	if said := q.inWriting(env); said != "" {
		p.Text(st.Text, said, 2)
	}
	p.Blank()
	s.conclusion(env, p)
}

// stakes is what would follow if the question is carried, who may vote on it, and the ranking.
func (s *Screen) stakes(env screen.Env, area kit.Rect) []string {
	p, q := kit.NewCanvas(area), s.q
	act, units, key := q.vote.Act, unitOf(env, q.vote), any(q)
	if q.tie != nil {
		units = slices.Concat(q.tie.order, q.tie.left)
		if at, _, ok := q.leading(); ok && q.casting() == nil { // of ballots that come in nobody sees who leads
			names := q.tie.whole(env, at)
			act, key = scoring.Order{Units: names}, strings.Join(names, "|")
		}
	}
	next := s.then(env, key, act)
	if next != nil && len(units) == 1 {
		p.Text(env.Styles.Title, env.Say("NẾU THÔNG QUA", "IF IT IS CARRIED"), 1)
		changes(env, p, act, units[0], next)
		p.Blank()
	}
	if q.casting() == nil {
		q.roll(env, p)
		p.Blank()
	}
	ranking(env, p, next, func(unit int) bool { return slices.Contains(units, unit) })
	if len(units) == 1 {
		fields(env, p, beside(env, units[0]))
	}
	if v := q.counted(env); p.Room() > 2 {
		clause(env, p, env.Snap.Rulebook().VoteRule(v.Act).Clause)
	}
	return kit.Fill(p.Lines, area.W, area.H)
}

// roll is who may vote on the question and who may not, and why; of many only how many.
func (q *question) roll(env screen.Env, p *kit.Canvas) {
	st, voters, all := env.Styles, q.electors(env), env.Snap.Units()
	p.Text(st.Title, env.Say("AI BIỂU QUYẾT: %d TRÊN %d ĐƠN VỊ", "WHO VOTES: %d OF %d UNITS", len(voters), len(all)), 1)
	if p.Room() < len(all) {
		p.Checks(st, voters, func(string) bool { return true })
		return
	}
	came := env.Snap.Attendance(env.Snap.Running())
	for i, u := range all {
		row, name := kit.NewRow(p.W), u.Name()
		switch may := slices.Contains(voters, name); {
		case may && u.Present():
			row.Put(st.Good, "✓ ").Left(st.Text, name, unitCells).Gap(1).Put(st.Text, env.Say("có mặt", "present"))
		case may:
			row.Put(st.Good, "✓ ").Left(st.Text, name, unitCells).Gap(1).
				Put(st.Text, env.Say("bằng văn bản", "in writing"))
		case u.Present():
			row.Put(st.Warn, "– ").Left(st.Text, name, unitCells).Gap(1).
				Put(st.Warn, env.Say("không biểu quyết việc của mình", "no vote on its own matter"))
		default:
			said := env.Say("vắng", "absent")
			if came[i].Reason != "" {
				said = env.Say("vắng: %s", "absent: %s", came[i].Reason)
			}
			row.Put(st.Warn, "✗ ").Left(st.Text, name, unitCells).Gap(1).Put(st.Warn, said)
		}
		p.Add(row.String())
	}
}

// narrowest is from how many cells on a count can be seen from the back row.
const narrowest = 60

// aside reports whether something is asked in place of the counts.
func (q *question) aside() bool { return q.settling != nil || q.missing != nil || q.writing != nil }

// drawAside is what is asked in place of the counts.
func (q *question) drawAside(env screen.Env, p *kit.Canvas) *screen.Cursor {
	switch {
	case q.settling != nil:
		return q.settling.draw(env, p)
	case q.missing != nil:
		p.Text(env.Styles.Text, q.countsSaid(env), 2)
		p.Blank()
		q.missing.Draw(env, p)
	default:
		q.writing.draw(env, p)
	}
	return nil
}

// Of the fields: where the bars begin, how wide a number is, and the most cells of a vote.
const (
	barLeft  = 36
	boxCells = 4
	mostEach = 6
)

// roomForThick is from how many lines on the bars of the counts are two lines thick.
const roomForThick = 30

// fields is a line for each count with its bar, and above them the mark of what carries the question.
func (s *Screen) fields(env screen.Env, p *kit.Canvas) (at screen.Cursor, ok bool) {
	st, q := env.Styles, s.q
	each := max(min((p.W-barLeft)/max(len(q.electors(env)), 1), mostEach), 1)
	thick := p.H >= roomForThick && p.Room() > 3*len(q.counts)+6
	if needed := q.needed(env); needed > 0 && !q.papers {
		said := env.Say("▼ cần %d", "▼ %d needed", needed)
		left := min(barLeft+needed*each-1, p.W-kit.Width(said))
		p.Add(kit.NewRow(p.W).Gap(left).Put(st.Strong, said).String())
	}
	for i := range q.counts {
		row, style := kit.NewRow(p.W).Left(st.Text, q.label(env, i), nameWidth), st.Strong
		if i == q.on {
			style = st.Edit
			at, ok = screen.Cursor{X: p.X + nameWidth + boxCells, Y: p.Y + len(p.Lines)}, true
		}
		row.Put(style, "["+kit.Right(q.counts[i].Text(), boxCells)+"]")
		block, colour := q.block(st, i)
		bar := kit.Line(block, min(q.number(i)*each, max(p.W-barLeft, 0)))
		row.Gap(barLeft-nameWidth-boxCells-2).Put(colour, bar)
		if q.filled && i == len(q.counts)-1 {
			row.Gap(1).Put(st.Text, env.Say("số còn lại", "what is left"))
		}
		p.Add(row.String())
		if thick {
			p.Add(kit.NewRow(p.W).Gap(barLeft).Put(colour, bar).String())
			p.Blank()
		}
	}
	return at, ok
}

// block is what the bar of a count is drawn with: those for, against and abstaining are told apart without colour.
func (q *question) block(st kit.Styles, i int) (string, kit.Style) {
	switch {
	case i == len(q.counts)-1:
		return "▒", st.Warn
	case q.tie != nil:
		return "█", st.Accent
	case i == 1:
		return "▓", ballot.Against(st)
	}
	return "█", st.Good
}

// needed is how many votes carry the question; 0 where that cannot be said.
func (q *question) needed(env screen.Env) int {
	r, err := q.ruling(env)
	if err != nil {
		r.Ruling, _ = env.Snap.State.Try(matter(env, q.counted(env)))
	}
	return r.Needed
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
		p.Text(st.Text, rules(env, s.q.counted(env)), 2)
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
			p.Text(st.Text, missing.In(env.Lang), 1)
		}
	}
	if s.q.vote.Act != nil {
		p.Text(st.Text,
			env.Say("Nếu thông qua, nội dung này được ghi thành quyết định ngay.",
				"If it is carried, this is decided with it."), 1)
	}
	if s.q.tie != nil && len(s.q.tie.order) > 0 {
		p.Text(st.Text, env.Say("Đã xếp: %s", "In order so far: %s", env.Names(s.q.tie.order)), 1)
	}
}
