package tui

import (
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// What stands beside a question is what follows when it is granted: the total, the rank and the award, and the ranking.
func TestWhatFollowsIsWhatComes(t *testing.T) {
	s := begin(t, 120, 40).press("f5")
	s.shows("NẾU ĐƯỢC DUYỆT HOẶC THÔNG QUA", "Tổng điểm     2.011,25 → 2.012,75  +1,50", "2 → 1  ▲1",
		"Bằng khen → Cờ thi đua", "Thưởng tối đa 2,00 điểm (theo mục 12.4, III.2.2.b)")
	unit := 2
	if s.press("*"); s.live.Units()[unit].Name() != "Hải Dương" {
		t.Fatalf("unit %d is %s", unit, s.live.Units()[unit].Name())
	}
	places := view.PlacesOf(s.live.Standings(scoring.Agreed), lang.VI)
	x := places.At(places.Place(unit))
	if places.Whole(unit) != "2.012,75" || x.Rank != 1 || x.Award != "flag" {
		t.Errorf("granted, it has %s, rank %d, %s", places.Whole(unit), x.Rank, x.Award)
	}
	s = begin(t, 80, 24).press("f5") // below, where there is no room beside it
	s.shows("Tổng điểm     2.011,25 → 2.012,75  +1,50", "Bằng khen → Cờ thi đua")
}

// The roll beside a count says who votes, and why the others do not.
func TestWhoVotesStandsBesideTheCount(t *testing.T) {
	s := begin(t, 120, 40).press("f9", "home", "space", "f5", "enter")
	s.shows("AI BIỂU QUYẾT: 8 TRÊN 9 ĐƠN VỊ", "✗ Vĩnh Phúc", "✓ Bắc Ninh", "▼ cần 5")
	book, err := rulebook.Read("recusal.toml",
		[]byte(strings.Replace(marksBook, "[vote]", "[vote]\nrecusal = true", 1)))
	if err != nil {
		t.Fatal(err)
	}
	begun := scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2025"}
	for _, unit := range []string{"A", "B", "C"} {
		begun.Sheets = append(begun.Sheets, &scoring.Sheet{Unit: unit, Marks: map[string]scoring.Mark{
			"I": scoring.InPoints(12 * scoring.Point)}})
	}
	m, err := meeting.InMemory("Thư ký", begun, clock)
	if err != nil {
		t.Fatal(err)
	}
	s = beginWith(t, m, 120, 40).press("f9", "*", "f2").goToCriterion("I").press("8", "f5")
	s.shows("AI BIỂU QUYẾT: 2 TRÊN 3 ĐƠN VỊ", "– A", "không biểu quyết việc của mình", "✓ B")
}

// Before the room stands the question under the cursor, large, and nothing of what comes after it.
func TestRoomSeesOneQuestion(t *testing.T) {
	s := begin(t, 120, 40).press("f5", "ctrl+p")
	s.shows("Hải Dương, 12.4", "tổng điểm", "thông qua khi có từ 5 phiếu")
	s.hides("Ninh Bình 14.2", "Tiếp theo", "NẾU THÔNG QUA")
	if !s.large() {
		t.Errorf("not large:\n%s", s.picture())
	}
	s.press("down").shows("Ninh Bình, 14.2")
	s.hides("Hải Dương, 12.4")
}

// Twelve candidates fit before the room, with their votes, the mark of what elects, and the round before.
func TestTwelveCandidatesFitBeforeTheRoom(t *testing.T) {
	s := beginTwelve(t, 120, 40).press("f6", "5", "down", "4", "ctrl+p")
	for _, u := range s.live.Units() {
		s.shows(strings.ToUpper(u.Name()))
	}
	s.shows("▼ cần 7", "đã đếm 9 trên 12 phiếu")
	s.hides("Tiếp theo", "CÁCH BẦU")
	s.press("down", "3", "=").shows("vòng 2", "Vòng 1: chưa ai đạt quá bán")
}

// Beside an election stands who led in which year, the coming one as soon as somebody is elected.
func TestWhoLedWhen(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "f6")
	s.shows("2019-2020   Nam Định", "ỨNG CỬ, LẦN GIỮ CHỨC GẦN NHẤT", "Trúng cử khi có từ 5 phiếu", "II.1.2")
	s.hides("2020-2021")
	s.press("do:elect", "f5", "f6").shows("2020-2021   Hải Dương", "2019-2020   Nam Định")
}
