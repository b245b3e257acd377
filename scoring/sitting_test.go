package scoring

import (
	"strings"
	"testing"
	"time"

	"thidua/scoring/lang"
)

// sit begins a sitting of a form.
func sit(form Form) Convene { return Convene{Facts{Form: form}} }

// comes is somebody who comes in for a unit.
func comes(unit string, names ...string) Attend {
	return Attend{Unit: unit, Present: true, People: people(names)}
}

// A sitting has a roll of its own: nobody is present when it begins, and an undo brings the old roll back.
func TestASittingHasARollOfItsOwn(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 3), comes("A", "X"), comes("B", "Y"))
	begun := apply(t, s, sit(Plenary))
	if n := begun.Present(); n != 0 || len(begun.Units()[0].People()) != 0 {
		t.Errorf("%d units are present when a sitting begins", n)
	}
	again := apply(t, begun, comes("C"))
	if again.Present() != 1 || !again.Units()[2].Present() {
		t.Errorf("%d units are present after one was called", again.Present())
	}
	back := apply(t, begun, Undo{begun.Seq()})
	if back.Present() != 2 || back.Units()[0].People()[0] != "X" {
		t.Errorf("after the undo %d units are present, %v", back.Present(), back.Units()[0].People())
	}
	if redone := apply(t, back, Undo{back.Seq()}); redone.Present() != 0 {
		t.Errorf("after the redo %d units are present", redone.Present())
	}
}

// What is decided belongs to the sitting in which it falls; what was decided before anybody sat, to the first.
func TestDecisionsBelongToTheirSitting(t *testing.T) {
	begun := begin(t, testBook(t, second), 3)
	for _, tt := range []struct {
		name string
		acts []Act
		want string
	}{
		{"none begun", []Act{comes("A"), Accept{"A"}}, "1: 1-3 nameless"},
		{"begun at once", []Act{sit(Preparatory), comes("A")}, "1: 1-3 preparatory"},
		{"decided before", []Act{Accept{"A"}, sit(Preparatory), comes("A"), sit(Plenary), comes("B")},
			"1: 1-4 preparatory; 2: 5-6 plenary"},
		{"a roll before", []Act{comes("A"), sit(Plenary)}, "1: 1-2 nameless; 2: 3-3 plenary"},
		{"a vote before", []Act{comes("A"), comes("B"), Vote{Subject: "x", Unanimous: true}, Undo{2}, sit(Plenary)},
			"refused"},
		{"minutes before", []Act{Minute{Section: SectionReport, Text: "x"}, sit(Plenary)},
			"1: 1-2 nameless; 2: 3-3 plenary"},
		{"a roll undone", []Act{comes("A"), Undo{2}, sit(Plenary)}, "1: 1-4 plenary"},
		{"a sitting undone", []Act{sit(Preparatory), sit(Plenary), Undo{3}}, "1: 1-4 preparatory"},
	} {
		s, err := begun, error(nil)
		for _, a := range tt.acts {
			if err == nil {
				s, err = Apply(s, Decision{Act: a})
			}
		}
		got := "refused"
		if err == nil {
			got = sittingsOf(&s)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// sittingsOf writes sittings as "1: 1-4 preparatory; …".
func sittingsOf(s *State) string {
	var all []string
	for _, x := range s.Sittings() {
		form := string(x.Form)
		if x.Decision == nil {
			form = "nameless"
		}
		all = append(all, lang.Sayf("%d: %d-%d %s", "%d: %d-%d %s", x.Number, x.From, x.To, form).EN)
	}
	return strings.Join(all, "; ")
}

// The nameless sitting before the first that was begun is filled in later by the decision that made the meeting.
func TestParticularsOfTheNameless(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 3), comes("A"), sit(Plenary), comes("B"),
		Particulars{Facts: Facts{Place: "P"}, Sitting: 1})
	if all := s.Sittings(); len(all) != 2 || all[0].Place != "P" || all[1].Place != "" {
		t.Errorf("filled in: %+v", all)
	}
	if s = apply(t, s, Undo{2}); len(s.Sittings()) != 2 {
		t.Error("what is known of the nameless sitting is gone with its roll")
	}
	whole := apply(t, begin(t, testBook(t, second), 3), sit(Plenary), comes("A"))
	refused(t, whole, ErrSitting, "begins no sitting", Particulars{Copies: 1, Sitting: 1})
}

// timeAt is an hour of the day of the meeting.
func timeAt(hour int) time.Time {
	return time.Date(2020, 6, 30, hour, 0, 0, 0, time.FixedZone("", 7*3600))
}

// What is known of a sitting is filled in and corrected one thing at a time; each sitting has its own.
func TestParticulars(t *testing.T) {
	at := timeAt
	s := apply(t, begin(t, testBook(t, second), 3),
		Convene{Facts{Form: Preparatory, Place: "P1", Start: at(8), Agenda: []string{"a", "b"}}},
		Particulars{Facts: Facts{Chair: Person{"X", "Director", "A"}}, Tellers: []string{"T"}},
		Particulars{Facts: Facts{Place: "P2"}, End: at(11), Copies: 2})
	last := s.Seq()
	s = apply(t, s, Convene{Facts{Form: Plenary, Place: "P3"}}, Particulars{Recipients: []string{"R"}})
	first, second := s.Sittings()[0], s.Running()
	if first.Place != "P2" || first.Chair.Post != "Director" || len(first.Agenda) != 2 || first.Copies != 2 ||
		!first.End.Equal(at(11)) || first.Tellers[0] != "T" || len(first.Recipients) != 0 {
		t.Errorf("the first is %+v", first.Particulars)
	}
	if second.Place != "P3" || !second.Chair.IsZero() || second.Recipients[0] != "R" || !second.Start.IsZero() {
		t.Errorf("the second is %+v", second.Particulars)
	}
	late := apply(t, s, Particulars{Facts: Facts{Place: "P4"}, Sitting: 2})
	if all := late.Sittings(); all[0].Place != "P4" || all[0].Sitting != 0 || all[1].Place != "P3" {
		t.Errorf("filled in later: %+v", all)
	}
	refused(t, late, ErrUndo, "belong to this sitting", Undo{2})
	refused(t, s, ErrSitting, "begins no sitting", Particulars{Copies: 1, Sitting: 3})
	refused(t, s, ErrSitting, "nothing is filled in", Particulars{Sitting: 2})
	s = apply(t, s, Undo{last})
	if x := s.Sittings()[0]; x.Place != "P1" || !x.End.IsZero() || x.Tellers[0] != "T" {
		t.Errorf("after the undo the first is %+v", x.Particulars)
	}
	refused(t, s, ErrSitting, "nothing is filled in", Particulars{})
	refused(t, s, ErrSitting, "no form of sitting", sit("x"), Particulars{Facts: Facts{Form: "x"}})
	refused(t, s, ErrSitting, "what form", sit(""))
	refused(t, s, ErrPerson, "without a name", Particulars{Facts: Facts{Chair: Person{Post: "Director"}}})
	refused(t, s, ErrPerson, "named twice", Particulars{Tellers: []string{"X  Y", "Z", "x y"}})
	refused(t, s, ErrSitting, "number of copies", Particulars{Copies: -1})
	refused(t, s, ErrSitting, "line 2 is blank", Particulars{Facts: Facts{Agenda: []string{"a", " "}}})
	refused(t, s, ErrSitting, "not after it begins", Particulars{Facts: Facts{Start: at(9)}, End: at(8)})
}
