package scoring

import (
	"slices"
	"strings"

	"thidua/scoring/lang"
)

// Minute is a line of the minutes about the meeting as a whole: what was said, by whom, in which section. It changes no
// number. It belongs to the sitting in which it falls; one that corrects another stands in the place of that one.
type Minute struct {
	Section   Section
	Speaker   Person // optional
	Text      string
	Unit      string // optional: about whom it is
	Criterion string // optional: a criterion or field
	Corrects  int    // optional: the decision that put the line on record which it replaces
}

// Section is where in the minutes a line stands.
type Section string

// The sections.
const (
	SectionOpening    Section = "opening"
	SectionReport     Section = "report"
	SectionDiscussion Section = "discussion"
	SectionProposal   Section = "proposal"
	SectionRemarks    Section = "remarks"
	SectionConclusion Section = "conclusion"
)

// Sections are all sections, in the order in which minutes have them.
func Sections() []Section {
	return []Section{SectionOpening, SectionReport, SectionDiscussion, SectionProposal, SectionRemarks,
		SectionConclusion}
}

// Name is what people call the section.
func (x Section) Name() lang.Text {
	switch x {
	case SectionOpening:
		return lang.Text{VI: "khai mạc", EN: "opening"}
	case SectionReport:
		return lang.Text{VI: "báo cáo", EN: "report"}
	case SectionDiscussion:
		return lang.Text{VI: "thảo luận", EN: "discussion"}
	case SectionProposal:
		return lang.Text{VI: "kiến nghị, đề xuất", EN: "proposals"}
	case SectionRemarks:
		return lang.Text{VI: "ý kiến của đại biểu", EN: "remarks of guests"}
	case SectionConclusion:
		return lang.Text{VI: "kết luận", EN: "conclusion"}
	}
	return lang.Both(string(x))
}

// KindMinute is the kind of Minute.
const KindMinute Kind = "minute"

// Kind is KindMinute.
func (Minute) Kind() Kind { return KindMinute }

func (a Minute) unit() string { return a.Unit }
func (a Minute) node() string { return a.Criterion }

// line is a line of the minutes with all its corrections.
type line struct {
	seq  int // the decision that put it on record
	cell *cell[Minute]
}

// stands is the newest wording of the line; false where the line itself does not count any more.
func (l line) stands() (*cell[Minute], bool) {
	first := false
	l.cell.each(func(c *cell[Minute]) { first = first || c.dec.Seq == l.seq })
	return l.cell.top(), first
}

func (a Minute) enter(s *State, d *Decision) error {
	if err := a.check(s); err != nil {
		return err
	}
	seq := d.Seq
	if a.Corrects > 0 {
		seq = a.Corrects
		i, found := s.line(seq)
		if found {
			_, found = s.sat.said[i].stands()
		}
		if !found {
			return refuse(ErrSitting, lang.Sayf("số %d không phải là một dòng biên bản đang có",
				"decision %d is no line of the minutes that stands", seq),
				lang.Sayf("ghi số của dòng cần sửa, hoặc bỏ corrects để ghi dòng mới",
					"give the number of the line to correct, or leave out corrects for a new one"))
		}
	}
	s.putLine(seq, func(c *cell[Minute]) *cell[Minute] { return c.put(d, a) })
	return nil
}

func (a Minute) leave(s *State, d *Decision) error {
	seq := d.Seq
	if a.Corrects > 0 {
		seq = a.Corrects
	}
	s.putLine(seq, func(c *cell[Minute]) *cell[Minute] { return c.mark(d.Seq, false) })
	return nil
}

func (a Minute) check(s *State) error {
	if !slices.Contains(Sections(), a.Section) {
		return refuse(ErrSitting, lang.Sayf("biên bản không có phần %q", "minutes have no section %q",
			string(a.Section)), lang.Sayf("dùng opening, report, discussion, proposal, remarks hoặc conclusion",
			"use opening, report, discussion, proposal, remarks or conclusion"))
	}
	if strings.TrimSpace(a.Text) == "" {
		return refuse(ErrNoReason, lang.Sayf("dòng biên bản không có nội dung", "the line of the minutes says nothing"),
			lang.Sayf("ghi nội dung", "write something"))
	}
	if err := a.Speaker.named(); err != nil {
		return err
	}
	if a.Unit != "" {
		_, u, err := s.unit(a.Unit)
		if err != nil || a.Criterion == "" {
			return err
		}
		_, err = s.node(u, a.Criterion)
		return err
	}
	if _, ok := s.book.Index(a.Criterion); a.Criterion != "" && !ok {
		return refuse(ErrUnknownCode,
			lang.Sayf("bộ tiêu chí không có mã %q", "the rulebook has no criterion %q", a.Criterion),
			lang.Sayf("xem mã bằng «thidua rulebook show %s»",
				"see the codes with «thidua rulebook show %s»", s.book.ID))
	}
	return nil
}

// line finds a line by the decision that put it on record, or where it would stand.
func (s *State) line(seq int) (int, bool) {
	return slices.BinarySearchFunc(s.sat.said, seq, func(l line, seq int) int { return l.seq - seq })
}

// putLine changes what counts of a line.
func (s *State) putLine(seq int, change func(*cell[Minute]) *cell[Minute]) {
	i, found := s.line(seq)
	s.sat.said = slices.Clone(s.sat.said)
	if !found {
		s.sat.said = slices.Insert(s.sat.said, i, line{seq: seq})
	}
	s.sat.said[i].cell = change(s.sat.said[i].cell)
}

// Statement is a line of the minutes that stands.
type Statement struct {
	Minute
	Line     int       // the decision that put it on record: undone, the line is gone
	Decision *Decision // that gave it its present wording
}

// Statements are the lines of a sitting's minutes, by section, then as they came.
func (s *State) Statements(x Convened) (out []Statement) {
	for _, section := range Sections() {
		for _, l := range s.sat.said {
			if c, ok := l.stands(); ok && x.Holds(l.seq) && c.value.Section == section {
				out = append(out, Statement{c.value, l.seq, c.dec})
			}
		}
	}
	return out
}
