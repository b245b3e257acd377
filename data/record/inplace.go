package record

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"thidua/data/clean"
	"thidua/scoring/lang"
)

// openFiles are the main file and the -wal file of a meeting as they were when they were last looked at. What the
// process has open stays readable and writable when its name is given to another file, or taken away: what is written
// then is acknowledged and lost. So a writer looks, before it writes and again before it acknowledges, whether both are
// still in their places and at least as long as they were.
type openFiles struct {
	path      string
	main, wal fs.FileInfo
}

// place is what became of the files.
type place int

const (
	inPlace   place = iota
	mainGone        // removed, moved or renamed
	mainOther       // another file has its name
	mainCut
	walGone // removed, or another file has its name
	walCut
)

// statFiles looks at the files for the first time.
func statFiles(path string) (*openFiles, error) {
	f := &openFiles{path: path}
	var err error
	if f.main, err = stat(path); err == nil {
		f.wal, err = stat(path + "-wal")
	}
	return f, explain(path, err)
}

// stat looks at a file. On Windows what tells it from another is read when it is first asked for, which must be now.
func stat(path string) (fs.FileInfo, error) {
	st, err := os.Stat(path)
	if err == nil {
		os.SameFile(st, st)
	}
	return st, err
}

// look says where the files are now. Files that only grew are in place, and so is a -wal file that shrank because
// somebody has moved all that was in it into the main file.
func (f *openFiles) look(c *conn) (place, error) {
	main, err := stat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return mainGone, nil
	case err != nil:
		return inPlace, explain(f.path, err)
	case !os.SameFile(main, f.main):
		return mainOther, nil
	case main.Size() < f.main.Size():
		return mainCut, nil
	}
	wal, err := stat(f.path + "-wal")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return walGone, nil
	case err != nil:
		return inPlace, explain(f.path, err)
	case !os.SameFile(wal, f.wal):
		return walGone, nil
	case wal.Size() < f.wal.Size():
		if need, err := c.walSize(); err != nil || wal.Size() < need {
			return walCut, nil
		}
	}
	f.main, f.wal = main, wal
	return inPlace, nil
}

// moved says what became of the files of a record of n decisions.
func moved(path string, p place, n int) error {
	wal := clean.Escape(filepath.Base(path)) + "-wal"
	var what lang.Text
	switch p {
	case inPlace:
		return nil
	case mainGone:
		what = lang.Sayf("tệp đã bị xóa, chuyển đi hoặc đổi tên khi cuộc họp đang mở",
			"the file was removed, moved or renamed while the meeting is open")
	case mainOther:
		what = lang.Sayf("tệp đã bị thay bằng tệp khác khi cuộc họp đang mở",
			"the file was replaced by another while the meeting is open")
	case mainCut:
		what = lang.Sayf("tệp đã bị cắt ngắn khi cuộc họp đang mở", "the file was cut short while the meeting is open")
	case walGone:
		what = lang.Sayf("tệp %s đã bị xóa hoặc thay khi cuộc họp đang mở",
			"the file %s was removed or replaced while the meeting is open", wal)
	case walCut:
		what = lang.Sayf("tệp %s đã bị cắt ngắn khi cuộc họp đang mở",
			"the file %s was cut short while the meeting is open", wal)
	}
	return &Error{path, what, saveElsewhere(n), ErrMoved}
}

// saveElsewhere is what to do where nothing more can be recorded in a file.
func saveElsewhere(n int) lang.Text {
	return lang.Sayf(
		"không ghi thêm vào tệp này; %s trước đó còn đủ trong chương trình, khi thoát được lưu sang tệp khác",
		"nothing more is recorded in it; %s from before are all here in the program, which saves them in another file "+
			"when you leave",
		lang.Count(n, "quyết định", "decision", "decisions"))
}

// Intact fails where nothing more can be recorded: the disk failed, or the files are not in their places any more. What
// was acknowledged before is still in the memory of whoever has read it, for SaveCopy.
func (s *SQLite) Intact() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.conn == nil {
		return closed(s.path)
	}
	return s.intact()
}

// intact is Intact under the lock. A file that was moved away may come back; one that was cut does not.
func (s *SQLite) intact() error {
	if s.failed != nil || s.lock == nil {
		return s.failed
	}
	p, err := s.files.look(s.conn)
	if err == nil {
		err = moved(s.path, p, s.tip.seq)
	}
	if p == mainCut || p == walCut {
		s.failed = err
	}
	return err
}

// keepAsIs reports whether a writer that closes must leave the files as they are.
func (s *SQLite) keepAsIs(c *conn) bool {
	if s.failed != nil {
		return true
	}
	p, err := s.files.look(c)
	// of a -wal that lost its name all can still go into the main file
	return err != nil || p != inPlace && p != walGone
}
