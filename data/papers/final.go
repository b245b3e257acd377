package papers

import (
	"cmp"
	"fmt"

	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// appraised is what the appraisal gave beside what was agreed: each difference with its explanation, and what it does
// to ranks and awards. Nothing before anything has come.
func (x *source) appraised() []paper.Block {
	if !x.Appraised() {
		return nil
	}
	var rows [][]string
	t := view.AppraisalDifferences(&x.State, vi)
	for i, d := range x.Differences() {
		rows = append(rows, []string{t.At(i, "unit").Text, t.At(i, "code").Text + " " + t.At(i, "title").Text,
			t.At(i, "agreed").Text, t.At(i, "appraised").Text, t.At(i, "difference").Text,
			joined(d, t.At(i, "outcome").Text, t.At(i, "reason").Text)})
	}
	out := []paper.Block{body(fmt.Sprintf("Điểm thẩm định khác điểm %s thống nhất ở %d tiêu chí của các đơn vị.",
		x.blanks.Cluster, len(rows)))}
	if len(rows) > 0 {
		out = append(out, grid([]column{{"Đơn vị", 3.4, paper.Left}, {"Tiêu chí", 5, paper.Left},
			{"Thống nhất", 2.2, paper.Right}, {"Thẩm định", 2.2, paper.Right}, {"Chênh lệch", 2.2, paper.Right},
			{"Giải trình", 6, paper.Left}}, rows))
	}
	return append(out, paper.Plain(paper.Section2, "Ảnh hưởng của thẩm định đến điểm và thứ hạng:"),
		grid([]column{{"Đơn vị", 4, paper.Left}, {"Điểm thống nhất", 2.6, paper.Right},
			{"Điểm thẩm định", 2.6, paper.Right}, {"Hạng thống nhất", 2, paper.Centre},
			{"Hạng thẩm định", 2, paper.Centre}, {"Đề nghị", 4, paper.Left}}, x.effects()))
}

// effects are both totals and ranks of each unit, by the appraised ranking.
func (x *source) effects() (rows [][]string) {
	t := view.AppraisalEffect(&x.State, vi)
	for i := range t.Len {
		rows = append(rows, []string{t.At(i, "unit").Text, t.At(i, "agreed").Text, t.At(i, "appraised").Text,
			t.At(i, "agreed_rank").Text, t.At(i, "appraised_rank").Text, t.At(i, "proposed").Text})
	}
	return rows
}

// joined is an outcome with its explanation; while there is none, with what the department wrote.
func joined(d scoring.Difference, outcome, reason string) string {
	switch {
	case reason == "":
		return outcome
	case d.Explained == nil:
		return outcome + " (" + reason + ")"
	}
	return outcome + ": " + reason
}

// decidedAbove is what was decided in the end beside what was proposed, with the document. Nothing before anything was.
func (x *source) decidedAbove() []paper.Block {
	var rows [][]string
	t := x.Standings(scoring.Agreed)
	for _, s := range t.All() {
		a, _, ok := x.Units()[s.Unit].Awarded()
		if !ok {
			continue
		}
		document := a.Document
		if !a.Date.IsZero() {
			document += " " + date(a.Date)
		}
		rows = append(rows, []string{x.unitName(s.Unit), cmp.Or(view.Awards(x.book, s, vi), "không"),
			view.Decided(&x.State, s.Unit, vi).Text, document, a.Reason})
	}
	if len(rows) == 0 {
		return nil
	}
	return []paper.Block{grid([]column{{"Đơn vị", 4, paper.Left}, {"Đề nghị", 4, paper.Left},
		{"Được tặng", 4, paper.Left}, {"Văn bản", 5, paper.Left}, {"Ghi chú", 3, paper.Left}}, rows)}
}
