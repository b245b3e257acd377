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
