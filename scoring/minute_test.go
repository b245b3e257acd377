package scoring

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lines writes the minutes of the sitting that runs as "report: a; …".
func lines(s *State) string {
	var all []string
	for _, l := range s.Statements(s.Running()) {
		all = append(all, string(l.Section)+": "+l.Text)
	}
	return strings.Join(all, "; ")
}

// Minutes stand by section, then as they came; a line is corrected in its place, and withdrawn with all corrections.
func TestMinutes(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 3),
		Minute{Section: SectionProposal, Text: "p", Speaker: Person{"X", "Director", "A"}}, // 2
		Minute{Section: SectionDiscussion, Text: "d1", Unit: "A", Criterion: "2.1"},        // 3
		Minute{Section: SectionDiscussion, Text: "d2"},                                     // 4
		Minute{Section: SectionDiscussion, Text: "d3", Corrects: 3},                        // 5
		Minute{Section: SectionReport, Text: "r", Corrects: 4})                             // 6
	for _, tt := range []struct {
		acts []Act
		want string
	}{
		{nil, "report: r; discussion: d3; proposal: p"},
		{[]Act{Undo{5}}, "report: r; discussion: d1; proposal: p"},
		{[]Act{Undo{3}}, "report: r; proposal: p"},
		{[]Act{Undo{3}, Undo{7}}, "report: r; discussion: d3; proposal: p"},
		{[]Act{Undo{6}, Undo{5}, Undo{7}}, "report: r; discussion: d1; proposal: p"},
		{[]Act{sit(Plenary)}, ""},
	} {
		now := apply(t, s, tt.acts...)
		if got := lines(&now); got != tt.want {
			t.Errorf("after %+v: %s, want %s", tt.acts, got, tt.want)
		}
	}
	gone := apply(t, s, Undo{2})
	refused(t, gone, ErrSitting, "no line of the minutes", Minute{Section: SectionReport, Text: "x", Corrects: 2},
		Minute{Section: SectionReport, Text: "x", Corrects: 1}, Minute{Section: SectionReport, Text: "x", Corrects: 5})
	refused(t, s, ErrSitting, "no section", Minute{Section: "x", Text: "x"}, Minute{Text: "x"})
	refused(t, s, ErrNoReason, "says nothing", Minute{Section: SectionReport, Text: " "})
	refused(t, s, ErrUnknownUnit, "", Minute{Section: SectionReport, Text: "x", Unit: "Q"})
	refused(t, s, ErrUnknownCode, "", Minute{Section: SectionReport, Text: "x", Criterion: "9"},
		Minute{Section: SectionReport, Text: "x", Unit: "A", Criterion: "9"})
	refused(t, s, ErrPerson, "without a name", Minute{Section: SectionReport, Text: "x", Speaker: Person{Post: "P"}})
}

// A sitting cannot be undone from under what belongs to it, nor begun or undone under an open vote.
func TestWhatKeepsASitting(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 3), comes("A"), comes("B"), sit(Plenary)) // 4
	for name, acts := range map[string][]Act{
		"particulars": {Particulars{Facts: Facts{Place: "P"}}},
		"minutes":     {Minute{Section: SectionReport, Text: "x"}},
		"a guest":     {Attend{Present: true, Guest: Person{Name: "G"}}},
		"a vote":      {comes("B"), comes("C"), Vote{Subject: "x", Unanimous: true}},
		"a round":     {comes("B"), comes("C"), Ballot{Office: Leader, Votes: map[string]int{"A": 2}}},
	} {
		now := apply(t, s, acts...)
		refused(t, now, ErrUndo, "belong to this sitting", Undo{4})
		if back := apply(t, now, Undo{now.Seq()}, Undo{4}); back.Present() < 2 {
			t.Errorf("%s: after both undos %d units are present", name, back.Present())
		}
	}
	open := apply(t, s, comes("A"), Open{What: "x"})
	refused(t, open, ErrSitting, "has not ended", sit(Preparatory))
	refused(t, open, ErrSitting, "has not ended", Undo{4})
	taken := apply(t, s, Undo{4}, Particulars{Facts: Facts{Place: "P"}})
	refused(t, taken, ErrUndo, "belong to this sitting", Undo{5})
}

// The plenary adopts what a preparatory sitting settled by one vote; without sittings it is a subject like any other.
func TestAdopt(t *testing.T) {
	vote := Vote{Subject: Adopt, Unanimous: true}
	s := apply(t, begin(t, testBook(t, second), 3), comes("A"))
	if free := apply(t, s, vote); free.Adopts(vote) || free.Adopted(free.Running()) != nil {
		t.Error("without sittings something was adopted")
	}
	refused(t, apply(t, s, sit(Preparatory), comes("A")), ErrSitting, "only a plenary", vote)
	refused(t, apply(t, s, sit(Plenary), comes("A")), ErrSitting, "no preparatory", vote)
	s = apply(t, s, sit(Preparatory), comes("A"), Accept{"A"}, sit(Plenary), comes("A"), comes("B"))
	if !lacks(&s, LackAdoption) {
		t.Error("it is not said that the adoption is lacking")
	}
	against := apply(t, s, Vote{Subject: Adopt, For: 1, Against: 1})
	if against.Adopted(against.Running()) != nil {
		t.Error("what was not carried was adopted")
	}
	s = apply(t, s, vote)
	if x := s.Running(); s.Adopted(x) == nil || lacks(&s, LackAdoption) || s.Adopted(s.Sittings()[1]) != nil {
		t.Errorf("adopted in %+v", x)
	}
}

// lacks reports whether the papers lack something.
func lacks(s *State, of LackOf) bool {
	for _, l := range s.Lacks() {
		if l.Of == of {
			return true
		}
	}
	return false
}

// What the papers lack is said until somebody gives it.
func TestLacks(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 3), comes("A"), comes("B", "X"),
		Ballot{Office: Leader, Votes: map[string]int{"A": 2}})
	for of := LackPlace; of <= LackTellers; of++ {
		if !lacks(&s, of) {
			t.Errorf("it is not said that %d is lacking: %+v", of, s.Lacks())
		}
	}
	at := timeAt(8)
	s = apply(t, s, Particulars{Facts: Facts{Place: "P", Start: at, Chair: Person{Name: "X"},
		Secretary: Person{Name: "Y"}}, Tellers: []string{"T"}}, comes("A", "N"), Attend{Unit: "C", Reason: "ill"})
	if all := s.Lacks(); len(all) != 0 {
		t.Errorf("lacking yet: %+v", all)
	}
	if s = apply(t, s, sit(Plenary)); !lacks(&s, LackEnd) || lacks(&s, LackPeople) {
		t.Errorf("after another sitting: %+v", s.Lacks())
	}
}

// Whatever is undone and done again, in whatever order: an undo and its undo leave all as it was, an undo of the newest
// decision all as it was before, and a replay of the record tells the same.
func TestUndoOfSittings(t *testing.T) {
	book := testBook(t, second)
	rapid.Check(t, func(t *rapid.T) {
		s := beginRapid(t, book, 3, false)
		first := s
		var record []Decision
		for range rapid.IntRange(1, 20).Draw(t, "decisions") {
			before := told(&s)
			next, err := Apply(s, Decision{Act: drawSitting(t, &s)})
			if err != nil {
				if !reflect.DeepEqual(told(&s), before) {
					t.Fatalf("a refusal changed the meeting: %v", err)
				}
				continue
			}
			s = next
			record = append(record, *s.Last())
			after := told(&s)
			back, err := Apply(s, Decision{Act: Undo{s.Seq()}})
			if err != nil {
				continue
			}
			if got := told(&back); !reflect.DeepEqual(got, before) {
				t.Fatalf("after %+v and its undo:\n%+v, want\n%+v", s.Last().Act, got, before)
			}
			if again, err := Apply(back, Decision{Act: Undo{back.Seq()}}); err != nil {
				t.Fatalf("redo of %+v: %v", s.Last().Act, err)
			} else if got := told(&again); !reflect.DeepEqual(got, after) {
				t.Fatalf("after the redo of %+v:\n%+v, want\n%+v", s.Last().Act, got, after)
			}
		}
		replayed, err := Fold(first, record...)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(told(&replayed), told(&s)) {
			t.Fatal("a replay tells something else")
		}
	})
}
