package start

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/scoring/lang"
)

// A meeting of the list is opened; who records there is asked the first time only.
func TestOpenRecent(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Cụm 2.thidua")
	saved(t, path)
	remember(t, filepath.Join(dir, "cfg", "meetings.toml"), settings.Recent{Path: path, Title: "x", When: time.Now()})
	v := comeTo(t, dir, 120, 40, func(o *Options) { o.By = "Sở" }).shows("Cụm thi đua số 2 · 2019–2020", "1 quyết định")
	v.press("enter").shows("Ai ghi quyết định?", "[Sở")
	v.press("ctrl+h", "text:Thuw", "backspace", "backspace", "text:ư ký") // as an input method rewrites a word
	v.press("home", "delete", "enter")
	c := v.m.Choice()
	if !v.over || c.Task != Run || c.Path != path || c.By != "Thư ký" || c.Meeting == nil {
		t.Fatalf("left with %+v\n%s", c, v.picture())
	}
	if err := c.Meeting.Close(); err != nil {
		t.Fatal(err)
	}
	remember(t, v.m.opts.Recents, settings.Recent{Path: path, By: c.By})
	again := comeTo(t, dir, 120, 40).press("enter")
	if c := again.m.Choice(); !again.over || c.By != "Thư ký" || c.Meeting == nil {
		t.Fatalf("the second time: %+v\n%s", c, again.picture())
	}
	_ = again.m.Choice().Meeting.Close()
}

// Whoever is asked who records and goes back, or leaves the program, leaves the meeting closed.
func TestWhoGoesBackCloses(t *testing.T) {
	for _, keys := range [][]string{{"esc"}, {"ctrl+q", "ctrl+q"}} {
		dir := t.TempDir()
		path := filepath.Join(dir, "a.thidua")
		saved(t, path)
		comeTo(t, dir, 80, 24, func(o *Options) { o.Open = path }).press(keys...)
		m, err := meeting.Open(t.Context(), path)
		if err != nil {
			t.Fatalf("%v: %v", keys, err)
		}
		_ = m.Close()
	}
}

// What keeps a meeting from being opened is said in the list and on Enter, with what can be done: look on where it is
// open elsewhere, off the list where it is gone, try again.
func TestTroubleWithRecents(t *testing.T) {
	dir := t.TempDir()
	held, gone, foul := filepath.Join(dir, "held.thidua"), filepath.Join(dir, "gone.thidua"),
		filepath.Join(dir, "foul.thidua")
	stick := filepath.Join(dir, "usb", "stick.thidua")
	saved(t, held)
	m, err := meeting.Open(t.Context(), held)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	if err := os.WriteFile(foul, []byte("no meeting"), 0o600); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.thidua")
	saved(t, newer)
	made, err := sql.Open("sqlite", newer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := made.ExecContext(t.Context(), "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "cfg", "meetings.toml")
	for _, path := range []string{newer, stick, foul, gone, held} {
		remember(t, list, settings.Recent{Path: path, By: "Thư ký"})
	}
	v := comeTo(t, dir, 120, 40)
	v.shows("đang mở ở nơi khác", "tệp không còn ở đó", "không đọc được", "không thấy ổ đĩa",
		"của phiên bản mới hơn")
	v.press("enter").shows("chỉ mở để xem (open --read-only)", "Chỉ xem, không ghi")
	v.press("enter")
	if c := v.m.Choice(); !v.over || c.Task != Look || c.Watching == nil {
		t.Fatalf("looking on: %+v\n%s", c, v.picture())
	}
	_ = v.m.Choice().Watching.Close()
	v = comeTo(t, dir, 120, 40).press("down", "enter").shows("không có tệp này", "Bỏ khỏi danh sách")
	v.press("end", "enter")
	if got := settings.Recents(list); len(got) != 4 || strings.Contains(v.picture(), "gone") {
		t.Errorf("after it was taken off: %v\n%s", got, v.picture())
	}
	v.press("home", "down", "enter").shows("không phải tệp cuộc họp", "Thử lại").press("esc")
	v.press("down", "enter").shows("không có thư mục này", "cắm hoặc nối lại").press("esc")
	v.press("down", "enter").shows("cập nhật thidua").press("esc")
	if v.over {
		t.Error("the page was left")
	}
}

// A fault of the program is said on the page: the window stays.
func TestFaultIsSaid(t *testing.T) {
	v := come(t, 80, 24)
	v.run(v.m.effect(effect{work: &work{do: func(context.Context) outcome { panic(errors.New("xyz")) }}}))
	v.shows("chương trình có lỗi ở đây: xyz").press("enter").shows("BẮT ĐẦU")
}

// Language and theme change at once, and are kept.
func TestPrefs(t *testing.T) {
	var kept Prefs
	v := come(t, 80, 24, func(o *Options) { o.Save = func(p Prefs) error { kept = p; return nil } })
	v.press("ctrl+l").shows("The sample meeting")
	v.press("ctrl+t")
	if kept.Lang != lang.EN || kept.Theme != "light" || v.m.Prefs() != kept {
		t.Errorf("kept %+v", kept)
	}
	v.m.opts.Save = func(Prefs) error { return errors.New("no disk") }
	v.press("ctrl+l").shows("no disk")
}

// A click chooses, and once more does it; the wheel goes through the list.
func TestMouse(t *testing.T) {
	v := come(t, 80, 24)
	row := func(text string) int {
		for y, line := range strings.Split(v.picture(), "\n") {
			if strings.Contains(line, text) {
				return y
			}
		}
		t.Fatalf("no %q in\n%s", text, v.picture())
		return 0
	}
	click := func(text string) { v.send(tea.MouseClickMsg{X: 5, Y: row(text), Button: tea.MouseLeft}) }
	click("Mở tệp cuộc họp")
	v.shows("› Mở tệp cuộc họp")
	click("Mở tệp cuộc họp")
	v.shows("Tệp: [").press("esc")
	v.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	v.shows("› Tạo cuộc họp")
	v.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if strings.Contains(v.picture(), "› Tạo cuộc họp") {
		t.Errorf("the wheel does nothing:\n%s", v.picture())
	}
}

// A file that is dragged onto the window of the first page is opened.
func TestDraggedFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Cụm 2.thidua")
	saved(t, path)
	v := comeTo(t, dir, 80, 24)
	v.send(tea.PasteMsg{Content: "'" + path + "'"})
	v.shows("Ai ghi quyết định?").press("esc")
}
