package tui

import (
	"strings"
	"testing"

	"thidua/scoring"
)

// What a decision withdraws is said with it: the room must not find out at the end that a unit is open again.
func TestWhatFallsIsSaid(t *testing.T) {
	s := begin(t, 120, 40).press("6", "0", "enter")
	if p := s.picture(); !strings.Contains(p, "bản chấm của Vĩnh Phúc cần thống nhất lại") {
		t.Errorf("nothing says that the acceptance fell:\n%s", p)
	}
	const falls = "1 đề nghị chưa trả lời: không được xét"
	seq := s.live.Seq()
	s.press("pgdown", "pgdown", "=")
	if s.shows(falls, "= lần nữa"); s.live.Seq() != seq {
		t.Error("a request falls without a question")
	}
	s.press("down", "=")
	if s.live.Seq() != seq {
		t.Error("what was asked before another key was taken for meant")
	}
	s.press("=")
	if s.shows(falls); s.live.Seq() != seq+1 {
		t.Error("the sheet is not accepted")
	}
	s.press("7", "5", "enter", "8", "0", "enter") // not accepted any more the second time: nothing falls
	if p := s.picture(); strings.Contains(p, "thống nhất lại") {
		t.Errorf("what does not fall is said to:\n%s", p)
	}
}

// A request is answered with no, and a criterion left without a score, where they stand; both with a reason.
func TestRejectAndLeaveOnScreen(t *testing.T) {
	s := begin(t, 120, 40).press("f7")
	left := len(s.live.Blockers())
	for s.picture(); !strings.Contains(s.picture(), "✗ Thái Bình chưa được chấm 13.5"); s.press("down") {
		if s.live.Closed() {
			t.Fatal("no such line")
		}
	}
	for range left - 1 {
		s.press("down")
	}
	s.press("enter")
	if at := s.stand(); s.live.Units()[at.Unit].Name() != "Thái Bình" ||
		s.live.Rulebook().Criteria[at.Node].Code != "13.5" {
		t.Fatalf("the line leads to %+v", at)
	}
	s.press("ctrl+d", "enter")
	if _, ok := s.live.Last().Act.(scoring.Leave); ok {
		t.Error("left without a reason")
	}
	s.press("text:chưa có số liệu", "enter")
	if got, ok := s.live.Last().Act.(scoring.Leave); !ok || got.Reason != "chưa có số liệu" {
		t.Fatalf("the last decision is %+v\n%s", s.live.Last().Act, s.picture())
	}
	if got := len(s.live.Blockers()); got != left-1 {
		t.Errorf("%d things stand in the way of closing, want %d", got, left-1)
	}

	s = begin(t, 120, 40).press("ctrl+k", "text:14.2", "enter")
	for i, u := range s.live.Units() {
		if u.Name() == "Ninh Bình" {
			for s.stand().Unit != i {
				s.press("pgdown")
			}
		}
	}
	open := len(s.live.Units()[s.stand().Unit].OpenRequests())
	s.press("ctrl+x", "text:không đủ minh chứng", "enter")
	if got, ok := s.live.Last().Act.(scoring.Reject); !ok || got.Unit != "Ninh Bình" || got.Target != "14.2" {
		t.Fatalf("the last decision is %+v\n%s", s.live.Last().Act, s.picture())
	}
	if got := len(s.live.Units()[s.stand().Unit].OpenRequests()); got != open-1 {
		t.Errorf("%d requests are open, want %d", got, open-1)
	}
}

// What a change would withdraw is said beside the field before it is recorded; a value that is not changed withdraws
// nothing and says so, before and after.
func TestFallsAreSaidBefore(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		s := begin(t, size[0], size[1]).press("pgdown", "pgdown", "=", "=", "ctrl+k", "text:hai duong 1.1",
			"enter", "9", "2", ",", "5")
		unit := s.live.Units()[s.at().Unit]
		if !unit.Accepted() {
			t.Fatalf("not accepted:\n%s", s.picture())
		}
		s.shows("không có gì thay đổi", "hạng")
		s.press("enter")
		s.shows("không có gì thay đổi")
		if unit = s.live.Units()[s.at().Unit]; !unit.Accepted() {
			t.Error("a value that was not changed withdrew the acceptance")
		}
		s.press("8", "5")
		s.shows("! bản chấm của "+unit.Name()+" cần thống nhất lại", "hạng")
		s.press("esc", "8", "5", "enter")
		s.shows("bản chấm của " + unit.Name() + " cần thống nhất lại")
	}
}
