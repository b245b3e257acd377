package tui

import (
	"bytes"
	"context"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// listener is a session in plain mode: keys go in, lines come out.
type listener struct {
	*Plain
	t   testing.TB
	out bytes.Buffer
}

func listen(t testing.TB, m Meeting, change ...func(*Options)) *listener {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	o := Options{By: "Thư ký"}
	for _, f := range change {
		f(&o)
	}
	l := &listener{t: t}
	l.Plain = NewPlain(New(ctx, m, o), &l.out)
	l.Init()
	l.Update(tea.WindowSizeMsg{Width: 5, Height: 2})
	return l
}

func (l *listener) press(keys ...string) {
	l.t.Helper()
	for _, k := range keys {
		_, cmd := l.Update(keyMsg(l.t, k))
		for cmd != nil {
			msg := cmd()
			if msg == nil {
				break
			}
			_, cmd = l.Update(msg)
		}
	}
}

// heard ends the session and fails unless it has said these things, in that order, each in a line of plain text.
func (l *listener) heard(all ...string) {
	l.t.Helper()
	l.Close()
	got := l.out.String()
	if testing.Verbose() {
		l.t.Log(got)
	}
	if strings.ContainsAny(strings.ReplaceAll(got, "\r\n", "\n"), "\x1b\r") {
		l.t.Errorf("sequences in what is read aloud: %q", got)
	}
	at := 0
	for _, want := range all {
		i := strings.Index(got[at:], want)
		if i < 0 {
			l.t.Fatalf("not said in its turn: %q\n%s", want, got)
		}
		at += i + len(want)
	}
}

// In plain mode every change is a line of text, said once, without any sequences.
func TestPlain(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, m)
	l.press("down", "6", "0", "enter", "pgdown", "f4", "?", "esc", "f9", "ctrl+k", "esc", "ctrl+l", "ctrl+q", "esc")
	l.heard(
		"Cụm thi đua số 2, năm 2019-2020.", "Màn hình Rà soát.",
		"Vĩnh Phúc, 1.1 Chủ trương của địa phương: tối đa 20,00, tự chấm 100 %, cụm 100 %, 20,00 điểm",
		"Vĩnh Phúc, 1.2", "Sửa phần trăm, Vĩnh Phúc, 1.2 Kế hoạch", "6 %. 1,80 điểm", "60 %. 18,00 điểm",
		"✓ đã ghi số 27 · bản chấm của Vĩnh Phúc cần thống nhất lại: Vĩnh Phúc 1.2: 85 % → 60 %",
		"cụm 60 %", "Bắc Ninh, 1.2",
		"Màn hình Xếp hạng.", "hạng 3, Bắc Ninh", "hạng 3 trong 9", "Màn hình Điểm danh.", "có mặt, 1 người", "tìm:",
		"Screen Roll.", "Leave?",
	)
}

// Every overlay is said when it comes, and again where it changes; when it is gone the screen is said again.
func TestPlainOverlays(t *testing.T) {
	h, _ := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(r, "5", "0", "enter", "down", "4", "0", "enter")
	l := listen(t, h.m, func(o *Options) {
		o.Room, o.Join = h.room, &Join{Lines: []string{"ssh -p 2222 TÊN@192.168.1.10"}, Fingerprint: "SHA256:abc",
			QR: [][]bool{{true}}}
	})
	l.press("f1", "esc", "f12", "enter", "ctrl+e", "down", "delete", "down", "delete")
	l.Update(floorMsg{h.room.Floor()})
	l.press("ctrl+k", "g", "d", "m", "n", "down", "esc", "f4", "?", "esc", "ctrl+q", "esc")
	l.heard("Rà soát", "F1 trang này", "Vĩnh Phúc, 1.1",
		"VÀO HỌP TỪ MÁY CỦA MÌNH", "ssh -p 2222 TÊN@192.168.1.10", "SHA256:abc", "Vĩnh Phúc, 1.1",
		"2 đề nghị của các thành viên", "đề nghị 1 trên 2: Vĩnh Phúc 1.1: 100 % → 50 %", "Thành viên Bắc Ninh",
		"đề nghị 2 trên 2",
		"1 đề nghị của các thành viên", "đề nghị 1 trên 1: Vĩnh Phúc 1.1", "Vĩnh Phúc, 1.1",
		"tìm:", "tìm g:", "tìm gdmn:", "tiêu chí", "Vĩnh Phúc, 1.1",
		"Màn hình Xếp hạng.", "hạng 1 trong 9", "hạng 1, Nam Định", "Thoát?", "hạng 1, Nam Định")
	if strings.ContainsAny(l.out.String(), "█▀▄─") {
		t.Errorf("pictures are read aloud:\n%s", l.out.String())
	}
}

// readable shows the sequences of a picture as text, so that a golden file can be read and compared anywhere.
func readable(s string) string { return strings.ReplaceAll(s, "\x1b", "␛") + "\n" }
