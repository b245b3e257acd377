package appraisal

import (
	"fmt"
	"path/filepath"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// judge takes one score into the batch, or says what is wrong with it.
func (r *reader) judge(x score) {
	u, c := r.state.Units()[x.at.unit], &r.book.Criteria[x.at.node]
	if !u.HasSheet() {
		r.fail(x, lang.Sayf("%s không có bản tự chấm (%s)", "%s has no sheet (%s)", u.Name(), u.Without()),
			lang.Text{VI: "bỏ điểm của đơn vị này, hoặc bổ sung bản tự chấm bằng «thidua apply»",
				EN: "leave the unit's scores out, or bring its sheet in with «thidua apply»"})
		return
	}
	if !u.Applies(x.at.node) {
		r.fail(x, lang.Sayf("tiêu chí %s không áp dụng cho %s", "criterion %s does not apply to %s", c.Code, u.Name()),
			lang.Text{VI: "bỏ điểm này", EN: "leave the score out"})
		return
	}
	if !scores(c, x.department) {
		if r.repeats(x) {
			r.batch.Passed++
			return
		}
		r.fail(x, lang.Sayf("%s không chấm tiêu chí %s: tiêu chí này do %s đánh giá",
			"%s does not score criterion %s, which is assessed by %s", x.department, c.Code, assessedBy(c)),
			lang.Text{VI: "bỏ điểm này, hoặc nêu đúng đơn vị đánh giá bằng --assessor",
				EN: "leave the score out, or name the right department by --assessor"})
		return
	}
	if was, twice := r.first[x.at]; twice {
		r.twice(x, was)
		return
	}
	r.first[x.at] = x
	r.record(x)
}

// repeats reports whether a score is what stands anyway, as in a form in which everything else was left as it came.
func (r *reader) repeats(x score) bool {
	u := r.state.Units()[x.at.unit]
	for _, st := range []scoring.Stage{scoring.Self, scoring.Agreed, scoring.Appraised} {
		if m, ok := u.Mark(st, x.at.node); ok && m == x.mark {
			return true
		}
	}
	return false
}

// twice is a second score in the same batch for what has one: the same says nothing new.
func (r *reader) twice(x, was score) {
	if x.mark == was.mark {
		r.batch.Same++
		return
	}
	c := &r.book.Criteria[x.at.node]
	r.fail(x, lang.Sayf("%s %s: %s ở đây, %s ở %s", "%s %s: %s here, %s in %s", r.units[x.at.unit], c.Code,
		c.Said(x.mark), c.Said(was.mark), lang.Both(was.place())),
		lang.Text{VI: "giữ lại một trong hai", EN: "keep one of the two"})
}

// place says where a score stands.
func (x score) place() string {
	name := filepath.Base(x.file)
	switch {
	case x.cell != "":
		return name + " [" + x.cell + "]"
	case x.line > 0:
		return fmt.Sprintf("%s:%d", name, x.line)
	}
	return name
}

// record makes a decision of a score, unless it is on record already.
func (r *reader) record(x score) {
	u, c := r.state.Units()[x.at.unit], &r.book.Criteria[x.at.node]
	if was, d, ok := u.AppraisedAt(x.at.node); ok {
		if was.Mark == x.mark {
			r.batch.Same++
			return
		}
		if !r.options.Replace {
			r.fail(x, lang.Sayf("%s %s đã được thẩm định: %s, ở quyết định số %d", "%s %s is appraised already: %s, "+
				"by decision %d", u.Name(), c.Code, c.Said(was.Mark), d.Seq),
				lang.Text{VI: "thêm --replace nếu đơn vị đánh giá đã sửa điểm",
					EN: "add --replace if the department has corrected its score"})
			return
		}
	}
	act := scoring.Appraise{Unit: u.Name(), Criterion: c.Code, Mark: x.mark, Assessor: x.department, Reason: x.reason,
		Source: x.name, Digest: x.digest}
	r.batch.Items = append(r.batch.Items,
		decision.Item{Decision: scoring.Decision{Act: act}, File: x.file, Line: x.line})
}
