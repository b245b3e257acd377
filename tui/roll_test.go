package tui

import (
	"strings"
	"testing"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// The roll is called unit by unit: after a name the next unit is at hand, and the arrow goes by units, whatever people
// stand between; a name that is not on record leaves the cursor where it is.
func TestRollGoesByUnits(t *testing.T) {
	m, err := sampleMeeting()
	if err != nil {
		t.Fatal(err)
	}
	d := &fullDisk{Meeting: m}
	s := beginWith(t, d, 120, 40).press("f9", "home")
	units := s.live.Units()
	s.press("+", "text:Một", "enter", "+", "text:Hai", "enter", "up", "down", "down", "+", "text:Bốn", "enter")
	for i, want := range map[int]string{0: "Một", 1: "Hai", 3: "Bốn"} {
		if p := s.live.Units()[i].People(); len(p) == 0 || p[len(p)-1] != want {
			t.Errorf("%s has %v, want %s\n%s", units[i].Name(), p, want, s.picture())
		}
	}
	if at := s.at(); at.Unit != 4 {
		t.Errorf("at unit %d, want the one after the last that was called", at.Unit)
	}
	s.press("space", "space") // leaves, and stays there; is back, and the next is at hand
	if at := s.at(); at.Unit != 5 {
		t.Errorf("at unit %d after one that left and came back", at.Unit)
	}
	s.press("home", "right")
	if s.press("−"); s.live.Last().Act.(scoring.Attend).Person == "" {
		t.Errorf("an arrow to the side reaches nobody: %+v", s.live.Last().Act)
	}
	d.full = true
	s.press("home", "+", "text:Năm", "enter")
	if at := s.at(); at.Unit != 0 {
		t.Errorf("a name that is not on record moved the cursor to %d", at.Unit)
	}
}

// Before anybody was called there is nothing to say of who was called last, and no heading without anything below it.
func TestRollBeforeTheFirst(t *testing.T) {
	begun, err := twelveBegin()
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.InMemory("Thư ký", begun, clock)
	if err != nil {
		t.Fatal(err)
	}
	const heading = "MỚI ĐIỂM DANH"
	s := beginWith(t, m, 120, 40, speaking(lang.VI)).press("f9")
	if strings.Contains(s.inside(), heading) {
		t.Errorf("nobody was called:\n%s", s.inside())
	}
	if s.press("space"); !strings.Contains(s.inside(), heading) {
		t.Errorf("somebody was called:\n%s", s.inside())
	}
}
