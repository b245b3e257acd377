// Package appraisal reads what the departments of the upper body gave when they appraised: sheets of units (TOML, the
// form, a plain table), tables with a column for each unit as one department has them, and files of decisions. It gives
// the decisions that take them in, or everything that is wrong with them, file by file.
//
//	appraisal.go   the files, and the batch that they make
//	read.go        one file, whatever its form
//	departments.go which department a file is of, and which criteria it scores
//	judge.go       what one score comes to beside the others and beside what is on record
package appraisal

import (
	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Options are what is said of the files beside what they say themselves.
type Options struct {
	Assessor string // the department whose files they are; empty: as each of them says
	Unit     string // whose a table is that does not say so
	Replace  bool   // a department has corrected itself: its scores take the place of those on record
}

// Batch is what files give.
type Batch struct {
	Items   []decision.Item // to be recorded, all or none
	Same    int             // scores that are on record already
	Passed  int             // scores of other departments' criteria that only repeat what stands
	Remarks []Remark        // what is worth a word and stops nothing
}

// Remark is a word about a file.
type Remark struct {
	File string
	What lang.Text
}

// Read reads files and folders for a meeting. What is wrong with any of them is in the findings; then nothing of the
// batch is to be recorded.
func Read(s *scoring.State, o Options, paths ...string) (Batch, finding.List) {
	r := newReader(s, o)
	for _, path := range paths {
		files, found := sheet.Files(path)
		r.found = append(r.found, found...)
		for _, file := range files {
			r.file(file)
		}
	}
	if len(r.found) == 0 && len(r.batch.Items)+r.batch.Same == 0 {
		r.found.Add(paths[0], 0, lang.Text{VI: "không có điểm thẩm định nào", EN: "there is no score of the appraisal"},
			lang.Text{VI: "điền điểm vào cột của đơn vị, hoặc bỏ tệp này",
				EN: "fill in the scores of the units, or leave the file out"})
	}
	return r.batch, r.found.Sorted()
}

// reader gathers what the files give.
type reader struct {
	state       *scoring.State
	book        *rulebook.Book // with the units of the meeting
	units       []string
	options     Options
	departments departments

	batch Batch
	found finding.List
	first map[place]score // by what it is about, of this batch
}

// place is a unit and a criterion.
type place struct{ unit, node int }

func newReader(s *scoring.State, o Options) *reader {
	r := &reader{state: s, options: o, departments: departmentsOf(s.Rulebook()), first: map[place]score{}}
	for _, u := range s.Units() {
		r.units = append(r.units, u.Name())
	}
	r.book = &rulebook.Book{Rulebook: s.Rulebook(), Text: s.RulebookText(),
		Units: rulebook.Names(s.Rulebook(), r.units)}
	return r
}
