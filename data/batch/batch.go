// Package batch reads what a meeting is given in files: decisions, and the sheets of members that had none.
package batch

import (
	"thidua/data/decision"
	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/sheet"
	"thidua/data/tomldoc"
	"thidua/data/workbook"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Load reads files for a meeting. A file of decisions gives these; a sheet gives the decision that brings it in. What
// is wrong with any of them is in the findings.
func Load(s *scoring.State, files ...string) (items []decision.Item, found finding.List) {
	r := reader{state: s}
	for _, u := range s.Units() {
		r.units = append(r.units, u.Name())
	}
	for _, file := range files {
		doc, bad := sheet.Open(file, r.book(), workbook.Hint{Year: s.Year()})
		found = append(found, bad...)
		if doc == nil {
			continue
		}
		items = append(items, r.read(doc)...)
		found = append(found, doc.Findings...)
	}
	return items, found.Sorted()
}

// Sheet reads the sheet of a unit that had none from a file, as the decision that brings it in. The error is a
// finding.List.
func Sheet(s *scoring.State, file string) ([]scoring.Act, error) {
	items, found := Load(s, file)
	var acts []scoring.Act
	for _, item := range items {
		if _, ok := item.Act.(scoring.HandIn); !ok {
			found = finding.List{{File: file, Line: item.Line,
				What: lang.Sayf("tệp này là quyết định, không phải bản tự chấm",
					"this is a file of decisions and no sheet"),
				Mend: lang.Sayf("ghi bằng «thidua apply» khi cuộc họp không mở",
					"record it with «thidua apply» while the meeting is not open")}}
			break
		}
		acts = append(acts, item.Act)
	}
	return acts, found.Err()
}

type reader struct {
	state *scoring.State
	units []string
}

// read reads one document.
func (r reader) read(doc *tomldoc.Doc) (items []decision.Item) {
	if sheet.Is(doc) && !decision.Is(doc) {
		sh := r.sheet(doc)
		if len(doc.Findings) > 0 {
			return nil
		}
		act := scoring.HandIn{Unit: sh.Unit, Text: doc.Source, Sheet: sh}
		return []decision.Item{{Decision: scoring.Decision{Act: act}, File: doc.File}}
	}
	for _, item := range decision.Read(doc, rulebook.Names(r.state.Rulebook(), r.units), r.state.Rulebook()) {
		if act, ok := item.Act.(scoring.HandIn); ok {
			sh, bad := r.within(act, item)
			if doc.Findings = append(doc.Findings, bad...); len(bad) > 0 {
				continue
			}
			act.Sheet = sh
			item.Act = act
		}
		items = append(items, item)
	}
	return items
}

// sheet reads a document as the sheet of a unit of the meeting.
func (r reader) sheet(doc *tomldoc.Doc) *scoring.Sheet {
	return sheet.Read(doc, r.book(), sheet.Expect{Cluster: r.state.Cluster(), Year: r.state.Year(), Units: r.units})
}

// book is the meeting's rulebook with the text that its record holds, and with its units.
func (r reader) book() *rulebook.Book {
	return &rulebook.Book{Rulebook: r.state.Rulebook(), Text: r.state.RulebookText(),
		Units: rulebook.Names(r.state.Rulebook(), r.units)}
}

// within reads the sheet that stands in a decision as the text of a file. Its lines are counted from its own first one.
func (r reader) within(act scoring.HandIn, item decision.Item) (*scoring.Sheet, finding.List) {
	doc, found := tomldoc.Parse(act.Unit, []byte(act.Text))
	var sh *scoring.Sheet
	if doc != nil {
		sh = r.sheet(doc)
		found = append(found, doc.Findings...)
	}
	for i := range found {
		found[i] = finding.Finding{File: item.File, Line: item.Line, About: found[i].About,
			What: lang.Sayf("bản tự chấm trong text, dòng %d: %s", "the sheet in text, line %d: %s", found[i].Line,
				found[i].What), Mend: found[i].Mend}
	}
	return sh, found
}
