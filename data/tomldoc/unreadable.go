package tomldoc

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"thidua/scoring/lang"
)

// CannotRead says why a file or folder could not be read, without its name.
func CannotRead(err error) lang.Text {
	var path *os.PathError
	named := errors.As(err, &path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return lang.Sayf("không có tệp này", "there is no such file")
	case errors.Is(err, os.ErrPermission) && named && closed(path.Path):
		return lang.Sayf("không được quyền vào thư mục chứa tệp", "the folder of the file may not be entered")
	case errors.Is(err, os.ErrPermission):
		return lang.Sayf("không được quyền đọc tệp", "the file may not be read")
	case errors.Is(err, syscall.EISDIR):
		return lang.Sayf("đây là thư mục, không phải tệp", "this is a folder, not a file")
	case errors.Is(err, syscall.ENOTDIR):
		return lang.Sayf("đường dẫn đi qua một tệp như qua thư mục",
			"the path goes through a file as if it were a folder")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return lang.Sayf("tên tệp quá dài", "the file's name is too long")
	case errors.Is(err, syscall.ELOOP):
		return lang.Sayf("các liên kết dẫn vòng tròn", "the links go round in a circle")
	}
	if named {
		err = path.Err
	}
	return lang.Sayf("không đọc được tệp (hệ thống báo: %v)", "the file cannot be read (the system says: %v)", err)
}

// closed reports whether a file cannot even be looked at, because a folder on the way to it may not be entered.
func closed(file string) bool {
	_, err := os.Lstat(file)
	return errors.Is(err, os.ErrPermission) && filepath.Dir(file) != file
}
