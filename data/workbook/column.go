package workbook

import (
	"strconv"
	"strings"

	"thidua/data/clean"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Column is what somebody copied from a column of a spreadsheet, cell by cell from the top, clean and without spaces
// around. A blank cell is empty; those at the end are left out.
func Column(text string) []string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	cells := strings.Split(text, "\n")
	for i, cell := range cells {
		tabs := strings.Split(strings.TrimRight(cell, "\t "), "\t")
		for j, part := range tabs {
			tabs[j] = strings.TrimSpace(clean.Line(part))
		}
		cells[i] = strings.Join(tabs, "\t")
	}
	for n := len(cells); n > 0 && cells[n-1] == ""; n-- {
		cells = cells[:n-1]
	}
	return cells
}

// Mark reads what a cell says of a criterion, in the way in which the criterion asks for its scores: «85,5», «85.5»,
// «85,5%», the points, the name or the id of a level, a count. It is read as it stands: fraction reports a percent
// above 0 and not above 1 without its sign, which may be one that a program kept as a part of 1. The error is a
// *scoring.Refusal: it is no number, or the criterion does not take it.
func Mark(c *scoring.Criterion, cell string) (m scoring.Mark, fraction bool, err error) {
	if strings.Contains(cell, "\t") {
		return m, false, &scoring.Refusal{Kind: scoring.ErrNumber,
			What: lang.Sayf("%q có nhiều ô trên một dòng", "%q has several cells in a line",
				clean.Show(strings.ReplaceAll(cell, "\t", " | "))),
			Mend: lang.Sayf("chỉ chép một cột", "copy one column only")}
	}
	return MarkAs(c, cell, scoring.NoEntry)
}

// MarkAs is Mark for a cell of a column that says how it gives its scores, as far as the criterion takes that.
func MarkAs(c *scoring.Criterion, cell string, as scoring.Entry) (m scoring.Mark, fraction bool, err error) {
	if as == scoring.NoEntry || !c.Gives(as) {
		as = c.Asks()
	}
	m, fraction, err = marked(c, cell, as)
	if err == nil {
		err = c.Takes(m)
	}
	return m, fraction, err
}

func marked(c *scoring.Criterion, cell string, asks scoring.Entry) (m scoring.Mark, fraction bool, err error) {
	if asks == scoring.EntryLevel {
		return scoring.AtLevel(levelID(c, cell)), false, nil
	}
	n, percent, ok := decimal(cell)
	switch {
	case !ok:
		return m, false, noNumber(cell)
	case asks == scoring.EntryCount:
		count, err := strconv.Atoi(n)
		if err != nil || percent {
			return m, false, noNumber(cell)
		}
		return scoring.Counted(count), false, nil
	case asks == scoring.EntryPoints && !percent:
		p, err := scoring.ParsePoints(n)
		return scoring.InPoints(p), false, err
	}
	p, err := scoring.ParseScore(n, scoring.MaxPercent)
	return scoring.InPercent(p), !percent && p > 0 && p <= scoring.FullPercent/100, err
}

func noNumber(cell string) error {
	return &scoring.Refusal{Kind: scoring.ErrNumber,
		What: lang.Sayf("%q không phải là số", "%q is no number", clean.Show(cell)),
		Mend: lang.Sayf("chỉ chép các ô có số", "copy cells with numbers only")}
}
