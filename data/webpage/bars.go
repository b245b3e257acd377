package webpage

import (
	"thidua/data/meeting"
	"thidua/data/table"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// bars is a picture of bars, in units of its own width.
type bars struct {
	Width, Height int
	Bars          []bar
}

// bar is one of them: a name at its left, a value behind it.
type bar struct {
	Name, Value, Class        string
	X, Y, W, H, TextY, ValueX int
}

// Of the picture, in its own units.
const (
	barsWidth = 600
	barLeft   = 180
	barRoom   = 290
	barHeight = 22
	barStep   = 32
)

// rankingBars are a bar for each unit, first place first: as long as its part of the maximum. All of them begin at 0,
// so that what looks twice as much is.
func rankingBars(s *meeting.Snapshot, l lang.Lang) *bars {
	t := s.Standings(scoring.Agreed)
	places := view.PlacesOf(t, l)
	out := &bars{Width: barsWidth, Height: barStep * t.Len()}
	for i := range t.Len() {
		x := t.At(i)
		b := bar{Name: text(places.Rank(i) + ". " + s.Units()[x.Unit].Name()), Value: text(places.Measured(i)),
			X: barLeft, Y: i*barStep + (barStep-barHeight)/2, H: barHeight, TextY: i*barStep + barStep/2}
		if sign := view.Sign(s.Rulebook(), x).Text; sign != " " {
			b.Value += " " + sign
		}
		if x.Maximum > 0 {
			b.W = int(max(x.Total, 0) * barRoom / x.Maximum)
		}
		b.ValueX = barLeft + min(b.W, barRoom) + 8
		switch view.AwardClass(s.Rulebook(), x.Award) {
		case table.FirstAward:
			b.Class = "first"
		case table.Plain:
			b.Class = "none"
		}
		out.Bars = append(out.Bars, b)
	}
	return out
}
