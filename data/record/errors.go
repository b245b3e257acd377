package record

import (
	"errors"
	"io/fs"
	"path/filepath"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// What an Error may be, for errors.Is; besides these fs.ErrExist, fs.ErrNotExist, fs.ErrPermission and fs.ErrClosed.
// The sentence that people read is in the Error.
var (
	ErrSequence   = errors.New("the entries do not continue the record")
	ErrChain      = errors.New("a hash does not follow from the record")
	ErrForm       = errors.New("a body is not canonical JSON")
	ErrReadOnly   = errors.New("open for reading only")
	ErrNotMeeting = errors.New("not a meeting file")
	ErrVersion    = errors.New("made by a newer version")
	ErrDamaged    = errors.New("the file is damaged")
	ErrShortened  = errors.New("acknowledged decisions are missing")
	ErrFull       = errors.New("the disk is full")
	ErrBusy       = errors.New("in use by another program")
	ErrDisk       = errors.New("the disk cannot be read or written")
	ErrMoved      = errors.New("the file is not in its place any more")
	ErrLinked     = errors.New("the file has a second name")
	ErrUntidy     = errors.New("recorded, but in several files")
)

// Error is what went wrong with a meeting file: where, what, and how to mend it.
type Error struct {
	Path string    // the meeting file; empty for a record in memory
	What lang.Text // what is the matter, with the numbers
	Mend lang.Text // what to do about it
	Err  error     // one of the sentinels above, with its cause
}

func (e *Error) Error() string { return e.In(lang.EN) }

// In says where, what and how to mend it, in one line.
func (e *Error) In(l lang.Lang) string {
	s := e.What.In(l)
	if e.Path != "" {
		s = clean.Escape(e.Path) + ": " + s
	}
	if !e.Mend.IsZero() {
		s += "; " + e.Mend.In(l)
	}
	return s
}

// Unwrap gives the kind and its cause, for errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Err }

func closed(path string) *Error {
	return &Error{path, lang.Sayf("nhật ký đã đóng", "the record is closed"),
		lang.Sayf("mở lại cuộc họp", "open the meeting again"), fs.ErrClosed}
}

func damaged(path string, what lang.Text, cause error) *Error {
	return &Error{path, what,
		lang.Sayf("lấy lại tệp từ bản sao; «thidua verify» liệt kê chỗ hỏng",
			"restore the file from a copy; «thidua verify» lists what is wrong"), join(ErrDamaged, cause)}
}

func notMeeting(path string, cause error) *Error {
	return &Error{path, lang.Sayf("không phải tệp cuộc họp của thidua", "not a meeting file of thidua"),
		lang.Sayf("kiểm tra lại tên tệp, hoặc tạo cuộc họp bằng «thidua new»",
			"check the name, or make a meeting with «thidua new»"), join(ErrNotMeeting, cause)}
}

// join is an error that is both a kind and its cause.
func join(kind, cause error) error {
	if cause == nil {
		return kind
	}
	return both{kind, cause}
}

type both struct{ kind, cause error }

func (b both) Error() string   { return b.kind.Error() + ": " + b.cause.Error() }
func (b both) Unwrap() []error { return []error{b.kind, b.cause} }

// diskFailed says that a disk failed under a record of n decisions.
func diskFailed(path string, n int, cause error) error {
	var e *Error
	what := lang.Both(cause.Error())
	if errors.As(cause, &e) {
		what = e.What
	}
	return &Error{path, lang.Sayf("ổ đĩa hỏng: %s", "the disk failed: %s", what), saveElsewhere(n), cause}
}

// untidy says that a record of n decisions is whole but still in several files.
func untidy(path string, n int, cause error) error {
	var e *Error
	what := lang.Both(cause.Error())
	if errors.As(cause, &e) {
		what = e.What
	}
	return &Error{path,
		lang.Sayf("%s đều đã ghi, đừng ghi lại; chỉ chưa gộp được về một tệp: %s",
			"%s, all recorded, nothing to repeat; only putting them into one file failed: %s",
			lang.Count(n, "quyết định", "decision", "decisions"), what),
		lang.Sayf("để nguyên các tệp -wal, -lock bên cạnh; sau đó mở cuộc họp một lần và thoát bằng Ctrl+Q",
			"leave -wal and -lock beside it; later open the meeting once and leave with Ctrl+Q"),
		join(ErrUntidy, cause)}
}

// linked refuses to write to a file that has a second name.
func linked(path string) error {
	return &Error{path,
		lang.Sayf("tệp còn một tên khác (liên kết cứng): mở để ghi dưới cả hai tên sẽ mất quyết định",
			"the file has a second name (a hard link): opened for writing under both, decisions would be lost"),
		lang.Sayf("xóa tên kia, hoặc chép thành tệp riêng rồi mở bản chép",
			"remove the other name, or make a copy of its own and open that"), ErrLinked}
}

// altered says that another program changed what a meeting file is made of.
func altered(path string) error {
	return &Error{path,
		lang.Sayf("chương trình khác đã thay đổi cấu trúc của tệp cuộc họp này",
			"another program changed the structure of this meeting file"),
		lang.Sayf("lấy lại tệp từ bản sao, so với mã kiểm chứng trong biên bản",
			"restore the file from a copy, compare it with the fingerprint in the minutes"),
		join(ErrNotMeeting, ErrDamaged)}
}

// foreignWAL says that a -wal file is not what was written beside the main file: alone it has n decisions.
func foreignWAL(path string, what lang.Text) error {
	base := clean.Escape(filepath.Base(path))
	return &Error{path, what,
		lang.Sayf("chuyển %[1]s-wal và %[1]s-lock sang thư mục khác rồi kiểm tra lại bằng «thidua verify»; đừng xóa",
			"move %[1]s-wal and %[1]s-lock to another folder, then check again with «thidua verify»; delete nothing",
			base),
		join(ErrDamaged, ErrShortened)}
}
