package workbook

import (
	"fmt"
	"strings"

	"thidua/scoring"
)

// worth is what the cell of a criterion gives, as the rulebook counts it: nothing for an empty cell and for one that
// says no number.
func (f *form) worth(c *scoring.Criterion, r, at int) string {
	mark, most := cell(colMark, r), cell(colMax, r)
	if c.Asks() == scoring.EntryLevel {
		return fmt.Sprintf("IFERROR(VLOOKUP(TRIM(%s),%s,2,FALSE),0)", mark, f.levels(c, at))
	}
	n := number(mark)
	value := ""
	switch c.Asks() {
	case scoring.EntryPoints:
		value = fmt.Sprintf(`IF(ISNUMBER(FIND("%%",%s)),%s*%s/100,%s)`, mark, most, n, n)
	case scoring.EntryCount:
		value = fmt.Sprintf("MAX(%s,%s+%s*%s)", c.Floor, most, c.Each, n)
	default:
		value = most + "*" + rate(c, n) + "/100"
		if len(c.Bands) > 0 && c.Bands[0].InPoints {
			value = rate(c, n)
		}
	}
	return fmt.Sprintf(`IF(TRIM(%s)="",0,IFERROR(%s,0))`, mark, value)
}

// number is the number of a cell to fill in, also where it is kept as text, as it is after pasting: with a decimal
// comma or point and perhaps a sign for percent, in whatever language the program works (see decimal).
func number(mark string) string {
	const space = "\u00a0"
	text := fmt.Sprintf(`SUBSTITUTE(SUBSTITUTE(%s,"%%",""),"%s","")`, mark, space)
	return fmt.Sprintf(`IF(ISNUMBER(%[1]s),%[1]s,IF(ISNUMBER(FIND(",",%[1]s)),_xlfn.NUMBERVALUE(%[2]s,",","."),`+
		`_xlfn.NUMBERVALUE(%[2]s,".",",")))`, mark, text)
}

// rate is the percent that a number stands for, or the points of its band.
func rate(c *scoring.Criterion, n string) string {
	if c.Scale != scoring.ScaleBands {
		return n
	}
	var b strings.Builder
	for _, band := range c.Bands {
		gives := band.Gives.String()
		if band.InPoints {
			gives = band.Points.String()
		}
		fmt.Fprintf(&b, "IF(%s>=%s,%s,", n, band.From, gives)
	}
	return b.String() + "0" + strings.Repeat(")", len(c.Bands))
}
