package view

import (
	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// AppraisalEffect is what the appraisal does to each unit: both totals and ranks, the award that was proposed, the one
// that the appraised scores would give, and what was decided in the end. Rows go by the appraised ranking.
func AppraisalEffect(s *scoring.State, l lang.Lang) table.Table {
	v := effect{appraisal{s, l}, s.Standings(scoring.Agreed), s.Standings(scoring.Appraised)}
	return table.Make(l, v.title(lang.Text{VI: "Ảnh hưởng của thẩm định", EN: "What the appraisal changes"}),
		v.appraised.Len(), func(i int) int { return v.appraised.At(i).Unit }, v.columns())
}

// effect is what the appraisal changes on its way into a table. Rows are units.
type effect struct {
	appraisal
	agreed, appraised scoring.Table
}

func (v effect) columns() []table.Of[int] {
	points, places := lang.Text{VI: "điểm", EN: "points"}, lang.Text{VI: "hạng", EN: "rank"}
	award := lang.Text{VI: "khen thưởng", EN: "award"}
	column := func(id string, head, short lang.Text, a table.Align, weight int, cell func(int) table.Cell,
	) table.Of[int] {
		return table.Of[int]{Column: table.Column{ID: id, Head: head, Short: short, Align: a, Weight: weight,
			For: table.All}, Cell: cell}
	}
	none := lang.Text{}
	of := func(t scoring.Table, say func(scoring.Table, int) table.Cell) func(int) table.Cell {
		return func(unit int) table.Cell { return say(t, unit) }
	}
	return []table.Of[int]{
		column("unit", unitHead(), none, table.Left, table.Always,
			func(unit int) table.Cell { return v.unit(scoring.Difference{Unit: unit}) }),
		column("agreed", v.staged(points, scoring.Agreed), lang.Text{VI: "thống nhất", EN: "agreed"}, table.Right, 80,
			of(v.agreed, v.total)),
		column("appraised", v.staged(points, scoring.Appraised), lang.Text{VI: "thẩm định", EN: "appraised"},
			table.Right, 85, of(v.appraised, v.total)),
		column("difference", lang.Text{VI: "chênh lệch", EN: "difference"}, none, table.Right, 60, v.difference),
		column("agreed_rank", v.staged(places, scoring.Agreed), lang.Text{VI: "hạng t.nhất", EN: "rank agreed"},
			table.Right, 80, of(v.agreed, v.rank)),
		column("appraised_rank", v.staged(places, scoring.Appraised), lang.Text{VI: "hạng t.định", EN: "rank appr."},
			table.Right, 85, of(v.appraised, v.rank)),
		column("proposed", awardHead(), awardShort(), table.Left, 70, of(v.agreed, v.award)),
		column("appraised_award", v.staged(award, scoring.Appraised),
			lang.Text{VI: "theo thẩm định", EN: "by appraisal"}, table.Left, 65, of(v.appraised, v.award)),
		column("decided", lang.Text{VI: "được tặng", EN: "awarded"}, none, table.Left, 75,
			func(unit int) table.Cell { return Decided(v.state, unit, v.lang) }),
	}
}

func (v effect) difference(unit int) table.Cell {
	u := v.state.Units()[unit]
	if !u.HasSheet() {
		return noSheetCell()
	}
	return byCell(v.lang, u.Total(scoring.Appraised)-u.Total(scoring.Agreed))
}

// Decided is what was decided in the end about a unit's award; nothing before anything was.
func Decided(s *scoring.State, unit int, l lang.Lang) table.Cell {
	a, _, ok := s.Units()[unit].Awarded()
	switch {
	case !ok:
		return table.Cell{}
	case a.Award == scoring.AwardNone:
		return table.Cell{Text: lang.Text{VI: "không", EN: "none"}.In(l), Value: a.Award}
	}
	return table.Cell{Text: s.Rulebook().AwardName(a.Award).In(l), Class: AwardClass(s.Rulebook(), a.Award),
		Value: a.Award}
}
