package sheet

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"thidua/data/finding"
	"thidua/data/rulebook"
	"thidua/data/tomldoc"
	"thidua/data/workbook"
	"thidua/scoring/lang"
)

// Files lists the sheets that a path names: a file as it is, a folder by what it holds, in order of name. A folder that
// gives none is a finding.
func Files(path string) (files []string, found finding.List) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	for _, e := range entries {
		if e.IsDir() || !isSheet(e.Name()) {
			continue
		}
		file := filepath.Join(path, e.Name())
		if _, err := os.Stat(file); errors.Is(err, os.ErrPermission) {
			found.Add(path, 0, lang.Sayf("không được quyền vào thư mục", "the folder may not be entered"),
				lang.Sayf("thêm quyền x cho thư mục, như «chmod u+x»",
					"give the folder the right x, as by «chmod u+x»"))
			return nil, found
		}
		files = append(files, file)
	}
	switch {
	case errors.Is(err, os.ErrPermission):
		found.Add(path, 0, lang.Sayf("không được quyền đọc thư mục", "the folder may not be read"),
			lang.Sayf("thêm quyền đọc cho thư mục, như «chmod u+r»",
				"give the right to read the folder, as by «chmod u+r»"))
	case err != nil:
		found.Add(path, 0, tomldoc.CannotRead(err),
			lang.Sayf("kiểm tra ổ đĩa, rồi thử lại", "check the disk, then try again"))
	case len(files) == 0:
		found.Add(path, 0, lang.Sayf("thư mục không có bản tự chấm nào", "the folder holds no sheets"),
			lang.Sayf("bỏ các tệp .xlsx, .csv hoặc .toml của các đơn vị vào đó",
				"put the units' .xlsx, .csv or .toml files there"))
	}
	return files, found
}

// isSheet reports whether a file of that name in a folder is meant to be a sheet, and not something that an office
// program or another system put there for itself.
func isSheet(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return (ext == ".toml" || workbook.Is(name)) && !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$")
}

// Open reads one file of whatever format as the document of a sheet. A workbook is read by a rulebook, and with what is
// known of it from elsewhere.
func Open(file string, book *rulebook.Book, hint workbook.Hint) (*tomldoc.Doc, finding.List) {
	if !workbook.Is(file) {
		return tomldoc.Load(file)
	}
	b, found := workbook.Open(file)
	if b == nil {
		return nil, found
	}
	return b.Sheet(book, hint)
}
