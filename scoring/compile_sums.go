package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// sums gives fields without a printed maximum the sum of their parts, and compares the printed ones with it. Where a
// part is not known or wrong, nothing is said about the sums it is part of.
func (c *compiler) sums() {
	if c.stray {
		return
	}
	b := c.book
	sum := make([]Points, len(b.Criteria))
	unsure := make([]bool, len(b.Criteria))
	var total Points
	totalUnsure := false
	for i := len(b.Criteria) - 1; i >= 0; i-- {
		n := &b.Criteria[i]
		if !n.Scored && !n.Printed {
			n.Max = sum[i]
		}
		unsure[i] = unsure[i] || !c.maximum(i, sum[i], unsure[i])
		if n.Parent >= 0 {
			sum[n.Parent] += n.Max
			unsure[n.Parent] = unsure[n.Parent] || unsure[i]
		} else {
			total += n.Max
			totalUnsure = totalUnsure || unsure[i]
		}
	}
	switch {
	case total > MaxPoints:
		c.fault("scale.total", lang.Sayf("tổng quá lớn", "the total is too large"),
			lang.Sayf("tối đa %s", "at most %s", MaxPoints))
	case !totalUnsure && total != b.Total:
		c.fault("scale.total",
			lang.Sayf("tổng ghi là %s, nhưng các lĩnh vực cộng lại được %s",
				"the total is given as %s, but the fields add up to %s", b.Total, total),
			lang.Sayf("sửa tổng hoặc điểm tối đa của các lĩnh vực", "mend the total or the maxima of the fields"))
	}
}

// maximum checks the maximum of one node, whose parts come to sum; false, with a fault, if it is wrong.
func (c *compiler) maximum(i int, sum Points, unsure bool) bool {
	n := &c.book.Criteria[i]
	path := fmt.Sprintf("criterion[%d].max", i)
	switch {
	case n.Scored && !n.Printed:
		c.fault(path, lang.Sayf("tiêu chí %s chưa có điểm tối đa", "criterion %s has no maximum", n.Code),
			lang.Sayf("thêm max = …", "add max = …"))
	case n.Scored && n.Max <= 0:
		c.fault(path, lang.Sayf("điểm tối đa của %s phải lớn hơn 0", "the maximum of %s must be above 0", n.Code),
			lang.Sayf("sửa max", "mend max"))
	case !n.Scored && !unsure && n.Max != sum:
		c.fault(path,
			lang.Sayf("điểm tối đa của %s là %s, nhưng các phần cộng lại được %s",
				"the maximum of %s is %s, but its parts add up to %s", n.Code, n.Max, sum),
			lang.Sayf("sửa số này hoặc các phần bên dưới", "mend this figure or the parts below it"))
	default:
		return true
	}
	return false
}
