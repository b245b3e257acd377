package scoring

import "thidua/scoring/lang"

// Entry is how a score is given.
type Entry uint8

// The ways to give a score.
const (
	NoEntry Entry = iota
	EntryPercent
	EntryPoints
	EntryLevel
	EntryCount
)

// Mark is what is given on a scored criterion: a percent, points, one of the criterion's levels, or a count. It is
// kept as it was given: points never become a percent, of which thirds could not be written. Marks are compared with
// ==. The zero Mark is that of a criterion which nobody scored: it counts 0 and is not 0.
type Mark struct {
	entry Entry
	n     int64  // hundredths of a percent, millionths of a point, or the count
	level string // the id of a level
}

// InPercent is a mark of some percent.
func InPercent(p Percent) Mark { return Mark{entry: EntryPercent, n: int64(p)} }

// InPoints is a mark of some points.
func InPoints(p Points) Mark { return Mark{entry: EntryPoints, n: int64(p)} }

// AtLevel is the mark of one of a criterion's levels, by its id.
func AtLevel(id string) Mark { return Mark{entry: EntryLevel, level: id} }

// Counted is the mark of a count.
func Counted(n int) Mark { return Mark{entry: EntryCount, n: int64(n)} }

// Entry is how the mark was given; NoEntry of the zero Mark.
func (m Mark) Entry() Entry { return m.entry }

// Given reports whether anybody gave the mark.
func (m Mark) Given() bool { return m.entry != NoEntry }

// Percent is the percent of a mark that is one, 0 of any other.
func (m Mark) Percent() Percent {
	if m.entry != EntryPercent {
		return 0
	}
	return Percent(m.n)
}

// Points are the points of a mark that is in points, 0 of any other.
func (m Mark) Points() Points {
	if m.entry != EntryPoints {
		return 0
	}
	return Points(m.n)
}

// Level is the id of the level of a mark that is one, empty of any other.
func (m Mark) Level() string { return m.level }

// Count is the count of a mark that is one, 0 of any other.
func (m Mark) Count() int {
	if m.entry != EntryCount {
		return 0
	}
	return int(m.n)
}

// String writes the mark without its unit, as other programs read it: 87.5, or a level's id.
func (m Mark) String() string {
	switch m.entry {
	case EntryPercent:
		return Percent(m.n).String()
	case EntryPoints:
		return Points(m.n).String()
	case EntryCount:
		return plain(m.n, 0)
	}
	return m.level
}

// In writes the mark with its unit where it is shown without its criterion: «87,5 %», «10 điểm», «2 lần»; a level by
// its id, see Criterion.Said.
func (m Mark) In(l lang.Lang) string {
	switch m.entry {
	case EntryPercent:
		return Percent(m.n).In(l) + " %"
	case EntryPoints:
		return lang.Sayf("%s điểm", "%s points", lang.Both(Points(m.n).Short(l))).In(l)
	case EntryLevel:
		return m.level
	case EntryCount:
		return lang.Count(int(m.n), "lần", "time", "times").In(l)
	}
	return lang.Text{VI: "chưa chấm", EN: "not scored"}.In(l)
}

// Said is a mark with its unit, as the criterion's rulebook asks for it: where it asks for points, a percent is said in
// the points that it is worth; a level is said by its name.
func (c *Criterion) Said(m Mark) lang.Sayer {
	m = c.Shown(m)
	if l, ok := c.LevelOf(m); ok {
		return lang.Sayf("«%s»", "“%s”", l.Name)
	}
	return m
}

// Shown is a mark as the criterion's rulebook asks for it: points in place of a percent where it asks for points. It is
// worth the same.
func (c *Criterion) Shown(m Mark) Mark {
	if m.entry == EntryPercent && c.Asks() == EntryPoints {
		return InPoints(c.Worth(m))
	}
	return m
}

// how says in what way a mark comes to its points: «85 % × 30», «10 trong 15», «2 lần: 10 + 2 × −2».
func (c *Criterion) how(m Mark) lang.Text {
	switch m.entry {
	case EntryPercent:
		if c.Scale != ScaleBands {
			return lang.Sayf("%s %% × %s", "%s %% × %s", m.Percent(), c.Max)
		}
		b, _ := c.BandOf(m.Percent())
		if b.InPoints {
			return lang.Sayf("đạt %s %% → %s điểm", "%s %% reached → %s points", m.Percent(), b.Points)
		}
		return lang.Sayf("đạt %s %% → %s %% × %s", "%s %% reached → %s %% × %s", m.Percent(), b.Gives, c.Max)
	case EntryPoints:
		return lang.Sayf("%s điểm trong %s", "%s points of %s", m.Points(), c.Max)
	case EntryLevel:
		return lang.Sayf("mức %s, tối đa %s", "level %s, of %s", c.Said(m), c.Max)
	case EntryCount:
		said := lang.Sayf("%[1]s: %[2]s + %[4]d × %[3]s", "%[1]s: %[2]s + %[4]d × %[3]s", m, c.Max, c.Each, m.n)
		if c.Max+c.Each*Points(min(m.n, maxCount)) < c.Floor || m.n > maxCount {
			said = lang.Sayf("%s, không dưới %s", "%s, not below %s", said, c.Floor)
		}
		return said
	}
	return lang.Text{VI: "chưa chấm, tính 0", EN: "not scored, counts 0"}
}

// Rate is what percent of the maximum a mark is: of a percent the percent itself, be it of the maximum or the rate that
// bands turn into points; of anything else what its points are of the maximum, rounded for looking at.
func (c *Criterion) Rate(m Mark) Percent {
	if m.entry == EntryPercent {
		return Percent(m.n)
	}
	return c.Worth(m).Part(c.Max)
}
