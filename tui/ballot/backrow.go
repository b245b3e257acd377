package ballot

import (
	"strings"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// How a result is drawn for the back row.

// Draw draws it for the back row: the question, the verdict as large as there is room for, the counts and the sum.
func (r Result) Draw(env screen.Env, body kit.Rect) screen.View {
	const margin = 2
	st := env.Styles
	area := kit.Rect{X: body.X + margin, Y: body.Y, W: body.W - 2*margin, H: body.H}
	var foot []string
	for _, t := range []lang.Text{r.counts, r.sum, r.beside} {
		if !t.IsZero() {
			foot = append(foot, kit.Wrap(t.In(env.Lang), area.W, 2)...)
		}
	}
	air := 2 // above and below the verdict
	marked := area.H >= roomForMark && r.ruling.Base > 0 && r.ruling.Verdict != scoring.TooFew
	if marked {
		air += markLines
	}
	var asked, verdict []string
	for n := 5; n > 0 && len(verdict) < 2; n-- { // in a small window the question is cut, not the verdict
		asked = kit.Wrap(r.asked.In(env.Lang), area.W, n)
		verdict = kit.Large(strings.ToUpper(r.said.In(env.Lang)), area.W, area.H-len(asked)-len(foot)-air)
	}
	p := kit.NewCanvas(area)
	for range max((area.H-len(asked)-len(foot)-len(verdict)-air)/2, 0) {
		p.Blank()
	}
	for _, line := range asked {
		p.Centred(st.Strong, line)
	}
	p.Blank()
	for _, line := range verdict {
		p.Centred(st.Of(r.class), line)
	}
	p.Blank()
	if marked {
		r.mark(env, p)
	}
	for i, line := range foot {
		style := st.Text
		if i == 0 {
			style = st.Strong
		}
		p.Centred(style, line)
	}
	return screen.View{Parts: []kit.Placed{{Rect: area, Lines: kit.Fill(p.Lines, area.W, area.H)}}}
}

// From how many lines on the count is drawn with the mark of the majority, and how many lines that takes.
const (
	roomForMark = 24
	markLines   = 3
)

// Detail writes it in lines among others: the question, the count as a bar with the mark of the majority, the counts,
// the sum, and who voted how where that is known.
func (r Result) Detail(env screen.Env, p *kit.Canvas) {
	const most = 6
	st := env.Styles
	p.Text(st.Strong, r.asked.In(env.Lang), most)
	p.Blank()
	p.Text(st.Of(r.class), strings.ToUpper(r.said.In(env.Lang)), 1)
	if r.ruling.Base > 0 && r.ruling.Verdict != scoring.TooFew && p.Room() > markLines+2 {
		r.bar(env, p, 0)
	}
	for _, t := range []lang.Text{r.counts, r.sum, r.beside} {
		if !t.IsZero() {
			p.Text(st.Text, t.In(env.Lang), most)
		}
	}
}

// mark draws the bar in the middle.
func (r Result) mark(env screen.Env, p *kit.Canvas) {
	n := r.ballots()
	r.bar(env, p, (p.W-n*r.each(p.W))/2)
}

// ballots is how many ballots the bar has: those that the majority is reckoned from, or all where there are more.
func (r Result) ballots() int {
	return max(r.ruling.Base, r.ruling.For+r.ruling.Against+r.ruling.Abstain)
}

// each is how many cells a ballot has.
func (r Result) each(w int) int {
	const widest = 6
	return min(w/r.ballots(), widest)
}

// bar draws the count as a bar with the mark that was to be reached.
func (r Result) bar(env screen.Env, p *kit.Canvas, left int) {
	c := r.ruling
	all := Stack{For: c.For, Against: c.Against, Abstain: c.Abstain, Of: r.ballots(), Needed: c.Needed}
	all.Draw(env, p, left, r.each(p.W), 1)
	p.Blank()
}
