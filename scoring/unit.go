package scoring

import "time"

// Unit is one unit of a meeting as it stands: immutable, so that a snapshot can be read by any number of screens while
// the next one is made.
type Unit struct {
	book  *Rulebook
	name  string
	sheet *Sheet

	without string    // why it handed in no sheet when the meeting was made; empty where it did
	brought *Decision // that brought its sheet in later, nil while none counts

	self      []Mark            // by scored criterion; the zero Mark where the sheet has none
	off       []bool            // by scored criterion: it does not apply; nil where all apply
	scores    []*cell[Score]    // by scored criterion
	appraised []*cell[Appraise] // by scored criterion; nil until there is one
	bonuses   []grant           // by place, ascending
	penalties []grant           // by place, ascending
	notes     []noted           // by target, ascending
	rejects   []rejected        // by target, ascending
	left      []*cell[Leave]    // by scored criterion; nil until there is one
	sanction  *cell[Sanctioned]
	gives     []given // awards in which it gave way
	decided   *cell[Decide]
	explained []explained // by node, ascending
	accepts   *cell[accepted]
	confirms  *cell[accepted]
	roll      *cell[Attend]
	changes   *cell[struct{}] // the decisions that change scores, bonuses or penalties
	changed   int             // how many of them count

	scope   scope
	sums    [stages]sum
	present bool
	people  []Person
}

// scope is what applies to a unit: the parts of its maximum.
type scope struct {
	max, level Points // of all its criteria; of those in the tie-break's set
	criteria   int
}

// sum is what a unit has at one stage.
type sum struct {
	criteria, level Points
	bonus, penalty  Points
	zero            int // criteria at level 1: worth nothing, or not scored
}

// newUnit reads a sheet against the rulebook.
func newUnit(b *Rulebook, sheet *Sheet) *Unit {
	u := &Unit{book: b, name: sheet.Unit, sheet: sheet}
	u.self = make([]Mark, len(b.leaves))
	u.scores = make([]*cell[Score], len(b.leaves))
	for leaf, at := range b.leaves {
		u.self[leaf] = sheet.Marks[b.Criteria[at].Code]
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

// mark is what a scored criterion is given at a stage (rule 2).
func (u *Unit) mark(st Stage, leaf int) Mark {
	if st == Appraised && u.appraised != nil {
		if c := u.appraised[leaf].top(); c != nil {
			return c.value.Mark
		}
	}
	if st != Self {
		if c := u.scores[leaf].top(); c != nil {
			return c.value.Mark
		}
	}
	return u.self[leaf]
}

// count adds a criterion's points to the sums, or takes them out: sign is +1 or -1.
func (u *Unit) count(leaf int, sign int) {
	n := u.criterion(leaf)
	for st := range stages {
		w := n.Worth(u.mark(st, leaf))
		if w == 0 {
			u.sums[st].zero += sign
			continue
		}
		w *= Points(sign)
		u.sums[st].criteria += w
		if n.Level {
			u.sums[st].level += w
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

// Mark is what a scored criterion (an index of Rulebook.Criteria) is given at a stage. ok is false where nobody scored
// it, where it does not apply, and for fields.
func (u *Unit) Mark(st Stage, at int) (m Mark, ok bool) {
	n := &u.book.Criteria[at]
	if !n.Scored || !u.applies(n.First) {
		return Mark{}, false
	}
	m = u.mark(st, n.First)
	return m, m.Given()
}

// Percent is the mark of a scored criterion as a percent, for looking at: see Criterion.Rate.
func (u *Unit) Percent(st Stage, at int) (p Percent, ok bool) {
	m, ok := u.Mark(st, at)
	return u.book.Criteria[at].Rate(m), ok
}

// Points are what the criteria at or below a node give at a stage, without bonuses and penalties.
func (u *Unit) Points(st Stage, at int) Points {
	var p Points
	n := &u.book.Criteria[at]
	for leaf := n.First; leaf < n.Last; leaf++ {
		if u.applies(leaf) {
			p += u.criterion(leaf).Worth(u.mark(st, leaf))
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

// Bonus is the sum of the bonuses that count at a stage; none count among self-scores.
func (u *Unit) Bonus(st Stage) Points { return u.sums[st].bonus }

// Penalty is the sum of the penalties that count at a stage, positive; none count among self-scores.
func (u *Unit) Penalty(st Stage) Points { return u.sums[st].penalty }

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
