package scoring

import (
	"slices"
	"testing"
)

// corrected is the test's rulebook with one criterion worth less, one gone, one new, and the rest as it was.
func corrected(t *testing.T) *Rulebook {
	return testBook(t, func(b *Rulebook) {
		b.ID, b.Criteria[1].Max = "corrected", 50*Point
		b.Criteria = slices.Delete(b.Criteria, 6, 7) // 2.1.2
		b.Criteria = slices.Insert(b.Criteria, 3, Criterion{Code: "1.3", Title: "new", Max: 60 * Point, Printed: true})
	})
}

func movedTest(t *testing.T) (State, Move) {
	t.Helper()
	s := begin(t, testBook(t), 3)
	s = apply(t, s, score("A", "1.1", 50_00), score("A", "2.1.2", 20_00), bonus("B", "2", 2*Point, "r"),
		Accept{"A"}, Accept{"B"})
	return s, Move{Rulebook: corrected(t), Text: "corrected", Dropped: []string{"2.1.2"}, Reason: "đính chính"}
}

// What was decided goes to the criteria of the same code; totals, ranks and acceptances follow; what stood before is
// kept; and an undo brings everything back, also what had no place.
func TestMove(t *testing.T) {
	s, move := movedTest(t)
	before := s
	s = apply(t, s, move)
	a := s.units[0]
	// A: 1.1 half of 50, 1.2 whole, 1.3 not scored, 2.1.1 and 2.2 whole
	if got := a.Total(Agreed); got != (25+40+100+50)*Point {
		t.Errorf("A has %v", got)
	}
	if got := s.units[1].Total(Agreed); got != (50+40+100+50+2)*Point {
		t.Errorf("B has %v", got)
	}
	if a.Accepted() || s.units[1].Accepted() {
		t.Error("a sheet stays accepted though its points are others")
	}
	m := s.Moves()
	if len(m) != 1 || m[0].Before.units[0].Total(Agreed) != before.units[0].Total(Agreed) ||
		m[0].From.Criteria[m[0].Gone[0]].Code != "2.1.2" || m[0].To.Criteria[m[0].New[0]].Code != "1.3" ||
		m[0].To.Criteria[m[0].Changed[0]].Code != "1.1" || len(m[0].Gone)+len(m[0].New)+len(m[0].Changed) != 3 {
		t.Errorf("%+v", m)
	}
	refused(t, s, ErrUnknownCode, "2.1.2", score("A", "2.1.2", 10_00))
	seq := s.Seq()
	s = apply(t, s, score("C", "1.2", 30_00), score("C", "1.3", 30_00))
	refused(t, s, ErrUndo, "", Undo{seq}) // the new criterion has a score
	s = apply(t, s, Undo{s.Seq()}, Undo{seq})
	for i, u := range s.units {
		want := before.units[i].Total(Agreed)
		if i == 2 {
			want -= 28 * Point // C's 1.2 was agreed since
		}
		if u.Total(Agreed) != want || u.book != before.book {
			t.Errorf("unit %d has %v, want %v", i, u.Total(Agreed), want)
		}
	}
	if len(s.Moves()) > 0 || !s.units[0].Accepted() || !s.units[1].Accepted() {
		t.Error("the undo leaves something of the move")
	}
	again := apply(t, s, Undo{s.Seq()}) // and back once more
	if got := again.units[0].Total(Agreed); got != 215*Point {
		t.Errorf("after a redo A has %v", got)
	}
	if fresh := newRanking(&again, Agreed); places(&again, Agreed) != placesOf(&again, fresh) {
		t.Error("the ranking is not that of the units")
	}
}

func placesOf(s *State, r *ranking) string {
	x := *s
	x.agreed = r
	return places(&x, Agreed)
}

// What stands in the way is named, all of it, and nothing is changed.
func TestMoveRefused(t *testing.T) {
	s, move := movedTest(t)
	with := func(change func(m *Move)) Move { m := move; change(&m); return m }
	refused(t, s, ErrMove, "A has a score at 2.1.2", with(func(m *Move) { m.Dropped = nil }))
	refused(t, s, ErrMove, `no criterion "9"`, with(func(m *Move) { m.Dropped = append([]string{"9"}, m.Dropped...) }))
	refused(t, s, ErrMove, "1.1 is still in the new rulebook",
		with(func(m *Move) { m.Dropped = []string{"2.1.2", "1.1"} }))
	refused(t, s, ErrNoReason, "", with(func(m *Move) { m.Reason = " " }))
	refused(t, s, ErrMove, "follows this rulebook already", Move{Rulebook: s.book, Reason: "r"})
	refused(t, s, ErrMove, "awards", with(func(m *Move) {
		m.Rulebook = testBook(t, func(b *Rulebook) { b.Awards = b.Awards[:1] })
	}))
	tight := with(func(m *Move) {
		m.Rulebook = testBook(t, func(b *Rulebook) { b.Bonus.Total = Point })
	})
	refused(t, s, ErrMove, "still in", tight)
	tight.Dropped = nil
	refused(t, s, ErrLimit, "", tight)
	full := apply(t, s, Attend{Unit: "A", Present: true}, Attend{Unit: "B", Present: true},
		Vote{Subject: "s", For: 2})
	refused(t, full, ErrMove, "rules of votes", with(func(m *Move) {
		b := corrected(t)
		b.Vote.Base = OfMembers
		m.Rulebook = b
	}))
	closed := apply(t, full, Attend{Unit: "C", Present: true}, Accept{"C"}, Close{})
	refused(t, closed, ErrClosed, "", move)
}

// In the second edition too a sheet whose points are others has to be accepted again, and one that a move leaves as it
// was stays accepted.
func TestMoveAndAcceptance(t *testing.T) {
	edition := func(b *Rulebook) { b.Edition = SecondEdition }
	s := begin(t, testBook(t, edition), 2)
	s = apply(t, s, Accept{"A"}, Accept{"B"})
	renamed := apply(t, s, Move{Text: "renamed", Reason: "r",
		Rulebook: testBook(t, edition, func(b *Rulebook) { b.Criteria[1].Title = "renamed" })})
	if !renamed.units[0].Accepted() || !renamed.units[1].Accepted() {
		t.Error("another title takes acceptances away")
	}
	other := apply(t, s, Move{Text: "other", Reason: "r",
		Rulebook: testBook(t, edition, func(b *Rulebook) {
			b.Criteria[1].Max, b.Criteria[2].Max = 40*Point,
				60*Point
		})})
	if other.units[0].Accepted() || other.units[1].Accepted() {
		t.Error("a sheet stays accepted though its criteria are worth something else")
	}
	if back := apply(t, other, Undo{other.Seq()}); !back.units[0].Accepted() {
		t.Error("the undo of the move does not bring the acceptance back")
	}
}
