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

// mark draws the count as a bar: for, against, the others of those that the majority is reckoned from, and below it the
// mark that was to be reached.
func (r Result) mark(env screen.Env, p *kit.Canvas) {
	const widest = 6 // cells of a ballot
	st, c := env.Styles, r.ruling
	n := max(c.Base, c.For+c.Against+c.Abstain)
	each := min(p.W/n, widest)
	if each == 0 { // more ballots than cells: the figures have to do
		return
	}
	left := (p.W - n*each) / 2
	p.Add(kit.NewRow(p.W).Gap(left).Put(st.Good, kit.Line("█", c.For*each)).
		Put(st.Bad, kit.Line("▒", c.Against*each)).
		Put(st.Rule, kit.Line("░", (n-c.For-c.Against)*each)).String())
	needed := env.Say("▲ cần %d", "▲ %d needed", c.Needed)
	at := min(left+max(c.Needed*each-1, 0), p.W-kit.Width(needed))
	p.Add(kit.NewRow(p.W).Gap(at).Put(st.Text, needed).String())
	p.Blank()
}
