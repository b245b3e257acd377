package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"thidua/data/meeting"
	"thidua/scoring"
	"thidua/tui/kit"
)

// decide makes decisions beside the session, as another session would: those of a stretch of the meeting, by its name.
func (s *session) decide(stretch string) {
	s.t.Helper()
	var acts []scoring.Act
	all := s.live.Units()
	ballot := func(o scoring.Office, votes map[int]int) {
		b := scoring.Ballot{Office: o, Votes: map[string]int{}}
		for unit, n := range votes {
			b.Votes[all[unit].Name()] = n
			b.Blank -= n
		}
		b.Blank += s.live.Present() // the rest
		acts = append(acts, b)
	}
	switch stretch {
	case "tie": // for the last certificate
		t := s.live.Standings(scoring.Agreed)
		last, next := t.At(3), t.At(4)
		acts = append(acts,
			scoring.Bonus{Unit: all[next.Unit].Name(), Target: "3", Points: last.Total - next.Total,
				Reason: "cách làm mới"})
	case "three":
		t := s.live.Standings(scoring.Agreed)
		for place := 4; place < t.Len() && len(acts) < 2; place++ {
			x := t.At(place)
			if d := t.At(3).Total - x.Total; d%(scoring.Point/100) == 0 {
				acts = append(acts,
					scoring.Bonus{Unit: all[x.Unit].Name(), Target: "3", Points: d, Reason: "cách làm mới"})
			}
		}
	case "accept":
		for i, u := range all {
			if !u.Present() {
				acts = append(acts, scoring.Attend{Unit: u.Name(), Present: true})
			}
			for _, at := range s.live.Rulebook().Leaves() {
				if _, scored := u.Percent(scoring.Agreed, at); !scored && u.Applies(at) {
					acts = append(acts,
						scoring.Score{Unit: u.Name(), Criterion: s.live.Rulebook().Criteria[at].Code,
							Mark: scoring.InPercent(8000)})
				}
			}
			if !all[i].Accepted() {
				acts = append(acts, scoring.Accept{Unit: u.Name()})
			}
		}
	case "round":
		ballot(scoring.Leader, map[int]int{6: 4, 2: 3, 1: 2})
	case "level":
		ballot(scoring.Leader, map[int]int{0: 4, 2: 4})
		ballot(scoring.Leader, map[int]int{0: 4, 2: 4})
	case "elect":
		ballot(scoring.Leader, map[int]int{2: 6, 1: 3})
		ballot(scoring.Deputy, map[int]int{1: 5, 6: 4})
	case "school": // the officers of the second rulebook's cluster
		ballot(scoring.Leader, map[int]int{1: 3, 2: 2})
		ballot(scoring.Deputy, map[int]int{2: 4, 4: 1})
	case "close":
		for _, u := range s.meeting.Snapshot().Units() {
			for _, at := range u.NotScored(false) {
				acts = append(acts, scoring.Leave{Unit: u.Name(), Criterion: s.live.Rulebook().Criteria[at].Code,
					Reason: "chưa có số liệu"})
			}
		}
		acts = append(acts, scoring.Close{})
	case "appraise":
		acts = appraised(all)
	default:
		s.t.Fatalf("no stretch %q", stretch)
	}
	s.makes(acts...)
}

// appraised are scores of three departments: most as agreed, some less, one with a bonus of its own.
func appraised(all []*scoring.Unit) (acts []scoring.Act) {
	give := func(unit int, code, assessor, reason string, p scoring.Percent) {
		acts = append(acts, scoring.Appraise{Unit: all[unit].Name(), Criterion: code, Mark: scoring.InPercent(p),
			Assessor: assessor, Reason: reason, Source: "tham-dinh.xlsx"})
	}
	for unit := range all {
		give(unit, "10.1.1", "Vụ Pháp chế", "", scoring.Percent(100_00-unit*5_00))
	}
	give(6, "10.1.2", "Vụ Pháp chế", "chưa đủ văn bản góp ý", 10_00)
	give(6, "10.3.1", "Thanh tra", "thiếu kế hoạch", 20_00)
	give(2, "10.3.1", "Thanh tra", "", 95_00)
	give(2, "1.1", "Cục Cơ sở vật chất", "", 70_00)
	return append(acts, scoring.Bonus{Unit: all[1].Name(), Target: "10", Points: 2 * scoring.Point,
		Reason: "mô hình mới", Appraised: true})
}

// makes makes decisions beside the session.
func (s *session) makes(acts ...scoring.Act) {
	s.t.Helper()
	snap, err := s.meeting.Propose(context.Background(), meeting.Proposal{By: "Thư ký", Acts: acts})
	if err != nil {
		s.t.Fatalf("%+v: %v", acts, err)
	}
	s.send(snapshotMsg{snap})
}

// Every step of a ceremony has its picture, for the room and for the presenter; going back shows the same again.
func TestCeremonyStepByStep(t *testing.T) {
	for _, projected := range []bool{false, true} {
		w, h, name := 80, 24, "presenter"
		if projected {
			w, h, name = 120, 40, "room"
		}
		s := begin(t, w, h).press("do:accept", "do:elect", "do:close", "f7")
		if projected {
			s.press("ctrl+p")
		}
		s.press("enter")
		if strings.Contains(s.picture(), "tiếp theo") { // this may be the screen that the room sees
			t.Errorf("%s: the next step shows unasked\n%s", name, s.picture())
		}
		s.press("?") // in vain for the room
		steps, err := s.live.Ceremony(scoring.FromTheBottom)
		if err != nil {
			t.Fatal(err)
		}
		pictures := []string{s.picture()}
		for range steps {
			pictures = append(pictures, s.press("pgdown").picture())
		}
		a := newAlbum("scenes/ceremony-" + name)
		defer a.check(t)
		for i, p := range pictures {
			a.add(fmt.Sprintf("step %02d", i), insideOf(p, s.w, s.h))
			if hint := strings.Contains(p, "tiếp theo"); hint != (!projected && i < len(steps)) {
				t.Errorf("%s, step %d: hint %v\n%s", name, i, hint, p)
			}
			if i > 0 && p == pictures[i-1] {
				t.Errorf("%s: step %d shows nothing new", name, i)
			}
		}
		for i := len(pictures) - 2; i >= 0; i-- {
			if p := s.press("pgup").picture(); p != pictures[i] {
				t.Errorf("%s: going back to step %d shows\n%s", name, i, p)
			}
		}
		s.press("pgdown", "pgdown", ".")
		if p := s.picture(); strings.Contains(p, "HÀ NAM") {
			t.Errorf("the blank screen shows\n%s", p)
		}
		if p := s.press(".").picture(); p != pictures[2] {
			t.Errorf("after the blank:\n%s", p)
		}
		if p := s.press("home").picture(); p != pictures[0] {
			t.Errorf("from the start again:\n%s", p)
		}
	}
}

// The room learns nothing before its step: not from the board, the header or the footer.
func TestCeremonyKeepsItsSecrets(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "do:elect", "do:close", "f7", "ctrl+p", "enter")
	steps, err := s.live.Ceremony(scoring.FromTheBottom)
	if err != nil {
		t.Fatal(err)
	}
	for i, step := range steps {
		if step.Kind != scoring.RevealPlace {
			break
		}
		name := strings.ToUpper(s.live.Units()[step.Units[0]].Name())
		if strings.Contains(strings.ToUpper(s.picture()), name) {
			t.Errorf("%s is shown before step %d:\n%s", name, i+1, s.picture())
		}
		if s.press("pgdown"); !strings.Contains(s.picture(), name) {
			t.Errorf("step %d does not show %s:\n%s", i+1, name, s.picture())
		}
	}
}

// A closed meeting is read-only everywhere; reopened with a reason it goes on, and a ceremony under way ends.
func TestClosedIsReadOnly(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "do:elect", "do:close")
	seq := s.live.Seq()
	for _, keys := range [][]string{{"f2", "5", "enter"}, {"f2", "+", "1", "enter"}, {"f3", "5", "enter"}, {"f5", "+"},
		{"f6", "5", "="}, {"f8", "delete", "enter"}, {"f9", "enter"}, {"f2", "ctrl+z"}, {"f2", "="}} {
		if s.press(keys...); s.live.Seq() != seq {
			t.Fatalf("%v decided something in a closed meeting: %+v", keys, s.live.Last().Act)
		}
		s.press("esc")
	}
	s.press("f7", "enter", "pgdown")
	other := beginWith(t, s.meeting, 120, 40).press("f7", "ctrl+o", "enter")
	if other.live.Seq() != seq || !strings.Contains(other.picture(), "Ghi lý do") {
		t.Fatalf("reopened without a reason:\n%s", other.picture())
	}
	other.press("text:Bộ yêu cầu xem lại", "enter")
	s.send(snapshotMsg{other.live})
	if s.live.Closed() || !strings.Contains(s.picture(), "Chốt được") {
		t.Errorf("after reopening:\n%s", s.picture())
	}
	s.press("=")
	if s.live.Closed() || !strings.Contains(s.picture(), "= lần nữa để chốt") {
		t.Errorf("= closes the meeting without asking:\n%s", s.picture())
	}
	s.press("=")
	if !s.live.Closed() {
		t.Errorf("= does not close the meeting:\n%s", s.picture())
	}
}

// Where there is room the names are as large as the figures: the room looks for the name, and not for the number.
func TestCeremonyNamesAreLarge(t *testing.T) {
	s := begin(t, 200, 60).press("do:accept", "do:elect", "do:close", "f7", "ctrl+p", "enter")
	for range 9 {
		s.press("pgdown")
	}
	for _, unit := range s.live.Units() {
		lines, _ := kit.Banner(unit.Name(), 1)
		for _, line := range lines {
			if !strings.Contains(s.picture(), strings.TrimRight(line, " ")) {
				t.Fatalf("%s is not large\n%s", unit.Name(), s.picture())
			}
		}
	}
	for line := range strings.Lines(s.Text()) {
		if w := kit.Width(ansi.Strip(strings.TrimSuffix(line, "\n"))); w != 200 {
			t.Errorf("a line of %d cells", w)
		}
	}
}
