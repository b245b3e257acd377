package scoring

import "testing"

// A difference is where the appraisal gives something else than was agreed, with its bonuses and penalties; it is
// explained as long as both values stay, and counts again as open when one of them changes.
func TestDifferences(t *testing.T) {
	s := begin(t, testBook(t), 3)
	if s.Appraised() || len(s.Differences()) > 0 {
		t.Fatal("there are differences before the appraisal")
	}
	s = apply(t, s, Appraise{Unit: "B", Criterion: "1.2", Mark: InPercent(100_00)},
		Appraise{Unit: "A", Criterion: "1.1", Mark: InPercent(50_00), Assessor: "Vụ"},
		Bonus{Unit: "A", Target: "2", Points: 2 * Point, Reason: "r", Appraised: true})
	u := s.units[0]
	all := s.Differences()
	total := Points(0)
	for _, d := range all {
		if d.Unit == 0 {
			total += d.By()
		}
		if d.Outcome != Unexplained || d.Decision == nil {
			t.Errorf("%+v", d)
		}
	}
	if got := u.Total(Appraised) - u.Total(Agreed); got != total || total == 0 {
		t.Errorf("the differences of a unit come to %v, its totals differ by %v", total, got)
	}
	refused(t, s, ErrOutcome, "", Explain{"B", "1.1", Accepted, "r"}) // no difference there
	refused(t, s, ErrOutcome, "", Explain{"A", "1.1", "x", "r"})
	refused(t, s, ErrNoReason, "", Explain{"A", "1.1", Accepted, " "})
	open, _ := s.OpenDifferences()
	s = apply(t, s, Explain{"A", "1.1", ToDiscuss, "hỏi lại"}, Explain{"A", "2", Accepted, "đúng"})
	explained := func(s State, want Outcome) {
		t.Helper()
		for _, d := range s.Differences() {
			if d.Unit == 0 && s.book.Criteria[d.Node].Code == "1.1" && d.Outcome != want {
				t.Errorf("%+v, want %q", d, want)
			}
		}
	}
	explained(s, ToDiscuss)
	if left, discuss := s.OpenDifferences(); left != open-2 || discuss != 1 {
		t.Errorf("%d not explained, %d to discuss", left, discuss)
	}
	before := s
	s = apply(t, s, Appraise{Unit: "A", Criterion: "1.1", Mark: InPercent(60_00)})
	explained(s, Unexplained)
	s = apply(t, s, Undo{s.Seq()})
	explained(s, ToDiscuss)
	s = apply(t, s, Undo{before.Seq() - 1})
	explained(s, Unexplained)
}

// Without one difference the appraised ranking is that of a meeting in which it was never given.
func TestWithoutDifference(t *testing.T) {
	s := apply(t, begin(t, testBook(t), 3), Appraise{Unit: "A", Criterion: "1.2", Mark: InPercent(20_00)})
	other := s
	s = apply(t, s, Appraise{Unit: "A", Criterion: "1.1", Mark: InPercent(10_00)},
		Penalty{Unit: "A", Target: "1.1", Points: Point, Reason: "r", Appraised: true})
	for _, d := range s.Differences() {
		if s.book.Criteria[d.Node].Code != "1.1" {
			continue
		}
		got, want := s.WithoutDifference(d), other.Standings(Appraised)
		for i := range want.Len() {
			g, w := got.At(i), want.At(i)
			if g.Unit != w.Unit || g.Rank != w.Rank || g.Total != w.Total || g.Award != w.Award {
				t.Errorf("place %d: %+v, want %+v", i, g, w)
			}
		}
	}
	if u := s.units[0]; u.Total(Appraised) == other.units[0].Total(Appraised) {
		t.Error("the difference makes none")
	}
}
