package scoring

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// People come with their posts, are excused with a reason, and speak by mandate; a person is the same name.
func TestAttendance(t *testing.T) {
	s := begin(t, testBook(t, second), 4)
	s = apply(t, s, Attend{Unit: "A", Present: true, People: []Person{{Name: "X", Post: "Director"}, {Name: "Y"}}},
		Attend{Unit: "A", Present: true, Person: " y", People: []Person{{Name: "z", Post: "Clerk"}}})
	s = apply(t, s, Attend{Unit: "A", People: []Person{{Name: "W", Post: "Deputy"}}, Reason: "ill"},
		Attend{Unit: "A", People: []Person{{Name: "X"}}},
		Attend{Unit: "B", Reason: "flood", Mandate: "A"},
		Attend{Unit: "C", Reason: "late"}, Attend{Unit: "C", Present: true, Person: "Q"})
	var got []string
	for _, a := range s.Attendance(s.Running()) {
		var people, excused []string
		for _, p := range a.People {
			people = append(people, p.String())
		}
		for _, e := range a.Excused {
			excused = append(excused, e.Person.String()+": "+e.Reason)
		}
		got = append(got, strings.Join(people, "; ")+"|"+strings.Join(excused, "; ")+"|"+a.Reason+"|"+a.Mandate)
	}
	want := []string{"X, Director; Y; z, Clerk|W, Deputy: ill||", "||flood|A", "Q|||", "|||"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if s.Present() != 2 || len(s.Units()[0].Attendees()) != 2 {
		t.Errorf("%d units are present, for A %v", s.Present(), s.Units()[0].Attendees())
	}
	if left := apply(t, s, Attend{Unit: "A", People: people([]string{"Y", "Z"})}); left.Present() != 1 {
		t.Error("A is present though all its people have left")
	}
	bare := apply(t, s, comes("D"), Attend{Unit: "D", People: people([]string{"W"}), Reason: "ill"})
	if !bare.Units()[3].Present() {
		t.Error("a unit that is there without names is gone when somebody of it is excused")
	}
	refused(t, s, ErrPerson, "no reason to be absent", Attend{Unit: "A", Present: true, Reason: "r"})
	refused(t, s, ErrPerson, "named twice", comes("A", "N", "n"), Attend{Unit: "A", Present: true, Person: "N",
		People: people([]string{"n"})})
	refused(t, s, ErrPerson, "has no name", Attend{Unit: "A", Present: true, People: []Person{{Post: "Clerk"}}})
	refused(t, s, ErrPerson, "V is not present", Attend{Unit: "A", People: people([]string{"V"})})
	refused(t, s, ErrPerson, "a guest speaks for no unit", Attend{Unit: "A", Present: true, Guest: Person{Name: "G"}})
	refused(t, s, ErrPerson, "the guest has no name", Attend{Present: true, Guest: Person{Post: "Minister"}})
	refused(t, s, ErrPerson, "is not present", Attend{Guest: Person{Name: "G"}})
	refused(t, s, ErrUnknownUnit, "", Attend{Present: true})
}

// Guests come, go and are excused, in the sitting that runs; they are nobody's vote.
func TestGuests(t *testing.T) {
	s := apply(t, begin(t, testBook(t, second), 3), sit(Preparatory),
		Attend{Present: true, Guest: Person{Name: "G"}}, sit(Plenary),
		Attend{Present: true, Guest: Person{"G", "Chief", "Ministry"}}, Attend{Guest: Person{Name: "g"}},
		Attend{Guest: Person{Name: "H"}, Reason: "ill"})
	guests := s.Guests(s.Running())
	if len(guests) != 2 || guests[0].Post != "Chief" || !guests[0].Came || guests[0].There ||
		guests[1].Reason != "ill" || guests[1].Came || s.Present() != 0 {
		t.Errorf("guests %+v, %d units present", guests, s.Present())
	}
	if first := s.Guests(s.Sittings()[0]); len(first) != 1 || !first[0].There {
		t.Errorf("guests of the first %+v", first)
	}
	if s = apply(t, s, Undo{s.Seq()}, Undo{s.Seq() - 1}); !s.Guests(s.Running())[0].There {
		t.Error("an undo does not bring a guest back")
	}
}

// drawSitting draws an act of those that have to do with sittings; it may be refused.
func drawSitting(t *rapid.T, s *State) Act {
	name := rapid.SampledFrom([]string{"X", "x", "Y", "Z"}).Draw(t, "name")
	unit := rapid.SampledFrom(unitNames(3)).Draw(t, "unit")
	seq := rapid.IntRange(1, max(s.Seq(), 2)).Draw(t, "seq")
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0, 1:
		return sit(rapid.SampledFrom(Forms()).Draw(t, "form"))
	case 2:
		return Particulars{Facts: Facts{Place: name}, Copies: rapid.IntRange(0, 3).Draw(t, "copies"),
			Sitting: rapid.SampledFrom([]int{0, 0, 1, seq}).Draw(t, "sitting")}
	case 3:
		return Minute{Section: rapid.SampledFrom(Sections()).Draw(t, "section"), Text: name,
			Corrects: rapid.SampledFrom([]int{0, seq}).Draw(t, "corrects")}
	case 4:
		return Attend{Present: rapid.Bool().Draw(t, "present"), Guest: Person{Name: name}}
	case 5:
		return Vote{Subject: rapid.SampledFrom([]string{"x", Adopt}).Draw(t, "subject"), Unanimous: true}
	case 6:
		return Undo{seq}
	}
	a := Attend{Unit: unit, Present: rapid.Bool().Draw(t, "present")}
	if rapid.Bool().Draw(t, "named") {
		a.People = []Person{{Name: name, Post: rapid.SampledFrom([]string{"", "P"}).Draw(t, "post")}}
	}
	if !a.Present && rapid.Bool().Draw(t, "excused") {
		a.Reason = "r"
	}
	return a
}

// told is all that papers can ask about the sittings of a meeting, and who is present.
func told(s *State) (out []any) {
	for _, x := range s.Sittings() {
		decided := 0
		if x.Decision != nil {
			decided = x.Decision.Seq
		}
		out = append(out, x.Number, x.From, decided, x.Particulars, s.Attendance(x), s.Guests(x), s.Statements(x))
	}
	for _, u := range s.Units() {
		out = append(out, u.Present(), u.Attendees())
	}
	return append(out, s.Lacks(), len(s.Votes()))
}
