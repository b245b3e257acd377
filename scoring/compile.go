package scoring

import (
	"fmt"
	"strings"

	"thidua/scoring/lang"
)

// Fault is something wrong with a rulebook. Path says where in dotted form, tables of a list by their place from 0:
// criterion[12].max, limit.bonus.share. A reader turns it into a line of its file.
type Fault struct {
	Path string
	What lang.Text
	Mend lang.Text
}

// Compile checks a filled-in rulebook and derives what the rest of the package needs: the tree of criteria, the set of the
// tie-break, indexes. It reports every fault, not only the first; with none the rulebook is ready and must not change any
// more.
func (b *Rulebook) Compile() []Fault {
	c := compiler{book: b}
	c.clauses()
	c.tree()
	c.sums()
	c.scales()
	c.tieBreak()
	c.limits()
	c.awards()
	c.meeting()
	c.clusters()
	return c.faults
}

type compiler struct {
	book   *Rulebook
	faults []Fault
}

func (c *compiler) fault(path string, what, mend lang.Text) {
	c.faults = append(c.faults, Fault{Path: path, What: what, Mend: mend})
}

// tree finds parents from codes and gives every node the range of scored criteria at or below it.
func (c *compiler) tree() {
	b := c.book
	b.byCode = make(map[string]int, len(b.Criteria))
	if len(b.Criteria) == 0 {
		c.fault("criterion", lang.Sayf("chưa có tiêu chí nào", "there are no criteria"),
			lang.Sayf("thêm các bảng [[criterion]]", "add [[criterion]] tables"))
	}
	var open []int // the nodes whose range is not finished, outermost first
	for i := range b.Criteria {
		n := &b.Criteria[i]
		path := fmt.Sprintf("criterion[%d]", i)
		if first, twice := b.byCode[n.Code]; twice {
			c.fault(path+".code", lang.Sayf("mã %s có hai lần", "code %s appears twice", n.Code),
				lang.Sayf("đổi một trong hai (%s và %s)", "change one of the two (%s and %s)", b.Criteria[first].Label(), n.Label()))
			continue
		}
		b.byCode[n.Code] = i
		n.Parent = c.parent(i, path)
		for len(open) > 0 && open[len(open)-1] != n.Parent {
			open = open[:len(open)-1]
		}
		if n.Parent >= 0 && len(open) == 0 {
			c.fault(path+".code", lang.Sayf("tiêu chí %s không nằm liền sau mục %s", "criterion %s does not stand below its field %s", n.Code, b.Criteria[n.Parent].Code),
				lang.Sayf("đặt nó ngay sau các tiêu chí cùng mục", "put it right after the other criteria of that field"))
		}
		n.Depth = len(open)
		n.Scored = i+1 == len(b.Criteria) || !strings.HasPrefix(b.Criteria[i+1].Code, n.Code+".")
		n.First = len(b.leaves)
		if n.Scored {
			b.leaves = append(b.leaves, i)
		}
		open = append(open, i)
		for _, o := range open {
			b.Criteria[o].Last, b.Criteria[o].End = len(b.leaves), i+1
		}
		if n.Assessor == "" && n.Parent >= 0 {
			n.Assessor, n.With = b.Criteria[n.Parent].Assessor, b.Criteria[n.Parent].With
		}
	}
}

// parent is the node whose code is the longest proper prefix of this one's, -1 at the top.
func (c *compiler) parent(i int, path string) int {
	code := c.book.Criteria[i].Code
	dot := strings.LastIndex(code, ".")
	if dot < 0 {
		return -1
	}
	p, ok := c.book.byCode[code[:dot]]
	if !ok {
		c.fault(path+".code", lang.Sayf("tiêu chí %s không có mục cha %s", "criterion %s has no field %s above it", code, code[:dot]),
			lang.Sayf("thêm mục %s phía trước, hoặc sửa mã", "add %s before it, or mend the code", code[:dot]))
		return -1
	}
	return p
}

// sums gives fields without a printed maximum the sum of their parts, and compares the printed ones with it.
func (c *compiler) sums() {
	b := c.book
	sum := make([]Points, len(b.Criteria))
	var total Points
	for i := len(b.Criteria) - 1; i >= 0; i-- {
		n := &b.Criteria[i]
		path := fmt.Sprintf("criterion[%d].max", i)
		switch {
		case n.Scored && !n.Printed:
			c.fault(fmt.Sprintf("criterion[%d]", i), lang.Sayf("tiêu chí %s chưa có điểm tối đa", "criterion %s has no maximum", n.Code),
				lang.Sayf("thêm max = …", "add max = …"))
		case n.Scored && n.Max <= 0:
			c.fault(path, lang.Sayf("điểm tối đa của %s phải lớn hơn 0", "the maximum of %s must be above 0", n.Code), lang.Text{})
		case !n.Scored && !n.Printed:
			n.Max = sum[i]
		case !n.Scored && n.Max != sum[i]:
			c.fault(path, lang.Sayf("điểm tối đa của %s là %s, nhưng các phần cộng lại được %s", "the maximum of %s is %s, but its parts add up to %s", n.Code, n.Max, sum[i]),
				lang.Sayf("sửa số này hoặc các phần bên dưới", "mend this figure or the parts below it"))
		}
		if n.Parent >= 0 {
			sum[n.Parent] += n.Max
		} else {
			total += n.Max
		}
	}
	if total != b.Total {
		c.fault("scale.total", lang.Sayf("tổng ghi là %s, nhưng các lĩnh vực cộng lại được %s", "the total is given as %s, but the fields add up to %s", b.Total, total),
			lang.Sayf("sửa tổng hoặc điểm tối đa của các lĩnh vực", "mend the total or the maxima of the fields"))
	}
	if total > MaxPoints {
		c.fault("scale.total", lang.Sayf("tổng quá lớn", "the total is too large"), lang.Sayf("tối đa %s", "at most %s", MaxPoints))
	}
}

// scales checks bands: from the highest rate down to 0, each giving less.
func (c *compiler) scales() {
	for i, n := range c.book.Criteria {
		path := fmt.Sprintf("criterion[%d]", i)
		if !n.Scored {
			if n.Scale != ScalePercent || len(n.Evidence) > 0 || len(n.Bands) > 0 {
				c.fault(path, lang.Sayf("mục %s không chấm điểm riêng nên không có cách chấm hay minh chứng", "%s is a field: it has no scale or evidence of its own", n.Code),
					lang.Sayf("chuyển xuống các tiêu chí bên dưới", "move them to the criteria below it"))
			}
			continue
		}
		if (n.Scale == ScaleBands) != (len(n.Bands) > 0) {
			c.fault(path, lang.Sayf("tiêu chí %s: bands và kind = \"bands\" phải đi cùng nhau", "criterion %s: bands and kind = \"bands\" go together", n.Code), lang.Text{})
			continue
		}
		for j, band := range n.Bands {
			last := j == len(n.Bands)-1
			if j > 0 && (band.From >= n.Bands[j-1].From || band.Gives >= n.Bands[j-1].Gives) || last && band.From != 0 {
				c.fault(path+".bands", lang.Sayf("các mức của %s không giảm dần đến 0", "the bands of %s do not go down to 0", n.Code),
					lang.Sayf("xếp from và gives giảm dần, mức cuối from = 0", "order from and gives downwards, the last with from = 0"))
				break
			}
		}
	}
}

// tieBreak marks the criteria of the tie-break's set.
func (c *compiler) tieBreak() {
	b := c.book
	for i, name := range b.TieBreak.Assessors {
		found := false
		for _, leaf := range b.leaves {
			if n := &b.Criteria[leaf]; n.Assessor == name {
				n.Level, found = true, true
			}
		}
		if !found {
			c.fault("tiebreak.assessors", lang.Sayf("không tiêu chí nào do %q đánh giá", "no criterion is assessed by %q", name),
				lang.Sayf("kiểm tra cách viết tên thứ %d", "check how name %d is written", i+1))
		}
	}
	for _, code := range b.TieBreak.Codes {
		at, ok := b.byCode[code]
		if !ok {
			c.fault("tiebreak.criteria", lang.Sayf("không có tiêu chí %s", "there is no criterion %s", code), lang.Sayf("sửa mã", "mend the code"))
			continue
		}
		for _, leaf := range b.leaves[b.Criteria[at].First:b.Criteria[at].Last] {
			b.Criteria[leaf].Level = true
		}
	}
}
