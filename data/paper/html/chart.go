package html

import (
	"unicode/utf8"

	"thidua/data/paper"
)

// chart is a picture of bars, in units of its own.
type chart struct {
	Title         string
	Width, Height int
	Bars          []bar
}

// bar is one of them: a name at its left, a value behind it.
type bar struct {
	Name, Value, Class        string
	X, Y, W, H, TextY, ValueX int
}

// Of the picture, in its own units. Names and values are drawn 16 high, 18 on a phone: a letter is 9 wide.
const (
	letter    = 9
	barRoom   = 290
	barHeight = 22
	barStep   = 32
	mostNamed = 300 // as wide as names may be: of a longer one the bar covers the end
)

func chartOf(c paper.Chart) chart {
	longest, value := 0, 0
	for _, b := range c.Bars {
		longest = max(longest, utf8.RuneCountInString(b.Name))
		value = max(value, utf8.RuneCountInString(b.Value))
	}
	barLeft := min(longest*letter+letter, mostNamed)
	out := chart{Title: c.Title, Width: barLeft + barRoom + value*letter + 2*letter, Height: barStep * len(c.Bars)}
	for i, b := range c.Bars {
		x := bar{Name: b.Name, Value: b.Value, X: barLeft, Y: i*barStep + (barStep-barHeight)/2, H: barHeight,
			TextY: i*barStep + barStep/2, W: int(min(max(b.Part, 0), 1) * barRoom)}
		x.ValueX = barLeft + x.W + letter
		switch b.Tone {
		case paper.Foremost:
			x.Class = " first"
		case paper.Faint:
			x.Class = " none"
		}
		out.Bars = append(out.Bars, x)
	}
	return out
}
