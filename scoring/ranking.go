package scoring

import (
	"cmp"
	"slices"
)

// How units are ranked (rule 5).
//
//	total   level      rank  tie
//	1990    612,50     1     level   both have the highest total; the level departments' criteria decide
//	1990    610        2     level
//	1961    ·          3     open    equal below the top: they share the rank until an order decision
//	1961    ·          3     open
//	1940    ·          5     none
//
// Rows stand by total, best first. Rows with the same total are a group. From the top down to a row that the rulebook
// sets (the end of the first group; or of the first with a unit that can still get the first award; or the last row)
// the tie-break's set divides a group into classes; below it a group is one class. A class of several units shares its
// rank unless an order decision names exactly these units.
//
// Units without a sheet have no rank, and stand last.
//
// A change to one unit moves one row. Only the rows between its old and its new group, these included, can get another
// rank or tie, so only they are looked at again.

// Tie says how a unit came to its place among units with the same total.
type Tie uint8

// The ties.
const (
	TieNone  Tie = iota // no other unit has its total
	TieLevel            // the tie-break's criteria alone give it its place
	TieVote             // an order decision does
	TieOpen             // it shares its rank; only the meeting can decide
)

// String is the tie's name in files.
func (t Tie) String() string { return [...]string{"none", "level", "vote", "open"}[t] }

// row is one place of a ranking.
type row struct {
	unit   int32
	rank   int32 // 0: none
	tie    Tie
	award  int8  // index of Rulebook.Awards, or noAward, undecided or what it waits for
	beside marks // awards that are held beside others
}

// ranking is the units of a meeting from first to last at one stage. It is immutable.
type ranking struct {
	stage   Stage
	rows    []row
	pos     []int32 // by unit: its row
	awarded int     // rows from here on cannot have an award
	divided int     // the tie-break's set divides the groups above this row
}

// newRanking ranks all units from nothing.
func newRanking(s *State, st Stage) *ranking {
	r := &ranking{stage: st, rows: make([]row, len(s.units)), pos: make([]int32, len(s.units))}
	for i := range r.rows {
		r.rows[i] = row{unit: int32(i), award: noAward}
	}
	slices.SortFunc(r.rows, func(a, b row) int { return compareUnits(s.units[b.unit], s.units[a.unit], st) })
	r.divided = r.reach(s)
	r.place(s, 0, len(r.rows))
	r.award(s)
	return r
}

// compareUnits compares by what the rulebook ranks by: the total, or the part of the maximum that applies. Units
// without a sheet stand below all others, in no order.
func compareUnits(a, b *Unit, st Stage) int {
	if has, other := a.HasSheet(), b.HasSheet(); !has || !other {
		switch {
		case has:
			return 1
		case other:
			return -1
		}
		return 0
	}
	if a.book.Rank.By == ByShare {
		return compareFractions(int64(a.Total(st)), int64(a.scope.max), int64(b.Total(st)), int64(b.scope.max))
	}
	return cmp.Compare(a.Total(st), b.Total(st))
}

// compareLevel compares by the tie-break's criteria, measured as the ranking is.
func compareLevel(a, b *Unit, st Stage) int {
	if a.book.Rank.By == ByShare {
		return compareFractions(int64(a.Level(st)), int64(a.scope.level), int64(b.Level(st)), int64(b.scope.level))
	}
	return cmp.Compare(a.Level(st), b.Level(st))
}

// moved is the ranking after unit i changed from what it was, or after what was decided about its ties changed.
func (r *ranking) moved(s *State, i int, was *Unit) *ranking {
	next := &ranking{stage: r.stage, rows: slices.Clone(r.rows), pos: slices.Clone(r.pos), awarded: r.awarded}
	from := int(r.pos[i])
	oldLo, oldHi := next.group(s, from, was)

	moving := next.rows[from]
	rest := slices.Delete(next.rows, from, from+1)
	to, _ := slices.BinarySearchFunc(rest, s.units[i], func(x row, u *Unit) int {
		if compareUnits(s.units[x.unit], u, r.stage) >= 0 {
			return -1 // u goes below those that have as much; place puts a group in order
		}
		return 1
	})
	next.rows = slices.Insert(rest, to, moving)

	newLo, newHi := next.group(s, to, s.units[i])
	lo, hi := min(oldLo, newLo), max(oldHi, newHi)
	if next.divided = next.reach(s); next.divided != r.divided { // groups between are divided now, or no longer
		first, _ := next.groupAt(s, max(min(next.divided, r.divided)-1, 0))
		_, last := next.groupAt(s, min(max(next.divided, r.divided), len(next.rows)-1))
		lo, hi = min(lo, first), max(hi, last)
	}
	next.place(s, lo, hi)
	next.award(s)
	return next
}

// group is the range of rows around one that have the same total as u.
func (r *ranking) group(s *State, at int, u *Unit) (lo, hi int) {
	lo, hi = at, at+1
	for lo > 0 && compareUnits(s.units[r.rows[lo-1].unit], u, r.stage) == 0 {
		lo--
	}
	for hi < len(r.rows) && compareUnits(s.units[r.rows[hi].unit], u, r.stage) == 0 {
		hi++
	}
	return lo, hi
}

// groupAt is the group of a row.
func (r *ranking) groupAt(s *State, at int) (lo, hi int) {
	return r.group(s, at, s.units[r.rows[at].unit])
}

// class is the range of rows that are level with one in every way the rulebook knows, before any order decision.
func (r *ranking) class(s *State, at int) (lo, hi int) {
	u := s.units[r.rows[at].unit]
	lo, hi = r.group(s, at, u)
	if lo >= r.divided {
		return lo, hi
	}
	same := func(x row) bool { return compareLevel(s.units[x.unit], u, r.stage) == 0 }
	first, last := at, at+1
	for first > lo && same(r.rows[first-1]) {
		first--
	}
	for last < hi && same(r.rows[last]) {
		last++
	}
	return first, last
}

// reach is the row down to which the tie-break's set divides groups.
func (r *ranking) reach(s *State) int {
	rule := s.book.TieBreak
	if len(rule.Assessors)+len(rule.Codes) == 0 || len(r.rows) == 0 {
		return 0
	}
	at := 0
	switch rule.At {
	case AtEvery:
		return len(r.rows)
	case AtAward:
		at = slices.IndexFunc(r.rows, func(x row) bool { return s.first(int(x.unit), r.stage) })
	}
	if at < 0 { // nobody can get the first award
		return len(r.rows)
	}
	_, end := r.groupAt(s, at)
	return end
}

// place gives the rows of whole groups their order, ranks and ties.
func (r *ranking) place(s *State, lo, hi int) {
	for lo < hi {
		end := lo + 1
		for end < hi && compareUnits(s.units[r.rows[end].unit], s.units[r.rows[lo].unit], r.stage) == 0 {
			end++
		}
		r.placeGroup(s, lo, end)
		lo = end
	}
}

func (r *ranking) placeGroup(s *State, lo, hi int) {
	group := r.rows[lo:hi]
	divided := lo < r.divided
	slices.SortFunc(group, func(a, b row) int {
		if divided {
			if c := compareLevel(s.units[b.unit], s.units[a.unit], r.stage); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.unit, b.unit)
	})
	for i := 0; i < len(group); {
		end := i + 1
		for end < len(group) &&
			(!divided || compareLevel(s.units[group[end].unit], s.units[group[i].unit], r.stage) == 0) {
			end++
		}
		r.placeClass(s, group[i:end], lo+i, len(group) > 1)
		i = end
	}
	for i, x := range group {
		r.pos[x.unit] = int32(lo + i)
	}
}

// placeClass ranks units that are level: apart if an order decision names exactly them, else together.
func (r *ranking) placeClass(s *State, class []row, above int, tied bool) {
	tie, order := TieNone, []int32(nil)
	switch {
	case len(class) > 1:
		tie = TieOpen
		if order = r.order(s, class); order != nil {
			tie = TieVote
		}
	case tied:
		tie = TieLevel
	}
	if !s.units[class[0].unit].HasSheet() {
		for i := range class {
			class[i].rank, class[i].tie, class[i].award, class[i].beside = 0, TieNone, noAward, marks{}
		}
		return
	}
	for i := range class {
		if order != nil {
			class[i].unit = order[i]
		}
		rank := above + 1
		if tie == TieVote {
			rank += i
		}
		class[i].rank, class[i].tie, class[i].award, class[i].beside = int32(rank), tie, noAward, marks{}
	}
}

// order is the decision about a class of units, in the rulebook's order here; nil if there is none that counts.
func (r *ranking) order(s *State, class []row) []int32 {
	if r.stage == Self || len(s.orders) == 0 {
		return nil
	}
	set := make([]int32, len(class))
	for i, x := range class {
		set[i] = x.unit
	}
	if c := s.order(set); c != nil {
		return c.value
	}
	return nil
}
