package tui

import (
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// marksBook is a small rulebook in which every criterion is scored in another way.
const marksBook = `id = "marks"
title = "Đủ cách chấm"
year = "calendar"
[scale]
total = 50
entry = "points"
[limit]
bonus = { share = 50 }
penalty = { share = 50 }
[rank]
by = "total"
[vote]
threshold = { more_than = "1/2" }
quorum = { more_than = "1/2" }
[election]
offices = ["leader"]
threshold = { more_than = "1/2" }
runoff = 2
[[award]]
id = "flag"
name = "Cờ"
counts = [{ units = 1, number = 1 }]
[[criterion]]
code = "I"
title = "điểm"
max = 15
[[criterion]]
code = "II"
title = "phần trăm"
max = 20
entry = "percent"
[[criterion]]
code = "III"
title = "mức"
max = 2
kind = "levels"
[[criterion.level]]
id = "on-time"
name = "đúng hạn"
points = 2
[[criterion.level]]
id = "late"
name = "trễ 1-2 ngày"
points = 1.5
[[criterion]]
code = "IV"
title = "đếm"
max = 8
kind = "count"
each = -2
[[criterion]]
code = "V"
title = "thang"
max = 5
kind = "bands"
bands = [{ from = 80, gives = 100 }, { from = 0, gives = 0 }]
`

// beginMarks opens a meeting of two units under that rulebook.
func beginMarks(t testing.TB) *session {
	t.Helper()
	return beginMarksIn(t, 120, 40)
}

func beginMarksIn(t testing.TB, w, h int, change ...func(*Options)) *session {
	t.Helper()
	return beginWith(t, again(t, "marks", marksMeeting), w, h, change...)
}

func marksMeeting() (*meeting.Meeting, error) {
	book, err := rulebook.Read("marks.toml", []byte(marksBook))
	if err != nil {
		return nil, err
	}
	begun := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2025"}
	for _, unit := range []string{"A", "B"} {
		begun.Sheets = append(begun.Sheets, &scoring.Sheet{Unit: unit, Marks: map[string]scoring.Mark{
			"I": scoring.InPoints(12 * scoring.Point), "II": scoring.InPercent(50_00),
			"III": scoring.AtLevel("on-time"), "IV": scoring.Counted(0), "V": scoring.InPercent(85_00)}})
	}
	return meeting.InMemory("Thư ký", begun, clock)
}

// marksScenes are the screens with criteria of every kind.
func marksScenes() map[string][]string {
	return map[string][]string{
		"marks-review":         {"f2"},
		"marks-review-level":   {"ctrl+k", "text:III", "enter", "2"},
		"marks-review-count":   {"ctrl+k", "text:IV", "enter", "3"},
		"marks-compare-points": {"f3", "ctrl+k", "text:I", "enter", "1", "0"},
		"marks-compare-level":  {"f3", "ctrl+k", "text:III", "enter", "2"},
		"marks-compare-room":   {"f3", "ctrl+k", "text:III", "enter", "ctrl+p", "2"},
		"marks-compare-count":  {"f3", "ctrl+k", "text:IV", "enter"},
		"marks-board":          {"f4"},
	}
}

// All levels are in sight while one is chosen, with what each is worth; the arrows go through them, also on compare.
func TestLevelsAreAList(t *testing.T) {
	s := beginMarks(t).goToCriterion("III").press("1")
	s.shows("▸ 1/2 đúng hạn: 2,00 điểm", "  2/2 trễ 1-2 ngày: 1,50 điểm", "↓ chọn mức")
	s.press("down")
	s.shows("  1/2 đúng hạn: 2,00 điểm", "▸ 2/2 trễ 1-2 ngày: 1,50 điểm")
	s.press("tab", "text:nộp ngày 12", "enter")
	if want := (scoring.Score{Unit: "A", Criterion: "III", Mark: scoring.AtLevel("late"),
		Reason: "nộp ngày 12"}); s.live.Last().Act != want {
		t.Errorf("recorded %+v\n%s", s.live.Last().Act, s.picture())
	}
}

// Scores are typed as the rulebook asks for them; one key changes between percent and points; a level is chosen; what
// is typed shows its points before it is recorded.
func TestTypingMarks(t *testing.T) {
	for _, tt := range []struct {
		code  string
		keys  []string
		shows string
		want  scoring.Mark
	}{
		{"I", []string{"1", "0"}, "10,00 điểm (−2,00)", scoring.InPoints(10 * scoring.Point)},
		{"I", []string{"5", "0", "ctrl+x"}, "7,50 điểm", scoring.InPercent(50_00)},
		{"II", []string{"5"}, "5]     1,00", scoring.InPercent(5_00)},
		{"II", []string{"5", "ctrl+x"}, "5,00 điểm", scoring.InPoints(5 * scoring.Point)},
		{"III", []string{"2"}, "trễ 1-2 ngày: 1,50 điểm", scoring.AtLevel("late")},
		{"III", []string{"1", "down"}, "2/2 trễ 1-2 ngày", scoring.AtLevel("late")},
		{"IV", []string{"3"}, "2,00 điểm (−6,00)", scoring.Counted(3)},
	} {
		s := beginMarks(t).goToCriterion(tt.code).press(tt.keys...)
		if !strings.Contains(s.picture(), tt.shows) {
			t.Errorf("%s %v does not show %q:\n%s", tt.code, tt.keys, tt.shows, s.picture())
		}
		if !strings.Contains(s.picture(), "BẢN NHÁP") {
			t.Errorf("%s %v: the ranking beside is no draft:\n%s", tt.code, tt.keys, s.picture())
		}
		s.press("enter")
		if a, ok := s.live.Last().Act.(scoring.Score); !ok || a.Mark != tt.want {
			t.Errorf("%s %v recorded %+v, want %v", tt.code, tt.keys, s.live.Last().Act, tt.want)
		}
	}
}

// Several penalties stand at one place: the key goes to a new one beside those that stand, and back to the first.
func TestSeveralPenalties(t *testing.T) {
	s := beginMarks(t).goToCriterion("I").press("-", "1", "tab", "text:lần một", "enter")
	s.press("-", "ctrl+x", "2", "tab", "text:lần hai", "enter")
	want := scoring.Penalty{Unit: "A", Target: "I", Points: 2 * scoring.Point, Reason: "lần hai", No: 2}
	if s.live.Last().Act != want {
		t.Fatalf("recorded %+v", s.live.Last().Act)
	}
	if got := s.live.Units()[0].Penalty(scoring.Agreed); got != 3*scoring.Point {
		t.Errorf("they add up to %v", got)
	}
	s.press("-", "ctrl+x")
	if !strings.Contains(s.picture(), "lần hai") {
		t.Errorf("the second is not filled in:\n%s", s.picture())
	}
	s.press("0", "enter")
	if got := s.live.Units()[0].Penalty(scoring.Agreed); got != scoring.Point {
		t.Errorf("withdrawn: %v", got)
	}
}
