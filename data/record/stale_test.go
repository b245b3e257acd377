package record_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// closedAfter opens a meeting again, goes on with it and closes it.
func closedAfter(t testing.TB, m meeting, more int) meeting {
	t.Helper()
	path := meetingIn(t)
	m.put(t, path)
	s, err := record.OpenWriter(context.Background(), path, someone())
	if err != nil {
		t.Fatal(err)
	}
	if more > 0 {
		extend(t, s, more)
	}
	closes(t, s)
	return taken(t, path, m.acknowledged+more)
}

// crashedAfter lets a writer go on with a closed meeting, and die.
func crashedAfter(t testing.TB, m meeting, more int) meeting {
	t.Helper()
	path := meetingIn(t)
	m.put(t, path)
	p := play(t, fmt.Sprintf("some%d", more), path)
	for range more {
		p.line()
	}
	p.kill()
	return taken(t, path, m.acknowledged+more)
}

// TestStaleWAL puts newer main files over the -wal of a meeting that was copied while it was open: with it they would
// be read as they once were, and the next writer would destroy what is newer.
func TestStaleWAL(t *testing.T) {
	t.Parallel()
	old := crashedMeeting(t, 2)
	other := crashedMeeting(t, 3)
	path := meetingIn(t)
	for _, more := range []int{0, 1, 2, 4, 8, 15, 30, 100} {
		closed := closedAfter(t, old, more)
		wal, lock := old.files["-wal"], old.files["-lock"]
		for name, m := range map[string]meeting{
			"closed, with -wal and -lock":        closed.with("-wal", wal).with("-lock", lock),
			"closed, with -wal":                  closed.with("-wal", wal),
			"closed, with the -wal of another":   closed.with("-wal", other.files["-wal"]),
			"closed, with garbage":               closed.with("-wal", []byte(strings.Repeat("x", 5000))),
			"open again, with -wal":              crashedAfter(t, closed, 3).with("-wal", wal).with("-lock", nil),
			"open again, with -wal and old lock": crashedAfter(t, closed, 3).with("-wal", wal).with("-lock", lock),
		} {
			if more == 0 && strings.HasPrefix(name, "open again") { // nothing is newer
				continue
			}
			m.put(t, path)
			for _, write := range []bool{false, true} {
				list, err := read(path, write)
				if err == nil {
					t.Errorf("%s, %d more (write %t): opens with %d of %d", name, more, write, len(list),
						closed.acknowledged)
				}
				after := taken(t, path, 0)
				delete(after.files, "-lock")
				want := m.with("-lock", nil)
				if !maps.EqualFunc(want.files, after.files, func(a, b []byte) bool { return string(a) == string(b) }) {
					t.Errorf("%s, %d more (write %t): a refusal changed the files", name, more, write)
				}
			}
		}
	}
}

// TestStaleWALSays tells what to do about a -wal that belongs to an older file.
func TestStaleWALSays(t *testing.T) {
	t.Parallel()
	old := crashedMeeting(t, 2)
	path := meetingIn(t)
	closedAfter(t, old, 5).with("-wal", old.files["-wal"]).put(t, path)
	_, err := record.OpenReader(t.Context(), path)
	var e *record.Error
	if !errors.As(err, &e) || !errors.Is(err, record.ErrShortened) {
		t.Fatal(err)
	}
	for l, want := range map[lang.Lang]string{
		lang.VI: "tệp họp.thidua-wal bên cạnh không phải của tệp này: tệp đã được đóng trọn vẹn sau đó; chuyển " +
			"họp.thidua-wal và họp.thidua-lock sang thư mục khác rồi kiểm tra lại bằng «thidua verify»; đừng xóa",
		lang.EN: "the file họp.thidua-wal beside it does not belong to it: the file was closed cleanly since; move " +
			"họp.thidua-wal and họp.thidua-lock to another folder, then check again with «thidua verify»; " +
			"delete nothing",
	} {
		if got := strings.TrimPrefix(e.In(l), path+": "); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
	if err := os.Remove(path + "-wal"); err != nil {
		t.Fatal(err)
	}
	whole(t, path, 8)
}

// TestCopyWithoutLock: whoever checks a record that was put together from a copy is told what could not be checked.
func TestCopyWithoutLock(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 2)
	path := meetingIn(t)
	for _, tt := range []struct {
		m    meeting
		says bool
	}{
		{m, false}, {m.with("-lock", nil), true}, {m.with("-lock", nil).with("-wal", []byte{}), true},
		{closedMeeting(t), false},
	} {
		tt.m.put(t, path)
		s, err := record.OpenReader(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if r := s.Remark(); r.IsZero() == tt.says || tt.says && !strings.Contains(r.EN, filepath.Base(path)+"-lock") {
			t.Errorf("remark %q, want one: %t", r.EN, tt.says)
		}
		closes(t, s)
	}
}

// TestRemarkOfLive says nothing of a meeting that somebody has open.
func TestRemarkOfLive(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	extend(t, created(t, path, 1), 1)
	if r := opened(t, path).Remark(); !r.IsZero() {
		t.Errorf("remark %q", r.EN)
	}
}
