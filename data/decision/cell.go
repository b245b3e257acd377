package decision

import "thidua/scoring"

// Cell is the one thing that a decision changes. Two decisions with the same cell replace each other; the zero Cell is
// that of decisions which replace nothing.
type Cell struct {
	Kind scoring.Kind
	Unit string // by name; empty where the cell is the whole meeting's
	At   string // the code of a criterion or field; empty where the cell is all of the unit's

	No        int  // which of several that stand there
	Appraised bool // of those that count at the appraised stage only
}

// CellOf is what an act changes.
func CellOf(a scoring.Act) Cell {
	if k, ok := kinds()[a.Kind()]; ok {
		return k.cell(a)
	}
	return Cell{}
}

// none is the cell of a kind that replaces nothing.
func none[A scoring.Act](A) Cell { return Cell{} }
