package board

import (
	"strings"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/tui/screen"
)

// Asks says what is being recorded; else what is to be decided before the ranking stands: ties on which an award hangs,
// and awards that wait for a vote or a ballot.
func (s *Screen) Asks(env screen.Env) string {
	if s.form != nil {
		return s.form.Asks(env)
	}
	return strings.Join(unsettled(env), ". ")
}

// Speak says the place of the unit under the cursor: in the whole ranking, or by the field it is sorted by.
func (s *Screen) Speak(env screen.Env) string {
	if s.form != nil {
		return s.form.Speak(env)
	}
	if s.field >= 0 {
		return s.inField(env)
	}
	t := env.Snap.Standings(scoring.Agreed)
	places, at := view.PlacesOf(t, env.Lang), t.Place(s.unit)
	x, u := t.At(at), env.Snap.Units()[s.unit]
	if !u.HasSheet() {
		return env.Say("%s, không xếp hạng, %s; %s", "%s, no rank, %s; %s", u.Name(), view.NoSheet(u), s.list.Spoken())
	}
	said := env.Say("%s, %s, %s", "%s, %s, %s", places.SaidRank(s.unit), u.Name(), places.Said(s.unit))
	if awards := view.Awards(env.Snap.Rulebook(), x, env.Lang); awards != "" {
		said += ", " + awards
	}
	if c, ok := u.Class(scoring.Agreed); ok {
		said += ", " + c.Name.In(env.Lang)
	}
	if won := view.PlacesWon(&env.Snap.State, x); won > 0 {
		said += env.Say(", lên %d bậc so với tự chấm", ", up %d since the self-scores", won)
	} else if won < 0 {
		said += env.Say(", xuống %d bậc so với tự chấm", ", down %d since the self-scores", -won)
	}
	switch gap := places.Distance(at); gap {
	case "":
	case "=":
		said += env.Say(", bằng đơn vị trên", ", level with the unit above")
	default:
		said += env.Say(", kém đơn vị trên %s", ", %s behind the unit above", strings.TrimPrefix(gap, "−"))
	}
	return said + env.Say("; %s", "; %s", s.list.Spoken())
}

// inField says what the field gives the unit under the cursor, of how much, and which place that is.
func (s *Screen) inField(env screen.Env) string {
	n, u := &env.Snap.Rulebook().Criteria[s.field], env.Snap.Units()[s.unit]
	points, rank := u.Points(scoring.Agreed, s.field), 1
	for _, other := range env.Snap.Units() {
		if other.Points(scoring.Agreed, s.field) > points {
			rank++
		}
	}
	places := view.PlacesOf(env.Snap.Standings(scoring.Agreed), env.Lang)
	return env.Say("%s %s: hạng %d, %s, %s trên %s điểm; chung: %s; %s",
		"%s %s: rank %d, %s, %s of %s points; overall: %s; %s", n.Code, n.Label(), rank, u.Name(), points,
		u.Max(s.field), places.SaidRank(s.unit), s.list.Spoken())
}
