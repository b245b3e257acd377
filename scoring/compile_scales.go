package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// scales checks what every criterion says of how it is scored, and gives those that do not say how scores are given
// the rulebook's way.
func (c *compiler) scales() {
	if c.stray {
		return
	}
	for i := range c.book.Criteria {
		n := &c.book.Criteria[i]
		path := fmt.Sprintf("criterion[%d]", i)
		if !n.Scored {
			c.fieldScale(path, n)
			continue
		}
		c.entry(path, n)
		c.most(path, n)
		c.bands(path, n)
		c.levels(path, n)
		c.count(path, n)
	}
}

// fieldScale checks a field, which has no score of its own.
func (c *compiler) fieldScale(path string, n *Criterion) {
	if n.Scale != ScalePercent || n.Entry != NoEntry || n.Most != 0 || n.Each != 0 || n.Floor != 0 ||
		len(n.Evidence)+len(n.Bands)+len(n.Levels) > 0 {
		c.fault(path,
			lang.Sayf("mục %s không chấm điểm riêng nên không có cách chấm hay minh chứng",
				"%s is a field: it has no scale or evidence of its own", n.Code),
			lang.Sayf("chuyển xuống các tiêu chí bên dưới", "move them to the criteria below it"))
	}
}

// entry checks how scores are given: only a part of the maximum can be given as percent or points.
func (c *compiler) entry(path string, n *Criterion) {
	switch {
	case n.Scale == ScalePercent || n.Scale == ScaleYesNo:
		if n.Entry == NoEntry {
			n.Entry = max(c.book.Entry, EntryPercent)
		}
	case n.Entry != NoEntry:
		c.fault(path+".entry",
			lang.Sayf("tiêu chí %s có kind = %q nên không có entry", "criterion %s has kind = %q and no entry",
				n.Code, n.Scale.String()),
			lang.Sayf("bỏ entry, hoặc đổi kind", "drop entry, or change kind"), "criterion[].kind")
	}
}

// most checks how far a criterion may be fulfilled beyond its maximum.
func (c *compiler) most(path string, n *Criterion) {
	switch {
	case n.Most == 0:
	case n.Scale != ScalePercent:
		c.fault(path+".most",
			lang.Sayf("tiêu chí %s có kind = %q nên không có most", "criterion %s has kind = %q and no most",
				n.Code, n.Scale.String()),
			lang.Sayf("bỏ most, hoặc đổi kind", "drop most, or change kind"), "criterion[].kind")
	case n.Most < FullPercent || n.Most > MaxPercent:
		c.fault(path+".most",
			lang.Sayf("most của %s là %s %%, phải từ 100 đến %s", "most of %s is %s %%, it must be 100 to %s", n.Code,
				n.Most, MaxPercent),
			lang.Sayf("viết như most = 150, hoặc bỏ most", "write it like most = 150, or drop most"))
	}
}

// bands checks bands: from the highest rate down to 0, each giving less, none more than the maximum.
func (c *compiler) bands(path string, n *Criterion) {
	if (n.Scale == ScaleBands) != (len(n.Bands) > 0) {
		c.fault(path,
			lang.Sayf("tiêu chí %s: bands và kind = \"bands\" phải đi cùng nhau",
				"criterion %s: bands and kind = \"bands\" go together", n.Code),
			lang.Sayf("thêm khóa còn thiếu, hoặc bỏ cả hai", "add the one that is missing, or drop both"))
		return
	}
	for j, band := range n.Bands {
		if band.worth(n.Max) > n.Max && n.Max > 0 {
			c.above(fmt.Sprintf("%s.bands[%d].points", path, j), n, band.Points)
			return
		}
		last := j == len(n.Bands)-1
		if j > 0 && (band.From >= n.Bands[j-1].From || band.worth(n.Max) >= n.Bands[j-1].worth(n.Max)) ||
			last && band.From != 0 {
			c.fault(path+".bands",
				lang.Sayf("các mức của %s không giảm dần đến 0", "the bands of %s do not go down to 0", n.Code),
				lang.Sayf("xếp from và gives giảm dần, mức cuối from = 0",
					"order from and gives downwards, the last with from = 0"), "criterion[].max")
			return
		}
	}
}

// above says that something gives more than the maximum.
func (c *compiler) above(path string, n *Criterion, p Points) {
	c.fault(path,
		lang.Sayf("%[2]s điểm là quá điểm tối đa %[3]s của %[1]s",
			"%[2]s points are more than the maximum %[3]s of %[1]s", n.Code, p, n.Max),
		lang.Sayf("sửa số điểm này, hoặc max", "mend these points, or max"), "criterion[].max")
}

// levels checks named levels: each with an id of its own and points that the criterion has.
func (c *compiler) levels(path string, n *Criterion) {
	if (n.Scale == ScaleLevels) != (len(n.Levels) > 0) {
		c.fault(path,
			lang.Sayf("tiêu chí %s: [[criterion.level]] và kind = \"levels\" phải đi cùng nhau",
				"criterion %s: [[criterion.level]] and kind = \"levels\" go together", n.Code),
			lang.Sayf("thêm phần còn thiếu, hoặc bỏ cả hai", "add the one that is missing, or drop both"))
		return
	}
	seen := map[string]bool{}
	for j, l := range n.Levels {
		at := fmt.Sprintf("%s.level[%d]", path, j)
		if l.ID != "" && seen[l.ID] {
			c.fault(at+".id",
				lang.Sayf("tiêu chí %s có mức %q hai lần", "criterion %s has the level %q twice", n.Code, l.ID),
				lang.Sayf("chọn mã khác cho một trong hai", "choose another id for one of them"))
		}
		seen[l.ID] = true
		if l.Points > n.Max && n.Max > 0 {
			c.above(at+".points", n, l.Points)
		}
	}
}

// count checks what is counted: every time takes something away, down to a floor within the maximum.
func (c *compiler) count(path string, n *Criterion) {
	if n.Scale != ScaleCount {
		if n.Each != 0 || n.Floor != 0 {
			c.fault(path,
				lang.Sayf("tiêu chí %s: each và floor chỉ đi cùng kind = \"count\"",
					"criterion %s: each and floor go with kind = \"count\" only", n.Code),
				lang.Sayf("thêm kind = \"count\", hoặc bỏ hai khóa này", "add kind = \"count\", or drop the two"))
		}
		return
	}
	if n.Each >= 0 {
		c.fault(path+".each",
			lang.Sayf("each của %s là %s: mỗi lần phải trừ đi", "each of %s is %s: every time must take away",
				n.Code, n.Each),
			lang.Sayf("viết số âm, như each = -2", "write a number below 0, such as each = -2"))
	}
	if n.Floor < 0 || n.Floor >= n.Max && n.Max > 0 {
		c.fault(path+".floor",
			lang.Sayf("floor của %s là %s, phải từ 0 đến dưới điểm tối đa %s",
				"floor of %s is %s, it must be from 0 to below the maximum %s", n.Code, n.Floor, n.Max),
			lang.Sayf("sửa floor, hoặc max", "mend floor, or max"), "criterion[].max")
	}
}
