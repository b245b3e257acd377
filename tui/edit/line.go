package edit

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// A number that is typed in the very cell where it will stand needs no panel: one line says what would follow and which
// keys end it. All else on the screen stays where it is, the footer too, so that a terminal far away is sent little.

// InPlace reports whether nothing but a number is being typed, which can be drawn where it will stand.
func (d *Editor) InPlace() bool {
	return d.e != nil && d.e.kind == Percent && !d.e.chooses() && !d.e.inText && d.e.text.Value() == ""
}

// KeptKeys are the editor's keys as they were before something was typed: those that the footer goes on naming.
func (d *Editor) KeptKeys(env screen.Env, at screen.Place) []kit.Binding {
	kept := *d
	kept.e = nil
	return kept.Keys(env, at)
}

// Line draws what takes the panel's place while a number is typed InPlace, beside a ranking that is a draft meanwhile:
// what would be withdrawn, what refuses the number, and on the last line what would follow with the keys that end it,
// or on the last two where one is too short.
func (d *Editor) Line(env screen.Env, w int) []string {
	const most = 6
	e, st, p := d.e, env.Styles, kit.NewCanvas(kit.Rect{W: w, H: most})
	for _, said := range e.falls(&env.Snap.State) {
		p.Text(st.Warn, "! "+said.In(env.Lang), 1)
	}
	var follows []string
	switch o, ok := e.preview(&env.Snap.State); {
	case ok && o.err != nil:
		env.Refuse(p, o.err)
	case ok:
		follows = e.inShort(env, o)
	}
	row, keys := kit.NewRow(w), d.ending(env)
	var said string
	for i, piece := range follows { // the first two always, more beside the first keys
		if i < 2 || kit.Width(said+piece)+apart+kit.Width(keys.first(3)) <= w {
			said += piece
		}
	}
	row.Put(st.Strong, said)
	if row.Space() < apart+kit.Width(keys.first(2)) {
		p.Add(row.String())
		row = kit.NewRow(w)
	}
	words := keys.within(row.Space() - apart)
	p.Add(row.End(kit.Width(words)).Put(st.Dim, words).String())
	return p.Lines
}

// pointsWidth is the cells of a number of points: what stands behind it does not move with every digit.
const pointsWidth = 6

// apart is how many cells are left free between what would follow and the keys.
const apart = 3

// inShort is what would follow, the most important first: points, rank, award. Totals and what is short of the unit
// above are the ranking's to say.
func (e *Edit) inShort(env screen.Env, o outcome) []string {
	points, change, award := view.Points(env.Lang, o.points), "", ""
	switch n := e.criterion(&env.Snap.State); {
	case e.entry != scoring.EntryPercent || n.Asks() != scoring.EntryPercent: // its cell does not say what is counted
		if o.points != o.before {
			change = " (" + view.Signed(env.Lang, o.points-o.before) + ")"
		}
		change += " ‹" + e.typed(env.Lang) + e.unit(env) + "›"
	case o.points != o.before: // what it comes to stands beside it
		points = view.Signed(env.Lang, o.points-o.before)
	}
	if o.award != scoring.AwardNone {
		award = " · " + env.Snap.Rulebook().AwardName(o.award).In(env.Lang)
	}
	return []string{
		env.Say("→ %s điểm%s", "→ %s points%s", kit.Right(points, pointsWidth), change),
		env.Say(" · hạng %d", " · rank %d", o.rank) + moved(o.rose),
		award,
	}
}

// moved is how many places a unit rises or falls; empty where it stays.
func moved(rose int) string {
	if rose == 0 {
		return ""
	}
	return " " + view.Moved(rose)
}

// keyWords are keys with their labels, the most important first.
type keyWords []string

// ending are the keys that end what is being typed, also while it is recorded: then they will be there again.
func (d *Editor) ending(env screen.Env) (out keyWords) {
	for _, b := range d.typingKeys(env) {
		if b.Weight > 0 && (b.Off.IsZero() || d.e.text.Sent()) {
			out = append(out, b.Shown+" "+b.Label.In(env.Lang))
		}
	}
	return out
}

// first are so many of them, in words.
func (k keyWords) first(n int) string { return strings.Join(k[:min(len(k), n)], " · ") }

// within are as many as fit into w cells, at least one.
func (k keyWords) within(w int) string {
	n := len(k)
	for n > 1 && kit.Width(k.first(n)) > w {
		n--
	}
	return k.first(n)
}
