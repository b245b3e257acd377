// Package export writes files into a folder, all or none: where one cannot be written, the folder is as it was.
package export

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// File is a file to be written.
type File struct {
	Name  string // within the folder
	Write func(io.Writer) error
}

// Failure says which file could not be written, and what to do.
type Failure struct {
	Path string
	Err  error
	mend lang.Text
}

func (f *Failure) Error() string { return f.In(lang.EN) }

// In says it in a language.
func (f *Failure) In(l lang.Lang) string {
	return lang.Sayf("%s: không ghi được (%s); các tệp cũ còn nguyên; %s",
		"%s: it could not be written (%s); the old files are as they were; %s",
		lang.Both(clean.Escape(f.Path)), lang.Both(clean.Show(reason(f.Err))), f.mend).In(l)
}

// Unwrap gives what the system said.
func (f *Failure) Unwrap() error { return f.Err }

// reason is what the system said, without the path.
func reason(err error) string {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err.Error()
	case errors.As(err, &l):
		return l.Err.Error()
	}
	return err.Error()
}

func failed(path string, err error) error {
	f := &Failure{Path: path, Err: err, mend: lang.Text{VI: "kiểm tra thư mục và dung lượng đĩa rồi xuất lại",
		EN: "check the folder and the room on the disk, then export again"}}
	switch {
	case errors.Is(err, fs.ErrPermission):
		f.mend = lang.Text{VI: "đóng tệp nếu đang mở trong chương trình khác, hoặc chọn thư mục có quyền ghi",
			EN: "close it if it is open in another program, or choose a folder that you may write to"}
	case errors.Is(err, fs.ErrExist):
		f.mend = lang.Text{VI: "chọn tên thư mục khác", EN: "choose another name for the folder"}
	}
	return f
}

// To writes files into a folder, which is made if there is none. Each is written beside its place and brought to disk;
// only when all are there do they take their places. progress hears of every file that is written, and may be nil.
// An error is a *Failure, and the folder holds what it held before.
func To(dir string, files []File, progress func(done, all int, name string)) error {
	if progress == nil {
		progress = func(int, int, string) {}
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return failed(dir, err)
	}
	b := batch{dir: dir}
	defer b.sweep()
	for i, f := range files {
		progress(i, len(files), f.Name)
		if err := b.write(f); err != nil {
			return failed(filepath.Join(dir, f.Name), err)
		}
	}
	progress(len(files), len(files), "")
	return b.place()
}

// batch is files that are written and wait for their places.
type batch struct {
	dir   string
	ready []waiting
}

// waiting is a file beside its place; old is what stood there, moved aside, once it has been.
type waiting struct{ name, temp, old string }

func (b *batch) write(f File) (err error) {
	// not os.CreateTemp, whose files nobody else may read: papers are for everybody who may read the folder
	temp := filepath.Join(b.dir, ".thidua-"+rand.Text())
	file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	b.ready = append(b.ready, waiting{name: filepath.Join(b.dir, f.Name), temp: temp})
	defer func() { err = errors.Join(err, file.Close()) }()
	if err := f.Write(file); err != nil {
		return err
	}
	return file.Sync()
}

// place puts the files in their places; where one does not go there, those before it are taken back.
func (b *batch) place() error {
	for i := range b.ready {
		w := &b.ready[i]
		if err := w.place(); err != nil {
			for j := i - 1; j >= 0; j-- {
				err = errors.Join(err, b.ready[j].back())
			}
			return failed(w.name, err)
		}
	}
	for _, w := range b.ready {
		if w.old != "" {
			_ = os.Remove(w.old) // a copy of what was replaced: in the way of nothing
		}
	}
	return nil
}

func (w *waiting) place() error {
	info, err := os.Lstat(w.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.Rename(w.temp, w.name)
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: %s", fs.ErrExist, info.Mode().Type())
	}
	aside := w.temp + ".old"
	if err := os.Rename(w.name, aside); err != nil {
		return err
	}
	if err := os.Rename(w.temp, w.name); err != nil {
		return errors.Join(err, os.Rename(aside, w.name))
	}
	w.old = aside
	return nil
}

func (w *waiting) back() error {
	if w.old == "" {
		return os.Remove(w.name)
	}
	old := w.old
	w.old = ""
	return os.Rename(old, w.name)
}

// sweep removes what did not find a place.
func (b *batch) sweep() {
	for _, w := range b.ready {
		_ = os.Remove(w.temp) // gone already where it found its place
	}
}
