package minutes

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// room is the sitting for the back row, as far as it is on record: what it is called, where and when, who leads it, and
// its conclusion. What is lacking, and the papers, are for the table; where nothing is known there is nothing to show.
func (s *Screen) room(env screen.Env, area kit.Rect) []kit.Placed {
	x := s.sitting(env)
	facts, concluded := given(env, x)
	if len(facts)+len(concluded) == 0 && x.Title == "" {
		return env.Blank(area)
	}
	st, p := env.Styles, kit.NewCanvas(area)
	name := strings.ToUpper(x.Form.Name().In(env.Lang))
	for _, line := range kit.Large(name, p.W-4, max(p.H/3, 1)) {
		p.Centred(st.Title, line)
	}
	if x.Title != "" {
		centred(p, st.Strong, kit.Wrap(x.Title, p.W-4, 2))
	}
	p.Centred(st.Text, env.GroupName()+" · "+env.Years())
	air := p.Room() >= 2*len(facts)+3
	for _, f := range facts {
		if air {
			p.Blank()
		}
		centred(p, st.Strong, kit.Wrap(strings.ToUpper(f.label)+":  "+f.value, p.W-4, 3))
	}
	if len(concluded) > 0 && p.Room() > 2 {
		p.Blank()
		p.Centred(st.Title, strings.ToUpper(view.Capital(scoring.SectionConclusion.Name().In(env.Lang))))
		for _, text := range concluded {
			centred(p, st.Text, kit.Wrap(text, p.W-4, 3))
		}
	}
	lines := p.Lines
	for range max((area.H-len(lines))/2, 0) {
		lines = append([]string{kit.Blank(area.W)}, lines...)
	}
	return []kit.Placed{{Rect: area, Lines: kit.Fill(lines, area.W, area.H)}}
}

// known is something that is on record of a sitting.
type known struct{ label, value string }

// given is what is on record of a sitting when it runs, but for its name, and what it concluded.
func given(env screen.Env, x scoring.Convened) (facts []known, concluded []string) {
	for i, f := range fields() {
		if value := shown(f, x); i > 0 && value != "" && f.lack != scoring.LackEnd {
			facts = append(facts, known{f.label.In(env.Lang), value})
		}
	}
	for _, l := range env.Snap.Statements(x) {
		if l.Section == scoring.SectionConclusion {
			concluded = append(concluded, l.Text)
		}
	}
	return facts, concluded
}

// centred adds lines in the middle.
func centred(p *kit.Canvas, st kit.Style, lines []string) {
	for _, line := range lines {
		p.Centred(st, line)
	}
}
