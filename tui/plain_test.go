package tui

import (
	"bytes"
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// In plain mode every change is a line of text, said once, without any sequences.
func TestPlain(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var out bytes.Buffer
	model := New(ctx, m, Options{By: "Thư ký"})
	p := NewPlain(model, &out)
	p.Init()
	press := func(keys ...string) {
		for _, k := range keys {
			_, cmd := p.Update(keyMsg(t, k))
			for cmd != nil {
				msg := cmd()
				if msg == nil {
					break
				}
				_, cmd = p.Update(msg)
			}
		}
	}
	p.Update(tea.WindowSizeMsg{Width: 5, Height: 2})
	press("down", "6", "0", "enter", "pgdown", "f4", "?", "esc", "f9", "ctrl+k", "esc", "ctrl+l", "ctrl+q", "esc")
	p.Close()
	got := out.String()
	if strings.ContainsAny(strings.ReplaceAll(got, "\r\n", "\n"), "\x1b\r") {
		t.Errorf("sequences in what is read aloud: %q", got)
	}
	at := 0
	for _, want := range []string{
		"Cụm thi đua số 2, năm 2019-2020.", "Màn hình Rà soát.",
		"Vĩnh Phúc, 1.1 Chủ trương của địa phương: tối đa 20,00, tự chấm 100 %, cụm 100 %, 20,00 điểm",
		"Vĩnh Phúc, 1.2", "Sửa phần trăm: 6 →", "Sửa phần trăm: 60 → 18,00 điểm", "✓ đã ghi số 27: Vĩnh Phúc 1.2: 60 %",
		"cụm 60 %", "Bắc Ninh, 1.2",
		"Màn hình Xếp hạng.", "hạng 1, Nam Định", "hạng 1 trong 9", "Màn hình Điểm danh.", "có mặt, 1 người", "tìm :",
		"Screen Roll.", "Leave?",
	} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("not said in its turn: %q\n%s", want, got)
		}
		at += i
	}
}

// readable shows the sequences of a picture as text, so that a golden file can be read and compared anywhere.
func readable(s string) string { return strings.ReplaceAll(s, "\x1b", "␛") + "\n" }
