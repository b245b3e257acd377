package view

import (
	"strconv"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Points writes points for a column: two decimals.
func Points(l lang.Lang, p scoring.Points) string { return p.Fixed(l, 2) }

// Signed writes a change of points with its sign.
func Signed(l lang.Lang, p scoring.Points) string {
	if p > 0 {
		return "+" + Points(l, p)
	}
	return Points(l, p)
}

// Percent writes a percent; «∅» where nobody scored.
func Percent(l lang.Lang, p scoring.Percent, scored bool) string {
	if !scored {
		return "∅"
	}
	return p.In(l)
}

// SaidPercent says a percent, or that nobody scored.
func SaidPercent(p scoring.Percent, scored bool) lang.Text {
	if !scored {
		return NotScored.Word()
	}
	return lang.Sayf("%s %%", "%s %%", p)
}

// Given writes a mark for a column, as its criterion is scored: a percent as a bare number, anything else with what it
// is in; «∅» where nobody scored.
func Given(l lang.Lang, c *scoring.Criterion, m scoring.Mark) string {
	switch m = c.Shown(m); m.Entry() {
	case scoring.NoEntry:
		return Percent(l, 0, false)
	case scoring.EntryPercent:
		return Percent(l, m.Percent(), true)
	case scoring.EntryPoints:
		return lang.Sayf("%s đ", "%s pt", lang.Both(m.Points().Short(l))).In(l)
	}
	if level, ok := c.LevelOf(m); ok {
		return level.Name.In(l)
	}
	return m.In(l)
}

// givenValue is a mark as other programs read it.
func givenValue(c *scoring.Criterion, m scoring.Mark) any {
	switch m = c.Shown(m); m.Entry() {
	case scoring.NoEntry:
		return nil
	case scoring.EntryPercent:
		return m.Percent()
	case scoring.EntryPoints:
		return m.Points()
	case scoring.EntryCount:
		return m.Count()
	}
	return m.Level()
}

// SaidMark says a mark, or that nobody scored.
func SaidMark(c *scoring.Criterion, m scoring.Mark) lang.Sayer {
	if !m.Given() {
		return NotScored.Word()
	}
	return c.Said(m)
}

// Moved is how many places something has gone up or down: «▲2», «▼1», nothing where it has not.
func Moved(up int) string {
	switch {
	case up > 0:
		return "▲" + strconv.Itoa(up)
	case up < 0:
		return "▼" + strconv.Itoa(-up)
	}
	return ""
}

// PlacesWon is how many places better a unit stands than by the self-scores.
func PlacesWon(s *scoring.State, x scoring.Standing) int {
	self := s.Standings(scoring.Self)
	was := self.At(self.Place(x.Unit)).Rank
	if was == 0 || x.Rank == 0 {
		return 0
	}
	return was - x.Rank
}

// number is a cell with a whole number.
func number(n int) table.Cell { return table.Cell{Text: strconv.Itoa(n), Value: n} }
