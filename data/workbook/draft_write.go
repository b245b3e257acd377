package workbook

import (
	"fmt"
	"strings"
)

// rulesToFill are the rules of a rulebook, as lines to fill in.
const rulesToFill = `# Các quy định dưới đây chưa có: bỏ dấu # ở đầu dòng và sửa theo văn bản của mình.
# The rules below are still missing: take the # away and write what your own paper says. A whole rulebook with a comment
# on each key: thidua rulebook show 5350-2019 --format toml

# title  = { vi = "Tên quy định", en = "Name of the rules" }
# source = { vi = "Số, ngày của văn bản", en = "Number and day of the paper" }
year    = "school"      # hoặc (or) "calendar"
edition = 2

# [limit.bonus]         # điểm thưởng: phần trăm tối đa của mỗi mục, và tổng tối đa
# share = 20
# total = 10

# [limit.penalty]       # điểm trừ: phần trăm tối đa của mỗi mục
# share = 20

# [rank]
# by = "total"          # hoặc (or) "share": theo phần điểm áp dụng cho đơn vị

# [[award]]             # từ cao xuống thấp; số lượng theo số đơn vị của cụm
# id     = "flag"
# name   = { vi = "Cờ thi đua", en = "Emulation flag" }
# sign   = "⚑"
# counts = [{ units = 1, number = 1 }]

# [vote]
# base      = "present"
# threshold = { more_than = "1/2" }
# quorum    = { more_than = "1/2" }

# [closing]
# quorum = { more_than = "1/2" }

# [election]
# offices   = ["leader", "deputy"]
# base      = "present"
# threshold = { more_than = "1/2" }
# quorum    = { more_than = "1/2" }
# runoff    = 2

# [[cluster]]           # các đơn vị; bỏ đi nếu tên đơn vị lấy từ các bản tự chấm
# id    = "1"
# units = ["Đơn vị A", "Đơn vị B"]
`

// write writes the rulebook.
func (d *draft) write(id string) string {
	var b strings.Builder
	fmt.Fprintf(&b,
		"# Bộ tiêu chí lập từ bảng; kiểm tra bằng «thidua rulebook check».\n# Made of a table; check it with "+
			"«thidua rulebook check».\n\nid      = %s\n%s\n[scale]\ntotal = %s\n", quoted(id), rulesToFill, d.total)
	for _, row := range d.rows {
		fmt.Fprintf(&b, "\n[[criterion]]\ncode     = %s\ntitle    = %s\n", quoted(row.code), quoted(row.title))
		if row.printed {
			fmt.Fprintf(&b, "max      = %s\n", row.max)
		}
		if row.assessor != "" {
			fmt.Fprintf(&b, "assessor = %s\n", quoted(row.assessor))
		}
		if row.children == 0 && len(row.evidence) > 0 {
			b.WriteString("evidence = [\n")
			for _, e := range row.evidence {
				fmt.Fprintf(&b, "  %s,\n", quoted(e))
			}
			b.WriteString("]\n")
		}
	}
	return b.String()
}
