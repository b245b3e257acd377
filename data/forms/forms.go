// Package forms writes the empty self-score forms that units fill in, one or those of a whole group.
package forms

import (
	"io"
	"os"
	"path/filepath"

	"thidua/data/export"
	"thidua/data/finding"
	"thidua/data/names"
	"thidua/data/rulebook"
	"thidua/data/workbook"
	"thidua/scoring/lang"
)

// File is the form of a unit as a file of some name.
func File(book *rulebook.Book, unit, year, name string) export.File {
	return export.File{Name: name, Write: func(w io.Writer) error { return workbook.Form(w, book, unit, year) }}
}

// Files are the forms of units, each named after its unit.
func Files(book *rulebook.Book, units []string, year string) (files []export.File) {
	for _, unit := range units {
		files = append(files, File(book, unit, year, names.Slug(unit)+".xlsx"))
	}
	return files
}

// Write writes forms into a folder, all or none; heard is told how far that is, where it is not nil. A form that exists
// is never overwritten, and a finding: somebody may have filled it in.
func Write(dir string, files []export.File, heard func(done, all int, name string)) error {
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if _, err := os.Lstat(path); err == nil {
			return finding.List{{File: path, What: lang.Text{VI: "tệp đã có", EN: "the file exists"},
				Mend: lang.Text{VI: "chọn tên hoặc thư mục khác: phiếu có thể đã được điền",
					EN: "choose another name or folder: it may have been filled in"}}}
		}
	}
	return export.To(dir, files, heard)
}
