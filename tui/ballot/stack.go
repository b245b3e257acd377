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

// Draw draws it on so many lines, a ballot in so many cells; nothing where there are more ballots than cells.
func (s Stack) Draw(env screen.Env, p *kit.Canvas, left, each, lines int) {
	if each < 1 {
		return
	}
	st := env.Styles
	for range lines {
		p.Add(kit.NewRow(p.W).Gap(left).Put(st.Good, kit.Line("█", s.For*each)).
			Put(st.Bad, kit.Line("▓", s.Against*each)).Put(st.Warn, kit.Line("▒", s.Abstain*each)).
			Put(st.Rule, kit.Line("░", max(s.Of-s.For-s.Against-s.Abstain, 0)*each)).String())
	}
	if s.Needed > 0 {
		needed := env.Say("▲ cần %d", "▲ %d needed", s.Needed)
		at := min(left+max(s.Needed*each-1, 0), p.W-kit.Width(needed))
		p.Add(kit.NewRow(p.W).Gap(at).Put(st.Strong, needed).String())
	}
}
