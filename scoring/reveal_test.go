package scoring

import (
	"strings"
	"testing"

	"thidua/scoring/lang"
)

// closedMeeting has five units with clear places, a leader and a deputy.
func closedMeeting(t testing.TB) State {
	s := electing(t, 5)
	for i, name := range unitNames(5) {
		s = apply(t, s, score(name, "1.1", Percent(9000-i*1000)), Accept{name})
	}
	return apply(t, s, Ballot{Office: Leader, Votes: votes("C5")}, Ballot{Office: Deputy, Votes: votes("E5")},
		Close{"xong"})
}

func TestCeremony(t *testing.T) {
	s := closedMeeting(t)
	steps, err := s.Ceremony(FromTheBottom)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, st := range steps {
		for _, u := range st.Units {
			got += s.Units()[u].Name()
		}
		got += [...]string{" ", ":" + st.Award + " ", ":" + string(st.Office) + " ", ". "}[st.Kind]
	}
	if want := "E D C B A BC:certificate A:flag C:leader E:deputy ABCDE. "; got != want {
		t.Errorf("steps %q, want %q", got, want)
	}
}

// The preflight names everything that would spoil the ceremony.
func TestPreflight(t *testing.T) {
	b := testBook(t)
	s := begin(t, b, 4, func(i int, sh *Sheet) {
		if i == 3 {
			delete(sh.Marks, "2.2")
		}
	})
	s = apply(t, s, Sanctioned{"A", Excluded, "r"}, Sanctioned{"B", Excluded, "r"}, Sanctioned{"C", Excluded, "r"},
		Sanctioned{"D", Excluded, "r"})
	_, err := s.Ceremony(FromTheBottom)
	if err == nil {
		t.Fatal("the ceremony began")
	}
	for _, want := range []string{"chưa chốt", "A, B và C còn đồng hạng 1", "D chưa được chấm 2.2",
		"không đơn vị nào được flag", "không đơn vị nào được certificate"} {
		if said := err.(*Refusal).In(lang.VI); !strings.Contains(said, want) {
			t.Errorf("not said: %q in %s", want, said)
		}
	}
}

// With the largest swing last, the unit that moved most is revealed last.
func TestSwingLast(t *testing.T) {
	s := electing(t, 5)
	for i, name := range unitNames(5) {
		s = apply(t, s, score(name, "1.1", Percent(5000+i*1000)), Accept{name})
	}
	s = apply(t, s, Close{"xong"})
	steps, err := s.Ceremony(SwingLast)
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for _, st := range steps[:5] {
		self, agreed := s.Standings(Self), s.Standings(Agreed)
		d := agreed.At(agreed.Place(st.Units[0])).Rank - self.At(self.Place(st.Units[0])).Rank
		if d = max(d, -d); d < last {
			t.Errorf("a swing of %d after one of %d", d, last)
		}
		last = max(last, d)
	}
}
