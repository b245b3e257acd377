package tui

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// spoken is what a session says at the moment: what is asked, and where the cursor is.
func (s *session) spoken() string { return s.asks() + " | " + s.speak() }

// says fails unless what is said has these in it, in this order.
func (s *session) says(want ...string) {
	s.t.Helper()
	rest := s.spoken()
	for _, w := range want {
		i := strings.Index(rest, w)
		if i < 0 {
			s.t.Fatalf("not said: %q\n%s", w, s.spoken())
		}
		rest = rest[i+len(w):]
	}
}

// Who casts a ballot hears the question in the own language, what can be marked, what is, and what became of it.
func TestOwnBallotIsSpoken(t *testing.T) {
	h, host := newHall(t)
	h.lang = lang.EN
	v := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f5", "enter", "=")
	host.says("thưởng", "Vĩnh Phúc: chưa gọi, 1 trên 9; 0 trên 9 đơn vị đã trả lời")
	v.says("A vote: ", "a bonus of ", "The ballot of Bắc Ninh, nothing marked yet: 1 For; 2 Against; 3 Abstain",
		"0 of 9 units have voted")
	h.then(v, "down")
	v.says("Marked: For, 1 of 3; not cast yet, Enter twice casts it")
	h.then(v, "2", "enter")
	v.says("1 of 9 units have voted. The ballot of Bắc Ninh is in, counted as: Against")
	h.then(host, "esc", "esc", "f6", "ctrl+b")
	v.says("Election of the leader, round 1", "The ballot of Bắc Ninh, nothing marked yet: 1 ", "(a blank ballot)")
}

// A place in an order is asked about in the language of who is asked, in sight and by ear.
func TestPlaceIsAskedInOnesOwnLanguage(t *testing.T) {
	h, host := newHall(t, "tie")
	h.lang = lang.EN
	v := h.come(reviewerOf("Bắc Ninh"), true)
	h.then(host, "f5", "enter", "=")
	host.says("Đơn vị nào xếp hạng 4")
	v.says("Which takes rank 4 (proposed for: certificate)? | The ballot of Bắc Ninh, nothing marked yet: 1 ")
	v.shows("Which takes rank 4 (proposed for: certificate)?")
}

// Of a secret vote, and of an election, who counts hears which units have voted, and never how.
func TestWhoHasVotedIsSpoken(t *testing.T) {
	h, host := newHall(t)
	v := h.come(reviewerOf("Bắc Ninh"), true)
	for _, open := range [][]string{{"f5", "enter", "space", "="}, {"f6", "ctrl+b"}} {
		h.then(host, open...)
		h.then(v, "1", "enter")
		host.says("Vĩnh Phúc: chưa bỏ phiếu, 1 trên 9; 1 trên 9 ")
		h.then(host, "down")
		host.says("Bắc Ninh: đã bỏ phiếu, 2 trên 9; 1 trên 9 ")
		h.then(host, "down", "space")
		host.says("Hải Dương: không bỏ phiếu, 3 trên 9; ")
		if said := host.spoken(); strings.Contains(said, "tán thành") {
			t.Errorf("said %q", said)
		}
		if open[0] == "f5" {
			h.then(host, "esc", "esc")
		}
	}
}

// Where lots are drawn it is said between whom, and on whom they are said to have fallen.
func TestLotsAreSpoken(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "do:level", "f6")
	s.says("bốc thăm", " | * ghi kết quả chủ tọa bốc thăm; Ctrl+D để chương trình rút thăm")
	s.press("*")
	s.says("Bốc thăm được ", ", 1 trên 2; ", ": chưa gõ gì")
	s.press("down")
	s.says("Bốc thăm được ", ", 2 trên 2; ")
}

// What is typed is said with what would refuse it, in the reason too; and what would follow when the reason begins.
func TestEditsAreSpoken(t *testing.T) {
	s := begin(t, 120, 40).press("+", "3")
	s.says("Điểm thưởng, Vĩnh Phúc, 1.1 ", "tối đa ", " | 3 điểm. Trước là 0,00, tổng ")
	s.press("tab")
	s.says(" | lý do: chưa gõ gì. Trước là 0,00, tổng ")
	s.press("text:mới")
	s.says(" | lý do: mới")
	if strings.Contains(s.spoken(), "Trước là") {
		t.Errorf("said with every letter: %s", s.spoken())
	}
	s.press("tab", "0", "tab")
	s.says(" | lý do: mới. 30,00 điểm tại 1.1 là quá giới hạn")
}

// Whoever listens knows how far down a list is, what a place is worth, and which decisions stand.
func TestPlacesAreSpoken(t *testing.T) {
	s := begin(t, 120, 40)
	s.says("; dòng 2 trên ", "đơn vị 1 trên 9: tổng 1.995,25, hạng 5, đã thống nhất")
	s.press("f3")
	s.says("; đơn vị 1 trên 9: tổng 1.995,25, hạng 5, đã thống nhất")
	s.press("f4", "down")
	s.says("hạng 2, Hải Dương, 2.011,25 điểm, Bằng khen, lên 1 bậc so với tự chấm, bằng đơn vị trên", "; 2 trên 9")
	s.press("right")
	s.says("hạng 7, Hải Dương, 84,00 trên 100,00 điểm; chung: hạng 2; 7 trên 9")
	s.press("f8", "home")
	s.says("số 1, ", "; dòng 1 trên 26")
	for range 16 {
		s.press("down")
	}
	s.says("số 17, đã được hoàn tác bởi số 18, ")
	s.press("do:accept", "do:elect", "do:close", "f7")
	s.says("cuộc họp đã chốt, ", "mã kiểm chứng ", "Enter bắt đầu")
	s.press("enter", "pgdown")
	s.says("hạng 9: ", "; bước 1 trên ", "Tiếp theo, chưa ai thấy: hạng 8: ")
	s.press("ctrl+p")
	if strings.Contains(s.spoken(), "Tiếp theo") {
		t.Errorf("the next step is said while the room sees the screen: %s", s.spoken())
	}
}

// A rank that units share is said to be shared, and what is to be decided about it first of all.
func TestSharedRanksAreSpoken(t *testing.T) {
	s := begin(t, 120, 40).press("do:tie", "f4", "down", "down", "down")
	s.says("bằng điểm ở ranh giới khen thưởng", " | đồng hạng 4, Vĩnh Phúc, ", "; 4 trên 9")
	s.press("f2", "ctrl+k", "text:quang ninh", "enter")
	s.says(" | Quảng Ninh, ", ", đồng hạng 4, ")
}

// A key is answered every time: the same refusal as often as it is met, and the place where a key does nothing.
func TestEveryKeyIsAnswered(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, m)
	l.press("f9", "up", "up", "x", "f7", "=", "=", "ctrl+k", "l", "a", "m", "space", "l", "a", "i", "esc")
	l.heard("Màn hình Điểm danh.", "↑: đây là đơn vị đầu", "↑: đây là đơn vị đầu", "Vĩnh Phúc: có mặt",
		"Màn hình Công bố.", "việc 1 trên ", "Phím: Enter đến việc này; = chốt cuộc họp (còn ", "=: còn ", "=: còn ",
		"tìm lam lai: 1 trên ", "Không dùng được: không có gì vừa hoàn tác để làm lại")
}

// What others decide is said, and of what is decided together each part, once.
func TestNewsIsSpoken(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	l := listen(t, m)
	snap, err := m.Propose(t.Context(), meeting.Proposal{By: "Chủ tọa", Acts: []scoring.Act{
		scoring.Score{Unit: "Hà Nam", Criterion: "1.1", Mark: scoring.InPercent(50_00)}}})
	if err != nil {
		t.Fatal(err)
	}
	l.Update(snapshotMsg{snap})
	l.press("f9", "space", "f2")
	l.heard("Số 27, Chủ tọa: Hà Nam 1.1: 100 % → 50 %", "✓ đã ghi số 28")
	if n := strings.Count(l.out.String(), "Số 28"); n != 0 {
		t.Errorf("what was recorded here is said once more:\n%s", &l.out)
	}
}

// A suggestion that comes is said to who may record it; in the demo the first steps are.
func TestSuggestionsAndStepsAreSpoken(t *testing.T) {
	h, _ := newHall(t)
	r := h.come(reviewerOf("Bắc Ninh"), true)
	l := listen(t, h.m, func(o *Options) {
		first := FirstSteps()
		o.Room, o.Demo, o.Lesson = h.room, true, &first
	})
	h.then(r, "5", "0", "enter")
	l.Update(floorMsg{h.room.Floor()})
	l.press("ctrl+e", "esc", "down")
	l.heard("Cuộc họp mẫu, cứ thử", "Có 1 đề nghị của các thành viên: Ctrl+E để nghe.", "đề nghị 1 trên 1: ",
		"Gõ một số, ví dụ 60")
}

// How many keys wait for the disk is said with each; after a refusal what can be done with them.
func TestKeysThatWaitAreSpoken(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	disk := &slowDisk{Meeting: m, fails: errors.New("no")}
	l := listen(t, disk)
	var pending []tea.Cmd
	for _, k := range []string{"1", "1", "enter", "pgdown", "2", "5"} {
		if _, cmd := l.Update(keyMsg(t, k)); cmd != nil {
			pending = append(pending, cmd)
		}
	}
	if len(pending) != 1 {
		t.Fatalf("%d decisions are on their way", len(pending))
	}
	l.Update(pending[0]())
	l.press("7", "esc", "x")
	l.heard("11 %. ", "1 phím đang chờ", "2 phím đang chờ", "3 phím đang chờ", "✗ CHƯA GHI", "Esc: bỏ những phím",
		"Ctrl+G: thử ghi lại", "4 phím đang chờ", "11 %. ")
}
