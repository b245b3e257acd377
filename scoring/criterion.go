package scoring

import "thidua/scoring/lang"

// Scale is how a criterion turns what is given on it into points.
type Scale uint8

// The scales.
const (
	ScalePercent Scale = iota // points are given, or a percent of the maximum
	ScaleYesNo                // all or nothing: 100 % or 0 %, the maximum or 0 points
	ScaleBands                // the percent is a measured rate; Bands say what it gives
	ScaleLevels               // one of some named levels, each with its points
	ScaleCount                // the maximum, and Each for every time counted, not below Floor
)

// String is the scale's name in rulebooks.
func (s Scale) String() string {
	return [...]string{"percent", "yes-no", "bands", "levels", "count"}[s]
}

// Band gives a part of the maximum, or points, to a measured rate of at least From.
type Band struct {
	From     Percent
	Gives    Percent
	Points   Points // in place of Gives, where InPoints
	InPoints bool
}

// worth is what the band gives of a maximum.
func (b Band) worth(max Points) Points {
	if b.InPoints {
		return b.Points
	}
	return b.Gives.of(max)
}

// Level is a named step of a criterion, with what it is worth.
type Level struct {
	ID     string
	Name   lang.Text
	Points Points
}

// Criterion is a row of the rulebook: a scored criterion, or a field or sub-field that holds others.
type Criterion struct {
	Code     string
	Title    string // the letter's own words
	Short    string // for narrow columns; Title where there is none
	Max      Points // of a field, the sum of what lies below it
	Printed  bool   // the letter prints Max; a sum that differs is a fault
	Assessor string // the department that appraises it; inherited from above
	With     string // who appraises with it, if anyone
	Scale    Scale
	Entry    Entry   // EntryPercent or EntryPoints; NoEntry: as the rulebook says for all
	Most     Percent // the most that a percent criterion can be given; 0 stands for 100 %
	Bands    []Band  // highest From first
	Levels   []Level // in the file's order
	Each     Points  // of a count: what every time counted adds, less than 0
	Floor    Points  // of a count: never below this
	Optional bool    // may be declared not applicable to a unit
	Evidence []string

	Parent      int  // index in Criteria, -1 for a field at the top
	Depth       int  // 0 for a field at the top
	Scored      bool // has points of its own
	First, Last int  // the scored criteria at or below it are Leaves()[First:Last]
	End         int  // the nodes at or below it are Criteria[its index:End]
	Level       bool // belongs to the tie-break's set
}

// Label is the short title, or the title where there is none.
func (c *Criterion) Label() string {
	if c.Short != "" {
		return c.Short
	}
	return c.Title
}

// Asks is how the rulebook wants the criterion's scores to be given.
func (c *Criterion) Asks() Entry {
	switch c.Scale {
	case ScaleBands:
		return EntryPercent
	case ScaleLevels:
		return EntryLevel
	case ScaleCount:
		return EntryCount
	}
	return max(c.Entry, EntryPercent)
}

// Gives reports whether the criterion can be given a score in a way: percent and points stand for each other where the
// points are a part of the maximum.
func (c *Criterion) Gives(e Entry) bool {
	if c.Scale == ScalePercent || c.Scale == ScaleYesNo {
		return e == EntryPercent || e == EntryPoints
	}
	return e == c.Asks()
}

// MostPercent is the most percent that the criterion can be given.
func (c *Criterion) MostPercent() Percent { return max(c.Most, FullPercent) }

// MostPoints are the most points that the criterion can give.
func (c *Criterion) MostPoints() Points { return c.MostPercent().of(c.Max) }

// LevelOf is the level that a mark names; ok is false where it names none of the criterion's.
func (c *Criterion) LevelOf(m Mark) (l Level, ok bool) {
	if m.entry == EntryLevel {
		for _, l := range c.Levels {
			if l.ID == m.level {
				return l, true
			}
		}
	}
	return Level{}, false
}

// BandOf is the band into which a measured rate falls; ok is false where there is none.
func (c *Criterion) BandOf(p Percent) (b Band, ok bool) {
	for _, b := range c.Bands {
		if p >= b.From {
			return b, true
		}
	}
	return Band{}, false
}

// Worth is the points that a mark earns on the criterion, exact (rule 1). What nobody gave is worth nothing.
func (c *Criterion) Worth(m Mark) Points {
	switch m.entry {
	case EntryPercent:
		if c.Scale == ScaleBands {
			b, _ := c.BandOf(Percent(m.n))
			return b.worth(c.Max)
		}
		return Percent(m.n).of(c.Max)
	case EntryPoints:
		return Points(m.n)
	case EntryLevel:
		l, _ := c.LevelOf(m)
		return l.Points
	case EntryCount:
		return c.counted(m.n)
	}
	return 0
}

// counted is what is left after n times. A count that reaches the floor is not multiplied out: it may be any number.
func (c *Criterion) counted(n int64) Points {
	if c.Each >= 0 || n > int64((c.Max-c.Floor)/-c.Each) {
		return c.Floor
	}
	return c.Max + c.Each*Points(n)
}
