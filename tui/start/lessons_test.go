package start

import (
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
	v.press("enter").shows("Bài tập", "thứ nhất").press("down", "enter")
	if !v.over {
		t.Fatal("the page is still there")
	}
	if c := v.m.Choice(); c.Task != Demo || c.Lesson != "b" {
		t.Errorf("left with %+v", c)
	}
}
