package scoring

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua/scoring/lang"
)

// gathered is a meeting of A, B, C, D of which some hand in no sheet; each better than the next.
func gathered(t *testing.T, without ...string) State {
	t.Helper()
	b := testBook(t, second)
	a := New{Rulebook: b, Year: "2019-2020", Units: []string{"A", "B", "C", "D"}}
	for i, name := range a.Units {
		if slices.Contains(without, name) {
			a.Without = append(a.Without, Without{name, "sáp nhập"})
			continue
		}
		a.Sheets = append(a.Sheets, full(b, name, FullPercent-Percent(i)*100))
	}
	s, err := Apply(State{}, Decision{Act: a})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range a.Units {
		s = apply(t, s, Attend{Unit: name, Present: true})
	}
	return s
}

// A member without a sheet counts in the size, is present and votes, and has neither rank nor award; the meeting can be
// closed without it.
func TestMemberWithoutASheet(t *testing.T) {
	s := gathered(t, "A")
	const want = "1 B none flag; 2 C none certificate; 3 D none certificate; 0 A none none"
	for _, st := range []Stage{Self, Agreed, Appraised} {
		if got := places(&s, st); got != want { // two certificates: the group has four units
			t.Errorf("%s: %s, want %s", st, got, want)
		}
	}
	if r, err := s.Try(Vote{Subject: "q", For: 3, Against: 1}); err != nil || r.Base != 4 || r.Verdict != Carried {
		t.Errorf("it votes: %+v, %v", r, err)
	}
	for _, act := range []Act{
		Score{Unit: "A", Criterion: "1.1", Mark: InPercent(1)}, Accept{"A"}, Confirm{"A"},
		Bonus{Unit: "A", Target: "1", Points: Point, Reason: "r"}, Leave{"A", "1.1", "r"},
		Appraise{Unit: "A", Criterion: "1.1"}, Penalty{Unit: "A", Target: "1", Points: Point, Reason: "r"},
		Note{"A", "1.1", "x"},
	} {
		if _, err := Apply(s, Decision{Act: act}); !errors.Is(err, ErrNoSheet) {
			t.Errorf("%s of a unit without a sheet: %v", act.Kind(), err)
		}
	}
	s = apply(t, s, Accept{"B"}, Accept{"C"}, Accept{"D"})
	if b := s.Blockers(); len(b) > 0 {
		t.Errorf("it stands in the way of closing: %v", b)
	}
	s = apply(t, s, Ballot{Office: Leader, Votes: votes("A3 B1")}, Ballot{Office: Deputy, Votes: votes("B4")}, Close{})
	steps, err := s.Ceremony(FromTheBottom)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		if at, _ := s.Index("A"); step.Kind != RevealOfficer && slices.Contains(step.Units, at) {
			t.Errorf("the ceremony ranks it: %+v", step)
		}
	}
}

// A sheet that comes later is as one that was there from the start; undo takes it out again, unless something rests on
// it.
func TestSheetThatComesLater(t *testing.T) {
	late, whole := gathered(t, "A"), gathered(t)
	sheet := full(late.book, "A", FullPercent)
	in := HandIn{Unit: "A", Text: "…", Sheet: sheet}
	if _, err := Apply(whole, Decision{Act: in}); !errors.Is(err, ErrMembers) {
		t.Errorf("a second sheet: %v", err)
	}
	for name, a := range map[string]HandIn{
		"not read":      {Unit: "A", Text: "…"},
		"empty":         {Unit: "A", Sheet: sheet},
		"another's":     {Unit: "A", Text: "…", Sheet: full(late.book, "B", FullPercent)},
		"of who is not": {Unit: "Z", Text: "…", Sheet: full(late.book, "Z", FullPercent)},
	} {
		if _, err := Apply(late, Decision{Act: a}); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	before := places(&late, Agreed)
	s := apply(t, late, in)
	for _, st := range []Stage{Self, Agreed, Appraised} {
		if got, want := places(&s, st), places(&whole, st); got != want {
			t.Errorf("%s: %s, want %s", st, got, want)
		}
	}
	brought := s.Seq()
	s = apply(t, s, Score{Unit: "A", Criterion: "1.1", Mark: InPercent(50_00)})
	if _, err := Apply(s, Decision{Act: Undo{brought}}); !errors.Is(err, ErrUndo) ||
		!strings.Contains(err.Error(), "decision 7 builds on this sheet") {
		t.Errorf("undo below a score: %v", err)
	}
	s = apply(t, s, Undo{brought + 1}, Undo{brought})
	if got := places(&s, Agreed); got != before {
		t.Errorf("undone: %s, want %s", got, before)
	}
	if _, err := Apply(s, Decision{Act: Undo{brought + 2}}); !errors.Is(err, ErrNoSheet) {
		t.Errorf("the score comes back without the sheet: %v", err)
	}
	s = apply(t, s, Undo{brought + 3})
	if got, want := places(&s, Agreed), places(&whole, Agreed); got != want {
		t.Errorf("done again: %s, want %s", got, want)
	}
	s = apply(t, s, Undo{brought + 2})
	if p, _ := s.Units()[0].Percent(Agreed, 1); p != 50_00 {
		t.Errorf("the score is not back: %v", p)
	}
}

func TestWhoTakesPart(t *testing.T) {
	b := testBook(t, second, func(b *Rulebook) {
		b.Clusters = []Cluster{{ID: "1", Units: []string{"A", "B", "C"}}}
	})
	sheets := func(names string) (out []*Sheet) {
		for _, n := range strings.Split(names, "") {
			out = append(out, full(b, n, FullPercent))
		}
		return out
	}
	for name, tt := range map[string]struct {
		new  New
		want string
	}{
		"a sheet is missing": {New{Cluster: "1", Sheets: sheets("AB")}, "C has 0 sheets"},
		"without a reason": {New{Cluster: "1", Sheets: sheets("AB"), Without: []Without{{"C", " "}}},
			"needs a reason"},
		"without twice": {New{Cluster: "1", Sheets: sheets("AB"), Without: []Without{{"C", "r"}, {"C", "r"}}},
			"twice"},
		"without and with": {New{Cluster: "1", Sheets: sheets("ABC"), Without: []Without{{"C", "r"}}},
			"is said to hand in none"},
		"without a stranger": {New{Cluster: "1", Sheets: sheets("ABC"), Without: []Without{{"D", "r"}}},
			"D is not a unit of cluster 1"},
		"named twice": {New{Units: []string{"D", "E", "d"}, Sheets: sheets("DE")},
			"D and d are one unit"},
		"one only": {New{Units: []string{"D"}, Sheets: sheets("D")}, "two units or more"},
		"the leader is none": {New{Units: []string{"D", "E"}, Leader: "A", Sheets: sheets("DE")},
			"--leader"},
		"the deputy is none": {New{Units: []string{"D", "E"}, Deputy: "A", Sheets: sheets("DE")},
			"--deputy"},
		"both": {New{Units: []string{"D", "E"}, Leader: "D", Deputy: "D", Sheets: sheets("DE")},
			"is both"},
		"a sheet of none": {New{Units: []string{"D", "E"}, Sheets: sheets("DEF")},
			"none of the units that were named"},
		"officers without units": {New{Cluster: "1", Sheets: sheets("ABC"), Leader: "A"}, "add --units"},
	} {
		tt.new.Rulebook, tt.new.Year = b, "2019-2020"
		if _, err := Apply(State{}, Decision{Act: tt.new}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", name, err, tt.want)
		}
	}
	s, err := Apply(State{}, Decision{Act: New{Rulebook: b, Year: "2019-2020", Units: []string{"E", "D"}, Leader: "D",
		Sheets: sheets("DE"), History: []Officers{{Year: "2019-2020", Leader: "E"}}}})
	if err != nil {
		t.Fatal(err)
	}
	if o, ok := s.Sitting(); !ok || o.Leader != "D" || s.Units()[0].Name() != "E" {
		t.Errorf("units of one's own: %+v, first %s", o, s.Units()[0].Name())
	}
	if c, ok := s.Group(); !ok || c.Name.EN != "Emulation cluster" {
		t.Errorf("the group is %+v", c)
	}
}

func TestOfficesOfARulebook(t *testing.T) {
	s := electing(t, 5, second, func(b *Rulebook) {
		b.Offices = []OfficeTitle{{Leader, lang.Text{VI: "Khối trưởng", EN: "head"}},
			{Deputy, lang.Text{VI: "Khối phó", EN: "deputy head"}},
			{"deputy2", lang.Text{VI: "Khối phó thứ hai", EN: "second deputy head"}}}
		b.Election.Offices = []Office{Leader, Deputy, "deputy2"}
		b.Clusters[0].Officers = []Officers{{Year: "2019-2020", Others: map[Office]string{"deputy2": "C"}}}
	})
	refused := func(a Act, kind error, want string) {
		t.Helper()
		if _, err := Apply(s, Decision{Act: a}); !errors.Is(err, kind) || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: %v, want %q", a, err, want)
		}
	}
	refused(Ballot{Office: "king", Votes: votes("A5")}, ErrElection, "leader, deputy, deputy2")
	refused(Appoint{"deputy2", "A", ByConsent, ""}, ErrElection, "the deputy head has to be elected first")
	refused(Appoint{Leader, "A", "won", ""}, ErrElection, "agreed")
	refused(Appoint{Leader, "A", ByUpper, ""}, ErrNoReason, "needs a reason")
	refused(Vote{Subject: "q", For: 5, Act: Appoint{Leader, "A", ByUpper, "r"}}, ErrVote, "no vote is held")
	s = apply(t, s, Appoint{Leader, "A", ByUpper, "QĐ 12"})
	if got := officer(&s, Leader); got != "A assigned" {
		t.Errorf("leader %s", got)
	}
	refused(Appoint{Leader, "B", ByUpper, "r"}, ErrElection, "the head is elected: A")
	refused(Appoint{Deputy, "A", ByConsent, ""}, ErrElection, "A may not be deputy head")
	refused(Ballot{Office: Deputy, Votes: votes("A5")}, ErrElection, "A is no candidate for deputy head")
	appointed := s.Seq()
	s = apply(t, s, Vote{Subject: "q", For: 4, Against: 1, Act: Appoint{Deputy, "B", ByConsent, ""}},
		Ballot{Office: "deputy2", Votes: votes("C4 D1")})
	if officer(&s, Deputy) != "B agreed" || officer(&s, "deputy2") != "C ballot" {
		t.Errorf("deputies %s, %s", officer(&s, Deputy), officer(&s, "deputy2"))
	}
	r, _ := s.Race("deputy2")
	if notes := r.Rounds[0].Notes; len(notes) != 1 || notes[0].VI != "C đang là Khối phó thứ hai" {
		t.Errorf("the sitting officer is not named: %v", notes)
	}
	refused(Undo{appointed + 1}, ErrUndo, "undo 9 first")
	refused(Undo{appointed}, ErrUndo, "undo 8 first")
	s = apply(t, s, Undo{appointed + 2}, Undo{appointed + 1}, Undo{appointed})
	if officer(&s, Leader) != "" || candidates(&s, Leader) != "ABCDE" {
		t.Errorf("undone: %q, %s may stand", officer(&s, Leader), candidates(&s, Leader))
	}
	s = apply(t, s, Undo{s.Seq()})
	if got := officer(&s, Leader); got != "A assigned" {
		t.Errorf("done again: %s", got)
	}
}

// What a ballot left open an appointment can end; undone, the election goes on where it was.
func TestAppointmentAfterARound(t *testing.T) {
	s := apply(t, electing(t, 5, second), Ballot{Office: Leader, Votes: votes("A2 B2 C1")})
	open := candidates(&s, Leader)
	s = apply(t, s, Appoint{Leader, "D", ByUpper, "r"})
	if _, err := Apply(s, Decision{Act: Undo{s.Seq() - 1}}); !errors.Is(err, ErrUndo) {
		t.Errorf("undo of the round below: %v", err)
	}
	s = apply(t, s, Undo{s.Seq()})
	if officer(&s, Leader) != "" || candidates(&s, Leader) != open {
		t.Errorf("%q, candidates %s, want %s", officer(&s, Leader), candidates(&s, Leader), open)
	}
}

func TestWordsOfTheGroup(t *testing.T) {
	b := &Rulebook{Words: Words{Group: lang.Text{VI: "khối", EN: "bloc"}}}
	for in, want := range map[string]string{
		"cụm thống nhất": "khối thống nhất", "Cụm trưởng, Cụm phó": "Khối trưởng, Khối phó",
		"TM. CỤM THI ĐUA": "TM. KHỐI THI ĐUA", "cụmX": "cụmX", "trong cụm": "trong khối", "": "",
	} {
		if got := b.Said(lang.Text{VI: in}).VI; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Emulation cluster 2": "Emulation bloc 2", "two clusters": "two blocs", "Clusters": "Blocs",
		"clustering": "clustering",
	} {
		if got := b.Said(lang.Text{EN: in}).EN; got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := (&Rulebook{}).Said(lang.Both("cụm, cluster")); got != lang.Both("cụm, cluster") {
		t.Errorf("without words: %v", got)
	}
	if b.OfficeName(Leader).VI != "Khối trưởng" || b.GroupName("2").VI != "Khối thi đua số 2" {
		t.Errorf("%v, %v", b.OfficeName(Leader), b.GroupName("2"))
	}
}

// Units without a sheet have no rank, and no order among them.
func TestNoOrderWithoutASheet(t *testing.T) {
	s := gathered(t, "B", "C")
	refused(t, s, ErrNoSheet, "no sheet", Order{Units: []string{"B", "C"}, How: OrderByRuling, Reason: "r"})
}

// A round that was undone comes back also where the round before names its candidates in another order.
func TestSameCandidatesInAnotherOrder(t *testing.T) {
	s := electing(t, 5, second)
	s = apply(t, s, Ballot{Office: Leader, Votes: votes("A2 B1 C1"), Blank: 1})
	first := s.Seq()
	again, _ := s.Race(Leader)
	s = apply(t, s, Ballot{Office: Leader, Votes: votes("A2 B2"), Blank: 1})
	runoff := s.Seq()
	s = apply(t, s, Undo{runoff}, Undo{first}, Ballot{Office: Leader, Votes: votes("C2 B1 A1"), Blank: 1})
	now, _ := s.Race(Leader)
	if !sameUnits(again.Candidates, now.Candidates) || slices.Equal(again.Candidates, now.Candidates) {
		t.Fatalf("candidates %v and %v", again.Candidates, now.Candidates)
	}
	apply(t, s, Undo{runoff + 1})
}
