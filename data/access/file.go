package access

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"thidua/data/meeting"
	"thidua/scoring/lang"
)

const (
	maxFile = 1 << 20 // bytes: some thousand people
	form    = 2       // of the file: since 2 a hash may have a check beside it
)

// file is a list as it is kept.
type file struct {
	Form    int      `json:"form"`
	People  []Person `json:"people"`
	HostKey string   `json:"host_key,omitempty"`
}

// Load reads a list. Where there is no file yet nobody is invited. What is wrong with the file is a finding.List.
func Load(path string) (*List, error) {
	if inDatabase(path) {
		return loadFromDatabase(path)
	}
	text, err := readSome(path, maxFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &List{}, nil
	case err != nil:
		return nil,
			wrongFile(path, lang.Sayf("không đọc được tệp: %v", "the file cannot be read: %v", bare(err)),
				lang.Sayf("kiểm tra quyền đọc tệp", "check that it may be read"))
	case len(text) > maxFile:
		return nil, damaged(path, lang.Sayf("tệp quá lớn", "the file is too large"))
	}
	return decode(path, text)
}

func decode(path string, text []byte) (*List, error) {
	var f file
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil,
			damaged(path, lang.Sayf("không phải danh sách người được mời: %v", "not a list of people invited: %v", err))
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, damaged(path, lang.Sayf("sau danh sách còn nội dung khác", "something follows the list"))
	}
	if f.Form > form {
		return nil,
			wrongFile(path, lang.Sayf("tệp do phiên bản mới hơn ghi", "the file was written by a newer version"),
				lang.Sayf("dùng phiên bản mới hơn", "use a newer version"))
	}
	if f.Form < 1 {
		return nil, damaged(path, lang.Sayf("không rõ dạng của tệp", "the file does not say its form"))
	}
	l := &List{People: f.People, HostKey: []byte(f.HostKey)}
	if err := l.check(); err != nil {
		return nil, damaged(path, textOf(err))
	}
	return l, nil
}

func (l *List) encode() ([]byte, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	f := file{Form: l.form(), People: l.People, HostKey: string(l.HostKey)}
	if f.People == nil {
		f.People = []Person{}
	}
	text, err := json.MarshalIndent(f, "", "  ")
	return append(text, '\n'), err
}

// form is the oldest form in which the list can be written: an older version goes on reading what it could have
// written.
func (l *List) form() int {
	if slices.ContainsFunc(l.People, func(p Person) bool { return p.Check != "" }) {
		return form
	}
	return 1
}

// Change changes a list, one at a time, however many programs want to: what f does to it is kept, all of it, or nothing
// where f fails. A list that f leaves as it was is not written.
func Change(path string, f func(*List) error) (err error) {
	if inDatabase(path) {
		return changeInDatabase(path, f)
	}
	release, err := lock(path)
	if err != nil {
		return err
	}
	defer release()
	l, err := Load(path)
	if err != nil {
		return err
	}
	before, err := l.encode()
	if err != nil {
		return err
	}
	if err := f(l); err != nil {
		return err
	}
	after, err := l.encode()
	if err != nil || bytes.Equal(before, after) {
		return err
	}
	if err := replace(path, after); err != nil {
		return wrongFile(path, lang.Sayf("không ghi được tệp: %v", "the file cannot be written: %v", bare(err)),
			lang.Sayf("kiểm tra chỗ trống và quyền ghi trong thư mục",
				"check the room on the disk and that the folder may be written to"))
	}
	return nil
}

// replace puts a text in the place of a file, durably and at once; only the owner can read it.
func replace(path string, text []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+"-*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	_, err = f.Write(text)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	if d, err := os.Open(filepath.Dir(path)); err == nil {
		_ = d.Sync() // some systems cannot, and need not
		_ = d.Close()
	}
	return nil
}

// damaged is a file that does not hold what was written to it.
func damaged(path string, what lang.Text) error {
	return wrongFile(path, what,
		lang.Sayf("lấy lại tệp từ bản sao, hoặc xóa tệp rồi hủy và mời lại từng người",
			"restore the file from a copy, or delete it, then revoke and invite everybody anew"))
}

func textOf(err error) lang.Text {
	s := meeting.Say(err)
	return lang.Sayf("%s", "%s", s)
}
