package scoring

import "thidua/scoring/lang"

// Rulebook is everything a letter such as Công văn 5350 fixes: criteria, limits, awards, tie-break, vote, election,
// calendar and clusters. The code of this package knows kinds of rule; every number and name comes from here. A
// rulebook is filled in by a reader, then Compile checks it and makes it ready; after that nothing changes it, so that
// any number of goroutines may read it.
type Rulebook struct {
	ID      string
	Title   lang.Text
	Source  lang.Text // the document it states, as one cites it
	Example bool      // an example, no letter of any authority; shown wherever the rulebook is named
	Years   YearKind
	Edition int // of the rules of a meeting, see SecondEdition; 0 where the rulebook says nothing: the first

	Total       Points // what the fields must add up to
	TotalClause string
	LevelClause string // what 0 % and 100 % mean
	Entry       Entry  // how scores are given where a criterion does not say: EntryPercent or EntryPoints

	Bonus   Limit
	Penalty Limit

	Rank     RankRule
	TieBreak TieBreak

	SanctionClause string
	Bars           []Bar
	Classes        []Class // best first
	Awards         []Award // best first

	Vote     VoteRule
	VoteOn   []VoteOn // what differs from Vote by what is decided
	Election ElectionRule
	Closing  ClosingRule
	Words    Words
	Offices  []OfficeTitle // what the offices are called; none: by the words of this program

	Deadlines []Deadline
	Paper     PaperRule
	Clauses   []Clause
	Clusters  []Cluster
	Aliases   []Alias

	Criteria []Criterion // every field, sub-field and scored criterion, each before what lies below it

	byCode    map[string]int
	leaves    []int // the scored criteria, as indexes of Criteria
	clauses   map[string]int
	clusterBy map[string]int
	classes   map[string]int // by id
}

// SecondEdition is the edition from which on counts must be complete, votes and elections need a quorum, and undo keeps
// what rests on a roll. A rulebook asks for it by edition = 2; a meeting made under an earlier one goes on as it began.
const SecondEdition = 2

// second reports whether the rules of the second edition hold.
func (b *Rulebook) second() bool { return b.Edition >= SecondEdition }

// YearKind is how a rulebook counts its years.
type YearKind uint8

// The kinds of year.
const (
	SchoolYear   YearKind = iota // written 2019-2020
	CalendarYear                 // written 2021
)

// Limit bounds the bonuses, or the penalties, of one unit (rule 3).
type Limit struct {
	Share       Percent // of the maximum of every criterion and field at or above the target
	Clause      string
	Total       Points // of all of them together; only where HasTotal
	HasTotal    bool
	TotalClause string
}

// RankRule says by what the units are ranked.
type RankRule struct {
	By     RankBy
	Clause string
}

// RankBy is a measure of units.
type RankBy uint8

// The measures.
const (
	ByTotal RankBy = iota // the points themselves
	ByShare               // the points as a part of the maximum that applies to the unit
)

// TieBreak is the set of criteria that decides between units with equal totals (rule 5). The same set gives
// level_total.
type TieBreak struct {
	At        TieBreakAt
	Name      lang.Text // what the set is called, as in «điểm các vụ bậc học»
	Assessors []string  // the criteria of these assessors, or:
	Codes     []string  // these criteria and fields, fields whole
	Clause    string
}

// TieBreakAt says which groups of equal totals the tie-break divides.
type TieBreakAt uint8

// Where the tie-break decides.
const (
	AtTop   TieBreakAt = iota // in the first group
	AtEvery                   // in every group
	AtAward                   // from the top down to the first group with a unit that can still get the first award
)

// Bar is a condition under which a unit is put up for no award.
type Bar struct {
	ID     string
	Grade  int   // counts the criteria at this grade: 1 is 0 %, not scored included
	Share  Ratio // this part of the criteria that apply to the unit, or more
	Name   lang.Text
	Clause string
}

// Threshold is the part of a base that a vote needs.
type Threshold struct {
	Ratio Ratio
	More  bool // more than the ratio; otherwise the ratio is enough
}

// met reports whether n of base reach the threshold. Nothing of nothing does not.
func (t Threshold) met(n, base int) bool {
	if base <= 0 {
		return false
	}
	c := t.Ratio.part(int64(n), int64(base))
	return c > 0 || c == 0 && !t.More
}

// needed is the smallest count that meets the threshold of the base.
func (t Threshold) needed(base int) int {
	for n := range base + 1 {
		if t.met(n, base) {
			return n
		}
	}
	return base + 1
}

// VoteBase is what a vote's threshold is a part of.
type VoteBase uint8

// The bases.
const (
	OfPresent VoteBase = iota // the units present
	OfMembers                 // all units of the cluster
	OfCast                    // the votes cast, abstentions included
	OfValid                   // the votes for and against
)

// ClosingRule says what a meeting needs before it can be closed, beside every unit accepted and every award decided
// (rule 9).
type ClosingRule struct {
	Quorum Threshold // of the members, who must be present
	Clause string
}

// ElectionRule says how officers are elected (rule 8).
type ElectionRule struct {
	Offices   []Office // in this order; who is elected to one is no candidate for the next
	Base      VoteBase
	Threshold Threshold
	Quorum    Threshold // of the members, who must be present; zero where the rulebook asks for none
	Runoff    int       // a further round among so many with the most votes, and all level with the last of them
	Rotation  bool      // level in a round of two: the one that held the office longest ago, or never
	Lots      bool      // if that too is level, the chair draws lots
	Sitting   Sitting
	Clause    string
}

// Sitting says whether those who hold an office may stand again.
type Sitting uint8

// What happens to sitting officers who stand.
const (
	SittingWarn Sitting = iota
	SittingAllow
	SittingRefuse
)

// Clause is one clause of the letter, as it is cited.
type Clause struct {
	ID   string
	Text lang.Text
}

// Cluster is a group of units that meet and are ranked together.
type Cluster struct {
	ID       string
	Name     lang.Text
	Region   lang.Text
	Units    []string // in the letter's order
	Officers []Officers
}

// Sitting are the officers of the latest year that the rulebook names; ok is false where it names none.
func (c *Cluster) Sitting() (o Officers, ok bool) {
	for _, x := range c.Officers {
		if !ok || x.Year > o.Year {
			o, ok = x, true
		}
	}
	return o, ok
}

// Alias is another way to write a unit's name.
type Alias struct {
	Unit  string
	Names []string
}

// Index finds a criterion or field by its code, an index of Criteria.
func (b *Rulebook) Index(code string) (int, bool) {
	i, ok := b.byCode[code]
	return i, ok
}

// Leaves are the scored criteria in the letter's order, as indexes of Criteria.
func (b *Rulebook) Leaves() []int { return b.leaves }

// Clause finds a clause by its id; an unknown one has the id as its text.
func (b *Rulebook) Clause(id string) Clause {
	if i, ok := b.clauses[id]; ok {
		return b.Clauses[i]
	}
	return Clause{ID: id, Text: lang.Both(id)}
}

// Cluster finds a cluster by its id.
func (b *Rulebook) Cluster(id string) (*Cluster, bool) {
	i, ok := b.clusterBy[id]
	if !ok {
		return nil, false
	}
	return &b.Clusters[i], true
}

// Award finds an award by its id.
func (b *Rulebook) Award(id string) (Award, bool) {
	for _, a := range b.Awards {
		if a.ID == id {
			return a, true
		}
	}
	return Award{}, false
}

// Deadline finds a deadline by its id.
func (b *Rulebook) Deadline(id string) (Deadline, bool) {
	for _, d := range b.Deadlines {
		if d.ID == id {
			return d, true
		}
	}
	return Deadline{}, false
}
