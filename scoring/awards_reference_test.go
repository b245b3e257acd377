package scoring

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The second implementation of awards as proposals: it tries every order that the shared ranks allow, unit by unit and
// award by award, by the words of the rules. It knows nothing of claims, and of what is left only how many.

// plainAward is an award as the second implementation sees it.
type plainAward struct {
	id             string
	number         int
	beside, voting bool
}

// plainClaimant is a unit as the second implementation sees it: its rank, its sanction, which awards it cannot get
// (declined, below the minimum or the class, or passed over), and for which a vote was carried.
type plainClaimant struct {
	name     string
	rank     int
	sanction Sanction
	cannot   map[string]bool
	carried  map[string]bool
}

// turnsOf goes down one order and says what every unit gets: of the awards that take its turn, and of each beside.
func turnsOf(awards []plainAward, order []plainClaimant) map[string]map[string]string {
	got := map[string]map[string]string{}
	remain := map[string]int{}
	for _, a := range awards {
		remain[a.id] = a.number
	}
	give := func(u plainClaimant, a plainAward, as string) {
		remain[a.id]--
		got[u.name][as] = a.id
		if a.voting && !u.carried[a.id] {
			got[u.name][as] = "wait " + a.id
		}
	}
	for _, u := range order {
		got[u.name] = map[string]string{}
		if u.sanction == Excluded {
			continue
		}
		missed := false // the award that it would have got has gone by
		for _, a := range awards {
			switch {
			case a.beside, u.cannot[a.id]:
				continue
			case !missed && remain[a.id] == 0:
				continue
			case u.sanction == Downgraded && !missed:
				missed = true
				continue
			}
			if remain[a.id] > 0 {
				give(u, a, "turn")
			}
			break
		}
		for _, a := range awards {
			if a.beside && u.sanction != Downgraded && !u.cannot[a.id] && remain[a.id] > 0 {
				give(u, a, a.id)
			}
		}
	}
	return got
}

// referenceAwards says what every unit gets in all orders, or that it is undecided, as "A flag+praise; B wait flag".
func referenceAwards(awards []plainAward, units []plainClaimant) string {
	seen := map[string]map[string][]string{} // by unit and turn: what it gets in some order
	for _, u := range units {
		seen[u.name] = map[string][]string{}
	}
	eachOrder(units, func(order []plainClaimant) {
		for name, got := range turnsOf(awards, order) {
			for _, turn := range turnNames(awards) {
				if !slices.Contains(seen[name][turn], got[turn]) {
					seen[name][turn] = append(seen[name][turn], got[turn])
				}
			}
		}
	})
	var out []string
	for _, u := range units {
		var has []string
		for _, turn := range turnNames(awards) {
			switch of := seen[u.name][turn]; {
			case len(of) > 1:
				has = append(has, "undecided "+turn)
			case of[0] != "":
				has = append(has, of[0])
			}
		}
		slices.Sort(has)
		out = append(out, u.name+" "+strings.Join(has, "+"))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func turnNames(awards []plainAward) []string {
	out := []string{"turn"}
	for _, a := range awards {
		if a.beside {
			out = append(out, a.id)
		}
	}
	return out
}

// eachOrder calls f with every order of units in which nobody comes before one of a better rank.
func eachOrder(units []plainClaimant, f func([]plainClaimant)) {
	var next func(done, waiting []plainClaimant)
	next = func(done, waiting []plainClaimant) {
		if len(waiting) == 0 {
			f(done)
			return
		}
		best := slices.MinFunc(waiting, func(a, b plainClaimant) int { return a.rank - b.rank }).rank
		for i, u := range waiting {
			if u.rank == best {
				next(append(slices.Clone(done), u), slices.Delete(slices.Clone(waiting), i, i+1))
			}
		}
	}
	next(nil, units)
}

// dealtOut writes what the ranking dealt out in the same form.
func dealtOut(s *State, st Stage) string {
	var out []string
	for _, x := range s.Standings(st).r.rows {
		var has []string
		switch i := awaits(x.award); {
		case x.award == undecided:
			has = append(has, "undecided turn")
		case i >= 0:
			has = append(has, "wait "+s.book.Awards[i].ID)
		case x.award >= 0:
			has = append(has, s.book.Awards[x.award].ID)
		}
		for i, a := range s.book.Awards {
			for said, set := range map[string]award{"": x.beside.held, "wait ": x.beside.waits,
				"undecided ": x.beside.open} {
				if set.has(i) {
					has = append(has, said+a.ID)
				}
			}
		}
		slices.Sort(has)
		out = append(out, s.units[x.unit].name+" "+strings.Join(has, "+"))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// claimants reads a state for the second implementation, by what decisions are on record.
func claimants(s *State, st Stage) ([]plainAward, []plainClaimant) {
	var awards []plainAward
	for _, a := range s.book.Awards {
		n := plainNumber(s.book, a.ID, len(s.units))
		for seq := 1; seq <= s.Seq(); seq++ {
			d, _ := s.Decision(seq)
			if q, ok := d.Act.(Quota); ok && counts(s, seq) && q.Award == a.ID && st != Self {
				n = q.Number
			}
		}
		awards = append(awards, plainAward{a.ID, n, a.Beside, a.Vote.Asked && st != Self})
	}
	table := s.Standings(st)
	var units []plainClaimant
	for i, u := range s.units {
		c := plainClaimant{name: u.name, rank: table.At(table.Place(i)).Rank, sanction: u.sanctioned(st),
			cannot: map[string]bool{}, carried: map[string]bool{}}
		for _, a := range s.book.Awards {
			c.cannot[a.ID] = !plainReaches(s.book, u, st, a)
		}
		for seq := 1; seq <= s.Seq() && st != Self; seq++ {
			d, _ := s.Decision(seq)
			if !counts(s, seq) {
				continue
			}
			switch a := d.Act.(type) {
			case Decline:
				for _, x := range s.book.Awards {
					if a.Unit == u.name && (a.Award == "" || a.Award == x.ID) {
						c.cannot[x.ID] = true
					}
				}
			case Vote:
				if p, ok := a.Act.(Propose); ok && p.Unit == u.name && a.For+a.Against > 0 {
					c.carried[p.Award] = a.For > a.Against
					c.cannot[p.Award] = c.cannot[p.Award] || a.For <= a.Against
				}
			}
		}
		units = append(units, c)
	}
	return awards, units
}

// plainNumber is how many of an award a cluster of so many units may propose.
func plainNumber(b *Rulebook, id string, units int) int {
	taken := 0
	for _, a := range b.Awards {
		n := 0
		if a.Quota.Share.Den == 0 {
			for _, c := range a.Counts {
				if units >= c.Units {
					n = c.Number
				}
			}
		} else {
			of := units
			if a.Quota.Of == OfRest {
				of -= taken
			}
			for whole := int(a.Quota.Share.Num) * of; ; n++ { // n parts of the whole, until the next is not full
				short := (n+1)*int(a.Quota.Share.Den) - whole
				up := a.Quota.Round == RoundUp && short < int(a.Quota.Share.Den) ||
					a.Quota.Round == RoundNearest && 2*short <= int(a.Quota.Share.Den)
				if short > 0 && !up {
					break
				}
			}
			if a.Quota.Most > 0 && n > a.Quota.Most {
				n = a.Quota.Most
			}
		}
		if a.ID == id {
			return n
		}
		if !a.Beside {
			taken += n
		}
	}
	return 0
}

// plainReaches reports whether a unit has what an award asks for.
func plainReaches(b *Rulebook, u *Unit, st Stage, a Award) bool {
	reaches := func(f Floor) bool {
		switch f.By {
		case FloorPoints:
			return u.Criteria(st)+u.Bonus(st)-u.Penalty(st) >= f.Points
		case FloorShare:
			return int64(u.Total(st))/int64(Point/100)*f.Share.Den >= int64(u.Maximum())/int64(Point/100)*f.Share.Num
		}
		return true
	}
	if !reaches(a.Min) {
		return false
	}
	for _, c := range b.Classes {
		if a.Class == "" || reaches(c.From) {
			return true
		}
		if c.ID == a.Class {
			return false
		}
	}
	return a.Class == ""
}

// awardBooks are rulebooks whose awards ask for something.
func awardBooks(t testing.TB) map[string]*Rulebook {
	one := []AwardCount{{1, 1}}
	asked := AwardVote{Asked: true, Rule: VoteRule{Threshold: Threshold{Ratio: Ratio{1, 2}, More: true}}}
	praise := Award{ID: "praise", Counts: []AwardCount{{1, 2}}}
	with := func(awards ...Award) func(*Rulebook) {
		return func(b *Rulebook) { b.Awards = awards }
	}
	return map[string]*Rulebook{
		"a flag that is voted on": testBook(t, func(b *Rulebook) { b.Awards[0].Vote = asked }),
		"a chain": testBook(t, with(Award{ID: "flag", Counts: []AwardCount{{1, 2}}, Vote: asked},
			Award{ID: "certificate", Counts: one, Vote: asked}, praise)),
		"beside": testBook(t, with(Award{ID: "government", Counts: one, Beside: true, Vote: asked},
			Award{ID: "flag", Counts: []AwardCount{{1, 1}, {3, 2}}}, praise)),
		"the second beside": testBook(t, with(Award{ID: "flag", Counts: one},
			Award{ID: "certificate", Counts: []AwardCount{{1, 2}}, Beside: true}, praise)),
		"a minimum": testBook(t, with(
			Award{ID: "flag", Counts: one, Min: Floor{By: FloorPoints, Points: 11 * Point}},
			Award{ID: "certificate", Counts: []AwardCount{{1, 2}}, Min: Floor{By: FloorShare, Share: Ratio{1, 30}}})),
		"classes": testBook(t, func(b *Rulebook) {
			b.Classes = []Class{{ID: "excellent", From: Floor{By: FloorPoints, Points: 12 * Point}},
				{ID: "good", From: Floor{By: FloorPoints, Points: 11 * Point}}}
			b.Awards = []Award{{ID: "flag", Counts: one, Class: "excellent", Vote: asked},
				{ID: "certificate", Counts: one, Class: "good"}, praise}
		}),
		"quotas": testBook(t, with(Award{ID: "flag", Quota: AwardQuota{Share: Ratio{20, 100}, Round: RoundUp}},
			Award{ID: "certificate", Quota: AwardQuota{Share: Ratio{1, 2}, Of: OfRest, Round: RoundNearest, Most: 2}},
			praise)),
	}
}

// manners are how a unit may stand before the awards, by what is decided about it.
func manners(b *Rulebook) [][]Act {
	last := b.Awards[len(b.Awards)-1].ID
	out := [][]Act{nil, {Sanctioned{Sanction: Downgraded, Reason: "r"}}, {Decline{Award: b.Awards[0].ID, Reason: "r"}}}
	if b.Awards[0].Vote.Asked {
		out = append(out, []Act{Propose{Award: b.Awards[0].ID}}, []Act{nil, Propose{Award: b.Awards[0].ID}})
	}
	return append(out, []Act{Decline{Award: last, Reason: "r"}}, []Act{Sanctioned{Sanction: Excluded, Reason: "r"}},
		[]Act{Decline{Reason: "r"}},
		[]Act{Decline{Award: last, Reason: "r"}, Sanctioned{Sanction: Downgraded, Reason: "r"}})
}

// inManner decides what there is to decide about a unit. Votes go on record as they are, whoever is nominated: the
// ranking may have nominated the unit when they were taken.
func inManner(t testing.TB, s State, unit int, acts []Act) State {
	name := s.units[unit].name
	for i, a := range acts {
		switch a := a.(type) {
		case Sanctioned:
			a.Unit = name
			s = apply(t, s, a)
		case Decline:
			a.Unit = name
			s = apply(t, s, a)
		case Propose:
			a.Unit = name
			v := Vote{Subject: "s", For: 1 - i, Against: i, Act: a}
			s.log = s.log.follow(Decision{Seq: s.Seq() + 1, Act: v})
			d := s.Last()
			at := s.book.at(a.Award)
			s.propose(at, unit, func(c *cell[bool]) *cell[bool] { return c.put(d, i == 0) })
		}
	}
	return s
}

// TestEverySmallDeal deals out the awards of every cluster of one to five units with up to three totals in every manner
// of standing before them, few of each where the units are many, with every number that the meeting may propose, and
// compares with the second implementation. Without -long it deals out one in so many.
func TestEverySmallDeal(t *testing.T) {
	sizes := []struct{ units, totals, manners, quotas int }{{1, 3, 9, 3}, {2, 3, 9, 3}, {3, 2, 7, 1}, {4, 2, 4, 1},
		{5, 2, 2, 1}}
	for name, b := range awardBooks(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, size := range sizes {
				ways := manners(b)[:min(size.manners, len(manners(b)))]
				each, cases := size.totals*len(ways), size.quotas
				for range size.units {
					cases *= each
				}
				for c := 0; c < cases; c += some(cases) {
					units, rest := make([]plainUnit, size.units), c/size.quotas
					manner := make([]int, size.units)
					for i, name := range unitNames(size.units) {
						units[i] = plainUnit{name: name, total: int64(10 + rest%size.totals)}
						manner[i] = rest / size.totals % len(ways)
						rest /= each
					}
					s := withTotals(t, b, units)
					for i := range units {
						s = inManner(t, s, i, ways[manner[i]])
					}
					if q := c % size.quotas; q > 0 { // one less than there may be, or none
						n := max(b.Number(0, size.units)-1, 0) * (2 - q)
						s = apply(t, s, Quota{b.Awards[0].ID, n, "r"})
					}
					if got, want := dealtOut(&s, Agreed), referenceAwards(claimants(&s, Agreed)); got != want {
						t.Fatalf("units %+v, manners %v:\n got %s\nwant %s", units, manner, got, want)
					}
				}
			}
		})
	}
}

// drawProposal draws a decision about awards that may or may not be taken.
func drawProposal(t *rapid.T, s *State) Act {
	unit := s.Units()[rapid.IntRange(0, len(s.Units())-1).Draw(t, "for")]
	award := s.book.Awards[rapid.IntRange(0, len(s.book.Awards)-1).Draw(t, "award")].ID
	n := rapid.IntRange(0, 2).Draw(t, "number")
	switch rapid.IntRange(0, 4).Draw(t, "about") {
	case 0:
		return Decline{unit.Name(), award, "r"}
	case 1:
		return Decline{unit.Name(), "", "r"}
	case 2:
		return Quota{award, n, "r"}
	}
	in := 0
	for _, u := range s.Units() {
		if u.Present() {
			in++
		}
	}
	if nominated := s.Nominated(Agreed, s.book.at(award)); len(nominated) > 0 && n > 0 {
		unit = s.Units()[nominated[0]]
	}
	v := Vote{Subject: "s", For: in, Act: Propose{unit.Name(), award}}
	if n == 2 {
		v.For, v.Against = 0, in
	}
	return v
}

// TestRandomProposals plays meetings of random decisions about scores and awards: what is dealt out is what the second
// implementation finds, ranked anew, replayed, and undone and redone.
func TestRandomProposals(t *testing.T) {
	books := awardBooks(t)
	names := slices.Sorted(maps.Keys(books))
	rapid.Check(t, func(t *rapid.T) {
		b := books[rapid.SampledFrom(names).Draw(t, "book")]
		s := beginRapid(t, b, rapid.IntRange(1, 5).Draw(t, "units"), false)
		taken := []Decision{*s.Last()}
		for _, u := range s.Units() {
			next, err := Apply(s, Decision{Act: Attend{Unit: u.Name(), Present: true}})
			if err != nil {
				t.Fatal(err)
			}
			s = next
			taken = append(taken, *s.Last())
		}
		for range rapid.IntRange(0, 20).Draw(t, "decisions") {
			act := drawProposal(t, &s)
			if rapid.Bool().Draw(t, "scores") {
				act = drawAct(t, &s)
			}
			next, err := Apply(s, Decision{Act: act})
			if err != nil {
				continue
			}
			s = next
			taken = append(taken, *s.Last())
		}
		for st := range stages {
			if got, want := dealtOut(&s, st), referenceAwards(claimants(&s, st)); got != want {
				t.Fatalf("%v:\n got %s\nwant %s", st, got, want)
			}
		}
		fresh := newRanking(&s, Agreed)
		if !slices.Equal(fresh.rows, s.agreed.rows) {
			t.Fatalf("moved %+v\nranked anew %+v", s.agreed.rows, fresh.rows)
		}
		replayed, err := Fold(State{}, taken...)
		if err != nil {
			t.Fatalf("the record does not replay: %v", err)
		}
		if got, want := digest(&replayed)+dealtOut(&replayed, Agreed), digest(&s)+dealtOut(&s, Agreed); got != want {
			t.Fatalf("replayed:\n%s\nlive:\n%s", got, want)
		}
		done, err := Apply(s, Decision{Act: drawProposal(t, &s)})
		if err != nil {
			return
		}
		undone, err := Apply(done, Decision{Act: Undo{done.Seq()}})
		if err != nil {
			t.Fatalf("the last decision cannot be undone: %v", err)
		}
		if got, want := dealtOut(&undone, Agreed), dealtOut(&s, Agreed); got != want {
			t.Fatalf("undone:\n%s\nbefore:\n%s", got, want)
		}
		redone, err := Apply(undone, Decision{Act: Undo{undone.Seq()}})
		if err != nil {
			t.Fatalf("the undo cannot be undone: %v", err)
		}
		if got, want := dealtOut(&redone, Agreed), dealtOut(&done, Agreed); got != want {
			t.Fatalf("redone:\n%s\ndone:\n%s", got, want)
		}
	})
}
