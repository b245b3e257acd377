package scoring

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"thidua/scoring/lang"
)

// marksBook is a rulebook with every kind of criterion, numbered as papers number.
func marksBook(t testing.TB, change ...func(*Rulebook)) *Rulebook {
	return testBook(t, append([]func(*Rulebook){func(b *Rulebook) {
		b.Total, b.Entry = 134*Point+Point/2, EntryPoints
		b.TieBreak.Codes = []string{"I"}
		b.Criteria = []Criterion{
			{Code: "I", Title: "field"},
			{Code: "I.1", Title: "points", Max: 15 * Point, Printed: true},
			{Code: "I.3", Title: "percent", Max: 60 * Point, Printed: true, Entry: EntryPercent, Most: 150_00},
			{Code: "VIII", Title: "bands", Max: Point * 3 / 2, Printed: true, Scale: ScaleBands, Bands: []Band{
				{From: 100_00, Gives: FullPercent}, {From: 80_00, Points: Point, InPoints: true}, {From: 0}}},
			{Code: "IX", Title: "levels", Max: 2 * Point, Printed: true, Scale: ScaleLevels, Levels: []Level{
				{"on-time", lang.Both("on time"), 2 * Point}, {"late", lang.Both("late"), Point * 3 / 2},
				{"never", lang.Both("never"), 0}}},
			{Code: "X", Title: "count", Max: 6 * Point, Printed: true, Scale: ScaleCount, Each: -2 * Point,
				Floor: Point},
			{Code: "XI", Title: "yes-no", Max: 50 * Point, Printed: true, Scale: ScaleYesNo},
		}
	}}, change...)...)
}

// What a mark is worth, and which marks a criterion cannot be given.
func TestMarks(t *testing.T) {
	b := marksBook(t)
	for _, tt := range []struct {
		code string
		mark Mark
		want string // empty where it is refused
	}{
		{"I.1", InPoints(10 * Point), "10"}, {"I.1", InPercent(50_00), "7.5"}, {"I.1", InPoints(15 * Point), "15"},
		{"I.1", InPoints(15*Point + Point/100), ""}, {"I.1", InPoints(Point / 1000), ""}, {"I.1", InPoints(-Point), ""},
		{"I.1", Counted(1), ""}, {"I.1", AtLevel("late"), ""}, {"I.1", Mark{}, ""}, {"I.1", InPercent(100_01), ""},
		{"I.3", InPercent(150_00), "90"}, {"I.3", InPercent(150_01), ""}, {"I.3", InPoints(90 * Point), "90"},
		{"I.3", InPoints(90*Point + Point/100), ""},
		{"VIII", InPercent(100_00), "1.5"}, {"VIII", InPercent(99_99), "1"}, {"VIII", InPercent(80_00), "1"},
		{"VIII", InPercent(79_99), "0"}, {"VIII", InPoints(Point), ""},
		{"IX", AtLevel("late"), "1.5"}, {"IX", AtLevel("never"), "0"}, {"IX", AtLevel("Late"), ""},
		{"IX", InPercent(100_00), ""},
		{"X", Counted(0), "6"}, {"X", Counted(2), "2"}, {"X", Counted(3), "1"}, {"X", Counted(maxCount), "1"},
		{"X", Counted(-1), ""}, {"X", Counted(maxCount + 1), ""}, {"X", InPoints(Point), ""},
		{"XI", InPoints(50 * Point), "50"}, {"XI", InPoints(Point), ""}, {"XI", InPercent(0), "0"},
	} {
		at, _ := b.Index(tt.code)
		c := &b.Criteria[at]
		switch err := c.Takes(tt.mark); {
		case tt.want == "" && err == nil:
			t.Errorf("%s takes %v", tt.code, tt.mark)
		case tt.want != "" && (err != nil || c.Worth(tt.mark).String() != tt.want):
			t.Errorf("%s: %v is worth %v, want %s; %v", tt.code, tt.mark, c.Worth(tt.mark), tt.want, err)
		}
	}
}

// Thirds of a maximum are points: units that have as many are level, and none leads by what a percent would round.
func TestThirdsAreLevel(t *testing.T) {
	b := marksBook(t)
	marks := []map[string]Mark{ // each 29: a third of a point and a percent that rounds would tell them apart
		{"I.1": InPoints(10 * Point), "VIII": InPercent(80_00), "I.3": InPercent(30_00)},
		{"I.1": InPoints(9*Point + Point/2), "VIII": InPercent(100_00), "I.3": InPoints(18 * Point)},
		{"I.1": InPoints(11 * Point), "VIII": InPercent(0), "I.3": InPercent(30_00)},
	}
	s := begin(t, b, 3, func(i int, sh *Sheet) { sh.Marks = marks[i] })
	for _, row := range s.Standings(Agreed).All() {
		if row.Total != 29*Point || row.Tie != TieLevel && row.Tie != TieOpen {
			t.Errorf("%s has %v, tie %s", s.Units()[row.Unit].Name(), row.Total, row.Tie)
		}
	}
}

// Whatever is given in whatever order: the parts add up at every stage, and undo brings back what was.
func TestMarksAddUp(t *testing.T) {
	b := marksBook(t)
	given := map[string][]Mark{
		"I.1":  {InPoints(10 * Point), InPoints(0), InPercent(33_33)},
		"I.3":  {InPercent(150_00), InPoints(1_230_000)},
		"VIII": {InPercent(0), InPercent(85_00), InPercent(100_00)},
		"IX":   {AtLevel("late"), AtLevel("never")}, "X": {Counted(0), Counted(1), Counted(9)},
		"XI": {InPoints(50 * Point), InPercent(0)},
	}
	codes := []string{"I.1", "I.3", "VIII", "IX", "X", "XI"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(of string) (string, Mark) {
			code := rapid.SampledFrom(codes).Draw(t, of)
			return code, rapid.SampledFrom(given[code]).Draw(t, of+" mark")
		}
		a := New{Rulebook: b, Year: "2019-2020"}
		for _, name := range unitNames(3) {
			sh := &Sheet{Unit: name, Marks: map[string]Mark{}}
			for range rapid.IntRange(0, 8).Draw(t, "self") {
				code, m := draw("self")
				sh.Marks[code] = m
			}
			a.Sheets = append(a.Sheets, sh)
		}
		s, err := Apply(State{}, Decision{Act: a})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 8).Draw(t, "decisions") {
			code, m := draw("decided")
			unit, was := rapid.SampledFrom(unitNames(3)).Draw(t, "unit"), digest(&s)
			no, appraised := rapid.IntRange(0, 3).Draw(t, "no"), rapid.Bool().Draw(t, "appraised")
			act := []Act{Score{unit, code, m, ""}, Appraise{Unit: unit, Criterion: code, Mark: m},
				Bonus{unit, "I.3", Point, "r", no, appraised}}[rapid.IntRange(0, 2).Draw(t, "act")]
			next, err := Apply(s, Decision{Act: act})
			if err != nil {
				t.Fatalf("%+v: %v", act, err)
			}
			for st := range stages {
				for _, u := range next.Units() {
					checkSums(t, b, u, st)
				}
			}
			back, err := Apply(next, Decision{Act: Undo{next.Seq()}})
			if err != nil || digest(&back) != was {
				t.Fatalf("undo of %+v: %v", act, err)
			}
			s = next
		}
	})
}

// Several bonuses stand at one place, limits bind their sum, and what one replaces is known for ever.
func TestGrantsByNumber(t *testing.T) {
	s := begin(t, testBook(t), 2)
	s = apply(t, s, bonus("A", "1.1", 5*Point, "a"), Bonus{"A", "1.1", 7 * Point, "b", 2, false}) // 2, 3: of 12
	u := s.Units()[0]
	if u.Bonus(Agreed) != 12*Point || len(u.Bonuses(Agreed)) != 2 ||
		u.NextNo(true, u.Bonuses(Agreed)[0].Target, false) != 3 {
		t.Fatalf("%v: %+v", u.Bonus(Agreed), u.Bonuses(Agreed))
	}
	var r *Refusal
	_, err := Apply(s, Decision{Act: Bonus{"A", "1.1", Point / 100, "c", 3, false}})
	if !errors.As(err, &r) || r.Kind != ErrLimit {
		t.Fatalf("over the sum: %v", err)
	}
	s = apply(t, s, Bonus{"A", "1.1", 2 * Point, "c", 2, false}, Undo{3}) // 4, 5
	d, _ := s.Decision(4)
	if was, ok := s.Replaced(d); !ok || was != (Replaced{7 * Point, "b"}) || s.Units()[0].Bonus(Agreed) != 7*Point {
		t.Errorf("replaced %+v, %v; stands %v", was, ok, s.Units()[0].Bonus(Agreed))
	}
	if _, err := Apply(s, Decision{Act: Bonus{"A", "1.1", Point, "c", 100, false}}); !errors.Is(err, ErrNumber) {
		t.Errorf("number 100: %v", err)
	}
}

// What the appraisal grants counts at its stage only, withdraws nothing, and is taken after closing; both stages keep
// their limits.
func TestGrantsAtTheAppraisal(t *testing.T) {
	s := begin(t, testBook(t), 2)
	s = apply(t, s, bonus("A", "1.1", 10*Point, "a"), Accept{"A"}, Accept{"B"}, Attend{Unit: "A", Present: true},
		Attend{Unit: "B", Present: true}, Close{})
	late := Bonus{"A", "1.1", 2 * Point, "r", 0, true}
	s = apply(t, s, late, Appraise{Unit: "A", Criterion: "1.2", Mark: InPercent(50_00)})
	u := s.Units()[0]
	if u.Bonus(Agreed) != 10*Point || u.Bonus(Appraised) != 12*Point || !u.Accepted() ||
		u.Total(Appraised) != u.Total(Agreed)+2*Point-20*Point {
		t.Errorf("agreed %v, appraised %v, %v", u.Bonus(Agreed), u.Bonus(Appraised), u.Total(Appraised))
	}
	if s = apply(t, s, Undo{s.Seq()}); s.Units()[0].Criteria(Appraised) != s.Units()[0].Criteria(Agreed) {
		t.Error("an appraisal cannot be taken back after closing")
	}
	late.Points = 2*Point + Point/100
	if _, err := Apply(s, Decision{Act: late}); !errors.Is(err, ErrLimit) {
		t.Errorf("over the limit of the appraised stage: %v", err)
	}
	for _, a := range []Act{bonus("A", "1.1", Point, "r"), score("A", "1.1", 0)} {
		if _, err := Apply(s, Decision{Act: a}); !errors.Is(err, ErrClosed) {
			t.Errorf("%+v in a closed meeting: %v", a, err)
		}
	}
}
