package record_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"thidua/data/record"
	"thidua/scoring/lang"
)

// beside is what is added to the name of the files of a meeting.
var beside = []string{"", "-wal", "-lock"}

// meeting is the files of a meeting as they were at one moment.
type meeting struct {
	files        map[string][]byte // by what is added to the name
	acknowledged int
}

// put writes the files, under the name given, in place of what was there.
func (m meeting) put(t testing.TB, path string) {
	t.Helper()
	for _, end := range append(slices.Clone(beside), "-shm", "-journal") {
		if err := os.Remove(path + end); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if b, ok := m.files[end]; ok {
			if err := os.WriteFile(path+end, b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// with is the meeting with another content of one file; nil is none.
func (m meeting) with(end string, b []byte) meeting {
	files := map[string][]byte{}
	for k, v := range m.files {
		files[k] = v
	}
	if files[end] = b; b == nil {
		delete(files, end)
	}
	return meeting{files, m.acknowledged}
}

// closedMeeting has two entries and one file.
func closedMeeting(t testing.TB) meeting {
	path := meetingIn(t)
	closes(t, created(t, path, 2))
	return taken(t, path, 2)
}

// crashedMeeting was left by a killed writer: one entry in the main file, some more in the -wal file.
func crashedMeeting(t testing.TB, more int) meeting {
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	p := play(t, "some"+strconv.Itoa(more), path)
	for range more {
		p.line()
	}
	p.kill()
	return taken(t, path, 1+more)
}

// taken reads the files of a meeting that nobody has open.
func taken(t testing.TB, path string, acknowledged int) meeting {
	t.Helper()
	m := meeting{map[string][]byte{}, acknowledged}
	for _, end := range beside {
		if b, err := os.ReadFile(path + end); err == nil {
			m.files[end] = b
		}
	}
	return m
}

// read opens a meeting and gives its entries.
func read(path string, write bool) (list []record.Entry, err error) {
	var s *record.SQLite
	if write {
		s, err = record.OpenWriter(context.Background(), path, someone())
	} else {
		s, err = record.OpenReader(context.Background(), path)
	}
	if err != nil {
		return nil, err
	}
	list, err = s.Entries(context.Background(), 1)
	return list, errors.Join(err, s.Close())
}

// wholeOrRefused fails if a meeting opens without an error with less than what was acknowledged, or with faults.
func wholeOrRefused(t testing.TB, path string, acknowledged int, write bool, what string, at int) (refused bool) {
	t.Helper()
	list, err := read(path, write)
	if err != nil {
		if e := (*record.Error)(nil); !errors.As(err, &e) || e.Mend.IsZero() || e.What.IsZero() {
			t.Errorf("%s %d: %#v", what, at, err)
		}
		return true
	}
	if faults := record.Check(list); len(list) < acknowledged || len(faults) > 0 {
		t.Errorf("%s %d: opens with %d of %d entries, %v", what, at, len(list), acknowledged, faults)
	}
	return false
}

// TestCutMain cuts the only file of a closed meeting at every byte: it is refused.
func TestCutMain(t *testing.T) {
	t.Parallel()
	m := closedMeeting(t)
	path := meetingIn(t)
	m.put(t, path)
	for n := len(m.files[""]) - 1; n >= 0; n-- {
		if err := os.Truncate(path, int64(n)); err != nil {
			t.Fatal(err)
		}
		if !wholeOrRefused(t, path, m.acknowledged, n%64 == 0, "main file cut to", n) {
			t.Errorf("main file cut to %d bytes of %d: opens", n, len(m.files[""]))
		}
	}
}

// TestCutWAL cuts the -wal file that a killed writer left at every byte: with the ack beside it nothing is lost
// unsaid.
func TestCutWAL(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 2)
	size := len(m.files["-wal"])
	const hands = 2
	for hand := range hands {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			path := meetingIn(t)
			m.put(t, path)
			for n := size - hand; n >= 0; n -= hands * stride {
				if err := os.Truncate(path+"-wal", int64(n)); err != nil {
					t.Fatal(err)
				}
				if refused := wholeOrRefused(t, path, m.acknowledged, false, "-wal cut to", n); !refused &&
					n < size-4096 {
					t.Errorf("-wal cut to %d bytes of %d: opens", n, size)
				}
			}
		})
	}
}

// TestCutForWriting cuts as well, and opens for writing: what is refused is left as it was.
func TestCutForWriting(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 2)
	path := meetingIn(t)
	for _, end := range []string{"", "-wal"} {
		for n := len(m.files[end]); n >= 0; n -= 509 {
			cut := m.with(end, m.files[end][:n])
			cut.put(t, path)
			if !wholeOrRefused(t, path, m.acknowledged, true, "for writing, "+end+" cut to", n) {
				continue
			}
			after := taken(t, path, 0)
			for _, end := range beside {
				b, a := cut.files[end], after.files[end]
				if end == "-lock" && len(a) > 1024 && len(b) > 1024 {
					b, a = b[1024:], a[1024:] // the holder is another, the ack is not
				}
				if !bytes.Equal(a, b) {
					t.Errorf("cut to %d: a refusal changed %q", n, end)
				}
			}
		}
	}
}

// TestCutBoth cuts the main file of a killed writer too, whose newest pages are in the -wal file.
func TestCutBoth(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 2)
	path := meetingIn(t)
	m.put(t, path)
	for n := len(m.files[""]); n >= 0; n -= 4 * stride {
		if err := os.Truncate(path, int64(n)); err != nil {
			t.Fatal(err)
		}
		wholeOrRefused(t, path, m.acknowledged, false, "main file beside a -wal cut to", n)
	}
}

// TestWithoutWAL takes the -wal file of a killed writer away altogether.
func TestWithoutWAL(t *testing.T) {
	t.Parallel()
	m := crashedMeeting(t, 3)
	path := meetingIn(t)
	for _, tt := range []struct {
		name string
		m    meeting
		want error
	}{
		{"as it was", m, nil},
		{"without -wal", m.with("-wal", nil), record.ErrShortened},
		{"with an empty -wal", m.with("-wal", []byte{}), record.ErrShortened},
		{"the main file alone", m.with("-wal", nil).with("-lock", nil), record.ErrShortened},
		{"without the lock file", m.with("-lock", nil), nil},
		{"without a legible ack", m.with("-lock", []byte("garbage")), nil},
		{"as it is, on purpose", m.with("-wal", []byte{}).with("-lock", nil), nil},
		{"an older copy", closedMeeting(t).with("-lock", m.files["-lock"]), record.ErrShortened},
	} {
		for _, write := range []bool{false, true} {
			tt.m.put(t, path)
			if _, err := read(path, write); !errors.Is(err, tt.want) {
				t.Errorf("%s (write %t): %v, want %v", tt.name, write, err, tt.want)
			}
		}
	}
	m.with("-wal", nil).with("-lock", nil).put(t, path)
	for l, want := range map[lang.Lang]string{
		lang.VI: path +
			": bản sao chụp khi cuộc họp chưa đóng, thiếu tệp họp.thidua-wal giữ các quyết định mới nhất; trên máy " +
			"đã mở cuộc họp, mở tệp một lần rồi thoát bằng Ctrl+Q, sau đó chép lại; hoặc chép cả họp.thidua-wal và " +
			"họp.thidua-lock (tệp này cho biết đã ghi đến quyết định nào); nếu chỉ còn bản này, đặt cạnh nó một tệp " +
			"trống tên họp.thidua-wal",
		lang.EN: path +
			": a copy made while the meeting was not closed; the file họp.thidua-wal with the newest decisions is " +
			"missing; on the host's machine open the meeting once and leave it with Ctrl+Q, then copy it again; or " +
			"copy họp.thidua-wal too and họp.thidua-lock, which tells how far decisions were acknowledged; if this " +
			"is all that is left, put an empty file named họp.thidua-wal beside it",
	} {
		var trouble *record.Error
		if _, err := record.OpenReader(context.Background(), path); !errors.As(err, &trouble) || trouble.In(l) != want {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
	m.with("-wal", nil).put(t, path)
	_, err := record.OpenReader(context.Background(), path)
	if want := path +
		": 4 decisions were acknowledged, but the file has only 1; put the file họp.thidua-wal back beside it or " +
		"restore a copy; to go on with what is left, delete họp.thidua-lock"; err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	if got := files(t, filepath.Dir(path)); len(got) != 2 {
		t.Errorf("a refused reader left %q", got)
	}
}

// TestFlip changes single bits of every file: the content is unharmed or it shows.
func TestFlip(t *testing.T) {
	t.Parallel()
	for name, m := range map[string]meeting{"closed": closedMeeting(t), "crashed": crashedMeeting(t, 2)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := meetingIn(t)
			m.put(t, path)
			want, err := read(path, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, end := range beside {
				for at := 0; at < len(m.files[end]); at += 7 * stride {
					bad := slices.Clone(m.files[end])
					bad[at] ^= 1 << (at % 8)
					m.with(end, bad).put(t, path)
					list, err := read(path, false)
					if len(record.Check(list)) == 0 && err == nil &&
						!slices.EqualFunc(list, want, func(a, b record.Entry) bool { return a.Hash == b.Hash }) {
						t.Errorf("%q with a bit changed at %d: %d entries, no error", end, at, len(list))
					}
				}
			}
		})
	}
}
