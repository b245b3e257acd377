package tui

import (
	"fmt"
	"strings"
	"testing"

	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// After closing, bonuses and penalties of the appraised stage are typed on the review screen: the key line says so, the
// field says the room that is left at that stage, the draft beside is of that stage, and what was agreed stays.
func TestAppraisedGrantsAfterClosing(t *testing.T) {
	s := begin(t, 120, 40).press("do:accept", "do:elect", "do:close", "f2").goToCriterion("3.1")
	s.press("ctrl+k", "text:Nam Định", "enter")
	s.shows("+ thưởng khi thẩm định", "trừ khi thẩm định")
	at := s.at()
	u := s.live.Units()[at.Unit]
	agreed, was := s.live.Standings(scoring.Agreed), s.live.Standings(scoring.Appraised)
	room := u.Room(true, scoring.GrantAt{Target: at.Node, Appraised: true})
	if alone := u.Room(true, scoring.GrantAt{Target: at.Node}); alone == room {
		t.Fatalf("the sample has no agreed bonus at 3.1: the room of both stages is %v", room.Points)
	}
	seq := s.live.Seq()
	s.press("+", "2")
	s.shows("khi thẩm định tối đa "+view.Points(lang.VI, room.Points)+" điểm", "BẢN NHÁP")
	s.says("Điểm thưởng khi thẩm định, Nam Định, 3.1")
	s.hides("F5 biểu quyết")
	s.press("tab", "text:đoàn thẩm định ghi nhận", "enter")
	want := scoring.Bonus{Unit: "Nam Định", Target: "3.1", Points: 2 * scoring.Point, Reason: "đoàn thẩm định ghi nhận",
		Appraised: true}
	if s.live.Seq() != seq+1 || s.live.Last().Act != want {
		t.Fatalf("recorded %+v\n%s", s.live.Last().Act, s.picture())
	}
	s.shows("thẩm định: thưởng tại 3.1: đoàn")
	now := s.live.Standings(scoring.Appraised)
	if got, want := now.At(now.Place(at.Unit)).Total, was.At(was.Place(at.Unit)).Total+2*scoring.Point; got != want {
		t.Errorf("appraised total %v, want %v", got, want)
	}
	after := s.live.Standings(scoring.Agreed)
	if got, want := after.At(after.Place(at.Unit)).Total, agreed.At(agreed.Place(at.Unit)).Total; got != want {
		t.Errorf("the agreed total went from %v to %v", want, got)
	}
	s.press("+") // what stands at that stage is filled in, not what was agreed
	s.shows("[      2]", "đoàn thẩm định ghi nhận")
	s.press("esc", "-", "3", "tab", "text:kiểm tra lại", "enter")
	if got, ok := s.live.Last().Act.(scoring.Penalty); !ok || !got.Appraised || got.Points != 3*scoring.Point {
		t.Errorf("recorded %+v\n%s", s.live.Last().Act, s.picture())
	}
	s.press("5")
	if s.editing() || !strings.Contains(s.picture(), "cuộc họp đã chốt") {
		t.Errorf("a score can be typed after closing:\n%s", s.picture())
	}
}

// While something is typed on compare, the ranking that would follow stands below it, marked as a draft; left, it is
// gone and nothing has changed.
func TestCompareShowsTheDraft(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		s := begin(t, size[0], size[1]).press("f3").goToCriterion("3.1.2")
		s.hides("BẢN NHÁP")
		seq, unit := s.live.Seq(), s.at().Unit
		s.press("0")
		next, err := scoring.Apply(s.live.State, scoring.Decision{Act: scoring.Score{Unit: s.live.Units()[unit].Name(),
			Criterion: "3.1.2", Mark: scoring.InPercent(0)}})
		if err != nil {
			t.Fatal(err)
		}
		table := next.Standings(scoring.Agreed)
		row := table.At(table.Place(unit))
		s.shows("BẢN NHÁP", fmt.Sprintf("%d %s %s", row.Rank, s.live.Units()[unit].Name(),
			view.PlacesOf(table, lang.VI).Whole(unit)))
		s.press("esc")
		s.hides("BẢN NHÁP")
		if s.live.Seq() != seq {
			t.Errorf("a draft was recorded")
		}
	}
}
