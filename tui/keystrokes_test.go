package tui

import (
	"testing"

	"thidua/data/meeting"
	"thidua/data/rulebook"
	"thidua/scoring"
	"thidua/tui/screen"
)

// TestKeystrokes counts the keys of the jobs that a secretary does all day, and checks what is on record afterwards. A
// text counts by its letters where it is part of the way, and not where it is what is recorded.
func TestKeystrokes(t *testing.T) {
	mark := func(s *session, unit int, code string) string {
		node, _ := s.live.Rulebook().Index(code)
		m, _ := s.live.Units()[unit].Mark(scoring.Agreed, node)
		return m.String()
	}
	at := func(s *session, on screen.ID, unit int, code string) bool {
		_, c := s.named(s.at())
		return s.on() == on && s.at().Unit == unit && c == code
	}
	verdict := func(s *session) scoring.Ruling {
		all := s.live.Votes()
		return all[len(all)-1].Ruling
	}
	for name, job := range map[string]struct {
		from []string
		keys []string
		text int // of the keys so many are words that go on record
		most int
		done func(s *session) bool
	}{
		"85 % and to the next criterion": {nil, []string{"8", "1", "down"}, 0, 3,
			func(s *session) bool { return mark(s, 0, "1.1") == "81" && at(s, screen.Review, 0, "1.2") }},
		"the same upwards": {[]string{"down"}, []string{"8", "1", "up"}, 0, 3,
			func(s *session) bool { return mark(s, 0, "1.2") == "81" && at(s, screen.Review, 0, "1.1") }},
		"the same with a reason": {nil, []string{"8", "1", "tab", "x", "y", "down"}, 2, 4,
			func(s *session) bool {
				a, _ := s.live.Last().Act.(scoring.Score)
				return a.Reason == "xy" && at(s, screen.Review, 0, "1.2")
			}},
		"same criterion, next unit": {nil, []string{"8", "1", "pgdown"}, 0, 3,
			func(s *session) bool { return mark(s, 0, "1.1") == "81" && at(s, screen.Review, 1, "1.1") }},
		"next unit, comparing": {[]string{"f3"}, []string{"8", "1", "down"}, 0, 3,
			func(s *session) bool { return mark(s, 0, "1.1") == "81" && at(s, screen.Compare, 1, "1.1") }},
		"next criterion, comparing": {[]string{"f3"}, []string{"8", "1", "pgdown"}, 0, 3,
			func(s *session) bool { return mark(s, 0, "1.1") == "81" && at(s, screen.Compare, 0, "1.2") }},
		"grant a request": {[]string{"ctrl+k", "text:13.4", "enter"}, []string{"*"}, 0, 1,
			func(s *session) bool { _, ok := s.live.Last().Act.(scoring.Bonus); return ok }},
		"grant a request from the list": {nil, []string{"f5", "*"}, 0, 2,
			func(s *session) bool { _, ok := s.live.Last().Act.(scoring.Bonus); return ok && s.on() == screen.Vote }},
		"grant from the unit's first row": {[]string{"pgdown", "pgdown"}, []string{"f5", "*", "f2"}, 0, 3,
			func(s *session) bool {
				a, ok := s.live.Last().Act.(scoring.Bonus)
				return ok && a.Unit == "Hải Dương" && s.at().Unit == 2
			}},
		"a vote, unanimous": {[]string{"f5"}, []string{"enter", "*"}, 0, 2,
			func(s *session) bool { return verdict(s).For == 9 }},
		"a vote, 7-1-1": {[]string{"f5"}, []string{"enter", "7", "enter", "1", "enter"}, 0, 5,
			func(s *session) bool { r := verdict(s); return r.For == 7 && r.Against == 1 && r.Abstain == 1 }},
		"accept, and the next unit's first open point": {[]string{"pgdown", "pgdown"}, []string{"=", "="}, 0, 2,
			func(s *session) bool {
				return s.live.Units()[2].Accepted() && s.at().Unit == 3 && s.at().Node != 0
			}},
		"accept where nothing is open": {[]string{"ctrl+k", "text:ha nam", "enter"}, []string{"="}, 0, 1,
			func(s *session) bool { return s.live.Units()[5].Accepted() && s.at().Unit == 6 }},
		"two names on the roll": {[]string{"f9", "home"}, []string{"+", "A", "B", "enter", "+", "C", "enter"}, 3, 4,
			func(s *session) bool {
				here := func(i int) bool { p := s.live.Units()[i].People(); return len(p) > 0 }
				return here(0) && here(1) && s.at().Unit == 2
			}},
		"to Nam Định 12.4": {nil, []string{"ctrl+k", "n", "d", "space", "1", "2", ".", "4", "enter"}, 0, 9,
			func(s *session) bool { return at(s, screen.Review, 6, "12.4") }},
	} {
		t.Run(name, func(t *testing.T) {
			s := begin(t, 120, 40).press(job.from...).press(job.keys...)
			if !job.done(s) {
				t.Errorf("not done: %+v\n%s", s.live.Last(), s.picture())
			}
			if n := len(job.keys) - job.text; n > job.most {
				t.Errorf("%d keys, at most %d", n, job.most)
			}
		})
	}
}

// What cannot be recorded stays where it is, whatever key was to go on; what waits for a slow disk goes on in order.
func TestOnwardOnlyWhatIsRecorded(t *testing.T) {
	s := begin(t, 120, 40)
	seq := s.live.Seq()
	s.press("1", "0", "1", "down")
	if s.live.Seq() != seq || !s.editing() || s.at().Node != s.place.at.Node {
		t.Errorf("101 %% went on: %+v", s.at())
	}
	s.press("esc", "+", "1", "down")
	if s.live.Seq() != seq || !s.editing() {
		t.Error("a bonus without a reason went on")
	}
	w := newWriter(t).typed("8", "1", "down", "8", "2", "down", "8", "3", "pgdown").settle()
	if w.made() != 3 || w.at().Unit != 1 {
		t.Errorf("%d decisions, at %+v", w.made(), w.at())
	}
}

// Accepting says what falls with it and what has no score, before it is done.
func TestAcceptSaysWhatIsOpen(t *testing.T) {
	s := begin(t, 120, 40).press("pgdown", "pgdown", "=")
	if s.live.Units()[2].Accepted() {
		t.Fatal("accepted at once")
	}
	s.shows("Hải Dương còn 1 đề nghị chưa trả lời: không được xét")
	book, err := rulebook.Read("marks.toml", []byte(marksBook))
	if err != nil {
		t.Fatal(err)
	}
	m, err := meeting.InMemory("Thư ký", scoring.New{Rulebook: book.Rulebook, Text: book.Text, Year: "2025",
		Sheets: []*scoring.Sheet{{Unit: "A", Marks: map[string]scoring.Mark{"II": scoring.InPercent(50_00)}},
			{Unit: "B", Marks: map[string]scoring.Mark{}}}}, clock)
	if err != nil {
		t.Fatal(err)
	}
	s = beginWith(t, m, 120, 40).press("=")
	s.shows("A còn 4 tiêu chí chưa chấm")
	if s.press("="); !s.live.Units()[0].Accepted() || s.at().Unit != 1 {
		t.Errorf("not accepted, or at %+v", s.at())
	}
}
