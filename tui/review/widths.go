package review

import (
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// columns is how many cells the numbers of a unit's criteria take.
type columns struct{ max, self, agreed, points int }

// columnsOf is what they depend on in a state.
type columnsOf struct {
	lang lang.Lang
	unit int
}

// numbers is how wide the numbers of units are, in one language. A decision changes one unit, and few of its numbers:
// the others are not measured again.
type numbers struct {
	lang lang.Lang
	by   map[int]unitNumbers // by unit
	last []number            // by criterion: those of the unit that was measured last
}

// unitNumbers is how wide the numbers of a unit were, and when.
type unitNumbers struct {
	of *scoring.Unit
	columns
}

// number is what the numbers of a criterion are written from, and how wide they are.
type number struct {
	numberOf
	wide columns
}

// numberOf is all that the texts of a criterion depend on from one state to the next, and from unit to unit.
type numberOf struct {
	sheet, applies bool
	max, points    scoring.Points
	self, agreed   scoring.Mark
}

// Widths of the tree's number columns: where there is room, and the least that they take elsewhere. A percent that is
// typed stands between brackets; the name of a level may be longer than any column.
const (
	maxWidth    = 6
	selfWidth   = 6
	agreedWidth = 8
	pointsWidth = 9
	markWidth   = 1

	leastSelf   = 5
	leastAgreed = 7
	leastPoints = 7
	mostWidth   = 14
)

// columns measures the numbers of a unit, whose criteria are a table.
func (k *numbers) columns(env screen.Env, unit int, t table.Table) columns {
	if k.by == nil || k.lang != env.Lang {
		*k = numbers{lang: env.Lang, by: map[int]unitNumbers{}}
	}
	u := env.Snap.Units()[unit]
	if known := k.by[unit]; known.of == u {
		return known.columns
	}
	c := screen.Share(env, columnsOf{env.Lang, unit}, func() columns { return k.measure(u, t) })
	k.by[unit] = unitNumbers{u, c}
	return c
}

// measure is how many cells the columns take: of what is as it was last, what was measured then.
func (k *numbers) measure(u *scoring.Unit, t table.Table) columns {
	if len(k.last) != t.Len {
		k.last = make([]number, t.Len)
		for i := range k.last {
			k.last[i].wide = columns{max: -1}
		}
	}
	c := columns{}
	for i := range k.last {
		n, of := &k.last[i], numbersAt(u, i)
		if n.numberOf != of || n.wide.max < 0 {
			wide := func(id string) int { return kit.Width(t.At(i, id).Text) }
			*n = number{of, columns{wide("max"), wide("self"), wide("agreed"), wide("points")}}
		}
		c = columns{max(c.max, n.wide.max), max(c.self, n.wide.self), max(c.agreed, n.wide.agreed),
			max(c.points, n.wide.points)}
	}
	within := func(n, least int) int { return min(max(n+1, least), mostWidth) }
	return columns{within(c.max, 0), within(c.self, leastSelf), within(c.agreed, leastAgreed),
		within(c.points, leastPoints)}
}

func numbersAt(u *scoring.Unit, at int) numberOf {
	n := numberOf{sheet: u.HasSheet(), applies: u.Applies(at)}
	if n.applies {
		n.max, n.points = u.Max(at), u.Points(scoring.Agreed, at)
		n.self, _ = u.Mark(scoring.Self, at)
		n.agreed, _ = u.Mark(scoring.Agreed, at)
	}
	return n
}
