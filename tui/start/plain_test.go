package start

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"thidua/data/settings"
)

// ear is somebody who listens to the page. What the page does beside it is done at once.
type ear struct {
	*Plain
	t *testing.T
}

func (e *ear) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			e.run(c)
		}
	default:
		_, next := e.Update(msg)
		e.run(next)
	}
}

func (e *ear) press(keys ...string) {
	for _, k := range keys {
		_, cmd := e.Update(pressed(e.t, k))
		e.run(cmd)
	}
}

// The page can be heard: where one is, what the cursor is on, what is typed, what came of it; and each key has an
// answer.
func TestStartByEar(t *testing.T) {
	dir := scenery(t)
	v := comeTo(t, dir, 120, 40)
	remember(t, v.m.opts.Recents, settings.Recent{Path: filepath.Join(dir, "Cụm 2.thidua"), By: "Thư ký"})
	var out bytes.Buffer
	e := &ear{NewPlain(New(t.Context(), v.m.opts), &out), t}
	e.run(e.Init())
	e.press("up", "down", "down", "enter", "down", "x", "up", "enter", "down", "enter", "ctrl+u", "8", "enter")
	e.Close()
	heard, at := out.String(), 0
	for _, want := range []string{"Bắt đầu.", "Phím: Enter mở; * chỉ xem",
		"Cụm thi đua số 2 · 2019–2020; chưa chốt · 1 quyết định; ~/Cụm 2.thidua", "↑: đây là dòng đầu",
		"không thấy ổ đĩa", "Tạo cuộc họp…; từ các phiếu tự chấm", "đang đọc các bộ tiêu chí…", "Bộ tiêu chí.",
		"Thi đua khối các sở giáo dục và đào tạo; 5350-2019; 1 trên ", "2 trên ", "2 trên ", "1 trên ", "Cụm.",
		"Cuộc họp của cụm nào?", "1 trên 9", "Cụm thi đua số 2; Vĩnh Phúc, ", "Năm.", "Năm: 2019-2020",
		"Năm: chưa gõ gì", "Năm: 8", "8"} {
		i := strings.Index(heard[at:], want)
		if i < 0 {
			t.Fatalf("no %q after %q in\n%s", want, heard[:at], heard)
		}
		at += i + len(want)
	}
	if strings.Contains(heard, "\x1b") {
		t.Error("there are sequences in what is heard")
	}
}
