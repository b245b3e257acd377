package scoring

import (
	"errors"
	"strings"
	"testing"

	"thidua/scoring/lang"
)

func TestStagesOfAPercent(t *testing.T) {
	b := testBook(t)
	s := begin(t, b, 3, func(i int, sh *Sheet) {
		if i == 1 {
			delete(sh.Marks, "1.1")
		}
	})
	at, _ := b.Index("1.1")
	if p, ok := s.Units()[1].Percent(Agreed, at); ok || p != 0 {
		t.Errorf("a criterion left out = %v, %v; want not scored", p, ok)
	}
	if got := s.Units()[1].Total(Agreed); got != 240*Point {
		t.Errorf("a criterion left out counts %v", got)
	}
	s = apply(t, s, score("B", "1.1", 8750), Appraise{Unit: "B", Criterion: "1.1", Mark: InPercent(5000)},
		Appraise{Unit: "C", Criterion: "1.2", Mark: InPercent(0)})
	for st, want := range map[Stage]Points{Self: 240 * Point, Agreed: 292_500000, Appraised: 270 * Point} {
		if got := s.Units()[1].Total(st); got != want {
			t.Errorf("total of B, %v = %v, want %v", st, got, want)
		}
	}
	if got := s.Units()[2].Total(Appraised); got != 260*Point {
		t.Errorf("total of C, appraised = %v", got)
	}
	if got := places(&s, Appraised); got != "1 A none flag; 2 B none certificate; 3 C none none" {
		t.Errorf("appraised: %s", got)
	}
	if got := places(&s, Self); got != "1 A open undecided; 1 C open undecided; 3 B none none" {
		t.Errorf("self: %s", got)
	}
}

// Bonuses, penalties, sanctions and orders are the meeting's: none of them is in what the units scored themselves.
func TestSelfStageIsTheSheets(t *testing.T) {
	s := begin(t, testBook(t), 3)
	before := places(&s, Self)
	s = apply(t, s, bonus("A", "2", 5*Point, "r"), penalty("B", "1", Point, "r"), Sanctioned{"C", Excluded, "r"})
	if got := places(&s, Self); got != before {
		t.Errorf("the self-scored standings moved: %s", got)
	}
	if got := s.Standings(Self).At(0); got.Total != 300*Point || got.Bonus != 0 {
		t.Errorf("self-scored row: %+v", got)
	}
}

func TestLimits(t *testing.T) {
	s := begin(t, testBook(t), 2)
	tests := []struct {
		name string
		act  Act
		room Points // -1: taken
	}{
		{"a criterion's fifth", bonus("A", "2.1.1", 20*Point, "r"), -1},
		{"more than a criterion's fifth", bonus("A", "2.1.1", 20*Point+Point/100, "r"), 20 * Point},
		{"a field above holds what lies below", bonus("A", "2.1", 10*Point+Point/100, "r"), 10 * Point},
		{"the rest of that field", bonus("A", "2.1", 10*Point, "r"), -1},
		{"all of one unit together", bonus("A", "1", Point/100, "r"), 0},
		{"replacing counts once", bonus("A", "2.1", 5*Point, "r"), -1},
		{"room again", bonus("A", "1", 5*Point, "r"), -1},
		{"penalties have their own limit", penalty("A", "2.1.1", 20*Point, "r"), -1},
		{"and no limit in all", penalty("A", "1", 20*Point, "r"), -1},
		{"above a criterion with a penalty", penalty("A", "2.1", 10*Point+1e4, "r"), 10 * Point},
		{"another unit has its own room", bonus("B", "2", 30*Point, "r"), -1},
		{"taking away", bonus("A", "2.1.1", 0, "r"), -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			next, err := Apply(s, Decision{Act: tt.act})
			if tt.room < 0 {
				if err != nil {
					t.Fatal(err)
				}
				s = next
				return
			}
			if !errors.Is(err, ErrLimit) {
				t.Fatalf("err = %v, want ErrLimit", err)
			}
			if want := tt.room.In(lang.VI); !strings.Contains(err.(*Refusal).In(lang.VI), "còn được ghi tối đa "+want) {
				t.Errorf("the refusal does not say that %s is left: %s", want, err.(*Refusal).In(lang.VI))
			}
		})
	}
	if got := s.Units()[0].Total(Agreed); got != 300*Point+5*Point+5*Point-40*Point {
		t.Errorf("total of A = %v", got)
	}
}

func TestRefusals(t *testing.T) {
	b := testBook(t, func(b *Rulebook) { b.Criteria[1].Scale = ScaleYesNo })
	s := begin(t, b, 3, func(i int, sh *Sheet) {
		if i == 0 {
			sh.NotApplicable = []string{"2.2"}
			delete(sh.Marks, "2.2")
		}
	})
	for _, tt := range []struct {
		act  Act
		want error
	}{
		{score("Z", "1.1", 0), ErrUnknownUnit},
		{score("A", "9", 0), ErrUnknownCode},
		{score("A", "2.1", 0), ErrNotScored},
		{score("A", "2.2", 0), ErrNotApplicable},
		{score("A", "1.2", FullPercent+1), ErrNumber},
		{score("A", "1.2", -1), ErrNumber},
		{score("A", "1.1", 50_00), ErrKindOfScore},
		{bonus("A", "1", Point, ""), ErrNoReason},
		{bonus("A", "1", Point, "  "), ErrNoReason},
		{bonus("A", "1", -Point, "r"), ErrNumber},
		{bonus("A", "1", Point/1000, "r"), ErrNumber},
		{bonus("A", "2.2", Point, "r"), ErrNotApplicable},
		{penalty("A", "x", Point, "r"), ErrUnknownCode},
		{Sanctioned{"A", "fired", "r"}, ErrSanction},
		{Sanctioned{"A", Excluded, ""}, ErrNoReason},
		{Order{Units: []string{"A", "B"}}, ErrNotEqual},
		{Order{Units: []string{"B"}}, ErrNotEqual},
		{Order{Units: []string{"B", "B"}}, ErrNotEqual},
		{Order{Units: []string{"B", "Z"}}, ErrUnknownUnit},
		{Accept{"Z"}, ErrUnknownUnit},
		{Attend{Unit: "A", Person: "x"}, ErrPerson},
		{Undo{7}, ErrUndo},
		{Undo{1}, ErrUndo},
		{Undo{2}, ErrUndo},
		{Reopen{"r"}, ErrNotClosed},
		{Close{}, ErrBlocked},
		{New{Rulebook: b}, ErrStarted},
	} {
		next, err := Apply(s, Decision{Act: tt.act})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s %+v: %v, want %v", tt.act.Kind(), tt.act, err, tt.want)
		}
		if next.Seq() != s.Seq() {
			t.Errorf("%s was refused and yet recorded", tt.act.Kind())
		}
		if r, ok := err.(*Refusal); !ok || r.In(lang.VI) == "" || r.In(lang.VI) == r.In(lang.EN) {
			t.Errorf("%s: the refusal does not speak both languages: %v", tt.act.Kind(), err)
		}
	}
	if _, err := Apply(State{}, Decision{Act: Accept{"A"}}); !errors.Is(err, ErrNotStarted) {
		t.Errorf("before the beginning: %v", err)
	}
	if _, err := Apply(s, Decision{Seq: 5, Act: Accept{"A"}}); !errors.Is(err, ErrSequence) {
		t.Errorf("out of sequence: %v", err)
	}
}

func TestMembers(t *testing.T) {
	b := testBook(t, func(b *Rulebook) { b.Clusters = []Cluster{{ID: "1", Units: []string{"B", "A"}}} })
	free := testBook(t)
	sheets := func(names ...string) (out []*Sheet) {
		for _, n := range names {
			out = append(out, full(b, n, 0))
		}
		return out
	}
	for _, bad := range []New{
		{Cluster: "2", Sheets: sheets("A", "B")},
		{Cluster: "1", Sheets: sheets("A")},
		{Cluster: "1", Sheets: sheets("A", "B", "A")},
		{Cluster: "1", Sheets: sheets("A", "B", "C")},
		{Cluster: "1", Sheets: sheets("a", "B")},
		{Rulebook: free, Sheets: sheets("A", "B", "A")},
		{Rulebook: free, Sheets: sheets("Hà Nội", "B", "hà  NỘI")},
		{Rulebook: free, Sheets: sheets("A", " ")},
	} {
		if bad.Rulebook == nil {
			bad.Rulebook = b
		}
		if _, err := Apply(State{}, Decision{Act: bad}); !errors.Is(err, ErrMembers) {
			t.Errorf("sheets %v of cluster %s: %v", len(bad.Sheets), bad.Cluster, err)
		}
	}
	s, err := Apply(State{}, Decision{Act: New{Rulebook: b, Cluster: "1", Sheets: sheets("A", "B")}})
	if err != nil || s.Units()[0].Name() != "B" {
		t.Errorf("the units do not stand in the rulebook's order: %v", err)
	}
}

func TestAcceptance(t *testing.T) {
	s := begin(t, testBook(t), 2)
	is := func(want bool, after string) {
		t.Helper()
		if got := s.Units()[0].Accepted(); got != want {
			t.Errorf("after %s: accepted = %v, want %v", after, got, want)
		}
	}
	s = apply(t, s, score("A", "1.1", 5000), Accept{"A"}) // 2, 3
	is(true, "accept")
	s = apply(t, s, score("B", "1.1", 0), Sanctioned{"A", Downgraded, "r"},
		Attend{Unit: "A", Present: true}) // 4, 5, 6
	is(true, "what does not change the unit's scores")
	s = apply(t, s, bonus("A", "1", Point, "r")) // 7
	is(false, "a bonus")
	s = apply(t, s, Undo{7}) // 8
	is(true, "undoing the bonus")
	s = apply(t, s, Undo{2}) // 9
	is(false, "undoing a score from before")
	s = apply(t, s, Undo{9}) // 10
	is(true, "undoing that undo")
	s = apply(t, s, Undo{3}) // 11
	is(false, "undoing the acceptance")
	s = apply(t, s, Undo{11}) // 12
	is(true, "undoing that")
	s = apply(t, s, score("A", "1.1", 5000))
	is(false, "a later decision, even with the same percent")
}

func TestRoll(t *testing.T) {
	s := begin(t, testBook(t), 2)
	if s.Present() != 0 {
		t.Error("somebody is present before the roll is called")
	}
	s = apply(t, s, Attend{Unit: "A", Present: true, Person: "Giám đốc"},
		Attend{Unit: "A", Present: true, Person: "Chuyên viên"}, Attend{Unit: "B", Present: true})
	if s.Present() != 2 || len(s.Units()[0].People()) != 2 {
		t.Errorf("present = %d, people of A = %v", s.Present(), s.Units()[0].People())
	}
	s = apply(t, s, Attend{Unit: "A", Person: "Giám đốc"})
	if got := s.Units()[0].People(); s.Present() != 2 || len(got) != 1 || got[0] != "Chuyên viên" {
		t.Errorf("after one left: %d present, people %v", s.Present(), got)
	}
	s = apply(t, s, Attend{Unit: "A", Person: "Chuyên viên"})
	if s.Present() != 1 {
		t.Error("a unit is present without anyone")
	}
	s = apply(t, s, Undo{5})
	if got := s.Units()[0].People(); s.Present() != 2 || len(got) != 1 || got[0] != "Giám đốc" {
		t.Errorf("after the undo: %d present, people %v", s.Present(), got)
	}
	s = apply(t, s, Attend{Unit: "A"}, Attend{Unit: "B"})
	if s.Present() != 0 {
		t.Error("units that left are present")
	}
}

func TestClosing(t *testing.T) {
	s := begin(t, testBook(t), 3, func(i int, sh *Sheet) { sh.Marks["1.1"] = InPercent(Percent(i) * 1000) })
	_, err := Apply(s, Decision{Act: Close{}})
	for _, want := range []string{"0 trong 3", "cần ít nhất 2", "A chưa", "B chưa", "C chưa"} {
		if err == nil || !strings.Contains(err.(*Refusal).In(lang.VI), want) {
			t.Errorf("the refusal does not say %q: %v", want, err)
		}
	}
	s = apply(t, s, Attend{Unit: "A", Present: true}, Attend{Unit: "B", Present: true}, Accept{"A"},
		Accept{"B"}, Accept{"C"}, Close{})
	if !s.Closed() {
		t.Fatal("not closed")
	}
	for _, a := range []Act{score("A", "1.1", 0), Undo{2}, Attend{Unit: "C", Present: true}, Close{}} {
		if _, err := Apply(s, Decision{Act: a}); !errors.Is(err, ErrClosed) {
			t.Errorf("%s in a closed meeting: %v", a.Kind(), err)
		}
	}
	if _, err := Apply(s, Decision{Act: Reopen{}}); !errors.Is(err, ErrNoReason) {
		t.Errorf("reopened without a reason: %v", err)
	}
	s = apply(t, s, Reopen{"sửa lỗi"}, score("A", "1.1", 0))
	if _, err := Apply(s, Decision{Act: Undo{7}}); !errors.Is(err, ErrUndo) {
		t.Errorf("undo of a close: %v", err)
	}
	s = apply(t, s, Accept{"A"}, Close{"xong"})
	if !s.Closed() {
		t.Error("not closed again")
	}
}

func TestUndoKeepsTheLimits(t *testing.T) {
	s := begin(t, testBook(t), 2)
	s = apply(t, s, bonus("A", "2.1.1", 20*Point, "r"), bonus("A", "2.1.1", 0, "r"), bonus("A", "2", 30*Point, "r"))
	if _, err := Apply(s, Decision{Act: Undo{3}}); !errors.Is(err, ErrLimit) ||
		!strings.Contains(err.Error(), "undo of 3") {
		t.Errorf("an undo that would break a limit: %v", err)
	}
	s = apply(t, s, Undo{4}, Undo{3})
	if got := s.Units()[0].Bonus(Agreed); got != 20*Point {
		t.Errorf("bonus = %v", got)
	}
	if _, err := Apply(s, Decision{Act: Undo{3}}); !errors.Is(err, ErrUndo) ||
		!strings.Contains(err.Error(), "undo 6") {
		t.Errorf("a second undo: %v", err)
	}
	s = apply(t, s, Undo{6})
	if got := s.Units()[0].Bonus(Agreed); got != 0 {
		t.Errorf("bonus after the undo of the undo = %v", got)
	}
}

func TestWhy(t *testing.T) {
	b := testBook(t)
	s := begin(t, b, 4, func(i int, sh *Sheet) { sh.Marks["2.2"] = InPercent(FullPercent - Percent(i)*1000) })
	s = apply(t, s, Score{"B", "1.1", InPercent(8500), "thiếu minh chứng"}, bonus("B", "2.1", 3*Point, "sáng tạo"),
		penalty("B", "1", Point, "vi phạm"))
	for st := range stages {
		for i, u := range s.Units() {
			if got, want := s.WhyTotal(st, i).Sum(), u.Total(st); got != want {
				t.Errorf("the terms of %s's total (%v) add up to %v, want %v", u.Name(), st, got, want)
			}
			for at := range b.Criteria {
				if got, want := s.WhyPoints(st, i, at).Sum(), u.Points(st, at); got != want {
					t.Errorf("the terms of %s add up to %v, want %v", b.Criteria[at].Code, got, want)
				}
			}
		}
	}
	at, _ := b.Index("1.1")
	if e := s.WhyPoints(Agreed, 1, at); e.Terms[0].How.VI != "85 % × 60,00" ||
		!strings.Contains(e.Notes[2].VI, "thiếu minh chứng") {
		t.Errorf("why of 1.1: %+v", e)
	}
	// A 300, B 286 + 3 - 1 - ... : B 288, C 290, D 285.
	gap, ok := s.ToPass(Agreed, 1)
	if !ok || s.Units()[gap.Above].Name() != "C" ||
		s.Units()[1].Total(Agreed)+gap.Need != s.Units()[2].Total(Agreed)+Point/100 {
		t.Errorf("gap of B = %+v, %v", gap, ok)
	}
	if _, ok := s.ToPass(Agreed, 0); ok {
		t.Error("the first has somebody to pass")
	}
	if e := s.WhyRank(Agreed, 1); !strings.Contains(e.Notes[0].VI, "để vượt C") {
		t.Errorf("why of the rank: %+v", e)
	}
	if e := s.WhyAward(Agreed, 1); e.Result.VI != "certificate" {
		t.Errorf("why of the award: %+v", e)
	}
}
