package papers

import (
	"thidua/data/paper"
	"thidua/data/view"
	"thidua/scoring"
)

// annex is the whole matrix, for a paper of some kind: what every unit has at every criterion, with what it gave itself
// where that was changed.
func (x *source) annex(of string) paper.Section {
	t := paper.Table{Small: true, Columns: []paper.Column{{Width: 5}, {Width: 1.4, Align: paper.Right}}}
	head := paper.Row{Cells: []paper.Cell{{Text: "Tiêu chí"}, {Text: "Tối đa"}}}
	for _, u := range x.Units() {
		t.Columns = append(t.Columns, paper.Column{Width: 2, Align: paper.Right})
		head.Cells = append(head.Cells, paper.Cell{Text: u.Name()})
	}
	t.Head = []paper.Row{head}
	for at := range x.book.Criteria {
		t.Rows = append(t.Rows, x.matrixRow(at))
	}
	t.Rows = append(t.Rows, x.sumRows()...)
	return paper.Section{Landscape: true, Restart: true, Blocks: []paper.Block{
		paper.Title{Name: "PHỤ LỤC", Subject: []string{"Bảng điểm chi tiết của các đơn vị"}},
		paper.Plain(paper.Centred, "(Kèm theo "+of+" "+x.title+")"),
		t,
		paper.Plain(paper.Note, "a → b: đơn vị tự chấm a điểm, hội nghị thống nhất b điểm. Số in đậm: cộng của mục."),
	}}
}

func (x *source) matrixRow(at int) paper.Row {
	n := &x.book.Criteria[at]
	r := paper.Row{Bold: !n.Scored, Cells: []paper.Cell{{Text: n.Code + " " + n.Label()}, {Text: n.Max.In(vi)}}}
	for _, u := range x.Units() {
		text := ""
		if u.Applies(at) {
			self, agreed := u.Points(scoring.Self, at), u.Points(scoring.Agreed, at)
			text = view.Points(vi, agreed)
			if n.Scored && self != agreed {
				text = view.Points(vi, self) + " → " + text
			}
		}
		r.Cells = append(r.Cells, paper.Cell{Text: text})
	}
	return r
}

// sumRows are bonuses, penalties, totals and ranks.
func (x *source) sumRows() []paper.Row {
	table := x.Standings(scoring.Agreed)
	places := view.PlacesOf(table, vi)
	rows := []struct {
		name string
		of   func(unit int) string
	}{
		{"Điểm thưởng", func(u int) string { return view.Points(vi, x.Units()[u].Bonus(scoring.Agreed)) }},
		{"Điểm trừ", func(u int) string { return view.Points(vi, x.Units()[u].Penalty(scoring.Agreed)) }},
		{"TỔNG ĐIỂM", func(u int) string { return places.Whole(u) }},
		{"XẾP HẠNG", func(u int) string { return places.Rank(table.Place(u)) }},
	}
	out := make([]paper.Row, len(rows))
	for i, r := range rows {
		out[i] = paper.Row{Bold: true, Shade: i > 1, Cells: []paper.Cell{{Text: r.name, Span: 2}}}
		for u := range x.Units() {
			out[i].Cells = append(out[i].Cells, paper.Cell{Text: r.of(u)})
		}
	}
	return out
}
