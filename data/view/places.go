package view

import (
	"strconv"

	"thidua/scoring"
	"thidua/scoring/lang"
)

// Places says the places of a ranking in one language: by what it goes, how far each is behind the one above, and
// with as many decimals as it takes to tell apart what differs.
type Places struct {
	scoring.Table
	lang               lang.Lang
	decimals, tieBreak int
}

// PlacesOf makes the places of a ranking ready to be said.
func PlacesOf(t scoring.Table, l lang.Lang) Places {
	p := Places{Table: t, lang: l, decimals: t.Decimals()}
	if p.By() == scoring.ByShare {
		p.tieBreak = t.TieBreakDecimals()
	}
	return p
}

// Rank is the rank of place i; «3=» where it is shared.
func (p Places) Rank(i int) string { return Rank(p.At(i)) }

// NoRank stands for the rank and the points of a unit without a sheet.
const NoRank = "–"

// Rank is a rank as tables have it; «3=» where it is shared, «–» of a unit without a sheet.
func Rank(x scoring.Standing) string {
	if x.Rank == 0 {
		return NoRank
	}
	if x.Tie == scoring.TieOpen {
		return strconv.Itoa(x.Rank) + "="
	}
	return strconv.Itoa(x.Rank)
}

// SaidRank is the rank of a unit for sentences, whether it is shared, or why it has none.
func (p Places) SaidRank(unit int) lang.Text {
	switch x := p.At(p.Place(unit)); {
	case x.Rank == 0:
		return lang.Text{VI: "chưa nộp bản chấm, không xếp hạng", EN: "no sheet, not ranked"}
	case x.Tie == scoring.TieOpen:
		return lang.Sayf("đồng hạng %d", "rank %d, shared", x.Rank)
	default:
		return lang.Sayf("hạng %d", "rank %d", x.Rank)
	}
}

// Measured is what place i is ranked by: «1.990,00», «83,74 %».
func (p Places) Measured(i int) string {
	if p.At(i).Rank == 0 {
		return NoRank
	}
	return p.number(p.Measure(i), p.decimals)
}

// Distance is how far place i is behind the one above: «−29,00», «−3,80 %»; «=» where they are level, nothing for the
// first.
func (p Places) Distance(i int) string {
	switch {
	case i == 0 || p.At(i).Rank == 0:
		return ""
	case p.Level(i):
		return "="
	}
	return p.number(p.Gap(i), p.decimals)
}

// Divided is what place i has of the tie-break's criteria: exact where the ranking goes by totals.
func (p Places) Divided(i int) string {
	if p.By() == scoring.ByShare {
		return p.number(p.TieBreak(i), p.tieBreak)
	}
	return p.At(i).Level.In(p.lang)
}

// Said is what a unit is ranked by with its unit of measure, for sentences: «1.990,00 điểm», «83,74 %».
func (p Places) Said(unit int) lang.Text {
	if p.At(p.Place(unit)).Rank == 0 {
		return lang.Text{VI: "không có bản tự chấm", EN: "no sheet"}
	}
	return p.Measure(p.Place(unit)).Said(p.decimals)
}

// number is a measure without words: percents have their sign, points need none.
func (p Places) number(m scoring.Measure, decimals int) string {
	if m.By == scoring.ByShare {
		return m.Fixed(p.lang, decimals) + " %"
	}
	return m.Fixed(p.lang, decimals)
}

// Head is the head of a column of what a ranking goes by.
func (p Places) Head() lang.Text { return measureHead(p.By()) }

// Short is the same for a narrow column.
func (p Places) Short() lang.Text {
	if p.By() == scoring.ByShare {
		return measureHead(p.By())
	}
	return lang.Text{VI: "điểm", EN: "points"}
}

func measureHead(by scoring.RankBy) lang.Text {
	if by == scoring.ByShare {
		return lang.Text{VI: "% áp dụng", EN: "% of max"}
	}
	return lang.Text{VI: "tổng điểm", EN: "total"}
}

// Whole is a unit's total and, where the ranking goes by shares, its share: «1.990,00», «76,20 · 83,74 %».
func (p Places) Whole(unit int) string {
	i := p.Place(unit)
	if p.By() == scoring.ByShare && p.At(i).Rank > 0 {
		return Points(p.lang, p.At(i).Total) + " · " + p.Measured(i)
	}
	return p.Measured(i)
}

// Basis is what a unit's share is worked out from: «76,20 điểm trên 91,00 áp dụng»; nothing where the ranking goes by
// totals.
func (p Places) Basis(unit int) lang.Text {
	x := p.At(p.Place(unit))
	if p.By() != scoring.ByShare || x.Rank == 0 {
		return lang.Text{}
	}
	return lang.Sayf("%s điểm trên %s áp dụng", "%s of %s points that apply", x.Total, x.Maximum)
}
