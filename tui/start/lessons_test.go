package start

import (
	"os"
	"testing"

	"thidua/scoring/lang"
)

// A lesson is chosen from the page, by what it is about.
func TestLessonIsChosen(t *testing.T) {
	v := comeTo(t, t.TempDir(), 80, 24, func(o *Options) {
		o.Lessons = []Lesson{{ID: "a", Title: lang.Both("Một"), About: lang.Both("thứ nhất")},
			{ID: "b", Title: lang.Both("Hai"), About: lang.Both("thứ hai")}}
	})
	v.m.home.list.Select("lessons")
	v.press("enter").shows("Bài tập", "thứ nhất").press("down", "down", "enter")
	if !v.over {
		t.Fatal("the page is still there")
	}
	if c := v.m.Choice(); c.Task != Demo || c.Lesson != "b" {
		t.Errorf("left with %+v", c)
	}
}

// Making a meeting is practised on sheets of its own, from the rulebook to who records, and leaves no trace on the page
// when it is given up.
func TestMakingIsPractised(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	v := comeTo(t, t.TempDir(), 120, 40)
	v.m.home.list.Select("lessons")
	v.press("enter").shows("Lập cuộc họp").press("enter").shows("Bài tập: cụm số 2, năm 2019-2020")
	v.press("esc", "esc")
	if v.m.home.lesson() != (lang.Text{}) {
		t.Errorf("given up, and it goes on:\n%s", v.picture())
	}
	v.m.home.list.Select("lessons")
	v.press("enter", "enter", "enter", "down", "enter")
	v.press("enter").shows("Thư mục có phiếu").press("enter").shows("Nam Định: chấm 111 trong 111")
	v.press("enter").shows("Tệp cuộc họp").press("enter").press("enter")
	c := v.m.Choice()
	if !v.over || c.Task != Run || c.Meeting == nil {
		t.Fatalf("left with %+v\n%s", c, v.picture())
	}
	if err := c.Meeting.Close(); err != nil {
		t.Error(err)
	}
}
