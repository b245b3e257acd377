package scoring

import (
	"cmp"
	"slices"

	"thidua/scoring/lang"
)

// The ceremony: what is shown to the room, step by step, from the bottom of the ranking to the officers. It is worked
// out once from the closed meeting; a screen only says which step it is at.

// StepKind is what a step of the ceremony reveals.
type StepKind uint8

// The kinds of step.
const (
	RevealPlace   StepKind = iota // one unit's place and total
	RevealAward                   // who gets an award
	RevealOfficer                 // who was elected to an office
	RevealAll                     // everything together, to end with
)

// Step is one thing that the ceremony reveals.
type Step struct {
	Kind   StepKind
	Units  []int  // whom it is about, in order of rank
	Award  string // with RevealAward: the award's id
	Office Office // with RevealOfficer
}

// RevealOrder is in which order the places are revealed.
type RevealOrder uint8

// The orders.
const (
	FromTheBottom RevealOrder = iota // last place first
	SwingLast                        // those whose place moved least since the self-scores first
)

// Other is the other order, for a key that changes between the two.
func (o RevealOrder) Other() RevealOrder {
	if o == FromTheBottom {
		return SwingLast
	}
	return FromTheBottom
}

// Ceremony works out the steps: the places, then the awards from the lowest, then the officers, and at the end
// all of it together. It refuses where anything is
// still open, naming everything: Preflight walks through it first.
func (s *State) Ceremony(order RevealOrder) ([]Step, error) {
	if missing := s.Preflight(); len(missing) > 0 {
		r := refuse(ErrBlocked, lang.Sayf("chưa thể công bố", "the results cannot be announced yet"), lang.Text{})
		for _, m := range missing {
			r.Parts = append(r.Parts, m.What)
		}
		return nil, r
	}
	t, self := s.Standings(Agreed), s.Standings(Self)
	places := make([]int, t.Ranked())
	for i := range places {
		places[i] = t.At(len(places) - 1 - i).Unit
	}
	if order == SwingLast {
		swing := func(unit int) int {
			d := t.At(t.Place(unit)).Rank - self.At(self.Place(unit)).Rank
			return max(d, -d)
		}
		slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(swing(a), swing(b)) })
	}
	var steps []Step
	for _, unit := range places {
		steps = append(steps, Step{Kind: RevealPlace, Units: []int{unit}})
	}
	for i := len(s.book.Awards) - 1; i >= 0; i-- {
		step := Step{Kind: RevealAward, Award: s.book.Awards[i].ID}
		for _, row := range t.All() {
			if row.Award == step.Award || slices.Contains(row.Beside, step.Award) {
				step.Units = append(step.Units, row.Unit)
			}
		}
		if len(step.Units) > 0 {
			steps = append(steps, step)
		}
	}
	for _, o := range s.book.Election.Offices {
		if unit, _, ok := s.Elected(o); ok {
			steps = append(steps, Step{Kind: RevealOfficer, Units: []int{unit}, Office: o})
		}
	}
	all := Step{Kind: RevealAll}
	for _, row := range t.All()[:t.Ranked()] {
		all.Units = append(all.Units, row.Unit)
	}
	return append(steps, all), nil
}

// Preflight says what stands in the way of announcing the results: a meeting that is not closed, an open tie, a
// criterion that nobody scored, an award that nobody holds. It reports everything.
func (s *State) Preflight() []Blocker {
	var out []Blocker
	if !s.Closed() {
		out = append(out,
			Blocker{NotYetClosed, -1, -1, lang.Text{VI: "cuộc họp chưa chốt", EN: "the meeting is not closed"}})
	}
	t := s.Standings(Agreed)
	for _, tie := range t.OpenTies() {
		out = append(out,
			Blocker{SharedRank, tie.Units[0], -1,
				lang.Sayf("%s còn đồng hạng %d", "%s still share rank %d", s.unitList(tie.Units), tie.Rank)})
	}
	out = append(out, s.notScored()...)
	held := map[string]int{}
	for _, row := range t.All() {
		held[row.Award]++
		for _, id := range row.Beside {
			held[id]++
		}
	}
	for i, a := range s.book.Awards {
		if s.Proposable(i) > 0 && held[a.ID] == 0 && held[AwardUndecided]+held[AwardPending] == 0 && !s.forgone(i) {
			out = append(out,
				Blocker{NobodyHolds, -1, -1, lang.Sayf("không đơn vị nào được %s", "no unit gets the %s", a.Short)})
		}
	}
	return append(out, s.waiting()...)
}

// forgone reports whether it is in order that nobody holds an award: it asks for something, or a unit has given way.
func (s *State) forgone(award int) bool {
	a := &s.book.Awards[award]
	if a.Vote.Asked || a.Ballot.Nominees > 0 || a.Min.By != NoFloor || a.Class != "" {
		return true
	}
	return slices.ContainsFunc(s.units, func(u *Unit) bool { return u.declined(award) })
}
