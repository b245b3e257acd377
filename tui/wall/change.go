package wall

import (
	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// change draws from what to what a score would go, large; nil where the question is about none, or what it is given is
// no number.
func change(env screen.Env, v scoring.Vote, w int) []string {
	a, ok := v.Act.(scoring.Score)
	if !ok || a.Mark.Entry() == scoring.EntryLevel {
		return nil
	}
	unit, known := env.Snap.Index(a.Unit)
	node, found := env.Snap.Rulebook().Index(a.Criterion)
	if !known || !found {
		return nil
	}
	n := &env.Snap.Rulebook().Criteria[node]
	was, scored := env.Snap.Units()[unit].Mark(scoring.Agreed, node)
	if !scored || was.Entry() == scoring.EntryLevel {
		return nil
	}
	from := kit.Figures(view.Given(env.Lang, n, was), kit.FigureBig)
	to := kit.Figures(view.Given(env.Lang, n, a.Mark), kit.FigureBig)
	out := make([]string, len(from))
	for i, head := range [...]string{"    ██    ", "      ██  ", "██████████", "      ██  ", "    ██    "} {
		out[i] = from[i] + "    " + head + "    " + to[i]
	}
	if kit.Width(out[0]) > w {
		return nil
	}
	return out
}
