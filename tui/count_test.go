package tui

import (
	"slices"
	"strings"
	"testing"

	"thidua/scoring"
)

// A count that is short of ballots which could change it has no verdict, and is recorded only with the units named that
// did not vote.
func TestShortCountIsNoVerdict(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "+", "text:Hội thao", "enter", "1")
	seq := s.live.Seq()
	if p := s.picture(); strings.Contains(p, "✗") || strings.Contains(p, "không thông qua") ||
		!strings.Contains(p, "còn 8 phiếu, chưa kết luận") {
		t.Errorf("after the first number:\n%s", p)
	}
	s.press("enter", "enter", "enter", "enter")
	if s.live.Seq() != seq || !strings.Contains(s.picture(), "Đơn vị nào không bỏ phiếu?") {
		t.Fatalf("1 of 9 ballots was recorded:\n%s", s.picture())
	}
	s.press("esc", "up", "up", "backspace", "7", "enter", "1", "tab", "backspace", "0", "enter")
	if s.live.Seq() != seq {
		t.Fatalf("8 of 9 ballots were recorded:\n%s", s.picture())
	}
	s.shows("Tán thành 7 · Không tán thành 1 · Không biểu quyết 0") // what is short stays in sight
	s.press("down", "space", "enter")
	votes := s.live.Votes()
	if len(votes) != 1 {
		t.Fatalf("not recorded:\n%s", s.picture())
	}
	if got := votes[0].Vote.NotVoting; !slices.Equal(got, []string{s.live.Units()[1].Name()}) ||
		votes[0].Ruling.Verdict != scoring.Carried {
		t.Errorf("not voting: %v; %+v", got, votes[0].Ruling)
	}
}

// A verdict that the missing ballots cannot change is said before they are in.
func TestSettledBeforeTheEnd(t *testing.T) {
	for counts, want := range map[[2]string]string{
		{"5", ""}: "còn 4 phiếu, không thay đổi được kết quả: thông qua",
		{"4", ""}: "còn 5 phiếu, chưa kết luận",
		{"", "4"}: "còn 5 phiếu, chưa kết luận",
		{"", "5"}: "còn 4 phiếu, không thay đổi được kết quả: không thông qua",
	} {
		s := begin(t, 120, 40).press("f5", "enter", "text:"+counts[0], "enter", "text:"+counts[1])
		if p := s.picture(); !strings.Contains(p, want) {
			t.Errorf("%v: want %s:\n%s", counts, want, p)
		}
	}
}

// The last count fills itself with the rest while the one before it is typed, until something else is typed over it.
func TestLastCountFillsItself(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "enter", "6", "enter", "2")
	s.shows("[   1]", "số còn lại", "còn 0", "Enter ghi 6-2-1")
	if said := s.speak(); !strings.Contains(said, "Không biểu quyết: 1, số còn lại") {
		t.Errorf("said: %s", said)
	}
	s.press("backspace", "1").shows("[   2]", "Enter ghi 6-1-2")
	s.press("backspace", "9").shows("15 phiếu, nhưng chỉ có 9")
	if s.hides("số còn lại"); s.press("enter").live.Votes() != nil {
		t.Errorf("on record: %+v", s.live.Votes())
	}
	s.press("up", "backspace", "2", "tab").shows("[   1]")
	s.press("2")
	if p := s.picture(); !strings.Contains(p, "10 phiếu, nhưng chỉ có 9") {
		t.Errorf("what is typed is added to what was filled in:\n%s", p)
	}
	s.press("backspace", "1", "enter")
	if v := s.live.Votes(); len(v) != 1 || v[0].Vote.Abstain != 1 {
		t.Errorf("on record: %+v", v)
	}
}

// All in favour is one key.
func TestUnanimousInOneKey(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "+", "text:Hội thao", "enter", "*")
	if v := s.live.Votes(); len(v) != 1 || !v[0].Vote.Unanimous || v[0].Vote.For != 9 {
		t.Errorf("on record: %+v\n%s", v, s.picture())
	}
}

// A round is not concluded before every ballot is counted, and is recorded only with the units named that handed in
// none.
func TestShortRoundIsNoResult(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "f6", "5", "down", "3")
	seq := s.live.Seq()
	if p := s.picture(); !strings.Contains(p, "còn 1 phiếu, chưa kết luận") || strings.Contains(p, "→") {
		t.Errorf("8 of 9 ballots have a result:\n%s", p)
	}
	if s.press("="); s.live.Seq() != seq || !strings.Contains(s.picture(), "Đơn vị nào không bỏ phiếu?") {
		t.Fatalf("8 of 9 ballots:\n%s", s.picture())
	}
	s.press("space", "enter")
	r, _ := s.live.Race(scoring.Leader)
	if len(r.Rounds) != 1 || !slices.Equal(r.Rounds[0].Ballot.NotVoting, []string{s.live.Units()[0].Name()}) {
		t.Errorf("on record: %+v\n%s", r.Rounds, s.picture())
	}
}
