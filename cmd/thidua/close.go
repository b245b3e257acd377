package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thidua/data/meeting"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui"
)

// closed closes a meeting after a command that ended with an error, or none. That a record could not be put into one
// file is no failure of the command: all is recorded, and whoever repeated it would have it twice. It is said beside.
// Where nothing more could be recorded in the file all that was is saved in another one first.
func (a *app) closed(m *meeting.Meeting, path string, err error) error {
	if lost := m.Intact(); errors.Is(lost, record.ErrMoved) || errors.Is(lost, record.ErrDisk) {
		err = errors.Join(err, a.rescue(m, path, lost))
	}
	said := errors.Is(err, record.ErrAway) || errors.Is(err, record.ErrDoubt)
	if away := m.Snapshot().Away; away != nil && !said {
		a.complain(lang.Sayf("%s; điều đã hiện là đã ghi thì còn, điều đang đợi thì xem lại bằng «thidua log»",
			"%s; what was shown as recorded is safe, for what was waiting see «thidua log»", meeting.Say(away)))
	}
	failed := m.Close()
	if errors.Is(failed, record.ErrUntidy) {
		a.complain(meeting.Say(failed))
		failed = nil
	}
	return errors.Join(err, failed)
}

// rescue saves a meeting, whose file takes nothing more, in the person's own folder, or where the system keeps what
// does not last, and says where. That it had to is a failure, but nothing is lost.
func (a *app) rescue(m *meeting.Meeting, path string, lost error) error {
	folders := []string{os.TempDir()}
	if home, err := os.UserHomeDir(); err == nil {
		folders = append([]string{home}, folders...)
	}
	var failed error
	for _, folder := range folders {
		file, snap, err := saveBeside(m, filepath.Join(folder, filepath.Base(store.FileName(path))))
		if err == nil {
			return lang.Errorf("%s đã được lưu đầy đủ vào %s, hãy mở tệp đó để họp tiếp (%s)",
				"%s are saved in %s, all of them; open that file to go on (%s)",
				lang.Count(snap.Seq(), "quyết định", "decision", "decisions"), lang.Both(file), lost)
		}
		failed = errors.Join(failed, err)
	}
	return lang.Errorf("không lưu được bản sao: %s", "no copy could be saved: %s", failed)
}

// saveBeside saves a meeting under the first name like this one that is not taken.
func saveBeside(m *meeting.Meeting, like string) (file string, snap *meeting.Snapshot, err error) {
	const most = 100
	for n := 1; n <= most; n++ {
		file = strings.TrimSuffix(like, ".thidua") + fmt.Sprintf("-sao-%d.thidua", n)
		if snap, err = m.SaveCopy(context.Background(), file); !errors.Is(err, fs.ErrExist) {
			return file, snap, err
		}
	}
	return file, snap, err
}

// copies is how a meeting can be saved to another file: one of its name in the person's own folder is offered.
func copies(m *meeting.Meeting, path string) *tui.Copies {
	name := strings.TrimSuffix(filepath.Base(store.FileName(path)), ".thidua") + "-sao.thidua"
	if home, err := os.UserHomeDir(); err == nil {
		name = filepath.Join(home, name)
	}
	return &tui.Copies{Offered: name, Save: m.SaveCopy, Intact: m.Intact}
}
