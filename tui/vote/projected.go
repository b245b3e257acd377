package vote

import (
	"fmt"
	"strings"

	"thidua/scoring"
	"thidua/tui/ballot"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// For the back row stands what the cursor is on, and nothing of what comes after it: a question in large letters, a
// result as large as when it was announced, a count with its bar.

// projected is the line under the cursor for the back row; ok is false where nothing waits for a vote.
func (s *Screen) projected(env screen.Env, l line, ok bool, area kit.Rect) screen.View {
	if !ok {
		said := env.Say("Không có gì chờ biểu quyết.", "Nothing waits for a vote.")
		return screen.View{Parts: []kit.Placed{{Rect: area, Lines: ballot.Question{Text: said}.Draw(env, area)}}}
	}
	if l.vote != nil {
		if r, ok := ballot.ResultOf(&env.Snap.State, l.vote.Decision.Seq); ok {
			return r.Draw(env, area)
		}
	}
	q := ballot.Question{Text: l.whole(env)}
	switch {
	case l.tie != nil:
		q.Head = env.Say("hạng %d", "rank %d", l.tie.Rank)
	case l.elect != nil:
		q.Head = l.elect.Short.In(env.Lang)
	case l.propose != nil:
		award, _ := env.Snap.Rulebook().Award(l.propose.Award)
		q.Vote, q.Secret = &scoring.Vote{Subject: q.Text, Act: *l.propose}, award.Vote.Secret
	case l.request != nil:
		q.Vote = &scoring.Vote{Subject: q.Text, Act: *l.request}
	}
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: q.Draw(env, area)}}}
}

// projectedCount is a count for the back row: the question, the counts in figures, the bar with the mark of what
// carries it, and what it comes to.
func (s *Screen) projectedCount(env screen.Env, area kit.Rect) screen.View {
	st, q, p := env.Styles, s.q, kit.NewCanvas(area)
	asked := kit.Wrap(q.said(env), area.W, max(area.H/5, 3))
	const below = 4 // what it comes to
	roomy := area.H >= roomForThick
	if roomy {
		p.Blank()
	}
	p.Centred(st.Title, q.head(env))
	p.Blank()
	for _, line := range asked {
		p.Centred(st.Strong, line)
	}
	p.Blank()
	if q.tie != nil {
		s.bars(env, p, below)
	} else {
		s.figures(env, p)
		p.Blank()
		s.stack(env, p, roomy)
	}
	p.Blank()
	c := kit.NewCanvas(kit.Rect{W: area.W, H: p.Room()})
	c.Middle = true
	s.comes(env, c)
	p.Add(c.Lines...)
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
}

// bars are the votes of units that are level, and those that abstain.
func (s *Screen) bars(env screen.Env, p *kit.Canvas, below int) {
	q, last := s.q, len(s.q.counts)-1
	b := ballot.Bars{Base: max(len(q.electors(env)), 1), Needed: q.needed(env), Elected: -1, Here: -1}
	for i, unit := range q.tie.left {
		b.Votes = append(b.Votes, scoring.Tally{Unit: unit, Votes: q.number(i)})
		if i == q.on {
			b.Here = unit
		}
	}
	b.Draw(env, p, b.Height(p.Room()-below-2), true)
	said, style := fmt.Sprintf("%s %d", q.label(env, last), q.number(last)), env.Styles.Text
	if q.on == last {
		said, style = "› "+said, env.Styles.Accent
	}
	p.Blank()
	p.Centred(style, said)
}

// figures are the three counts in figures, each below what it counts; the one that is typed is marked.
func (s *Screen) figures(env screen.Env, p *kit.Canvas) {
	q, w := s.q, p.W/3
	styles := []kit.Style{env.Styles.Good, env.Styles.Accent, env.Styles.Warn}
	names := kit.NewRow(p.W)
	size := kit.FigureBig
	drawn := make([][]string, len(q.counts))
	for i := range q.counts {
		said := strings.ToUpper(q.label(env, i))
		if i == q.on {
			said = "› " + said
		}
		names.Left(env.Styles.Strong, middle(said, w), w)
		drawn[i] = kit.Figures(fmt.Sprint(q.number(i)), size)
	}
	p.Add(names.String())
	if p.H >= roomForThick {
		p.Blank()
	}
	for y := range size.Height() {
		row := kit.NewRow(p.W)
		for i := range q.counts {
			row.Left(styles[i], middle(drawn[i][y], w), w)
		}
		p.Add(row.String())
	}
}

// middle puts a text into the middle of so many cells.
func middle(text string, w int) string { return kit.Blank(max((w-kit.Width(text))/2, 0)) + text }

// stack is the bar of the count with the mark of what carries it.
func (s *Screen) stack(env screen.Env, p *kit.Canvas, thick bool) {
	q, lines := s.q, 1
	if thick {
		lines = 3
	}
	b := ballot.Stack{For: q.number(0), Against: q.number(1), Abstain: q.number(2),
		Of: max(len(q.electors(env)), q.number(0)+q.number(1)+q.number(2), 1), Needed: q.needed(env)}
	each := b.Each(p.W)
	b.Draw(env, p, (p.W-each*b.Of)/2, each, lines)
}
