package view

import (
	"cmp"
	"slices"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// FarOff is how far from the median, in hundredths of a percent, a unit must be to be marked: a fifth of the scale.
const FarOff scoring.Percent = 20_00

// Comparison is one criterion or field of all units, side by side.
type Comparison struct {
	Node   int
	Units  []Compared      // in the rulebook's order
	Median scoring.Percent // of what was agreed
	state  *scoring.State
}

// Compared is one unit at the criterion: what it scored itself, what was agreed, how much of the maximum that is.
type Compared struct {
	Unit            int
	Applies         bool
	Self, Agreed    scoring.Percent // for a field, or what is no percent: the part of its maximum
	SelfMark, Mark  scoring.Mark    // of a criterion: as it was given
	Scored, Settled bool            // whether the unit, and whether anybody, gave a percent
	Points          scoring.Points
	Far             bool // far from the others
}

// Across compares all units at a criterion or field.
func Across(s *scoring.State, node int) Comparison {
	out := Comparison{Node: node, state: s}
	var agreed []scoring.Percent
	for i, u := range s.Units() {
		r := compared(s.Rulebook(), u, node)
		r.Unit = i
		if r.Applies {
			agreed = append(agreed, r.Agreed)
		}
		out.Units = append(out.Units, r)
	}
	out.Median = median(agreed)
	for i := range out.Units {
		r := &out.Units[i]
		r.Far = r.Applies && len(agreed) > 2 && max(r.Agreed-out.Median, out.Median-r.Agreed) >= FarOff
	}
	return out
}

// compared takes one unit's figures at a node.
func compared(b *scoring.Rulebook, u *scoring.Unit, node int) Compared {
	r := Compared{Applies: u.Applies(node), Points: u.Points(scoring.Agreed, node)}
	if b.Criteria[node].Scored {
		r.Self, r.Scored = u.Percent(scoring.Self, node)
		r.Agreed, r.Settled = u.Percent(scoring.Agreed, node)
		r.SelfMark, _ = u.Mark(scoring.Self, node)
		r.Mark, _ = u.Mark(scoring.Agreed, node)
		return r
	}
	r.Self, r.Agreed = u.Points(scoring.Self, node).Part(u.Max(node)), r.Points.Part(u.Max(node))
	r.Scored, r.Settled = true, true
	return r
}

// median is the middle of some percents; of two in the middle, the mean.
func median(all []scoring.Percent) scoring.Percent {
	if len(all) == 0 {
		return 0
	}
	slices.SortFunc(all, func(a, b scoring.Percent) int { return cmp.Compare(a, b) })
	if n := len(all); n%2 == 0 {
		return (all[n/2-1] + all[n/2]) / 2
	}
	return all[len(all)/2]
}

// Table is a row for each unit.
func (v Comparison) Table(l lang.Lang) table.Table {
	n := &v.state.Rulebook().Criteria[v.Node]
	row := func(i int) Compared { return v.Units[i] }
	return table.Make(l, lang.Sayf("%s %s", "%s %s", n.Code, n.Title), len(v.Units), row, []table.Of[Compared]{
		v.unit(), v.self(l), v.agreed(l), v.points(l), v.evidence(), v.far(l),
	})
}

func (v Comparison) unit() table.Of[Compared] {
	return table.Of[Compared]{
		Column: table.Column{ID: "unit", Head: unitHead(), Weight: table.Always, For: table.All},
		Cell: func(r Compared) table.Cell {
			name := v.state.Units()[r.Unit].Name()
			return table.Cell{Text: name, Class: table.Name, Value: name}
		},
	}
}

func (v Comparison) self(l lang.Lang) table.Of[Compared] {
	return compareColumn("self", selfHead(), 70, func(r Compared) table.Cell {
		return r.given(l, v.criterion(), r.Self, r.SelfMark, table.Detail)
	})
}

func (v Comparison) agreed(l lang.Lang) table.Of[Compared] {
	return compareColumn("agreed", agreedHead(v.state.Rulebook()), table.Always, func(r Compared) table.Cell {
		if !r.Applies {
			return off(v.state.Units()[r.Unit], l)
		}
		class := table.Plain
		if r.Agreed != r.Self || r.Mark != r.SelfMark {
			class = table.Changed
		}
		return r.given(l, v.criterion(), r.Agreed, r.Mark, class)
	})
}

func (v Comparison) points(l lang.Lang) table.Of[Compared] {
	decimals := v.decimals()
	return compareColumn("points", pointsHead(), table.Always, func(r Compared) table.Cell {
		if !r.Applies {
			return table.Cell{}
		}
		return table.Cell{Text: r.Points.Fixed(l, decimals), Class: table.Measure, Value: r.Points}
	})
}

func (v Comparison) evidence() table.Of[Compared] {
	c := compareColumn("evidence", evidenceHead(), 30, func(r Compared) table.Cell {
		return evidence(v.state.Rulebook(), v.state.Units()[r.Unit], v.Node)
	})
	c.Short = evidenceShort()
	return c
}

// far says which units are far from the others.
func (v Comparison) far(l lang.Lang) table.Of[Compared] {
	return table.Of[Compared]{
		Column: table.Column{ID: "far", Weight: 80, For: table.All},
		Cell: func(r Compared) table.Cell {
			if !r.Far {
				return table.Cell{}
			}
			return table.Cell{Text: FarWord().In(l), Class: table.Warning, Value: true}
		},
	}
}

// FarWord says that a unit is far from the others.
func FarWord() lang.Text { return lang.Text{VI: "lệch xa", EN: "far off"} }

func compareColumn(id string, head lang.Text, weight int, cell func(Compared) table.Cell) table.Of[Compared] {
	return table.Of[Compared]{
		Column: table.Column{ID: id, Head: head, Align: table.Right, Weight: weight, For: table.All}, Cell: cell}
}

// decimals is how many it takes to tell apart what the units have.
func (v Comparison) decimals() int {
	var points []scoring.Points
	for _, r := range v.Units {
		points = append(points, r.Points)
	}
	return scoring.Decimals(points...)
}

func (v Comparison) criterion() *scoring.Criterion { return &v.state.Rulebook().Criteria[v.Node] }

// given is what a criterion is given, or the part that a field has of its maximum.
func (r Compared) given(
	l lang.Lang, n *scoring.Criterion, p scoring.Percent, m scoring.Mark, class table.Class,
) table.Cell {
	if !r.Applies {
		return table.Cell{}
	}
	if n.Scored {
		return table.Cell{Text: Given(l, n, m), Class: class, Value: givenValue(n, m)}
	}
	return table.Cell{Text: Percent(l, p, true), Class: class, Value: p}
}
