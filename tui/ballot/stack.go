package ballot

import (
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Stack is a count as one bar: for, against, abstaining, and the others of those that the majority is reckoned from,
// with the mark that is to be reached.
type Stack struct {
	For, Against int
	Abstain      int
	Of, Needed   int
}

// Each is how many cells a ballot can have, in so many.
func (s Stack) Each(w int) int {
	const widest = 8
	return min(w/max(s.Of, 1), widest)
}

// Against is what a bar of votes against is drawn in: without colour its blocks say it, and turned round they would
// not.
func Against(st kit.Styles) kit.Style {
	if st.Theme == kit.Mono {
		return st.Text
	}
	return st.Bad
}

// Draw draws it on so many lines, a ballot in so many cells; nothing where there are more ballots than cells.
func (s Stack) Draw(env screen.Env, p *kit.Canvas, left, each, lines int) {
	if each < 1 {
		return
	}
	st := env.Styles
	against := Against(st)
	for range lines {
		p.Add(kit.NewRow(p.W).Gap(left).Put(st.Good, kit.Line("█", s.For*each)).
			Put(against, kit.Line("▓", s.Against*each)).Put(st.Warn, kit.Line("▒", s.Abstain*each)).
			Put(st.Rule, kit.Line("░", max(s.Of-s.For-s.Against-s.Abstain, 0)*each)).String())
	}
	if s.Needed > 0 {
		needed := env.Say("▲ cần %d", "▲ %d needed", s.Needed)
		at := min(left+max(s.Needed*each-1, 0), p.W-kit.Width(needed))
		p.Add(kit.NewRow(p.W).Gap(at).Put(st.Strong, needed).String())
	}
}
