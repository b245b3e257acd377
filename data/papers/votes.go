package papers

import (
	"strconv"

	"thidua/data/paper"
	"thidua/data/view"
)

// votes are all questions that were voted on, with all counts and the sum that gave the verdict.
func (x *source) votes() []paper.Block {
	var rows [][]string
	for _, t := range x.Votes() {
		if !x.sitting.Holds(t.Decision.Seq) {
			continue
		}
		how := "Giơ tay"
		switch {
		case t.Vote.Secret:
			how = "Phiếu kín"
		case t.Vote.Opened > 0:
			how = "Tại máy"
		}
		r := t.Ruling
		rows = append(rows, []string{
			t.Question().In(vi), how, strconv.Itoa(r.For), strconv.Itoa(r.Against), strconv.Itoa(r.Abstain),
			view.Capital(r.Sum.In(vi)),
		})
	}
	if len(rows) == 0 {
		return nil
	}
	return []paper.Block{grid([]column{{"Nội dung", 6, paper.Left}, {"Hình thức", 2, paper.Left},
		{"Tán thành", 1.6, paper.Right}, {"Không tán thành", 1.9, paper.Right}, {"Không biểu quyết", 1.9, paper.Right},
		{"Kết quả", 5, paper.Left}}, rows)}
}
