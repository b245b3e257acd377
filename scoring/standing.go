package scoring

import "slices"

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
	Barred   *Bar     // the condition that keeps it from awards, nil if none
	Award    string   // an award's id, AwardNone, AwardUndecided or AwardPending; of the final stage: what was decided
	Beside   []string // the ids of further awards that it holds
	Waits    []string // the ids of the awards whose vote or ballot it waits for
	Proposed string   // with the final stage: what the cluster proposed
	Class    string   // the id of its class; empty where it reaches none, or there are none
}

// Table is all standings at one stage, in order of rank and then of the rulebook. It is worked out once; reading it
// costs nothing more.
type Table struct {
	state *State
	r     *ranking
	stage Stage // that of r, or the final one
}

// Standings are the standings at a stage.
func (s *State) Standings(st Stage) Table {
	switch st {
	case Self:
		return Table{s, s.self, st}
	case Agreed:
		return Table{s, s.agreed, st}
	}
	return Table{s, newRanking(s, st.Scores()), st}
}

// Stage is the stage of the table.
func (t Table) Stage() Stage { return t.stage }

// Len is how many units there are.
func (t Table) Len() int { return len(t.r.rows) }

// At is the i-th standing from the top.
func (t Table) At(i int) Standing {
	row := t.r.rows[i]
	u, st := t.state.units[row.unit], t.r.stage
	x := Standing{
		Rank: int(row.rank), Unit: int(row.unit),
		Criteria: u.Criteria(st), Bonus: u.Bonus(st), Penalty: u.Penalty(st), Total: u.Total(st), Level: u.Level(st),
		Maximum: u.Maximum(), Tie: row.tie, Sanction: u.Sanction(st), Barred: u.Barred(st),
	}
	x.Award, x.Beside, x.Waits = t.state.book.awards(row)
	if c, ok := u.Class(st); ok {
		x.Class = c.ID
	}
	if t.stage == Final {
		proposed := t.state.agreed.rows[t.state.agreed.pos[row.unit]]
		x.Proposed, _, _ = t.state.book.awards(proposed)
		x.Award, x.Beside, x.Waits = AwardNone, nil, nil
		if a, _, ok := u.Awarded(); ok {
			x.Award = a.Award
		}
	}
	return x
}

// awards are what a row has: its award, which is the best of those that it holds, the others, and what it waits for.
func (b *Rulebook) awards(x row) (award string, beside, waits []string) {
	award = b.awardID(x.award)
	if i := awaits(x.award); i >= 0 {
		waits = append(waits, b.Awards[i].ID)
	}
	if x.beside == (marks{}) {
		return award, nil, waits
	}
	for i := range b.Awards {
		switch id := b.Awards[i].ID; {
		case x.beside.waits.has(i):
			waits = append(waits, id)
			if award == AwardNone {
				award = AwardPending
			}
		case x.beside.open.has(i) && award == AwardNone:
			award = AwardUndecided
		case x.beside.held.has(i):
			beside = append(beside, id)
		}
	}
	slices.SortFunc(waits, func(x, y string) int { return b.at(x) - b.at(y) })
	if len(beside) > 0 && (award == AwardNone || x.award >= 0 && b.at(beside[0]) < int(x.award)) {
		if award != AwardNone { // the better one first
			beside = append(beside, award)
		}
		award, beside = beside[0], beside[1:]
	}
	return award, beside, waits
}

// at is the place of an award among all, by its id.
func (b *Rulebook) at(id string) int {
	return slices.IndexFunc(b.Awards, func(a Award) bool { return a.ID == id })
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
