package record

import (
	"errors"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"thidua/scoring/lang"
)

// code is SQLite's extended result code of an error, 0 if it is none of SQLite's.
func code(err error) int {
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// badPath makes an Error of a path that leads nowhere.
func badPath(path string, err error) error {
	why := lang.Sayf("liên kết vòng quanh", "its links go in a circle") // this the library says in words only
	switch {
	case errors.Is(err, fs.ErrPermission):
		return explain(path, err)
	case errors.Is(err, syscall.ENOTDIR):
		why = lang.Sayf("một phần của nó là tệp, không phải thư mục", "a part of it is a file, not a folder")
	case errors.Is(err, syscall.ENAMETOOLONG):
		why = lang.Sayf("tên quá dài", "the name is too long")
	case errors.As(err, new(syscall.Errno)) && !errors.Is(err, syscall.ELOOP):
		return explain(path, err)
	}
	return &Error{path, lang.Sayf("đường dẫn không dùng được: %s", "the path cannot be used: %s", why),
		lang.Sayf("kiểm tra lại đường dẫn", "check the path"), err}
}

// explain makes an Error of what SQLite or the operating system said about a file.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	if t := (*Error)(nil); errors.As(err, &t) {
		return t
	}
	c := code(err)
	switch {
	case errors.Is(err, syscall.ENAMETOOLONG):
		return badPath(path, err)
	case c&0xff == codes.SQLITE_NOTADB:
		return notMeeting(path, err)
	case c&0xff == codes.SQLITE_CORRUPT, c == codes.SQLITE_IOERR_SHORT_READ, c == codes.SQLITE_IOERR_CORRUPTFS:
		return damaged(path, lang.Sayf("tệp bị hỏng hoặc bị cắt ngắn", "the file is damaged or cut short"), err)
	// also no room for the -shm file
	case c&0xff == codes.SQLITE_FULL, c == codes.SQLITE_IOERR_SHMSIZE, c == codes.SQLITE_IOERR_IN_PAGE,
		errors.Is(err, errNoSpace):
		return &Error{path, lang.Sayf("ổ đĩa đầy", "the disk is full"),
			lang.Sayf("giải phóng chỗ trên ổ đĩa rồi ghi lại", "free some space, then repeat"), join(ErrFull, err)}
	case c&0xff == codes.SQLITE_READONLY, c&0xff == codes.SQLITE_PERM, errors.Is(err, fs.ErrPermission),
		errors.Is(err, errReadOnlyDisk):
		return &Error{path,
			lang.Sayf("không ghi được: tệp hoặc thư mục chỉ cho đọc",
				"cannot be written: the file or its folder is read-only"),
			lang.Sayf("chép tệp sang thư mục ghi được, hoặc chỉ mở để xem (open --read-only)",
				"copy the file to a folder that can be written, or open it only to read (open --read-only)"),
			join(fs.ErrPermission, err)}
	case c&0xff == codes.SQLITE_CANTOPEN:
		return &Error{path,
			lang.Sayf("không mở được tệp, hoặc tệp -wal, -shm bên cạnh",
				"the file, or -wal or -shm beside it, cannot be opened"),
			lang.Sayf("kiểm tra quyền đọc; nếu thư mục chỉ cho đọc, chép cả các tệp đi kèm sang thư mục ghi được",
				"check the permissions; if the folder is read-only, copy the file and those beside it to one that "+
					"can be written"), join(fs.ErrPermission, err)}
	case c&0xff == codes.SQLITE_BUSY, c&0xff == codes.SQLITE_LOCKED:
		return &Error{path, lang.Sayf("chương trình khác đang dùng tệp", "another program is using the file"),
			lang.Sayf("đóng chương trình đó rồi thử lại", "close it, then try again"), join(ErrBusy, err)}
	case errors.Is(err, fs.ErrNotExist):
		return &Error{path, lang.Sayf("không có tệp này", "there is no such file"),
			lang.Sayf("kiểm tra lại tên tệp, hoặc tạo cuộc họp bằng «thidua new»",
				"check the name, or make a meeting with «thidua new»"), err}
	}
	return &Error{path,
		lang.Sayf("đọc hoặc ghi ổ đĩa không được (%v)", "the disk cannot be read or written (%v)", err),
		lang.Sayf("kiểm tra ổ đĩa, chép tệp sang ổ khác", "check the disk, copy the file to another"),
		join(ErrDisk, err)}
}
