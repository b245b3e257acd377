package appraisal

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thidua/data/clean"
	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// maxFile is the largest file that is read: of a larger one who reads it says so.
const maxFile = 16<<20 + 1

// source is a file that is being read.
type source struct {
	file, name, digest, department string
}

// score is what a file gives a unit on a criterion, and where.
type score struct {
	source
	line   int
	cell   string
	at     place
	mark   scoring.Mark
	reason string
}

// file reads one file, whatever its form.
func (r *reader) file(file string) {
	text, err := read(file)
	if err != nil {
		r.found.Add(file, 0, tomldoc.CannotRead(err),
			lang.Text{VI: "kiểm tra đường dẫn và quyền đọc", EN: "check the path and that it may be read"})
		return
	}
	sum := sha256.Sum256(text)
	from := source{file: file, name: clean.Line(filepath.Base(file)), digest: hex.EncodeToString(sum[:])}
	if workbook.Is(file) {
		r.workbook(from, text)
		return
	}
	doc, found := tomldoc.Parse(file, text)
	r.found = append(r.found, found...)
	switch {
	case doc == nil:
	case decision.Is(doc):
		r.decisions(from, doc)
	default:
		root := doc.Root()
		if r.department(&from, root.String("assessor"), doc.Line("assessor")) {
			r.sheet(from, doc)
		}
	}
}

func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile))
}

// department notes whose file it is: as was said, as the file says, or as it is called.
func (r *reader) department(from *source, written string, line int) bool {
	if r.options.Assessor != "" {
		written = r.options.Assessor
	}
	if written == "" {
		from.department = r.departments.ofFile(from.file)
		return true
	}
	name, ok := r.departments.find(written)
	if !ok {
		what, mend := r.departments.unknown(written)
		r.found.Add(from.file, line, what, mend)
	}
	from.department = name
	return ok
}

// workbook reads a file of cells: the form, a table of one unit, or one of several.
func (r *reader) workbook(from source, text []byte) {
	b, found := workbook.Parse(from.file, text)
	r.found = append(r.found, found...)
	if b == nil || !r.department(&from, b.Assessor(), 0) {
		return
	}
	if b.RulebookID() == "" {
		if given, found, ok := b.Across(r.book); ok {
			r.found = append(r.found, found...)
			for _, g := range given {
				unit, _ := r.state.Index(g.Unit)
				r.judge(score{source: from, cell: g.Cell, at: place{unit, g.Node}, mark: g.Mark})
			}
			return
		}
	}
	doc, found := b.Sheet(r.book, workbook.Hint{Unit: r.options.Unit, Year: r.state.Year(), Appraisal: true})
	r.found = append(r.found, found...)
	if doc != nil {
		r.sheet(from, doc)
	}
}

// sheet reads the scores of one unit. What it asks for beside them is not the appraisal's.
func (r *reader) sheet(from source, doc *tomldoc.Doc) {
	sh := sheet.Read(doc, r.book, sheet.Expect{Year: r.state.Year(), Units: r.units})
	r.found = append(r.found, doc.Findings...)
	unit, ok := r.state.Index(sh.Unit)
	if !ok {
		return
	}
	if len(sh.Requests) > 0 {
		r.remark(from,
			lang.Text{VI: "đề nghị thưởng trong tệp không được ghi: điểm thưởng khi thẩm định là quyết định " +
				"bonus với stage = \"appraised\"",
				EN: "requests in the file are not recorded: a bonus of the appraisal is a decision bonus with " +
					"stage = \"appraised\""})
	}
	own := len(sh.Marks) >= fewest
	for _, at := range r.book.Leaves() {
		c := &r.book.Criteria[at]
		m, given := sh.Marks[c.Code]
		if !given {
			continue
		}
		self, _ := r.state.Units()[unit].Mark(scoring.Self, at)
		own = own && self == m
		x := score{source: from, at: place{unit, at}, mark: m, reason: reason(sh.Evidence[c.Code])}
		x.line, x.cell = where(doc, c.Code)
		r.judge(x)
	}
	if own {
		r.remark(from, lang.Sayf("mọi điểm đều đúng bằng điểm tự chấm của %s: có phải là tệp của đơn vị không?",
			"every score is what %s gave itself: is it the unit's own file?", sh.Unit))
	}
}

// fewest is how many scores a file must have before they say something about all of them.
const fewest = 5

// reason is what was written beside a score.
func reason(lines []string) string {
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], "Ghi chú: ")
	}
	return strings.Join(lines, "; ")
}

// where is the line or cell of a criterion's score.
func where(doc *tomldoc.Doc, code string) (line int, cell string) {
	for _, table := range []string{"percent", "points", "level", "count"} {
		if t := doc.Root().Table(table); t != nil && t.Has(code) {
			line = t.Line(code)
			if len(doc.Cells) > 0 && line > 0 && line <= len(doc.Cells) {
				return 0, doc.Cells[line-1]
			}
		}
	}
	return line, ""
}

// decisions reads a file of decisions: those of the appraisal, and no others.
func (r *reader) decisions(from source, doc *tomldoc.Doc) {
	items := decision.Read(doc, r.book.Units, r.book.Rulebook)
	r.found = append(r.found, doc.Findings...)
	for _, item := range items {
		switch a := item.Act.(type) {
		case scoring.Appraise:
			x := score{source: from, line: item.Line, mark: a.Mark, reason: a.Reason}
			if !r.department(&x.source, a.Assessor, item.Line) || !r.known(&x, a) {
				continue
			}
			r.judge(x)
			continue
		case scoring.Bonus:
			if a.Appraised {
				r.batch.Items = append(r.batch.Items, item)
				continue
			}
		case scoring.Penalty:
			if a.Appraised {
				r.batch.Items = append(r.batch.Items, item)
				continue
			}
		}
		r.found.Add(item.File, item.Line, lang.Sayf("quyết định %q không thuộc thẩm định",
			"the decision %q is none of the appraisal", string(item.Act.Kind())),
			lang.Text{VI: "ghi bằng «thidua apply»", EN: "record it with «thidua apply»"})
	}
}

// known finds the unit and the criterion of a decision.
func (r *reader) known(x *score, a scoring.Appraise) bool {
	unit, ok := r.state.Index(a.Unit)
	node, found := r.book.Index(a.Criterion)
	if !found || !ok || !r.book.Criteria[node].Scored {
		what, mend := lang.Sayf("bộ tiêu chí không có tiêu chí %q để chấm", "the rulebook has no criterion %q to score",
			a.Criterion),
			lang.Sayf("xem mã bằng «thidua rulebook show %s»", "see the codes with «thidua rulebook show %s»",
				r.book.ID)
		r.found.Add(x.file, x.line, what, mend)
		return false
	}
	x.at = place{unit, node}
	return true
}

// remark notes a word about a file, once.
func (r *reader) remark(from source, what lang.Text) {
	if x := (Remark{from.file, what}); !slices.Contains(r.batch.Remarks, x) {
		r.batch.Remarks = append(r.batch.Remarks, x)
	}
}

// fail notes what is wrong with a score, at its place.
func (r *reader) fail(x score, what, mend lang.Text) {
	r.found = append(r.found, finding.Finding{File: x.file, Line: x.line, Cell: x.cell, What: what, Mend: mend})
}
