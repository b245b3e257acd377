package tui

import (
	"strings"
	"testing"

	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/tui/screen"
)

// afterAppraisal is a meeting that is closed, and whose appraisal has come.
func afterAppraisal(t testing.TB, w, h int) *session {
	t.Helper()
	return begin(t, w, h).press("do:accept", "do:elect", "do:close", "do:appraise")
}

// The screen stands among the others once the appraisal has come, and has its key once the meeting is closed.
func TestAppraisalHasItsTime(t *testing.T) {
	s := begin(t, 120, 40).press("f11")
	if s.on() == screen.Appraisal || strings.Contains(s.picture(), "Thẩm định") {
		t.Errorf("before closing there is the screen of the appraisal:\n%s", s.picture())
	}
	for range screen.IDs() {
		s.press("tab")
		if s.on() == screen.Appraisal {
			t.Error("the key that goes round comes to it before closing")
		}
	}
	s.press("do:accept", "do:elect", "do:close", "f4", "f11")
	s.shows("Thẩm định", "Chưa nhận điểm thẩm định", "thidua appraise")
	s.press("f4").hides("F11")
	s.press("do:appraise").shows("F11")
	s.press("=")
	if s.on() != screen.Appraisal {
		t.Errorf("from the ranking one does not get there:\n%s", s.picture())
	}
	s.press("tab", "shift+tab")
	if s.on() != screen.Appraisal {
		t.Error("the key that goes round does not come to it")
	}
	s.press("f2", "ctrl+k", "text:tham dinh", "enter")
	if s.on() != screen.Appraisal {
		t.Errorf("the palette does not lead to it:\n%s", s.picture())
	}
}

// A difference is explained with a reason, the cursor goes on to the next that is open, the next step counts them, and
// what was recorded can be taken back though the meeting is closed.
func TestDifferencesAreExplained(t *testing.T) {
	s := afterAppraisal(t, 120, 40).press("f11")
	all := len(s.live.Differences())
	s.shows("Tiếp theo: giải trình 13 chênh lệch thẩm định (F11)", "Hải Dương · 1.1", "cụm thống nhất: 18,50 điểm",
		"thẩm định: 14,00 điểm", "Cục Cơ sở vật chất", "tham-dinh.xlsx")
	seq := s.live.Seq()
	s.press("=", "enter").shows("Ghi lý do")
	if s.live.Seq() != seq {
		t.Fatal("an explanation without a reason was recorded")
	}
	s.press("text:đúng thực tế", "enter")
	want := scoring.Explain{Unit: "Hải Dương", Criterion: "1.1", Outcome: scoring.Accepted, Reason: "đúng thực tế"}
	if got := s.live.Last().Act; got != want {
		t.Fatalf("recorded %+v\n%s", got, s.picture())
	}
	s.shows("Bắc Ninh · 10", "12 chưa giải trình", "−4,50✓")
	s.press("*", "text:hỏi lại", "enter").shows("1 cần trao đổi", "+2,00?")
	s.press("ctrl+z")
	if by, gone := s.live.Withdrawn(seq + 2); !gone || by == 0 {
		t.Errorf("it cannot be taken back:\n%s", s.picture())
	}
	s.press("ctrl+y").shows("1 cần trao đổi")
	for range all {
		s.press("space", "=")
		if s.editing() {
			s.press("text:x", "enter")
		}
	}
	if left, discuss := s.live.OpenDifferences(); left+discuss > 0 {
		t.Fatalf("%d and %d are still open\n%s", left, discuss, s.picture())
	}
	s.press("right").shows("đã khép lại", "Tiếp theo: ghi quyết định chính thức của cấp trên")
	s.press("space").shows("mọi chênh lệch đã khép lại")
}

// A difference says whose rank and award it changes; the room above says it of all together.
func TestDifferenceSaysWhatItDoes(t *testing.T) {
	s := afterAppraisal(t, 120, 40).press("f11", "ctrl+k", "text:nam dinh 10.1.2", "enter")
	if s.on() != screen.Appraisal {
		s.press("f11")
	}
	s.shows("Nam Định · 10.1.2", "Vì chênh lệch này, theo điểm thẩm định:", "Nam Định hạng")
	s.says("Nam Định, 10.1.2", "cụm thống nhất: ", "thẩm định: ", "chưa giải trình")
	s.press("?").shows("Khen thưởng theo điểm thẩm định")
}

// What was decided in the end is typed beside what was proposed.
func TestDecidedBesideProposed(t *testing.T) {
	s := afterAppraisal(t, 120, 40).press("f11", "+", "text:QĐ 15", "tab", "text:15/8/2020", "enter")
	got, ok := s.live.Last().Act.(scoring.Decide)
	if !ok || got.Unit != "Hải Dương" || got.Document != "QĐ 15" {
		t.Fatalf("recorded %+v\n%s", s.live.Last().Act, s.picture())
	}
	s.shows("chính thức: Bằng khen theo QĐ 15; cụm đề nghị: Bằng khen")
}

// Who only looks on changes nothing there, and is told so.
func TestAppraisalIsNotForObservers(t *testing.T) {
	h, _ := newHall(t, "accept", "elect", "close", "appraise")
	g := h.come(observer(), true)
	g.press("ctrl+f", "f11", "=").shows("dự khán chỉ xem")
	if g.editing() {
		t.Error("an observer types an explanation")
	}
}

// A move to a corrected rulebook, and its undo, leave no screen at a criterion that is not there any more.
func TestMoveToAnotherRulebook(t *testing.T) {
	s := begin(t, 120, 40).goToCriterion("14.2")
	for _, id := range screen.IDs() {
		s.goTo(id, screen.Place{Unit: 0, Node: s.at().Node})
	}
	text := strings.Replace(s.live.RulebookText(), `id     = "5350-2019"`, `id     = "dinh-chinh"`, 1)
	book, err := rulebook.Read("dinh-chinh.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	seq := s.live.Seq()
	s.decideAct(scoring.Move{Rulebook: book.Rulebook, Text: text, Reason: "Công văn đính chính"})
	for _, id := range screen.IDs() {
		s.goTo(id, screen.Place{Unit: 0, Node: -1})
		s.picture()
	}
	if s.seen.Rulebook() != book.Rulebook {
		t.Error("the session does not look at the corrected rulebook")
	}
	s.goTo(screen.Review, screen.Place{Unit: 0, Node: -1})
	s.press("ctrl+z")
	if _, gone := s.live.Withdrawn(seq + 1); !gone || s.seen.Rulebook().ID != "5350-2019" {
		t.Errorf("the move cannot be taken back: %v, %s, %+v\n%s", gone, s.seen.Rulebook().ID, s.note, s.picture())
	}
}
