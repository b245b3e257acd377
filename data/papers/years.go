package papers

import (
	"fmt"

	"thidua/data/paper"
	"thidua/data/table"
	"thidua/data/view"
)

// years are the ranks and totals of this year beside those of the years before, the marked rises on the year before,
// and who held office. Nothing where no earlier meeting was named.
func (x *source) years() []paper.Block {
	if len(x.Pasts()) == 0 {
		return nil
	}
	out := []paper.Block{body(view.YearStages(&x.State).In(vi) + ". “Không có” là năm đó đơn vị không có trong " +
		"cuộc họp hoặc mang tên khác."), fromTable(view.YearRanks(&x.State, vi), nil)}
	if last, ok := view.YearBefore(&x.State); ok {
		changes := view.YearChanges(&x.State, vi)
		marked := changes.Rows(markedRows(changes))
		out = append(out, body(fmt.Sprintf("Lĩnh vực tăng rõ so với năm %s (từ %s điểm phần trăm của điểm tối đa, "+
			"không kể điểm thưởng, điểm trừ): %d.", last.Year, view.Marked.In(vi), marked.Len)))
		if marked.Len > 0 {
			out = append(out, fromTable(marked, nil))
		}
	}
	if held := view.YearOfficers(&x.State, vi); held.Len > 0 {
		out = append(out, body("Đơn vị giữ chức các năm:"), fromTable(held, nil))
	}
	return out
}

// markedRows are the rows of the changes that are marked rises.
func markedRows(t table.Table) (rows []int) {
	for i := range t.Len {
		if t.At(i, "remark").Class == table.Good {
			rows = append(rows, i)
		}
	}
	return rows
}
