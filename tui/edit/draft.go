package edit

import (
	"fmt"

	"thidua/data/view"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// DraftLine is the ranking as it would be with what is being typed, on one line that says that it is a draft: the unit
// above, the unit itself, and those below as far as there is room. ok is false where there is no draft.
func (d *Editor) DraftLine(env screen.Env, w int) (line string, ok bool) {
	next, ok := d.Draft(env)
	if !ok {
		return "", false
	}
	st, t := env.Styles, view.PlacesOf(next.Standings(d.Stage()), env.Lang)
	row := kit.NewRow(w).Put(st.Warn, env.Say("BẢN NHÁP ", "DRAFT "))
	for i := max(t.Place(d.e.at.Unit)-1, 0); i < t.Ranked(); i++ {
		x := t.At(i)
		sign := view.Sign(next.Rulebook(), x)
		item := fmt.Sprintf("%d %s %s", x.Rank, next.Units()[x.Unit].Name(), t.Measured(i))
		if row.Space() < kit.Width(item)+3 {
			break
		}
		name := st.Text
		if x.Unit == d.e.at.Unit {
			name = st.Accent
		}
		row.Put(name, item).Put(st.Of(sign.Class), sign.Text).Gap(2)
	}
	return row.String(), true
}
