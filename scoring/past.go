package scoring

import (
	"cmp"
	"slices"
)

// Past is a meeting of an earlier year, as far as a later one holds itself against it.
type Past struct {
	Year  string
	Stage Stage      // whose numbers these are: appraised where anything was, else agreed
	Units []PastUnit // those with a rank, best first

	Rulebook string // the id of its rulebook; empty in records that did not keep it
	Open     bool   // it was not closed when it was read: its numbers may still have changed
}

// PastUnit is what a unit had in an earlier year.
type PastUnit struct {
	Unit   string
	Rank   int
	Total  Points
	Max    Points // what applied to it
	Award  string // the award's id: decided above, or else proposed; AwardNone
	Fields []PastField
}

// PastField is what a unit had in a field that year. Its title tells whether a field of the same code is the same.
type PastField struct {
	Code, Title string
	Points, Max Points
}

// Pasts are the meetings of earlier years that were named when this one was made, oldest first.
func (s *State) Pasts() []Past { return s.pasts }

// byYear puts meetings of earlier years in order.
func byYear(all []Past) []Past {
	return slices.SortedFunc(slices.Values(all), func(a, b Past) int { return cmp.Compare(a.Year, b.Year) })
}

// Of is what a unit had; ok is false where it had no rank then, or was no member.
func (p Past) Of(unit string) (u PastUnit, ok bool) {
	name := FoldName(unit)
	i := slices.IndexFunc(p.Units, func(u PastUnit) bool { return u.Unit == unit || FoldName(u.Unit) == name })
	if i < 0 {
		return PastUnit{}, false
	}
	return p.Units[i], true
}

// Field is what the unit had in a field of the rulebook; ok is false where that year had none like it.
func (u PastUnit) Field(n *Criterion) (f PastField, ok bool) {
	i := slices.IndexFunc(u.Fields, func(f PastField) bool {
		return f.Code == n.Code && (f.Title == n.Title || FoldName(f.Title) == FoldName(n.Title))
	})
	if i < 0 {
		return PastField{}, false
	}
	return u.Fields[i], true
}

// Ended is the meeting as a later year holds itself against it.
func (s *State) Ended() Past {
	p := Past{Year: s.year, Stage: Agreed, Rulebook: s.book.ID, Open: !s.Closed()}
	if s.Appraised() {
		p.Stage = Appraised
	}
	t := s.Standings(p.Stage)
	for i := range t.Ranked() {
		x := t.At(i)
		unit := s.units[x.Unit]
		u := PastUnit{Unit: unit.name, Rank: x.Rank, Total: x.Total, Max: x.Maximum, Award: x.Award}
		if a, _, ok := unit.Awarded(); ok {
			u.Award = a.Award
		}
		for node, n := range s.book.Criteria {
			if n.Parent < 0 && unit.Applies(node) {
				u.Fields = append(u.Fields, PastField{n.Code, n.Title, unit.Points(p.Stage, node), unit.Max(node)})
			}
		}
		p.Units = append(p.Units, u)
	}
	return p
}
