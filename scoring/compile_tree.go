package scoring

import (
	"fmt"
	"regexp"
	"strings"

	"thidua/scoring/lang"
)

// codeForm is how criteria are numbered: letters and digits with points between them, as the paper has it.
var codeForm = regexp.MustCompile(`^[\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*$`)

// tree finds parents from codes and gives every node the range of scored criteria at or below it. One wrong code can
// leave all that stands below it without a place: only the code is reported.
func (c *compiler) tree() {
	b := c.book
	b.byCode = make(map[string]int, len(b.Criteria))
	if len(b.Criteria) == 0 {
		c.stray = true
		c.fault("criterion", lang.Sayf("chưa có tiêu chí nào", "there are no criteria"),
			lang.Sayf("thêm các bảng [[criterion]]", "add [[criterion]] tables"))
	}
	p := placing{compiler: c, lost: make([]bool, len(b.Criteria)), missing: map[string]bool{}, beside: -1}
	for i := range b.Criteria {
		n := &b.Criteria[i]
		n.Parent = -1
		if !p.coded(i) || !p.parent(i) {
			p.lost[i], c.stray = true, true
			continue
		}
		p.place(i)
		if n.Assessor == "" && n.Parent >= 0 {
			n.Assessor, n.With = b.Criteria[n.Parent].Assessor, b.Criteria[n.Parent].With
		}
	}
}

// placing is the state of tree between one node and the next.
type placing struct {
	*compiler
	lost []bool // by criterion: its code is none, or there is no place for it
	open []int  // the nodes whose range is not finished, outermost first
	// the code of the node before, if it is wrong: this node may have been meant to lie below it
	broken  string
	missing map[string]bool // fields that were reported as missing, or that a broken code stands for
	beside  int             // the field beside which nodes stand that belong below it; -1 if none
}

// coded notes a node's code; false, with a fault, if it has none of its own.
func (p *placing) coded(i int) bool {
	b, n := p.book, &p.book.Criteria[i]
	path := fmt.Sprintf("criterion[%d].code", i)
	first, twice := b.byCode[n.Code]
	switch {
	case !codeForm.MatchString(n.Code):
		p.fault(path, lang.Sayf("%q không phải là mã tiêu chí", "%q is not a criterion's code", n.Code),
			lang.Sayf(`viết như "3.1.2" hay "I.1.a"`, `write it like "3.1.2" or "I.1.a"`))
	case twice:
		p.fault(path, lang.Sayf("mã %s có hai lần", "code %s appears twice", n.Code),
			lang.Sayf("đổi một trong hai (%s và %s)",
				"change one of the two (%s and %s)", b.Criteria[first].Label(), n.Label()))
	default:
		b.byCode[n.Code] = i
		return true
	}
	p.broken = n.Code
	if n.Code == "" {
		p.broken = "?"
	}
	return false
}

// parent finds the node whose code is the longest proper prefix of this one's; false if there is none and there should
// be.
func (p *placing) parent(i int) bool {
	n := &p.book.Criteria[i]
	dot := strings.LastIndex(n.Code, ".")
	if dot < 0 {
		p.broken = ""
		return true
	}
	above := n.Code[:dot]
	at, ok := p.book.byCode[above]
	if !ok {
		if !p.missing[above] && !p.stoodFor(above) {
			p.fault(fmt.Sprintf("criterion[%d].code", i),
				lang.Sayf("tiêu chí %s không có mục cha %s", "criterion %s has no field %s above it", n.Code, above),
				lang.Sayf("thêm mục %s phía trước, hoặc sửa mã", "add %s before it, or mend the code", above))
		}
		p.missing[above] = true
		return false
	}
	p.broken = ""
	if p.lost[at] {
		return false
	}
	n.Parent = at
	return true
}

// stoodFor reports whether the broken code of the node before may be that of a field which is missing: it is no code at
// all, or one of the same depth that another node has.
func (p *placing) stoodFor(above string) bool {
	return p.broken != "" &&
		(!codeForm.MatchString(p.broken) || strings.Count(p.broken, ".") == strings.Count(above, "."))
}

// place puts a node below its parent.
func (p *placing) place(i int) {
	b, n := p.book, &p.book.Criteria[i]
	for len(p.open) > 0 && p.open[len(p.open)-1] != n.Parent {
		p.open = p.open[:len(p.open)-1]
	}
	switch {
	case n.Parent < 0:
		p.beside = -1
	case len(p.open) == 0 && n.Parent != p.beside:
		p.beside = n.Parent
		p.fault(fmt.Sprintf("criterion[%d].code", i),
			lang.Sayf("tiêu chí %s không nằm liền sau mục %s",
				"criterion %s does not stand below its field %s", n.Code, b.Criteria[n.Parent].Code),
			lang.Sayf("đặt nó ngay sau các tiêu chí cùng mục", "put it right after the other criteria of that field"))
	}
	n.Depth = len(p.open)
	n.Scored = i+1 == len(b.Criteria) || !strings.HasPrefix(b.Criteria[i+1].Code, n.Code+".")
	n.First = len(b.leaves)
	if n.Scored {
		b.leaves = append(b.leaves, i)
	}
	p.open = append(p.open, i)
	for _, o := range p.open {
		b.Criteria[o].Last, b.Criteria[o].End = len(b.leaves), i+1
	}
}
