package sheet

import (
	"thidua/data/clean"
	"thidua/data/names"
	"thidua/data/tomldoc"
	"thidua/scoring/lang"
)

// Owners knows which units have handed in a sheet, to find those that handed in two.
type Owners struct{ file map[string]string } // folded name of a unit -> the file of its sheet

// NewOwners knows of no sheet yet.
func NewOwners() *Owners { return &Owners{file: map[string]string{}} }

// Claim notes that a document is the sheet of a unit; false, with a finding, if that unit has one already.
func (o *Owners) Claim(doc *tomldoc.Doc, unit string) bool {
	name := names.Fold(unit)
	if first, twice := o.file[name]; twice {
		doc.Fail("unit",
			lang.Sayf("%s đã có bản tự chấm trong %s", "%s has a sheet already, in %s", unit, clean.Escape(first)),
			lang.Sayf("giữ lại một bản", "keep one of them"))
		return false
	}
	o.file[name] = doc.File
	return true
}

// Has reports whether a unit has handed in a sheet.
func (o *Owners) Has(unit string) bool { _, ok := o.file[names.Fold(unit)]; return ok }
