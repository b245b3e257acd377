package record

import (
	"errors"
	"io/fs"

	"thidua/scoring/lang"
)

// What a Trouble may be, for errors.Is; besides these fs.ErrExist, fs.ErrNotExist, fs.ErrPermission and fs.ErrClosed.
// The sentence that people read is in the Trouble.
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

// Trouble is what went wrong with a meeting file: where, what, and how to mend it.
type Trouble struct {
	Path string    // the meeting file; empty for a record in memory
	What lang.Text // what is the matter, with the numbers
	Mend lang.Text // what to do about it
	Err  error     // one of the sentinels above, with its cause
}

func (t *Trouble) Error() string { return t.In(lang.EN) }

// In says where, what and how to mend it, in one line.
func (t *Trouble) In(l lang.Lang) string {
	s := t.What.In(l)
	if t.Path != "" {
		s = clean(t.Path, maxPath) + ": " + s
	}
	if !t.Mend.IsZero() {
		s += "; " + t.Mend.In(l)
	}
	return s
}

// Unwrap gives the kind and its cause, for errors.Is and errors.As.
func (t *Trouble) Unwrap() error { return t.Err }

func closed(path string) *Trouble {
	return &Trouble{path, lang.Sayf("nhật ký đã đóng", "the record is closed"),
		lang.Sayf("mở lại cuộc họp", "open the meeting again"), fs.ErrClosed}
}

func damaged(path string, what lang.Text, cause error) *Trouble {
	return &Trouble{path, what,
		lang.Sayf("lấy lại tệp từ bản sao; «thidua verify» liệt kê chỗ hỏng",
			"restore the file from a copy; «thidua verify» lists what is wrong"), join(ErrDamaged, cause)}
}

func notMeeting(path string, cause error) *Trouble {
	return &Trouble{path, lang.Sayf("không phải tệp cuộc họp của thidua", "not a meeting file of thidua"),
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
