package scoring

import (
	"fmt"

	"thidua/scoring/lang"
)

// Fault is something wrong with a rulebook. Path says where in dotted form, tables of a list by their place from 0:
// criterion[12].max, limit.bonus.share. A reader turns it into a line of its file.
type Fault struct {
	Path string
	What lang.Text
	Mend lang.Text

	// After are other places that decide about this one, [] standing for any place in a list: criterion[].assessor.
	// Where a reader could not read what stands there, the fault says nothing new.
	After []string
}

// Compile checks a filled-in rulebook and derives what the rest of the package needs: the tree of criteria, the set of
// the tie-break, indexes. It reports every fault, not only the first; with none the rulebook is ready and must not
// change any more.
func (b *Rulebook) Compile() []Fault {
	c := compiler{book: b}
	b.leaves = nil // a copy of a rulebook that is ready may be changed and made ready again
	c.clauses()
	c.tree()
	c.sums()
	c.scales()
	c.tieBreak()
	c.limits()
	c.gradings()
	c.awards()
	c.meeting()
	c.election()
	c.deadlines()
	c.clusters()
	return c.faults
}

type compiler struct {
	book   *Rulebook
	faults []Fault
	stray  bool // some criteria have no place: what is missing elsewhere may be one of them
}

func (c *compiler) fault(path string, what, mend lang.Text, after ...string) {
	c.faults = append(c.faults, Fault{Path: path, What: what, Mend: mend, After: after})
}

// tieBreak marks the criteria of the tie-break's set.
func (c *compiler) tieBreak() {
	b := c.book
	if c.stray {
		return
	}
	for i, name := range b.TieBreak.Assessors {
		found := false
		for _, leaf := range b.leaves {
			if n := &b.Criteria[leaf]; n.Assessor == name {
				n.Level, found = true, true
			}
		}
		if !found {
			c.fault(fmt.Sprintf("tiebreak.assessors[%d]", i),
				lang.Sayf("không tiêu chí nào do %q đánh giá", "no criterion is assessed by %q", name),
				lang.Sayf("kiểm tra cách viết tên thứ %d", "check how name %d is written", i+1), "criterion[].assessor")
		}
	}
	for i, code := range b.TieBreak.Codes {
		at, ok := b.byCode[code]
		if !ok {
			c.fault(fmt.Sprintf("tiebreak.criteria[%d]", i),
				lang.Sayf("không có tiêu chí %s", "there is no criterion %s", code),
				lang.Sayf("sửa mã", "mend the code"))
			continue
		}
		for _, leaf := range b.leaves[b.Criteria[at].First:b.Criteria[at].Last] {
			b.Criteria[leaf].Level = true
		}
	}
}
