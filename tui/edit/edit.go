// Package edit is the field in which a percent, a bonus or a penalty is typed: the same on every screen. While typing, it
// shows what would follow, worked out by the very rules that will bind.
package edit

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
)

// Kind is what is being edited.
type Kind uint8

// The kinds of edit.
const (
	Percent Kind = iota
	Bonus
	Penalty
)

// Name is what people call the edit.
func (k Kind) Name() lang.Text {
	return [...]lang.Text{
		{VI: "Sửa phần trăm", EN: "Change the percent"}, {VI: "Điểm thưởng", EN: "Bonus"}, {VI: "Điểm trừ", EN: "Penalty"},
	}[k]
}

// maxReason is the most characters of a reason: what fits on a few lines of the minutes.
const maxReason = 500

// Edit is an edit under way, of one criterion or field of one unit.
type Edit struct {
	Kind   Kind
	Unit   int // index of State.Units
	Node   int // index of Rulebook.Criteria
	Number kit.Number
	Reason kit.Field
	InText bool // the reason is being typed
	Sent   bool // proposed, and not yet known to be on disk
	fresh  bool // what stands was filled in: the first digit replaces it
}

// New begins an edit with an empty number.
func New(kind Kind, unit, node int) *Edit {
	return &Edit{Kind: kind, Unit: unit, Node: node, Reason: kit.NewField(maxReason)}
}

// FillIn puts what stands now into the fields; the first digit typed replaces the number.
func (e *Edit) FillIn(number, reason string) {
	e.Number.Set(number)
	e.Reason.Set(reason)
	e.fresh = true
}

// Digit takes a key for the number; false if it is no part of one.
func (e *Edit) Digit(key string) bool {
	if e.fresh {
		var n kit.Number
		if !n.Type(key) {
			return false
		}
		e.Number, e.fresh = n, false
		return true
	}
	return e.Number.Type(key)
}

// Back is the backspace key; false where there is nothing left to delete.
func (e *Edit) Back() bool {
	e.fresh = false
	return e.Number.Back()
}

// Key takes a key of the field in which the edit is.
func (e *Edit) Key(msg tea.KeyPressMsg) bool {
	if e.InText {
		return e.Reason.Key(msg)
	}
	switch k := msg.String(); k {
	case "backspace":
		return e.Back()
	case "comma", "period": // the keypad's, where it reports itself
		return e.Digit(",")
	default:
		return e.Digit(k)
	}
}

// Paste takes pasted text: digits for the number, anything for the reason.
func (e *Edit) Paste(text string) {
	if e.InText {
		e.Reason.Insert(text)
		return
	}
	for _, r := range text {
		e.Digit(string(r))
	}
}

// NeedsReason reports whether the edit cannot be recorded without one.
func (e *Edit) NeedsReason() bool { return e.Kind != Percent }

// Act is the decision that the edit makes. The error is a *scoring.Refusal where the number cannot be read.
func (e *Edit) Act(s *scoring.State) (scoring.Act, error) {
	unit, code := s.Units()[e.Unit].Name(), s.Rulebook().Criteria[e.Node].Code
	if e.Kind == Percent {
		p, err := scoring.ParsePercent(e.Number.Text())
		return scoring.Score{Unit: unit, Criterion: code, Percent: p, Reason: e.Reason.Value()}, err
	}
	p, err := scoring.ParsePoints(e.Number.Text())
	if e.Kind == Bonus {
		return scoring.Bonus{Unit: unit, Target: code, Points: p, Reason: e.Reason.Value()}, err
	}
	return scoring.Penalty{Unit: unit, Target: code, Points: p, Reason: e.Reason.Value()}, err
}

// Outcome is what would follow if the edit were recorded as it stands.
type Outcome struct {
	Points     scoring.Points // of the criterion, or the bonus or penalty itself
	Before     scoring.Points // what stands now
	Total, Was scoring.Points
	Rank, Rose int // place, and how many places better than now
	Award      string
	Gap        scoring.Points // what would still be missing to pass the unit above; 0 for the first
	Above      string
	Err        error // the rule that would refuse it
}

// Preview works out the outcome of the edit on a state, without recording anything. A reason that is still missing is no
// hindrance while the number is being typed.
func (e *Edit) Preview(s *scoring.State) (o Outcome, ok bool) {
	if e.Number.Empty() {
		return o, false
	}
	act, err := e.Act(s)
	if err != nil {
		return Outcome{Err: err}, true
	}
	next, err := scoring.Apply(*s, scoring.Decision{Act: withReason(act)})
	if err != nil {
		return Outcome{Err: err}, true
	}
	was, is := s.Units()[e.Unit], next.Units()[e.Unit]
	o.Total, o.Was = is.Total(scoring.Agreed), was.Total(scoring.Agreed)
	before, after := s.Standings(scoring.Agreed), next.Standings(scoring.Agreed)
	row := after.At(after.Place(e.Unit))
	o.Rank, o.Award = row.Rank, row.Award
	o.Rose = before.At(before.Place(e.Unit)).Rank - o.Rank
	if gap, ok := next.ToPass(scoring.Agreed, e.Unit); ok {
		o.Gap, o.Above = gap.Need, next.Units()[gap.Above].Name()
	}
	switch a := act.(type) {
	case scoring.Score:
		o.Points, o.Before = is.Points(scoring.Agreed, e.Node), was.Points(scoring.Agreed, e.Node)
	case scoring.Bonus:
		o.Points, o.Before = a.Points, Standing(was.Bonuses(), e.Node)
	case scoring.Penalty:
		o.Points, o.Before = a.Points, Standing(was.Penalties(), e.Node)
	}
	return o, true
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
	}
	return a
}

// Standing is what stands at a node among some bonuses or penalties.
func Standing(grants []scoring.Grant, node int) scoring.Points {
	for _, g := range grants {
		if g.Target == node {
			return g.Points
		}
	}
	return 0
}
