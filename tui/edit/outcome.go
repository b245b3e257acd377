package edit

import (
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/screen"
)

// outcome is what would follow if an edit were recorded as it stands.
type outcome struct {
	points     scoring.Points // of the criterion, or the bonus or penalty itself
	before     scoring.Points // what stands now
	after      scoring.Table  // the ranking then
	unit       int
	rank, rose int // place, and how many places better than now
	award      string
	gap        scoring.Points // what would still be missing to pass the unit above
	above      string         // that unit; empty for the first
	err        error          // the rule that would refuse it
}

// preview works out the outcome on a state, without recording anything. A reason that is still missing is no hindrance
// while the number is being typed. ok is false while there is nothing to work out.
func (e *Edit) preview(s *scoring.State) (o outcome, ok bool) {
	if e.kind.textOnly() || e.blank() {
		return o, false
	}
	act, err := e.soFar(s)
	if err != nil {
		return outcome{err: err}, true
	}
	return outcomeOf(s, act, e.at.Unit, e.at.Node), true
}

// soFar is the decision that the edit makes as far as it is typed: a decimal sign whose digits are still to come is no
// mistake.
func (e *Edit) soFar(s *scoring.State) (scoring.Act, error) {
	typed := *e
	typed.number = e.number.Complete()
	return typed.act(s)
}

// Draft is the meeting as it would be with what is being typed; ok is false while nothing that could be recorded is
// typed, or it bears on no ranking. Whoever shows it says that it is a draft.
func (d *Editor) Draft(env screen.Env) (next scoring.State, ok bool) {
	if d.e == nil || d.e.kind.textOnly() || d.e.blank() {
		return next, false
	}
	act, err := d.e.soFar(&env.Snap.State)
	if err != nil {
		return next, false
	}
	next, err = scoring.Apply(env.Snap.State, scoring.Decision{Act: withReason(act)})
	return next, err == nil
}

// outcomeOf is what follows from a decision about a criterion of a unit.
func outcomeOf(s *scoring.State, act scoring.Act, unit, node int) (o outcome) {
	next, err := scoring.Apply(*s, scoring.Decision{Act: withReason(act)})
	if err != nil {
		return outcome{err: err}
	}
	was, is := s.Units()[unit], next.Units()[unit]
	at := placeOf(act, node)
	st := stageOf(at.Appraised)
	before, after := s.Standings(st), next.Standings(st)
	row := after.At(after.Place(unit))
	o = outcome{after: after, unit: unit, rank: row.Rank, award: row.Award,
		rose: before.At(before.Place(unit)).Rank - row.Rank}
	if gap, ok := next.ToPass(st, unit); ok {
		o.gap, o.above = gap.Need, next.Units()[gap.Above].Name()
	}
	switch a := act.(type) {
	case scoring.Score:
		o.points, o.before = is.Points(scoring.Agreed, node), was.Points(scoring.Agreed, node)
	case scoring.Bonus:
		o.points, o.before = a.Points, standing(was.Bonuses(st), at)
	case scoring.Penalty:
		o.points, o.before = a.Points, standing(was.Penalties(st), at)
	}
	return o
}

// falls says what recording the edit would withdraw, or that it would change nothing.
func (e *Edit) falls(s *scoring.State) []lang.Text {
	act, err := e.soFar(s)
	if err != nil || e.blank() && !e.kind.textOnly() {
		return nil
	}
	u := s.Units()[e.at.Unit]
	if !u.Accepted() && !u.Confirmed() && !e.stands(u, act) {
		return nil // as nearly always, and then it costs nothing
	}
	f, err := scoring.Effects(*s, scoring.Decision{Act: withReason(act)})
	if err != nil {
		return nil
	}
	if f.Same && e.kind != Sanction {
		return []lang.Text{{VI: "như đang ghi: không có gì thay đổi", EN: "as it stands: nothing would change"}}
	}
	return f.Remarks
}

// ahead says it while the edit is not being recorded yet.
func (e *Edit) ahead(s *scoring.State) []lang.Text {
	if e.text.Sent() {
		return nil
	}
	return e.falls(s)
}

// stands reports whether what has been typed is what the unit has already.
func (e *Edit) stands(u *scoring.Unit, act scoring.Act) bool {
	switch a := act.(type) {
	case scoring.Score:
		m, scored := u.Mark(scoring.Agreed, e.at.Node)
		return scored && m == a.Mark
	case scoring.Bonus:
		return a.Points == standing(u.Bonuses(e.stage()), e.place())
	case scoring.Penalty:
		return a.Points == standing(u.Penalties(e.stage()), e.place())
	}
	return false
}

// withReason stands in for a reason that is still to be typed.
func withReason(a scoring.Act) scoring.Act {
	switch a := a.(type) {
	case scoring.Bonus:
		a.Reason = "…"
		return a
	case scoring.Penalty:
		a.Reason = "…"
		return a
	case scoring.Sanctioned:
		a.Reason = "…"
		return a
	case scoring.Leave:
		a.Reason = "…"
		return a
	case scoring.Reject:
		a.Reason = "…"
		return a
	}
	return a
}

// placeOf is where a bonus or penalty stands.
func placeOf(act scoring.Act, node int) scoring.GrantAt {
	at := scoring.GrantAt{Target: node}
	switch a := act.(type) {
	case scoring.Bonus:
		at.No, at.Appraised = a.No, a.Appraised
	case scoring.Penalty:
		at.No, at.Appraised = a.No, a.Appraised
	}
	at.No = max(at.No, 1)
	return at
}

// standing is what stands at a place among some bonuses or penalties.
func standing(grants []scoring.Grant, at scoring.GrantAt) scoring.Points {
	for _, g := range grants {
		if g.GrantAt == at {
			return g.Points
		}
	}
	return 0
}
