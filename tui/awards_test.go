package tui

import (
	"slices"
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// A third rulebook has awards that ask for something: one is held beside another and waits for a secret vote of two
// thirds, one has a minimum, one is a part of the units that are left and asks for a class.
const awardRules = `[[class]]
id   = "excellent"
name = { vi = "hoàn thành xuất sắc", en = "excellent" }
from = { share = "85/100" }

[[class]]
id   = "good"
name = { vi = "hoàn thành tốt", en = "good" }
from = { share = "75/100" }

[[award]]
id     = "government"
name   = { vi = "Cờ thi đua của Chính phủ", en = "Flag of the Government" }
short  = { vi = "Cờ Chính phủ", en = "Government flag" }
sign   = "★"
clause = "Điều 6.1"
counts = [{ units = 1, number = 1 }]
beside = true

[award.vote]
secret = true

[[award]]
id     = "flag"
name   = { vi = "Cờ thi đua của tỉnh", en = "Flag of the province" }
short  = { vi = "Cờ tỉnh", en = "flag" }
sign   = "◆"
clause = "Điều 6.2"
counts = [{ units = 1, number = 1 }]
min    = { share = "80/100" }

[[award]]
id     = "certificate"
name   = { vi = "Bằng khen", en = "Certificate" }
short  = { vi = "Bằng khen", en = "certificate" }
sign   = "●"
clause = "Điều 6.2"
quota  = { share = "50/100", of = "rest", round = "up" }
class  = "good"

`

// beginAwards opens a meeting of the third rulebook: the second with those awards.
func beginAwards(t testing.TB, w, h int, change ...func(*Options)) *session {
	t.Helper()
	return beginWithAwards(t, awardRules, w, h, change...)
}

// beginWithAwards opens a meeting of the second rulebook with other awards.
func beginWithAwards(t testing.TB, rules string, w, h int, change ...func(*Options)) *session {
	t.Helper()
	m := again(t, "awards: "+rules, func() (*meeting.Meeting, error) {
		begun, err := schoolBegin()
		if err != nil {
			return nil, err
		}
		before, rest, _ := strings.Cut(begun.Text, "[[award]]")
		_, after, _ := strings.Cut(rest, "# Votes and elections")
		book, err := rulebook.Read("awards.toml", []byte(before+rules+"# Votes and elections"+after))
		if err != nil {
			return nil, err
		}
		begun.Rulebook, begun.Text = book.Rulebook, book.Text
		return meeting.InMemory("Thư ký", begun, clock)
	})
	return beginWith(t, m, w, h, change...)
}

// awardScenes are its pictures.
func awardScenes() map[string][]string {
	voted := []string{"do:accept", "f5", "enter"}
	carried := append(voted[:3:3], "4", "enter", "0", "enter", "esc", "esc")
	closed := append(carried[:len(carried):len(carried)], "do:school", "do:close")
	then := func(before []string, keys ...string) []string {
		return append(before[:len(before):len(before)], keys...)
	}
	return map[string][]string{
		"awards-board":         {"do:accept", "f4"},
		"awards-board-why":     {"do:accept", "f4", "?"},
		"awards-board-decline": {"do:accept", "f4", "-", "text:năm trước đã nhận"},
		"awards-board-quota":   {"do:accept", "f4", "*", "down", "down", "1"},
		"awards-vote":          {"do:accept", "f5"},
		"awards-vote-count":    then(voted, "4", "enter", "0"),
		"awards-closing":       {"do:accept", "f7"},
		"awards-carried":       then(carried, "f4"),
		"awards-decide":        then(closed, "f4", "+", "down", "tab", "text:15/8/2020"),
	}
}

// A unit gives way on the board: the reason is asked for, it keeps its turn for the next award, and the why says who
// gave way.
func TestGivingWay(t *testing.T) {
	s := beginAwards(t, 120, 40).press("do:accept", "f4", "-", "enter")
	if s.live.Last().Act.Kind() == scoring.KindDecline {
		t.Fatal("recorded without a reason")
	}
	s.press("text:nhường đơn vị bạn", "enter")
	a, ok := s.live.Last().Act.(scoring.Decline)
	if !ok || a.Award != "flag" || a.Reason != "nhường đơn vị bạn" {
		t.Fatalf("recorded %+v", s.live.Last().Act)
	}
	if s.editing() {
		t.Error("the form is still open")
	}
	for i, want := range []string{"certificate", "certificate", "none"} { // nobody else reaches the flag's minimum
		if x := s.live.Standings(scoring.Agreed).At(i); x.Award != want {
			t.Errorf("place %d has %q, want %q", i+1, x.Award, want)
		}
	}
	s.press("?").shows("xin rút", "nhường đơn vị bạn")
}

// Fewer of an award are proposed on the board, by a decision or by a vote.
func TestProposingFewer(t *testing.T) {
	s := beginAwards(t, 120, 40).press("do:accept", "f4", "*", "down", "down", "1", "tab", "text:thống nhất", "f5")
	if s.on() != "vote" {
		t.Fatalf("on %s", s.on())
	}
	s.press("*")
	v, ok := s.live.Last().Act.(scoring.Vote)
	if q, is := v.Act.(scoring.Quota); !ok || !is || q.Award != "certificate" || q.Number != 1 {
		t.Fatalf("recorded %+v", s.live.Last().Act)
	}
	if n := s.live.Proposable(2); n != 1 {
		t.Errorf("%d may be proposed", n)
	}
}

// What is pending is explained and leads to its vote, in which the question stands in full and the ballot is secret.
func TestPendingLeadsToItsVote(t *testing.T) {
	s := beginAwards(t, 120, 40).press("do:accept", "f4", "?")
	s.shows("chờ biểu quyết")
	if s.press("f5"); s.on() != "vote" {
		t.Fatalf("on %s", s.on())
	}
	s.press("enter").shows("Cờ thi đua của Chính phủ", "phiếu kín")
	s.press("space").shows("phải bỏ phiếu kín")
	s.press("*")
	if x := s.live.Standings(scoring.Agreed).At(0); x.Award != "government" || len(x.Beside) != 1 {
		t.Errorf("the first unit has %+v", x)
	}
}

// What was decided in the end is recorded on the board once the meeting is closed, and stands beside the proposal.
func TestDecidedInTheEnd(t *testing.T) {
	s := beginAwards(t, 120, 40).press("do:accept", "f4", "+")
	s.shows("sau khi cuộc họp đã chốt")
	s.press(awardScenes()["awards-decide"][1:]...).press("tab", "tab", "text:QĐ 12/QĐ-UBND", "enter")
	a, ok := s.live.Last().Act.(scoring.Decide)
	if !ok || a.Document != "QĐ 12/QĐ-UBND" || a.Date.Day() != 15 {
		t.Fatalf("recorded %+v", s.live.Last().Act)
	}
	for _, x := range s.live.Standings(scoring.Final).All() {
		if s.live.Units()[x.Unit].Name() == a.Unit && x.Award != a.Award {
			t.Errorf("decided %q, shown %q", a.Award, x.Award)
		}
	}
}

// An award that goes by ballot leads from the votes to the elections, where the first of the ranking stand for it.
func TestElectedToAnAward(t *testing.T) {
	rules := strings.Replace(awardRules, "min    = { share = \"80/100\" }", "[award.ballot]\nnominees = 2", 1)
	s := beginWithAwards(t, rules, 120, 40).press("do:accept", "do:school", "f4")
	s.shows("Cờ tỉnh chờ bỏ phiếu giữa THPT Ví dụ D và THPT Ví dụ C: F6")
	if s.press("f5", "down", "enter"); s.on() != "election" {
		t.Fatalf("on %s", s.on())
	}
	s.shows("CỜ TỈNH", "THPT Ví dụ C", "THPT Ví dụ D")
	s.shows("84,40 %", "hạng 1")
	s.hides("giữ chức")
	s.press("3", "down", "2", "=")
	if s.shows("được suy tôn, đề nghị tặng Cờ tỉnh"); strings.Contains(s.picture(), "trúng cử Cờ") {
		t.Error("a unit is elected to a flag")
	}
	b, ok := s.live.Last().Act.(scoring.Ballot)
	if !ok || b.Office != "flag" {
		t.Fatalf("recorded %+v", s.live.Last().Act)
	}
	for i, want := range []string{"flag", "certificate"} {
		x := s.live.Standings(scoring.Agreed).At(i)
		if got := append(x.Beside, x.Award); !slices.Contains(got, want) {
			t.Errorf("place %d has %v, want %s", i+1, got, want)
		}
	}
	if n := len(s.live.Nominated(scoring.Agreed, 1)); n != 0 {
		t.Errorf("%d units still wait for the ballot", n)
	}
}
