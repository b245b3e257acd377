package outputs

import (
	"thidua/data/export"
	"thidua/data/meeting"
	"thidua/scoring/lang"
)

// Written is what came of writing files.
type Written struct {
	Files int
	Lost  map[string][]rune // by file, the characters that the letters of papers do not have
}

// Write writes the files of some names into a folder, all or none. heard is told how far that is.
func Write(s *meeting.Snapshot, l lang.Lang, dir string, names []string,
	heard func(done, all int, name string)) (Written, error) {
	w := Written{Files: len(names), Lost: map[string][]rune{}}
	all := All(s, l, func(name string, missing []rune) { w.Lost[name] = missing })
	files, _ := Only(all, names)
	return w, export.To(dir, Files(files), heard)
}

// Said says what was written, and what has to be looked at before it is signed.
func (w Written) Said(dir string) lang.Text {
	said := lang.Sayf("✓ đã ghi %s vào %s", "✓ wrote %s into %s",
		lang.Count(w.Files, "tệp", "file", "files"), lang.Both(dir))
	for name, missing := range w.Lost {
		said = lang.Sayf("%s\n%s: chữ in không có %q, thay bằng □; xem lại trước khi ký",
			"%s\n%s: the letters of papers have no %q, □ stands for it; look at it before signing", said, name,
			string(missing))
	}
	return said
}
