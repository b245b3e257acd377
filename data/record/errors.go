package record

import (
	"errors"
	"io/fs"

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
