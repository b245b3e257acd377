package tui

import (
	"strings"
	"testing"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// withYears is the sample's meeting with two years before it: in the last of them one unit had less in one field.
func withYears(t testing.TB) *meeting.Meeting {
	t.Helper()
	return again(t, "years", yearsMeeting)
}

func yearsMeeting() (*meeting.Meeting, error) {
	s, err := demo.Load()
	if err != nil {
		return nil, err
	}
	plain, err := meeting.InMemory("Thư ký", s.Begin, clock)
	if err != nil {
		return nil, err
	}
	snap := plain.Snapshot()
	older, last := snap.Ended(), snap.Ended()
	older.Year, last.Year = "2017-2018", "2018-2019"
	older.Open, last.Open = false, false
	u := &last.Units[0]
	u.Fields[2].Points -= 100 * scoring.Point
	u.Total -= 100 * scoring.Point
	u.Rank = len(last.Units)
	last.Units[1].Fields[2].Points -= 50 * scoring.Point
	s.Begin.Past = []scoring.Past{last, older}
	s.Begin.History = []scoring.Officers{{Year: "2018-2019", Leader: "Hà Nam", Deputy: "Thái Bình"}}
	return meeting.InMemory("Thư ký", s.Begin, clock)
}

// The page of the years is found by name and by its key, at every size and in both languages; a meeting without past
// years has neither.
func TestYears(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		s := beginWith(t, withYears(t), size[0], size[1]).press("shift+f4")
		s.shows("CÁC NĂM", "2017-2018", "2019-2020")
		text := s.picture()
		for range 40 {
			text += s.press("down").picture()
		}
		for _, want := range []string{"TĂNG RÕ SO VỚI 2018-2019", "+14,29", "AI GIỮ CHỨC", "Thái Bình", "▲8"} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: no %q on the page", size, want)
			}
		}
		s.press("esc").hides("CÁC NĂM")
		s.press("ctrl+k", "text:cac nam", "enter").shows("CÁC NĂM")
	}
	s := beginWith(t, withYears(t), 120, 40, func(o *Options) { o.Lang = lang.EN }).press("shift+f4")
	s.shows("THE YEARS", "MARKED RISES ON 2018-2019")
	quick(t, 120, 40).press("shift+f4").hides("CÁC NĂM")
}

// yearsScenes are the keys that lead to each scene of a meeting with earlier years.
func yearsScenes() map[string][]string {
	return map[string][]string{
		"years": {"shift+f4"}, "years-request": {"ctrl+k", "text:nam dinh 3.1", "enter"},
	}
}

// Where a unit asks for a bonus it is said how it stands in that field on the year before, to those who listen too.
func TestRequestIsHeldAgainstLastYear(t *testing.T) {
	s := beginWith(t, withYears(t), 120, 40).press("ctrl+k", "text:nam dinh 3.1", "enter")
	s.shows("(+7,15), 2018-2019 (cụm", "tăng rõ, có thể là c")
	s.says("(+7,15), 2018-2019 (cụm thống nhất)")
	s.press("f3", "ctrl+k", "text:hai duong 12.4", "enter", "f3").shows("mục 12: 87,75 → 87,75 % điểm tối đa (0)")
	begin(t, 120, 40).press("ctrl+k", "text:nam dinh 3.1", "enter").hides("→ 2019-2020")
}

// A unit that was not there in a year has no rank of it: neither a number nor a line that could be taken for one.
func TestYearsWithoutAUnit(t *testing.T) {
	s, err := demo.Load()
	if err != nil {
		t.Fatal(err)
	}
	plain, err := meeting.InMemory("Thư ký", s.Begin, clock)
	if err != nil {
		t.Fatal(err)
	}
	last := plain.Snapshot().Ended()
	last.Year, last.Units[0].Unit = "2018-2019", "Tên cũ"
	s.Begin.Past = []scoring.Past{last}
	m, err := meeting.InMemory("Thư ký", s.Begin, clock)
	if err != nil {
		t.Fatal(err)
	}
	v := beginWith(t, m, 120, 40).press("shift+f4")
	v.hides("9 Bắc Ninh")
	v.shows("2018-2019: không có Bắc Ninh", "– Bắc Ninh", "không có",
		"2018-2019 (cụm thống nhất, chưa chốt)", "2 Nam Định")
}
