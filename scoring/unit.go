package scoring

import "time"

// notScored stands for a percent that nobody gave. It counts 0 and is not 0.
const notScored Percent = -1

// Unit is one unit of a meeting as it stands: immutable, so that a snapshot can be read by any number of screens while
// the next one is made.
type Unit struct {
	book  *Rulebook
	name  string
	sheet *Sheet

	without string    // why it handed in no sheet when the meeting was made; empty where it did
	brought *Decision // that brought its sheet in later, nil while none counts

	self      []Percent         // by scored criterion; notScored where the sheet has none
	off       []bool            // by scored criterion: it does not apply; nil where all apply
	scores    []*cell[Score]    // by scored criterion
	appraised []*cell[Appraise] // by scored criterion; nil until there is one
	bonuses   []grant           // by target, ascending
	penalties []grant           // by target, ascending
	notes     []noted           // by target, ascending
	rejects   []rejected        // by target, ascending
	left      []*cell[Leave]    // by scored criterion; nil until there is one
	sanction  *cell[Sanctioned]
	gives     []given // awards in which it gave way
	decided   *cell[Decide]
	accepts   *cell[accepted]
	confirms  *cell[accepted]
	roll      *cell[Attend]
	changes   *cell[struct{}] // the decisions that change scores, bonuses or penalties
	changed   int             // how many of them count

	scope          scope
	sums           [stages]sum
	bonus, penalty Points
	present        bool
	people         []Person
}

// scope is what applies to a unit: the parts of its maximum.
type scope struct {
	max, level Points // of all its criteria; of those in the tie-break's set
	criteria   int
}

// sum is what a unit's criteria give at one stage.
type sum struct {
	criteria, level Points
	zero            int // criteria at level 1: 0 % or not scored
}

// grant is the bonuses, or penalties, that stand or stood at one target.
type grant struct {
	target int // index of Rulebook.Criteria
	cell   *cell[amount]
}

// amount is what a bonus or penalty decision puts at its target.
type amount struct {
	points Points
	reason string
}

// newUnit reads a sheet against the rulebook.
func newUnit(b *Rulebook, sheet *Sheet) *Unit {
	u := &Unit{book: b, name: sheet.Unit, sheet: sheet}
	u.self = make([]Percent, len(b.leaves))
	u.scores = make([]*cell[Score], len(b.leaves))
	for leaf, at := range b.leaves {
		u.self[leaf] = notScored
		if p, ok := sheet.Percent[b.Criteria[at].Code]; ok {
			u.self[leaf] = p
		}
	}
	for _, code := range sheet.NotApplicable {
		if at, ok := b.Index(code); ok {
			if u.off == nil {
				u.off = make([]bool, len(b.leaves))
			}
			for leaf := b.Criteria[at].First; leaf < b.Criteria[at].Last; leaf++ {
				u.off[leaf] = true
			}
		}
	}
	for leaf := range b.leaves {
		if !u.applies(leaf) {
			continue
		}
		n := u.criterion(leaf)
		u.scope.criteria++
		u.scope.max += n.Max
		if n.Level {
			u.scope.level += n.Max
		}
		u.count(leaf, +1)
	}
	return u
}

func (u *Unit) criterion(leaf int) *Criterion { return &u.book.Criteria[u.book.leaves[leaf]] }

// applies reports whether a scored criterion counts for the unit at all; without a sheet none does.
func (u *Unit) applies(leaf int) bool { return u.HasSheet() && (u.off == nil || !u.off[leaf]) }

// percent is the percent of a scored criterion at a stage, notScored if nobody gave one (rule 2).
func (u *Unit) percent(st Stage, leaf int) Percent {
	if st == Appraised && u.appraised != nil {
		if c := u.appraised[leaf].top(); c != nil {
			return c.value.Percent
		}
	}
	if st != Self {
		if c := u.scores[leaf].top(); c != nil {
			return c.value.Percent
		}
	}
	return u.self[leaf]
}

// count adds a criterion's points to the sums, or takes them out: sign is +1 or -1.
func (u *Unit) count(leaf int, sign int) {
	n := u.criterion(leaf)
	for st := range stages {
		p := max(u.percent(st, leaf), 0)
		w := n.worth(p) * Points(sign)
		u.sums[st].criteria += w
		if n.Level {
			u.sums[st].level += w
		}
		if n.gives(p) == 0 {
			u.sums[st].zero += sign
		}
	}
}

// clone copies the unit for a change: slices that may be written to are copied by who writes.
func (u *Unit) clone() *Unit { c := *u; return &c }

// change notes that a decision that changes the unit's scores, bonuses or penalties counts now, or no longer.
func (u *Unit) change(d *Decision, counts bool) {
	if counts {
		u.changes = u.changes.put(d, struct{}{})
		u.changed++
	} else {
		u.changes = u.changes.mark(d.Seq, false)
		u.changed--
	}
}

// Name is the unit's full name.
func (u *Unit) Name() string { return u.name }

// Sheet is what the unit handed in.
func (u *Unit) Sheet() *Sheet { return u.sheet }

// Submitted is the day the unit handed in its sheet, zero if it does not say.
func (u *Unit) Submitted() time.Time { return u.sheet.Submitted }

// Applies reports whether a criterion, or anything below a field, counts for the unit.
func (u *Unit) Applies(at int) bool {
	n := &u.book.Criteria[at]
	for leaf := n.First; leaf < n.Last; leaf++ {
		if u.applies(leaf) {
			return true
		}
	}
	return false
}

// Percent is the percent of a scored criterion (an index of Rulebook.Criteria) at a stage. ok is false where nobody
// scored it, where it does not apply, and for fields.
func (u *Unit) Percent(st Stage, at int) (p Percent, ok bool) {
	n := &u.book.Criteria[at]
	if !n.Scored || !u.applies(n.First) {
		return 0, false
	}
	p = u.percent(st, n.First)
	return max(p, 0), p != notScored
}

// Points are what the criteria at or below a node give at a stage, without bonuses and penalties.
func (u *Unit) Points(st Stage, at int) Points {
	var p Points
	n := &u.book.Criteria[at]
	for leaf := n.First; leaf < n.Last; leaf++ {
		if u.applies(leaf) {
			p += u.criterion(leaf).worth(max(u.percent(st, leaf), 0))
		}
	}
	return p
}

// Max is the maximum that applies to the unit at or below a node.
func (u *Unit) Max(at int) Points {
	n := &u.book.Criteria[at]
	if u.off == nil && u.HasSheet() {
		return n.Max
	}
	var p Points
	for leaf := n.First; leaf < n.Last; leaf++ {
		if u.applies(leaf) {
			p += u.criterion(leaf).Max
		}
	}
	return p
}

// Criteria is the sum of all criteria at a stage, without bonuses and penalties.
func (u *Unit) Criteria(st Stage) Points { return u.sums[st].criteria }

// Level is the sum of the criteria of the tie-break's set, without bonuses and penalties (rule 4).
func (u *Unit) Level(st Stage) Points { return u.sums[st].level }

// Bonus is the sum of the bonuses granted; none count among self-scores.
func (u *Unit) Bonus(st Stage) Points {
	if st == Self {
		return 0
	}
	return u.bonus
}

// Penalty is the sum of the penalties, positive; none count among self-scores.
func (u *Unit) Penalty(st Stage) Points {
	if st == Self {
		return 0
	}
	return u.penalty
}

// Total is what the unit is ranked by: criteria + bonuses - penalties (rule 4).
func (u *Unit) Total(st Stage) Points { return u.Criteria(st) + u.Bonus(st) - u.Penalty(st) }

// Maximum is the sum of the maxima that apply to the unit.
func (u *Unit) Maximum() Points { return u.scope.max }

// Accepted reports whether the unit's sheet was accepted as it now stands.
func (u *Unit) Accepted() bool { return u.still(u.accepts.top()) }

// Changes is how many decisions that count have changed the unit's scores, bonuses or penalties.
func (u *Unit) Changes() int { return u.changed }

// Present reports whether the unit is present (rule 7).
func (u *Unit) Present() bool { return u.present }

// People are the names of those who are present for the unit, in the order in which they came.
func (u *Unit) People() []string {
	names := make([]string, len(u.people))
	for i, p := range u.people {
		names[i] = p.Name
	}
	return names
}

// Attendees are those who are present for the unit, with their posts. Nobody may write to the slice.
func (u *Unit) Attendees() []Person { return u.people }
