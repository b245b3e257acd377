package view

import (
	"strings"

	"thidua/data/table"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// MovedUnits is what a move to a corrected rulebook changed for each unit: total and rank before it, and as they are in
// a state after it, at the agreed stage.
func MovedUnits(m scoring.Moved, after *scoring.State, l lang.Lang) table.Table {
	was, is := m.Before.Standings(scoring.Agreed), after.Standings(scoring.Agreed)
	v := appraisal{after, l}
	column := func(id string, head lang.Text, a table.Align, cell func(int) table.Cell) table.Of[int] {
		return table.Of[int]{Column: table.Column{ID: id, Head: head, Align: a, Weight: table.Always, For: table.All},
			Cell: cell}
	}
	of := func(t scoring.Table, say func(scoring.Table, int) table.Cell) func(int) table.Cell {
		return func(unit int) table.Cell { return say(t, unit) }
	}
	title := lang.Sayf("Quyết định %d: %s → %s · %s", "Decision %d: %s → %s · %s", m.Decision.Seq, m.From.ID, m.To.ID,
		after.Rulebook().StageName(scoring.Agreed))
	return table.Make(l, title, is.Len(), func(i int) int { return is.At(i).Unit }, []table.Of[int]{
		column("unit", unitHead(), table.Left,
			func(unit int) table.Cell { return v.unit(scoring.Difference{Unit: unit}) }),
		column("before", lang.Text{VI: "điểm theo bộ cũ", EN: "points before"}, table.Right, of(was, v.total)),
		column("after", lang.Text{VI: "điểm theo bộ mới", EN: "points after"}, table.Right, of(is, v.total)),
		column("difference", lang.Text{VI: "chênh lệch", EN: "difference"}, table.Right, func(unit int) table.Cell {
			return byCell(l, is.At(is.Place(unit)).Total-was.At(was.Place(unit)).Total)
		}),
		column("rank_before", lang.Text{VI: "hạng cũ", EN: "rank before"}, table.Right, of(was, v.rank)),
		column("rank_after", lang.Text{VI: "hạng mới", EN: "rank after"}, table.Right, of(is, v.rank)),
		column("award_before", lang.Text{VI: "đề nghị cũ", EN: "proposed before"}, table.Left,
			func(unit int) table.Cell {
				x := was.At(was.Place(unit))
				return table.Cell{Text: Awards(m.From, x, l), Value: x.Award}
			}),
		column("award_after", lang.Text{VI: "đề nghị mới", EN: "proposed after"}, table.Left, of(is, v.award)),
	})
}

// MovedCriteria says by name which criteria fell away by a move, which are new, and which have another maximum.
func MovedCriteria(m scoring.Moved) (out []lang.Text) {
	named := func(b *scoring.Rulebook, at []int) lang.Sayer {
		var all []string
		for _, i := range at {
			all = append(all, b.Criteria[i].Code+" "+b.Criteria[i].Label())
		}
		return lang.Both(strings.Join(all, "; "))
	}
	if len(m.Gone) > 0 {
		out = append(out, lang.Sayf("không còn: %s", "fell away: %s", named(m.From, m.Gone)))
	}
	if len(m.New) > 0 {
		out = append(out, lang.Sayf("mới: %s", "new: %s", named(m.To, m.New)))
	}
	var changed []string
	for _, at := range m.Changed {
		n := &m.To.Criteria[at]
		was, _ := m.From.Index(n.Code)
		changed = append(changed, n.Code+" "+n.Label()+" ("+m.From.Criteria[was].Max.In(lang.VI)+" → "+
			n.Max.In(lang.VI)+")")
	}
	if len(changed) > 0 {
		out = append(out, lang.Sayf("điểm tối đa khác: %s", "another maximum: %s",
			lang.Both(strings.Join(changed, "; "))))
	}
	return out
}
