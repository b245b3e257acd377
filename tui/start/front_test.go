package start

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/scoring/lang"
)

// The palette finds meetings, tasks, lessons and keys on every page, with or without diacritics, and does them from the
// first page; what a page had open is closed then.
func TestPaletteOfThePage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Cụm 2.thidua")
	saved(t, path)
	remember(t, filepath.Join(dir, "cfg", "meetings.toml"), settings.Recent{Path: path, Title: "x", By: "Thư ký",
		When: time.Now()})
	lessons := func(o *Options) {
		o.Lessons = []Lesson{{ID: "vote", Title: lang.Text{VI: "Biểu quyết", EN: "A vote"}}}
	}
	v := comeTo(t, dir, 120, 40, lessons).press("ctrl+k").shows("cuộc họp", "việc", "luyện tập", "lệnh", "Tìm:")
	v.press("text:bieu quyet").shows("luyện tập  Biểu quyết").press("enter")
	if c := v.m.Choice(); !v.over || c.Task != Demo || c.Lesson != "vote" {
		t.Errorf("a lesson: %+v\n%s", c, v.picture())
	}
	v = comeTo(t, dir, 120, 40).press("ctrl+k", "text:phat phieu", "enter").shows("bộ tiêu chí nào?")
	v.press("ctrl+k", "text:kiem tra mot", "enter").shows("Kiểm tra")
	v.press("ctrl+k", "text:mau toi", "enter").shows("Kiểm tra")
	if v.m.styles.Theme == "dark" {
		t.Error("a key of the page that is found does nothing")
	}
	v = comeTo(t, dir, 120, 40, func(o *Options) { o.Open = filepath.Join(dir, "b.thidua") })
	v.shows("không có tệp này").press("ctrl+k", "text:cum thi dua so 2", "enter")
	if c := v.m.Choice(); !v.over || c.Task != Run || c.Path != path {
		t.Fatalf("a meeting: %+v\n%s", c, v.picture())
	}
	_ = v.m.Choice().Meeting.Close()

	other := filepath.Join(dir, "other.thidua")
	saved(t, other)
	v = comeTo(t, dir, 120, 40, func(o *Options) { o.Open = other }).shows("Ai ghi quyết định?")
	v.press("ctrl+k", "text:mo tep", "enter").shows("Gõ đường dẫn")
	m, err := meeting.Open(t.Context(), other)
	if err != nil {
		t.Fatalf("the meeting that the question was about is open still: %v", err)
	}
	_ = m.Close()
}

// The help of the page is searched, and what its lines say is done from it.
func TestHelpOfThePage(t *testing.T) {
	v := come(t, 120, 40).press("f1").shows("BẮT ĐẦU", "Phím ở đây", "Phím ở mọi trang", "Thứ tự một cuộc họp")
	v.press("text:tieng anh").shows("chuyển sang tiếng Anh")
	if p := v.picture(); strings.Contains(p, "Thứ tự một cuộc họp") {
		t.Errorf("what is typed does not search:\n%s", p)
	}
	if v.press("enter").shows("BEGIN"); v.m.opts.Lang != lang.EN {
		t.Error("the line does nothing")
	}
	v.press("f1", "esc").shows("BEGIN")
}

// A second window becomes the room's screen of a meeting that is chosen: from the list, or by one key.
func TestWallFromThePage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.thidua")
	saved(t, path)
	remember(t, filepath.Join(dir, "cfg", "meetings.toml"), settings.Recent{Path: path, When: time.Now()})
	for _, keys := range [][]string{{"ctrl+r"}, {"ctrl+k", "text:man chieu cho", "enter", "enter"}} {
		v := comeTo(t, dir, 80, 24).press(keys...)
		if c := v.m.Choice(); !v.over || c.Task != Wall || c.Path != path {
			t.Errorf("%v: %+v\n%s", keys, c, v.picture())
		}
	}
}
