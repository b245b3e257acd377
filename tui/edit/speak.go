package edit

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/screen"
)

// Asks says what is being edited and how much it may be; empty if nothing is.
func (d *Editor) Asks(env screen.Env) string {
	if d.e == nil {
		return ""
	}
	said := strings.ReplaceAll(d.Title(env), " · ", ", ")
	switch d.e.kind {
	case Bonus, Penalty:
		said += "; " + d.e.atMost(env)
	case Sanction:
		b := env.Snap.Rulebook()
		c := b.Clause(b.SanctionClause)
		said += "; " + c.ID + ": " + c.Text.In(env.Lang)
	}
	return said
}

// Speak says what is being typed and what would follow, for those who listen; empty if nothing is typed. In a text that
// is said when it begins, and with every letter only what would refuse it.
func (d *Editor) Speak(env screen.Env) string {
	if d.e == nil {
		return ""
	}
	e := d.e
	var said string
	switch {
	case e.inText:
		said = e.text.Speak(env.Lang)
	case e.kind == Sanction:
		said = e.choice.Name().In(env.Lang)
	case e.blank():
		said = env.Say("chưa gõ", "nothing typed")
	default:
		said = e.typed(env.Lang)
	}
	switch typed := !e.inText && !e.blank(); {
	case typed && e.kind == Percent && e.entry == scoring.EntryLevel:
	case typed && e.kind == Percent:
		said += e.unit(env)
	case typed && e.kind != Sanction:
		said += env.Say(" điểm", " points")
	}
	o, ok := e.preview(&env.Snap.State)
	if refused := ok && o.err != nil; e.inText && e.text.Value() != "" && !e.text.Sent() && !refused {
		return said
	}
	said += ". " + e.follows(env)
	for _, falls := range e.ahead(&env.Snap.State) {
		said += ". " + falls.In(env.Lang)
	}
	return said
}

// follows says what would follow in words, without the signs for the eye.
func (e *Edit) follows(env screen.Env) string {
	o, ok := e.preview(&env.Snap.State)
	if !ok || o.err != nil || e.text.Sent() || e.kind.textOnly() {
		return strings.Join(e.consequences(env).lines, ". ")
	}
	said := env.Say("Hạng %d", "Rank %d", o.rank)
	switch e.kind {
	case Percent:
		said = env.Say("%s điểm, trước là %s, tổng %s, hạng %d", "%s points, before that %s, total %s, rank %d",
			view.Points(env.Lang, o.points), view.Points(env.Lang, o.before),
			view.PlacesOf(o.after, env.Lang).Whole(o.unit), o.rank)
	case Bonus, Penalty:
		said = env.Say("Trước là %s, tổng %s, hạng %d", "Before that %s, total %s, rank %d",
			view.Points(env.Lang, o.before), view.PlacesOf(o.after, env.Lang).Whole(o.unit), o.rank)
	}
	switch {
	case o.rose > 0:
		said += env.Say(", lên %d bậc", ", up %d", o.rose)
	case o.rose < 0:
		said += env.Say(", xuống %d bậc", ", down %d", -o.rose)
	}
	if o.award != scoring.AwardNone {
		said += ", " + env.Snap.Rulebook().AwardName(o.award).In(env.Lang)
	}
	if o.above != "" {
		said += env.Say(", còn thiếu %s điểm để vượt %s", ", %s points short of passing %s",
			view.Points(env.Lang, o.gap), o.above)
	}
	return said
}
