package scoring

// Standing is one unit's place at one stage, with what it rests on.
type Standing struct {
	Rank     int // from 1; shared where Tie is TieOpen; 0 of a unit without a sheet, which has none
	Unit     int // index of State.Units
	Criteria Points
	Bonus    Points
	Penalty  Points // positive
	Total    Points // criteria + bonus - penalty
	Level    Points // the criteria of the tie-break's set
	Maximum  Points // what applies to the unit
	Tie      Tie
	Sanction Sanction
	Barred   *Bar   // the condition that keeps it from awards, nil if none
	Award    string // an award's id, AwardNone or AwardUndecided
}

// Table is all standings at one stage, in order of rank and then of the rulebook. It is worked out once; reading it
// costs nothing more.
type Table struct {
	state *State
	r     *ranking
}

// Standings are the standings at a stage.
func (s *State) Standings(st Stage) Table {
	switch st {
	case Self:
		return Table{s, s.self}
	case Agreed:
		return Table{s, s.agreed}
	}
	return Table{s, newRanking(s, st)}
}

// Stage is the stage of the table.
func (t Table) Stage() Stage { return t.r.stage }

// Len is how many units there are.
func (t Table) Len() int { return len(t.r.rows) }

// At is the i-th standing from the top.
func (t Table) At(i int) Standing {
	row := t.r.rows[i]
	u, st := t.state.units[row.unit], t.r.stage
	return Standing{
		Rank: int(row.rank), Unit: int(row.unit),
		Criteria: u.Criteria(st), Bonus: u.Bonus(st), Penalty: u.Penalty(st), Total: u.Total(st), Level: u.Level(st),
		Maximum: u.Maximum(), Tie: row.tie, Sanction: u.Sanction(st), Barred: u.Barred(st),
		Award: t.state.book.awardID(row.award),
	}
}

// Place is where a unit stands in the table: At(Place(unit)) is about that unit.
func (t Table) Place(unit int) int { return int(t.r.pos[unit]) }

// Ranked is how many units have a rank: places from there on are of units without a sheet.
func (t Table) Ranked() int {
	n := t.Len()
	for n > 0 && t.r.rows[n-1].rank == 0 {
		n--
	}
	return n
}

// All lists the standings from the top.
func (t Table) All() []Standing {
	out := make([]Standing, t.Len())
	for i := range out {
		out[i] = t.At(i)
	}
	return out
}

// Sharing is the range of places that share the rank of place i: [i, i+1) where it is shared with none.
func (t Table) Sharing(i int) (lo, hi int) {
	lo, hi = i, i+1
	if t.r.rows[i].rank == 0 {
		return lo, hi
	}
	for lo > 0 && t.r.rows[lo-1].rank == t.r.rows[i].rank {
		lo--
	}
	for hi < len(t.r.rows) && t.r.rows[hi].rank == t.r.rows[i].rank {
		hi++
	}
	return lo, hi
}

// Undecided are the groups of units, in order of rank, that share a rank on which an award hangs: only the meeting can
// settle them, by an order decision.
func (t Table) Undecided() (groups [][]int) {
	for _, tie := range t.openTies(t.r.awarded) {
		if tie.Hangs {
			groups = append(groups, tie.Units)
		}
	}
	return groups
}

// OpenTie is units that share a rank until the meeting puts them in order.
type OpenTie struct {
	Rank  int
	Units []int
	Hangs bool // an award hangs on it
}

// OpenTies are all groups that share a rank, in order of rank.
func (t Table) OpenTies() []OpenTie { return t.openTies(t.Len()) }

// openTies are those that begin above place n.
func (t Table) openTies(n int) (out []OpenTie) {
	for i := 0; i < n; {
		_, hi := t.Sharing(i)
		if t.r.rows[i].tie == TieOpen {
			tie := OpenTie{Rank: int(t.r.rows[i].rank)}
			for _, row := range t.r.rows[i:hi] {
				tie.Units = append(tie.Units, int(row.unit))
				tie.Hangs = tie.Hangs || row.award == undecided
			}
			out = append(out, tie)
		}
		i = hi
	}
	return out
}
