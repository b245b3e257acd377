package record_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"thidua/data/record"
	"thidua/scoring/lang"
)

func TestLockTwoProcesses(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	other := play(t, "hold", path)
	if got := other.line(); got != "open" {
		t.Fatalf("the other process said %q", got)
	}
	_, err := record.OpenWriter(context.Background(), path, someone())
	var locked *record.LockedError
	if !errors.As(err, &locked) {
		t.Fatalf("a second writer: %v", err)
	}
	want := someone()
	want.PID = other.cmd.Process.Pid
	if got := locked.Holder; got.Who != want.Who || got.Host != want.Host || got.PID != want.PID ||
		!got.Since.Equal(want.Since) {
		t.Errorf("held by %+v, want %+v", got, want)
	}
	if n := len(entries(t, opened(t, path))); n != 1 {
		t.Errorf("a reader beside the writer sees %d entries", n)
	}
	other.finish()

	s, err := record.OpenWriter(context.Background(), path, someone())
	if err != nil {
		t.Fatalf("after it was closed: %v", err)
	}
	closes(t, s)
}

func TestLockOfTheDead(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	other := play(t, "hold", path)
	other.line()
	other.kill()
	if _, err := os.Stat(path + "-lock"); err != nil {
		t.Fatalf("the dead process left no lock file: %v", err)
	}
	s, err := record.OpenWriter(context.Background(), path, someone())
	if err != nil {
		t.Fatal(err)
	}
	extend(t, s, 1)
	closes(t, s)
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

// TestLockInOneProcess has many open, append and close at the same time: if the lock of one were taken away by another,
// numbers would clash.
func TestLockInOneProcess(t *testing.T) {
	t.Parallel()
	const workers, rounds = 3, 5
	path := meetingIn(t)
	closes(t, created(t, path, 1))
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for n := 0; n < rounds; {
				s, err := record.OpenWriter(context.Background(), path, someone())
				if locked := (*record.LockedError)(nil); errors.As(err, &locked) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				list, err := s.Entries(context.Background(), 1)
				if err == nil {
					err = s.Append(context.Background(), []record.Entry{next(list[len(list)-1])})
				}
				if err = errors.Join(err, s.Close()); err != nil {
					t.Error(err)
					return
				}
				n++
			}
		})
	}
	wg.Wait()
	if n := len(entries(t, opened(t, path))); n != 1+workers*rounds {
		t.Errorf("%d entries, want %d", n, 1+workers*rounds)
	}
	if got := files(t, filepath.Dir(path)); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

// TestLockTakenAway removes the lock file by hand, so that two writers get in: the one that comes too late is refused.
func TestLockTakenAway(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	first := created(t, path, 1)
	if err := os.Remove(path + "-lock"); err != nil {
		t.Fatal(err)
	}
	second, err := record.OpenWriter(context.Background(), path, someone())
	if err != nil {
		t.Fatal(err)
	}
	last := entries(t, first)[0]
	extend(t, second, 1)
	if err := first.Append(context.Background(), []record.Entry{next(last)}); !errors.Is(err, record.ErrSequence) {
		t.Errorf("Append = %v, want %v", err, record.ErrSequence)
	}
	closes(t, first)
	if !slices.Contains(files(t, filepath.Dir(path)), filepath.Base(path)+"-lock") {
		t.Error("the lock of another was removed")
	}
	extend(t, second, 1)
	closes(t, second)
	if n := len(entries(t, opened(t, path))); n != 3 {
		t.Errorf("%d entries, want 3", n)
	}
}

func TestLockedErrorSays(t *testing.T) {
	t.Parallel()
	since := time.Date(2020, 6, 12, 8, 15, 0, 0, time.UTC)
	for _, tt := range []struct {
		holder record.Holder
		vi, en string
	}{
		{record.Holder{Who: "Trần Văn An", Host: "may-1", PID: 42, Since: since},
			"họp.thidua: Trần Văn An (máy may-1, tiến trình 42) đang mở để ghi từ 08:15 ngày 12/06/2020; đóng ở đó " +
				"trước, hoặc chỉ mở để xem (open --read-only)",
			"họp.thidua: Trần Văn An (on may-1, process 42) has it open for writing since 08:15 on 2020-06-12; close " +
				"it there first, or open it only to read (open --read-only)"},
		{record.Holder{},
			"họp.thidua: chương trình khác đang mở để ghi; đóng ở đó trước, hoặc chỉ mở để xem (open --read-only)",
			"họp.thidua: another program has it open for writing; close it there first, or open it only to read " +
				"(open --read-only)"},
	} {
		e := &record.LockedError{Path: "họp.thidua", Holder: tt.holder}
		if got := e.In(lang.VI); got != tt.vi {
			t.Errorf("vi: %q\nwant %q", got, tt.vi)
		}
		if got := e.Error(); got != tt.en {
			t.Errorf("en: %q\nwant %q", got, tt.en)
		}
	}
}

func TestLockedErrorIsClean(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	bad := someone()
	bad.Who = "An\x1b]0;x\a\r\n\u202Eevil\u200b" + strings.Repeat("ă", 1000)
	bad.Host = "\xff\x00máy"
	s, err := record.Create(context.Background(), path, bad, []record.Entry{next(record.Entry{})})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = record.OpenWriter(context.Background(), path, someone())
	var locked *record.LockedError
	if !errors.As(err, &locked) {
		t.Fatal(err)
	}
	if got := locked.Holder.Who; !strings.HasPrefix(got, "An]0;x evilă") || len(got) > 200 {
		t.Errorf("who = %q (%d bytes)", got, len(got))
	}
	if got := locked.Holder.Host; got != "máy" {
		t.Errorf("host = %q", got)
	}
}

// Who has a meeting open is told without opening it; a lock file that is left over names nobody.
func TestHeld(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	if got := record.Held(path); got != nil {
		t.Errorf("a meeting that is not there is held: %v", got)
	}
	s := created(t, path, 2)
	if got := record.Held(path); got == nil || got.Holder.Who != someone().Who || got.Path != path {
		t.Errorf("held by %+v", got)
	}
	left, err := os.ReadFile(path + "-lock")
	if err != nil {
		t.Fatal(err)
	}
	closes(t, s)
	if got := record.Held(path); got != nil {
		t.Errorf("a closed meeting is held: %v", got)
	}
	if err := os.WriteFile(path+"-lock", left, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := record.Held(path); got != nil {
		t.Errorf("a lock file that is left over holds it: %v", got)
	}
}

// A meeting looks the same from outside until somebody writes to it.
func TestGlance(t *testing.T) {
	t.Parallel()
	path := meetingIn(t)
	if _, err := record.Glance(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of none: %v", err)
	}
	s := created(t, path, 1)
	glance := func() string {
		t.Helper()
		seen, err := record.Glance(path)
		if err != nil {
			t.Fatal(err)
		}
		return seen
	}
	one := glance()
	if again := glance(); again != one {
		t.Errorf("%q, then %q", one, again)
	}
	extend(t, s, 1)
	if two := glance(); two == one {
		t.Errorf("after a decision still %q", two)
	}
}
