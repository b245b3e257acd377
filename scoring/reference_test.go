package scoring

import (
	"flag"
	"fmt"
	"math/big"
	"slices"
	"sort"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The second implementation: ranks by counting, awards by trying every order that the shared ranks allow. It is slow
// and knows nothing of rows that move.

type plainUnit struct {
	name          string
	total, level  int64 // or parts of max, levelMax where the rulebook ranks by share
	max, levelMax int64
	sanction      Sanction
}

func (u plainUnit) above(v plainUnit, share bool) int {
	if share {
		return compareFractions(u.total, u.max, v.total, v.max)
	}
	return compareFractions(u.total, 1, v.total, 1)
}

func (u plainUnit) levelAbove(v plainUnit, share bool) int {
	if share {
		return compareFractions(u.level, u.levelMax, v.level, v.levelMax)
	}
	return compareFractions(u.level, 1, v.level, 1)
}

// referencePlaces ranks units and gives awards by the words of rules 5 and 6.
func referencePlaces(b *Rulebook, units []plainUnit, orders [][]string) string {
	share := b.Rank.By == ByShare
	type placed struct {
		plainUnit
		index, rank int
		tie         Tie
	}
	all := make([]placed, len(units))
	for i, u := range units {
		higher, levelHere := 0, 0 // ranked above u; in the same class as u
		var class []string
		top, ableAbove := true, false // ableAbove: somebody above can get the first award
		tied := false
		for j, v := range units {
			if v.above(u, share) > 0 {
				top = false
				ableAbove = ableAbove || v.sanction == NoSanction || v.sanction == ""
				higher++
			}
			if j != i && v.above(u, share) == 0 {
				tied = true
			}
		}
		divide := top && b.TieBreak.At == AtTop || b.TieBreak.At == AtEvery || b.TieBreak.At == AtAward && !ableAbove
		for _, v := range units {
			if v.above(u, share) != 0 {
				continue
			}
			switch c := v.levelAbove(u, share); {
			case divide && c > 0:
				higher++
			case !divide || c == 0:
				levelHere++
				class = append(class, v.name)
			}
		}
		p := placed{plainUnit: u, index: i, rank: higher + 1}
		switch {
		case levelHere > 1:
			p.tie = TieOpen
			for _, o := range orders { // the last that names exactly these
				names := slices.Clone(o)
				sort.Strings(names)
				sort.Strings(class)
				if slices.Equal(names, class) {
					p.tie = TieVote
					p.rank = higher + 1 + slices.Index(o, u.name)
				}
			}
		case tied:
			p.tie = TieLevel
		}
		all[i] = p
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].rank < all[j].rank })

	got := make([]map[string]bool, len(all))
	for i := range got {
		got[i] = map[string]bool{}
	}
	var try func(order []int, used []bool)
	try = func(order []int, used []bool) {
		if len(order) == len(all) {
			for i, award := range giveAwards(b, len(all), order, func(i int) Sanction { return all[i].sanction }) {
				got[i][award] = true
			}
			return
		}
		rank := 0 // the best rank of those who wait
		for i, p := range all {
			if !used[i] && (rank == 0 || p.rank < rank) {
				rank = p.rank
			}
		}
		for i, p := range all {
			if !used[i] && p.rank == rank {
				used[i] = true
				try(append(slices.Clone(order), i), used)
				used[i] = false
			}
		}
	}
	try(nil, make([]bool, len(all)))

	var out []string
	for i, p := range all {
		award := AwardUndecided
		if len(got[i]) == 1 {
			for a := range got[i] {
				award = a
			}
		}
		out = append(out, fmt.Sprintf("%d %s %s %s", p.rank, p.name, p.tie, award))
	}
	return strings.Join(out, "; ")
}

// giveAwards goes down one order.
func giveAwards(b *Rulebook, units int, order []int, sanction func(int) Sanction) map[int]string {
	remain := make([]int, len(b.Awards))
	for i, a := range b.Awards {
		for _, c := range a.Counts {
			if units >= c.Units {
				remain[i] = c.Number
			}
		}
	}
	got := map[int]string{}
	for _, u := range order {
		got[u] = AwardNone
		if sanction(u) == Excluded {
			continue
		}
		for i := range b.Awards {
			if remain[i] == 0 {
				continue
			}
			if sanction(u) == Downgraded {
				i++
			}
			if i < len(b.Awards) && remain[i] > 0 {
				remain[i]--
				got[u] = b.Awards[i].ID
			}
			break
		}
	}
	return got
}

// withTotals begins a meeting whose units have the totals and level totals asked for.
func withTotals(t testing.TB, b *Rulebook, units []plainUnit) State {
	s := begin(t, b, len(units), func(i int, sh *Sheet) {
		u := units[i]
		sh.Marks = map[string]Mark{
			"1.2":   InPercent(Percent(u.level) * 100), // of 40, in steps of 0.4 points
			"2.1.1": InPercent(Percent(u.total-u.level) * 40),
		}
	})
	for _, u := range units {
		if u.sanction != NoSanction && u.sanction != "" {
			s = apply(t, s, Sanctioned{u.name, u.sanction, "r"})
		}
	}
	return s
}

// TestEverySmallMeeting ranks every cluster of one to four units with up to four totals, three level totals and
// every sanction, and of five and six with fewer of each, and compares with the second implementation. Without -long it
// ranks one in so many of them, each unit in each of its states.
func TestEverySmallMeeting(t *testing.T) {
	books := map[string]*Rulebook{
		"top":   testBook(t),
		"every": testBook(t, func(b *Rulebook) { b.TieBreak.At = AtEvery }),
		"award": testBook(t, func(b *Rulebook) { b.TieBreak.At = AtAward }),
		"three awards": testBook(t, func(b *Rulebook) {
			b.Awards = append(b.Awards, Award{ID: "praise", Counts: []AwardCount{{1, 1}}})
		}),
	}
	sizes := []struct{ units, totals, levels, sanctions int }{{1, 2, 2, 3}, {2, 3, 3, 3}, {3, 3, 2, 3}, {4, 2, 2, 3},
		{5, 2, 1, 3}, {6, 2, 1, 2}}
	for name, b := range books {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, size := range sizes {
				each := size.totals * size.levels * size.sanctions
				cases := 1
				for range size.units {
					cases *= each
				}
				for c := 0; c < cases; c += some(cases) {
					units, rest := make([]plainUnit, size.units), c
					for i, name := range unitNames(size.units) {
						x := rest % each
						rest /= each
						units[i] = plainUnit{name: name, total: int64(10 + x%size.totals),
							level:    int64(x / size.totals % size.levels),
							sanction: []Sanction{NoSanction, Downgraded, Excluded}[x/size.totals/size.levels]}
					}
					s := withTotals(t, b, units)
					if got, want := places(&s, Agreed), referencePlaces(b, units, nil); got != want {
						t.Fatalf("units %+v:\n got %s\nwant %s", units, got, want)
					}
				}
			}
		})
	}
}

// long says that tests go through all cases, which takes minutes.
var long = flag.Bool("long", false, "run tests at their full size")

// some is the step by which a test goes through so many cases: one, or, where there are many, a prime by which no
// unit's number of states can be divided, so that each comes with all the others.
func some(cases int) int {
	const few, step = 100, 11
	if *long || cases <= few {
		return 1
	}
	return step
}

// plainUnits reads the totals of a state for the second implementation.
func plainUnits(s *State, st Stage) []plainUnit {
	var out []plainUnit
	for _, u := range s.Units() {
		out = append(out,
			plainUnit{u.Name(), int64(u.Total(st)), int64(u.Level(st)), int64(u.scope.max), int64(u.scope.level),
				u.sanctioned(st)})
	}
	return out
}

// drawAct draws a decision that may or may not be taken.
func drawAct(t *rapid.T, s *State) Act {
	unit := rapid.SampledFrom(s.Units()).Draw(t, "unit").Name()
	code := rapid.SampledFrom([]string{"1.1", "1.2", "2.1.1", "2.1.2", "2.2"}).Draw(t, "code")
	target := rapid.SampledFrom([]string{"1", "1.1", "2", "2.1", "2.1.1", "2.2"}).Draw(t, "target")
	few := rapid.Int64Range(0, 4).Draw(t, "few")
	switch rapid.IntRange(0, 10).Draw(t, "kind") {
	case 0, 1, 2:
		return Score{unit, code, InPercent(Percent(few) * 2500), "r"}
	case 3:
		return bonus(unit, target, Points(few)*5*Point, "r")
	case 4:
		return penalty(unit, target, Points(few)*5*Point, "r")
	case 5:
		return Sanctioned{unit, []Sanction{NoSanction, Excluded, Downgraded}[few%3], "r"}
	case 6:
		return Accept{unit}
	case 7:
		var names []string
		table := s.Standings(Agreed)
		lo, hi := table.r.class(s, rapid.IntRange(0, table.Len()-1).Draw(t, "place"))
		for i := lo; i < hi; i++ {
			names = append(names, s.Units()[table.At(i).Unit].Name())
		}
		return Order{Units: rapid.Permutation(names).Draw(t, "order")}
	case 8:
		if few == 0 {
			return Note{unit, target, "n"}
		}
		return Appraise{Unit: unit, Criterion: code, Mark: InPercent(Percent(few) * 2500), Assessor: "v"}
	case 9:
		if few < 2 {
			return Revoke{unit}
		}
		return Invite{unit, Reviewer, unit, ByPasscode}
	}
	return Undo{rapid.IntRange(1, s.Seq()).Draw(t, "seq")}
}

// TestRandomMeetings plays meetings of random decisions and holds the state against what is obvious.
func TestRandomMeetings(t *testing.T) {
	books := []*Rulebook{
		testBook(t),
		testBook(t, func(b *Rulebook) {
			b.TieBreak.At = AtEvery
			b.Rank.By = ByShare
			b.Bars = []Bar{{Grade: 1, Share: Ratio{1, 3}}}
		}),
		testBook(t, second, func(b *Rulebook) { b.TieBreak.At = AtAward }),
		testBook(t, second, func(b *Rulebook) {
			b.TieBreak.At = AtAward
			b.Bars = []Bar{{Grade: 1, Share: Ratio{1, 3}}}
		}),
	}
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SampledFrom(books).Draw(t, "book")
		optional := rapid.Bool().Draw(t, "optional")
		s := beginRapid(t, b, rapid.IntRange(1, 6).Draw(t, "units"), optional)
		var taken []Decision
		taken = append(taken, *s.Last())
		for range rapid.IntRange(0, 25).Draw(t, "decisions") {
			next, err := Apply(s, Decision{Act: drawAct(t, &s)})
			if err != nil {
				if next.Seq() != s.Seq() {
					t.Fatal("a refused decision was recorded")
				}
				continue
			}
			s = next
			taken = append(taken, *s.Last())
		}

		if got, want := places(&s, Agreed),
			referencePlaces(b, plainUnits(&s, Agreed), effectiveOrders(&s)); got != want {
			t.Fatalf("\n got %s\nwant %s", got, want)
		}
		fresh := newRanking(&s, Agreed)
		for i, row := range fresh.rows {
			if row != s.agreed.rows[i] || fresh.pos[i] != s.agreed.pos[i] {
				t.Fatalf("row %d: moved %+v, ranked anew %+v", i, s.agreed.rows[i], row)
			}
		}
		for _, u := range s.Units() {
			for st := range stages {
				checkSums(t, b, u, st)
			}
		}
		replayed, err := Fold(State{}, taken...)
		if err != nil {
			t.Fatalf("the record does not replay: %v", err)
		}
		if got, want := digest(&replayed), digest(&s); got != want {
			t.Fatalf("replayed:\n%s\nlive:\n%s", got, want)
		}
	})
}

func beginRapid(t *rapid.T, b *Rulebook, units int, optional bool) State {
	a := New{Rulebook: b, Year: "2019-2020"}
	for i, name := range unitNames(units) {
		sh := full(b, name, 5000)
		if optional && i%2 == 1 {
			delete(sh.Marks, "2.2")
			sh.NotApplicable = []string{"2.2"}
		}
		a.Sheets = append(a.Sheets, sh)
	}
	s, err := Apply(State{}, Decision{Act: a})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// effectiveOrders are the order decisions that count, oldest first.
func effectiveOrders(s *State) (out [][]string) {
	for seq := 1; seq <= s.Seq(); seq++ {
		d, _ := s.Decision(seq)
		if _, gone := s.Withdrawn(seq); gone {
			continue
		}
		if o, ok := d.Act.(Order); ok {
			out = append(out, o.Units)
		}
	}
	return out
}

// slowWorth is what a unit has for a criterion, worked out in fractions from the words of the contract.
func slowWorth(n *Criterion, u *Unit, st Stage, at int) Points {
	m, given := u.Mark(st, at)
	worth := new(big.Rat)
	part := func(p Percent, of Points) *big.Rat { return big.NewRat(int64(p)*int64(of), 10_000) }
	switch {
	case !given:
	case n.Scale == ScaleBands:
		for i := len(n.Bands) - 1; i >= 0; i-- {
			switch b := n.Bands[i]; {
			case m.Percent() < b.From:
			case b.InPoints:
				worth.SetInt64(int64(b.Points))
			default:
				worth = part(b.Gives, n.Max)
			}
		}
	case n.Scale == ScaleLevels:
		for _, l := range n.Levels {
			if l.ID == m.Level() {
				worth.SetInt64(int64(l.Points))
			}
		}
	case n.Scale == ScaleCount:
		left := n.Max
		for range m.Count() {
			left = max(left+n.Each, n.Floor)
		}
		worth.SetInt64(int64(left))
	case m.Entry() == EntryPoints:
		worth.SetInt64(int64(m.Points()))
	default:
		worth = part(m.Percent(), n.Max)
	}
	if !worth.IsInt() {
		panic(fmt.Sprintf("%s of %s is no whole number of millionths", m, n.Code))
	}
	return Points(worth.Num().Int64())
}

// checkSums adds a unit's parts up again.
func checkSums(t *rapid.T, b *Rulebook, u *Unit, st Stage) {
	var criteria, level Points
	zero := 0
	for i := range b.Criteria {
		if n := &b.Criteria[i]; n.Scored && u.Applies(i) {
			p := slowWorth(n, u, st, i)
			criteria += p
			if n.Level {
				level += p
			}
			if p == 0 {
				zero++
			}
		}
	}
	bonus, penalty := Points(0), Points(0)
	for _, g := range u.Bonuses(st) {
		bonus += g.Points
	}
	for _, g := range u.Penalties(st) {
		penalty += g.Points
	}
	if st == Self {
		bonus, penalty = 0, 0
	}
	if u.sums[st] != (sum{criteria, level, bonus, penalty, zero}) || u.Bonus(st) != bonus || u.Penalty(st) != penalty ||
		u.Total(st) != criteria+bonus-penalty {
		t.Fatalf("%s, %v: kept %+v, added up %v %v %v", u.Name(), st, u.sums[st], criteria, level, zero)
	}
	if bonus > b.Bonus.Total {
		t.Fatalf("%s has %v bonus points", u.Name(), bonus)
	}
}

// digest writes all that people can see of a state.
func digest(s *State) string {
	var out strings.Builder
	for st := range stages {
		fmt.Fprintln(&out, places(s, st))
	}
	for _, u := range s.Units() {
		fmt.Fprintln(&out, u.Name(), u.Total(Agreed), u.Total(Appraised), u.Accepted(), u.Present(), u.People(),
			u.Sanction(Agreed), u.Changes(), len(u.Notes()))
		for _, g := range append(u.Bonuses(Appraised), u.Penalties(Appraised)...) {
			fmt.Fprintln(&out, " ", g.GrantAt, g.Points, g.Reason, g.Decision.Seq)
		}
	}
	out.WriteString(invitedOf(s))
	return out.String()
}

// TestUndoRestores undoes the last decision, whatever it was, and undoes that undo (vector 17 of the field's failures).
func TestUndoRestores(t *testing.T) {
	b := testBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := beginRapid(t, b, rapid.IntRange(2, 5).Draw(t, "units"), true)
		for range rapid.IntRange(0, 15).Draw(t, "before") {
			if next, err := Apply(s, Decision{Act: drawAct(t, &s)}); err == nil {
				s = next
			}
		}
		before := digest(&s)
		after, err := Apply(s, Decision{Act: drawAct(t, &s)})
		if err != nil {
			return
		}
		done := digest(&after)
		undone, err := Apply(after, Decision{Act: Undo{after.Seq()}})
		if err != nil {
			t.Fatalf("the last decision cannot be undone: %v", err)
		}
		if got := digest(&undone); got != before {
			t.Fatalf("undone:\n%s\nbefore:\n%s", got, before)
		}
		redone, err := Apply(undone, Decision{Act: Undo{undone.Seq()}})
		if err != nil {
			t.Fatalf("the undo cannot be undone: %v", err)
		}
		if got := digest(&redone); got != done {
			t.Fatalf("redone:\n%s\ndone:\n%s", got, done)
		}
		if digest(&s) != before {
			t.Fatal("an older state changed")
		}
	})
}

// TestOrderOfInput hands in the same sheets, and makes the same independent decisions, in other orders (vector 16).
func TestOrderOfInput(t *testing.T) {
	b := testBook(t, func(b *Rulebook) { b.Clusters = []Cluster{{ID: "1", Units: unitNames(5)}} })
	rapid.Check(t, func(t *rapid.T) {
		var sheets []*Sheet
		var acts []Act
		for _, name := range b.Clusters[0].Units {
			sheets = append(sheets, full(b, name, Percent(rapid.IntRange(0, 3).Draw(t, "p"))*2500))
			acts = append(acts, Score{name, "1.1", InPercent(Percent(rapid.IntRange(0, 3).Draw(t, "q")) * 2500), ""},
				bonus(name, "2", Points(rapid.IntRange(0, 2).Draw(t, "bonus"))*5*Point, "r"))
		}
		run := func(sheets []*Sheet, acts []Act) string {
			s, err := Apply(State{}, Decision{Act: New{Rulebook: b, Cluster: "1", Sheets: sheets}})
			for _, a := range acts {
				if err == nil {
					s, err = Apply(s, Decision{Act: a})
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			return places(&s, Agreed)
		}
		if got, want := run(rapid.Permutation(sheets).Draw(t, "sheets"), rapid.Permutation(acts).Draw(t, "acts")),
			run(sheets, acts); got != want {
			t.Fatalf("\n got %s\nwant %s", got, want)
		}
	})
}
